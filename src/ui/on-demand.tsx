import {
  type ComponentProps,
  cloneElement,
  isValidElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react';
import type { MenuProps } from './menu.tsx';
import type { PopoverProps } from './popover.tsx';

/*
 * What opens only on request comes only on request: the button stands at once, and the code behind it
 * is fetched when a pointer or the focus comes near. Otherwise these are Menu and Popover.
 */

const loadMenu = () => import('./menu.tsx').then((module) => ({ default: module.Menu }));
const loadPopover = () => import('./popover.tsx').then((module) => ({ default: module.Popover }));
const Menu = lazy(loadMenu);
const Popover = lazy(loadPopover);

/** A Menu whose code comes with its first use. */
export function MenuOnDemand(props: MenuProps): ReactNode {
  return (
    <OnDemand trigger={props.trigger} has="menu" load={loadMenu}>
      <Menu {...props} defaultOpen />
    </OnDemand>
  );
}

/** A Popover whose code comes with its first use. */
export function PopoverOnDemand(props: PopoverProps): ReactNode {
  return (
    <OnDemand trigger={props.trigger} has="dialog" load={loadPopover}>
      <Popover {...props} defaultOpen />
    </OnDemand>
  );
}

export interface OnDemandProps {
  /** The button, as it stands until it is first pressed. */
  readonly trigger: ReactElement;
  readonly has: 'menu' | 'dialog';
  /** Fetches what the children are made of. */
  readonly load: () => Promise<unknown>;
  /** Opens at once, with the same button. */
  readonly children: ReactNode;
}

/** A button whose menu or popover comes with its first use, and what is in it too. */
export function OnDemand({ trigger, has, load, children }: OnDemandProps): ReactNode {
  const [isWanted, setIsWanted] = useState(false);
  if (!isValidElement<ComponentProps<'button'>>(trigger)) return children;
  const button = cloneElement(trigger, {
    'aria-haspopup': has,
    'aria-expanded': isWanted,
    onPointerEnter: () => void load(),
    onFocus: () => void load(),
    onClick: () => setIsWanted(true),
  });
  return isWanted ? <Suspense fallback={button}>{children}</Suspense> : button;
}
