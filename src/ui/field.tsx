import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Field } from '@base-ui/react/field';
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with the value; its presence marks the field as invalid. */
  readonly error?: ReactNode;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  /** Several lines when above 1. */
  readonly lines?: number;
  readonly type?: 'text' | 'password' | 'number' | 'url' | 'date' | 'datetime-local';
  /** Ids, pointers and patterns. */
  readonly mono?: boolean;
}

/** A labelled line or block of text. */
export function TextField({
  label,
  hideLabel = false,
  value,
  onChange,
  hint,
  error,
  placeholder,
  disabled = false,
  readOnly = false,
  lines = 1,
  type = 'text',
  mono = false,
}: TextFieldProps): ReactNode {
  return (
    <Field.Root className={styles.field} invalid={error !== undefined} disabled={disabled}>
      <Field.Label className={hideLabel ? styles.hidden : styles.label}>{label}</Field.Label>
      <Field.Control
        {...(lines > 1 ? { render: <textarea rows={lines} /> } : { type })}
        className={classNames(styles.control, lines > 1 && styles.block, mono && styles.mono)}
        value={value}
        onValueChange={onChange}
        readOnly={readOnly}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={!mono}
      />
      {hint !== undefined && <Field.Description className={styles.hint}>{hint}</Field.Description>}
      {error !== undefined && (
        <Field.Error match className={styles.error}>
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some, but not all, of what it stands for is chosen. */
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  /** A remark at the end of the line, such as a count. */
  readonly hint?: ReactNode;
}

/** A box to tick, with its words as part of the target. */
export function Checkbox({
  label,
  checked,
  onChange,
  mixed = false,
  disabled = false,
  hint,
}: CheckboxProps): ReactNode {
  return (
    <Field.Root disabled={disabled}>
      <Field.Label className={styles.tickLine}>
        <BaseCheckbox.Root
          className={styles.box}
          checked={checked}
          indeterminate={mixed}
          onCheckedChange={onChange}
        >
          <BaseCheckbox.Indicator className={styles.tick}>
            <Icon of={mixed ? Minus : Check} size={12} />
          </BaseCheckbox.Indicator>
        </BaseCheckbox.Root>
        <span className={styles.tickLabel}>{label}</span>
        {hint !== undefined && <span className={styles.tickHint}>{hint}</span>}
      </Field.Label>
    </Field.Root>
  );
}
