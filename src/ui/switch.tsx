import type { ReactNode } from 'react';
import styles from './field.module.css';

export interface SwitchProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A switch that acts at once. */
export function Switch({ label, checked, onChange, disabled = false }: SwitchProps): ReactNode {
  return (
    <label className={styles.tickLine} data-disabled={disabled ? '' : undefined}>
      <input
        type="checkbox"
        role="switch"
        aria-checked={checked}
        className={styles.switch}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className={styles.tickLabel}>{label}</span>
    </label>
  );
}
