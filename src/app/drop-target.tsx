import { type ReactNode, useEffect, useState } from 'react';
import { useOpenDropped } from '../parts/open-dropped.ts';
import styles from './drop-target.module.css';
import { useShellWords } from './words/use-shell-words.ts';

/** Lets a bundle be dropped anywhere on the page. Never lets the browser navigate to the file. */
export function DropTarget(): ReactNode {
  const words = useShellWords();
  const openDropped = useOpenDropped();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      // Leaving an inner element is no leaving; leaving the window has no next element.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      if (event.dataTransfer === null || !carriesFiles(event)) return;
      event.preventDefault();
      void openDropped(event.dataTransfer);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [openDropped]);
  return over ? <div className={styles.overlay}>{words.dropHere}</div> : null;
}
