import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './floating.module.css';
import { Icon } from './icon.tsx';

/** Does something and closes the menu. */
export interface MenuAction {
  readonly kind: 'action';
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  /** A remark or a shortcut at the end of the line. */
  readonly hint?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

/** Switches something on or off; the menu stays open. */
export interface MenuCheck {
  readonly kind: 'check';
  readonly id: string;
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One of several; the menu closes. */
export interface MenuChoice {
  readonly kind: 'choice';
  readonly id: string;
  readonly heading?: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Lines under a heading. */
export interface MenuGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly heading: string;
  readonly entries: readonly (MenuAction | MenuCheck)[];
}

export interface MenuSeparator {
  readonly kind: 'separator';
  readonly id: string;
}

export type MenuEntry = MenuAction | MenuCheck | MenuChoice | MenuGroup | MenuSeparator;

export interface MenuProps {
  /** The button that opens the menu. */
  readonly trigger: ReactElement;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
  /** Stands open from the start. */
  readonly defaultOpen?: boolean;
}

/** A menu of actions, switches and choices. */
export function Menu({
  trigger,
  entries,
  align = 'start',
  defaultOpen = false,
}: MenuProps): ReactNode {
  return (
    <BaseMenu.Root modal={false} defaultOpen={defaultOpen}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner align={align} sideOffset={4} className={styles.positioner}>
          <BaseMenu.Popup className={classNames(styles.popup, styles.list)}>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** One entry of a menu, whichever way the menu is opened. */
export function Entry({ entry }: { readonly entry: MenuEntry }): ReactNode {
  switch (entry.kind) {
    case 'action':
      return (
        <BaseMenu.Item
          className={classNames(styles.item, entry.danger === true && styles.danger)}
          disabled={entry.disabled ?? false}
          onClick={entry.onSelect}
        >
          <span>{entry.icon}</span>
          <span>{entry.label}</span>
          <span className={styles.hint}>{entry.hint}</span>
        </BaseMenu.Item>
      );
    case 'check':
      return (
        <BaseMenu.CheckboxItem
          className={styles.item}
          checked={entry.checked}
          disabled={entry.disabled ?? false}
          onCheckedChange={entry.onChange}
        >
          <span>
            <BaseMenu.CheckboxItemIndicator>
              <Icon of={Check} />
            </BaseMenu.CheckboxItemIndicator>
          </span>
          <span>{entry.label}</span>
        </BaseMenu.CheckboxItem>
      );
    case 'choice':
      return (
        <BaseMenu.RadioGroup
          value={entry.value}
          onValueChange={(next: unknown) => {
            const chosen = entry.options.find((option) => option.value === next);
            if (chosen !== undefined) entry.onChange(chosen.value);
          }}
        >
          {entry.heading !== undefined && (
            <BaseMenu.Group>
              <BaseMenu.GroupLabel className={styles.heading}>{entry.heading}</BaseMenu.GroupLabel>
            </BaseMenu.Group>
          )}
          {entry.options.map((option) => (
            <BaseMenu.RadioItem
              key={option.value}
              value={option.value}
              closeOnClick
              className={styles.item}
            >
              <span>
                <BaseMenu.RadioItemIndicator>
                  <Icon of={Check} />
                </BaseMenu.RadioItemIndicator>
              </span>
              <span>{option.label}</span>
            </BaseMenu.RadioItem>
          ))}
        </BaseMenu.RadioGroup>
      );
    case 'group':
      return (
        <BaseMenu.Group>
          <BaseMenu.GroupLabel className={styles.heading}>{entry.heading}</BaseMenu.GroupLabel>
          {entry.entries.map((line) => (
            <Entry key={line.id} entry={line} />
          ))}
        </BaseMenu.Group>
      );
    case 'separator':
      return <BaseMenu.Separator className={styles.separator} />;
  }
}
