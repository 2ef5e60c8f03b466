import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import styles from './toolbar.module.css';

export interface ToolButtonProps extends Omit<ButtonProps, 'children' | 'title'> {
  readonly icon: ReactNode;
  readonly word: string;
  /** The word goes earlier than those of its neighbours when room gets scarce. */
  readonly yields?: boolean;
}

/** A button of the toolbar; where the bar is narrow its icon says it, and the word shows on hover. */
export function ToolButton({ word, yields = false, ...rest }: ToolButtonProps): ReactNode {
  return (
    <Button {...rest} title={word}>
      <span className={yields ? styles.shape : styles.word}>{word}</span>
    </Button>
  );
}
