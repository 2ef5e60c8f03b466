import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import type { Language } from '../lib/language.ts';
import { AnnounceProvider } from './live-region.tsx';
import { ToastProvider } from './toasts.tsx';
import { LanguageProvider } from './wording/language.tsx';

export interface UiProviderProps {
  readonly children: ReactNode;
  readonly language?: Language;
}

/**
 * Everything the components need around them: no inline style elements (the page's
 * Content-Security-Policy forbids them; base.css carries the rules instead), language,
 * announcements and toasts.
 */
export function UiProvider({ children, language = 'en' }: UiProviderProps): ReactNode {
  return (
    <CSPProvider disableStyleElements>
      <LanguageProvider language={language}>
        <AnnounceProvider>
          <ToastProvider>{children}</ToastProvider>
        </AnnounceProvider>
      </LanguageProvider>
    </CSPProvider>
  );
}
