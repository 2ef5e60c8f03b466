import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useWording } from './wording/use-wording.ts';

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
