import { useEffect, useRef } from 'react';
import type { ReviewMark } from '../../../derive/review/notebook.ts';
import { useShortcutSettings } from '../../../state/shortcuts.ts';
import { useAnnounce } from '../../../ui/live-region.tsx';
import { type Reviewable, reviewableStep } from './use-review.ts';
import { openPiece, type ReviewWalk } from './use-review-walk.ts';
import { useReviewWords } from './words/use-review-words.ts';

const markOfKey: Readonly<Record<string, ReviewMark>> = {
  a: 'accepted',
  q: 'questioned',
  s: 'seen',
  o: 'open',
};

/** As long as the app waits for the second key of a pair. */
const pairMs = 1500;

/**
 * Single keys of the review, while it is open: they mark and move. They are for whoever wants them
 * (every one of them has a button), never reach a field that is written in, and can be switched off.
 */
export function useReviewKeys(walk: ReviewWalk, writeNote: () => void): void {
  const words = useReviewWords();
  const announce = useAnnounce();
  const isOn = useShortcutSettings((settings) => settings.plainKeys);
  const mark = (what: Reviewable | undefined, to: ReviewMark, name: string): void => {
    if (what === undefined) return;
    walk.review.mark(what, to);
    announce(words.marked(name, to === 'open' ? words.states.open : words.states[to]));
  };
  const press = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    const to = markOfKey[key];
    if (to !== undefined && walk.step !== undefined) {
      if (event.shiftKey) mark(openPiece(walk), to, words.piece);
      else mark(reviewableStep(walk.gate, walk.step), to, words.condition);
      return true;
    }
    if (event.shiftKey) return false;
    switch (key) {
      case 'j':
        walk.go(1);
        return true;
      case 'k':
        walk.go(-1);
        return true;
      case 'u':
        walk.goUndecided();
        return true;
      case 'e':
        walk.goPiece();
        return true;
      case 'n':
        writeNote();
        return true;
      default:
        return false;
    }
  };
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    if (!isOn) return;
    let pairSince = Number.NEGATIVE_INFINITY;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      if (takesText(event.target)) return;
      // The letter behind a `g` chooses a page.
      const isSecond = event.timeStamp - pairSince < pairMs;
      pairSince = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (isSecond) return;
      if (latest.current(event)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOn]);
}

/** Fields, and lists and menus in which letters look for an entry. */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], [role="combobox"]',
    ) !== null
  );
}
