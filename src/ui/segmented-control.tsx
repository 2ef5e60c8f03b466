import { type KeyboardEvent, type ReactNode, useState } from 'react';
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
    <Segments
      label={label}
      options={options}
      pressed={[value]}
      onPress={(chosen) => {
        // Pressing the pressed segment would leave none; the choice stays.
        if (chosen !== value) onChange(chosen);
      }}
    />
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
    <Segments
      label={label}
      options={options}
      pressed={value}
      onPress={(chosen) =>
        onChange(
          value.includes(chosen) ? value.filter((one) => one !== chosen) : [...value, chosen],
        )
      }
    />
  );
}

/** One stop of the Tab key; arrows lead from segment to segment and round. */
function Segments<Value extends string>({
  label,
  options,
  pressed,
  onPress,
}: {
  readonly label: string;
  readonly options: readonly SegmentOption<Value>[];
  readonly pressed: readonly Value[];
  readonly onPress: (value: Value) => void;
}): ReactNode {
  const [visited, setVisited] = useState<Value | undefined>(undefined);
  const open = options.filter(({ disabled }) => disabled !== true);
  const stop =
    open.find(({ value }) => value === visited) ??
    open.find(({ value }) => pressed.includes(value)) ??
    open[0];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is laid out by rules of its own
    <div role="group" aria-label={label} className={styles.group} onKeyDown={walk}>
      {options.map(({ value, label, icon, disabled = false }) => (
        <button
          key={value}
          type="button"
          aria-pressed={pressed.includes(value)}
          disabled={disabled}
          tabIndex={value === stop?.value ? 0 : -1}
          className={styles.segment}
          onFocus={() => setVisited(value)}
          onClick={() => onPress(value)}
        >
          {icon}
          {label}
        </button>
      ))}
    </div>
  );
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 };

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.ctrlKey || event.altKey || event.metaKey ? undefined : steps[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll<Element>('button:enabled')];
  const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  const next = buttons.at((at + step) % buttons.length);
  if (next instanceof HTMLElement) next.focus();
}
