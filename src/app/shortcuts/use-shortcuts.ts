import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { PlanSnapshot } from '../../derive/types.ts';
import { useShortcutSettings } from '../../state/shortcuts.ts';
import { hasContent, pages } from '../page-list.ts';

/** The second key of a pair must follow within this time. */
const pairMs = 1500;

/** Where letters are for typing, or already mean something. */
const ownKeys =
  'input, textarea, select, [contenteditable], [role="application"], [role="tree"], [role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

interface Shortcuts {
  /** The open project and what is known of it. */
  readonly project: string | undefined;
  readonly snapshot: PlanSnapshot | undefined;
  readonly onPalette: () => void;
  readonly onKeys: () => void;
}

/** The keys that work on every page: Ctrl or ⌘ K, `/`, `?`, and `g` with the letter of a page. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const navigate = useNavigate();
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    let goSince: number | undefined;
    const goTo = (key: string): boolean => {
      const { project, snapshot } = current.current;
      if (key === 'p') {
        void navigate({ to: '/', search: { source: undefined, rev: undefined, asOf: undefined } });
        return true;
      }
      const entry = pages.find((page) => page.key === key);
      if (entry === undefined || project === undefined || !hasContent(entry.page, snapshot)) {
        return false;
      }
      void navigate({ to: entry.to, params: { project } });
      return true;
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key === 'k') {
        event.preventDefault();
        current.current.onPalette();
        return;
      }
      const isOwn = event.target instanceof Element && event.target.closest(ownKeys) !== null;
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
      if (isOwn || hasModifier || !useShortcutSettings.getState().plainKeys) {
        goSince = undefined;
        return;
      }
      const isSecond = goSince !== undefined && event.timeStamp - goSince < pairMs;
      goSince = undefined;
      if (isSecond && goTo(key)) {
        event.preventDefault();
      } else if (key === '/') {
        event.preventDefault();
        current.current.onPalette();
      } else if (key === '?') {
        event.preventDefault();
        current.current.onKeys();
      } else if (key === 'g' && !event.repeat) {
        goSince = event.timeStamp;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [navigate]);
}
