import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './palette-button.module.css';
import { commandKey } from './platform.ts';
import { useShellWords } from './words/use-shell-words.ts';

/** Looks like a search field and opens the command palette, whose code comes when it is near. */
export function PaletteButton({
  onOpen,
  onNear,
}: {
  readonly onOpen: () => void;
  readonly onNear: () => void;
}): ReactNode {
  const words = useShellWords();
  return (
    <button
      type="button"
      className={styles.button}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onOpen}
      onFocus={onNear}
      onPointerEnter={onNear}
    >
      <Icon of={Search} />
      <span className={styles.text}>{words.find}</span>
      <span className={styles.keys} aria-hidden>
        <Kbd>{commandKey()} K</Kbd>
      </span>
    </button>
  );
}
