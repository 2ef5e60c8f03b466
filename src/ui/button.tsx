import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Tooltip } from './tooltip.tsx';

type NativeProps = Omit<ComponentProps<'button'>, 'className' | 'style'>;

export interface ButtonProps extends NativeProps {
  /** `primary` once a page at most, `quiet` has no border, `danger` for what destroys. */
  readonly look?: 'default' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'default' | 'small';
  /** A 16 px icon before the words. */
  readonly icon?: ReactNode;
  /** Keeps the button focusable while disabled, so that a tooltip can say why. */
  readonly focusableWhenDisabled?: boolean;
  readonly className?: string | undefined;
}

/** A button whose words say what happens. */
export function Button({
  look = 'default',
  size = 'default',
  icon,
  className,
  children,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <PlainButton
      {...rest}
      className={classNames(
        styles.button,
        styles[look],
        size === 'small' && styles.small,
        className,
      )}
    >
      {icon}
      {children}
    </PlainButton>
  );
}

export interface IconButtonProps extends Omit<NativeProps, 'children' | 'aria-label'> {
  /** Says what happens; it is the accessible name and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly look?: 'quiet' | 'default';
  readonly size?: 'default' | 'small';
  readonly focusableWhenDisabled?: boolean;
  readonly className?: string | undefined;
}

/** A square button with an icon; its label is always given and shown as a tooltip. */
export function IconButton({
  label,
  icon,
  look = 'quiet',
  size = 'default',
  className,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <Tooltip content={label} describes={false}>
      <PlainButton
        {...rest}
        aria-label={label}
        className={classNames(
          styles.button,
          styles.square,
          styles[look],
          size === 'small' && styles.small,
          className,
        )}
      >
        {icon}
      </PlainButton>
    </Tooltip>
  );
}

/** A button that submits nothing, and one that says why it is disabled when it may be focused. */
function PlainButton({
  disabled = false,
  focusableWhenDisabled = false,
  onClick,
  ...rest
}: ComponentProps<'button'> & { readonly focusableWhenDisabled?: boolean }): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled && !focusableWhenDisabled}
      aria-disabled={(disabled && focusableWhenDisabled) || undefined}
      data-disabled={disabled ? '' : undefined}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
    />
  );
}
