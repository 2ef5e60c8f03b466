import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Field } from '@base-ui/react/field';
import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { Check, Minus, Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useWording } from './wording/use-wording.ts';

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

export interface SearchFieldProps {
  /** Accessible name, never shown. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** A shortcut that leads here, shown while the field is empty. */
  readonly shortcut?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A search box; Escape clears it first and only then reaches what is around it. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  shortcut,
  onKeyDown,
  inputRef,
}: SearchFieldProps): ReactNode {
  const words = useWording();
  const own = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.search}>
      <Icon of={Search} className={styles.searchIcon} />
      <input
        ref={(element) => {
          own.current = element;
          if (typeof inputRef === 'function') inputRef(element);
          else if (inputRef !== undefined && inputRef !== null) inputRef.current = element;
        }}
        type="search"
        aria-label={label}
        className={classNames(styles.control, styles.searchInput)}
        value={value}
        placeholder={placeholder ?? label}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.stopPropagation();
            onChange('');
            return;
          }
          onKeyDown?.(event);
        }}
      />
      {value === '' && shortcut !== undefined && <Kbd className={styles.shortcut}>{shortcut}</Kbd>}
      {value !== '' && (
        <button
          type="button"
          aria-label={words.clear}
          className={styles.clear}
          onClick={() => {
            onChange('');
            own.current?.focus();
          }}
        >
          <Icon of={X} />
        </button>
      )}
    </div>
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

export interface SwitchProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A switch that acts at once. */
export function Switch({ label, checked, onChange, disabled = false }: SwitchProps): ReactNode {
  return (
    <Field.Root disabled={disabled}>
      <Field.Label className={styles.tickLine}>
        <BaseSwitch.Root className={styles.switch} checked={checked} onCheckedChange={onChange}>
          <BaseSwitch.Thumb className={styles.thumb} />
        </BaseSwitch.Root>
        <span className={styles.tickLabel}>{label}</span>
      </Field.Label>
    </Field.Root>
  );
}
