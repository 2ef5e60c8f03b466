import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const told = new Set<() => void>();
/** Kept outside of components: what the narrower paper puts up anew must know it is printed, too. */
let isPrinting = false;

function begin(): void {
  isPrinting = true;
  flushSync(() => {
    for (const tell of told) tell();
  });
}

function end(): void {
  isPrinting = false;
  for (const tell of told) tell();
}

function subscribe(tell: () => void): () => void {
  if (told.size === 0) {
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
  }
  told.add(tell);
  return () => {
    told.delete(tell);
    if (told.size > 0) return;
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    isPrinting = false;
  };
}

/**
 * Whether the page is being printed. The change is flushed before the browser takes the picture,
 * so that what is virtualised on screen can be written out in full.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting);
}
