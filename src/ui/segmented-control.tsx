import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { ReactNode } from 'react';
import styles from './segmented-control.module.css';

export interface SegmentOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
}

export interface SegmentedControlProps<Value extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly options: readonly SegmentOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Choose one of a few; one is always chosen. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onChange,
}: SegmentedControlProps<Value>): ReactNode {
  return (
    <ToggleGroup<Value>
      aria-label={label}
      className={styles.group}
      value={[value]}
      onValueChange={([chosen]) => {
        // Pressing the pressed segment would leave none; the choice stays.
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {options.map((option) => (
        <Segment key={option.value} option={option} />
      ))}
    </ToggleGroup>
  );
}

export interface ToggleSetProps<Value extends string> {
  /** Accessible name of the group. */
  readonly label: string;
  readonly options: readonly SegmentOption<Value>[];
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
}

/** Switch any of a few on or off; it looks like a SegmentedControl. */
export function ToggleSet<Value extends string>({
  label,
  options,
  value,
  onChange,
}: ToggleSetProps<Value>): ReactNode {
  return (
    <ToggleGroup<Value>
      multiple
      aria-label={label}
      className={styles.group}
      value={value}
      onValueChange={onChange}
    >
      {options.map((option) => (
        <Segment key={option.value} option={option} />
      ))}
    </ToggleGroup>
  );
}

function Segment<Value extends string>({
  option,
}: {
  readonly option: SegmentOption<Value>;
}): ReactNode {
  return (
    <Toggle value={option.value} disabled={option.disabled ?? false} className={styles.segment}>
      {option.icon}
      {option.label}
    </Toggle>
  );
}
