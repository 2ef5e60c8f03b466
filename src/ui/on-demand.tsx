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

function OnDemand({
  trigger,
  has,
  load,
  children,
}: {
  readonly trigger: ReactElement;
  readonly has: 'menu' | 'dialog';
  readonly load: () => Promise<unknown>;
  readonly children: ReactNode;
}): ReactNode {
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
