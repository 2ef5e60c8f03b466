import { type ReactNode, Suspense, useEffect } from 'react';
import { type Language, preferredLanguage } from '../lib/language.ts';
import { useLanguageChoice } from '../state/language.ts';
import { UiProvider } from '../ui/ui-provider.tsx';

/** The language of this page: chosen, or what the browser asks for. */
export function chosenLanguage(choice = useLanguageChoice.getState().choice): Language {
  return choice === 'system' ? preferredLanguage(navigator.languages) : choice;
}

/** Everything the components need, in the language that was chosen or that the browser asks for. */
export function InLanguage({ children }: { readonly children: ReactNode }): ReactNode {
  const choice = useLanguageChoice((state) => state.choice);
  const language = chosenLanguage(choice);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <UiProvider language={language}>
      <Suspense fallback={null}>{children}</Suspense>
    </UiProvider>
  );
}
