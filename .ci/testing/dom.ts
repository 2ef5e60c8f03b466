import '@testing-library/jest-dom/vitest';
import { cleanup, configure, prettyDOM } from '@testing-library/react';
import { afterEach } from 'vitest';
import { useLanguageChoice } from '../../src/state/language.ts';
import { usePanels } from '../../src/state/panels.ts';
import { useReviewer } from '../../src/state/reviewer.ts';
import { useShortcutSettings } from '../../src/state/shortcuts.ts';
import { useTheme } from '../../src/state/theme.ts';
import { useTrustedKeys } from '../../src/state/trusted-keys.ts';

/** What browsers have and jsdom lacks; a test that depends on sizes or media sets its own. */
class IdleResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= IdleResizeObserver;
globalThis.matchMedia ??= (media) => ({
  media,
  matches: false,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
});
Element.prototype.scrollIntoView ??= () => {};

// Files share modules: what one chose for its pages must not reach the next.
localStorage.clear();
sessionStorage.clear();
useLanguageChoice.setState(useLanguageChoice.getInitialState(), true);
usePanels.setState(usePanels.getInitialState(), true);
useReviewer.setState(useReviewer.getInitialState(), true);
useShortcutSettings.setState(useShortcutSettings.getInitialState(), true);
useTheme.setState(useTheme.getInitialState(), true);
useTrustedKeys.setState(useTrustedKeys.getInitialState(), true);

/**
 * What is not there yet is searched again and again. Only the failure that somebody reads prints the
 * page: printing it each time cost one second of twenty.
 */
function elementError(message: string | null, container: Element): Error {
  const error = new Error();
  error.name = 'TestingLibraryElementError';
  const text = (): string => [message, prettyDOM(container)].filter(Boolean).join('\n\n');
  Object.defineProperty(error, 'message', { configurable: true, get: text });
  return error;
}

// Pages come as modules of their own, and a machine may be busy.
configure({ asyncUtilTimeout: 15_000, defaultHidden: false, getElementError: elementError });

afterEach(cleanup);
