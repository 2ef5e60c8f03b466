import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../../lib/language.ts';
import { Later } from './later.ts';

/**
 * The words of one part of the app in every language; the compiler misses a lacking one. A part (the
 * components here, or a view) writes one such object at the top of a module. English comes with the
 * part, others when they are wanted; see `later`.
 */
export type Catalogues<Words> = { readonly en: Words } & Readonly<
  Record<Exclude<Language, 'en'>, Later<Words>>
>;

const LanguageContext = createContext<Language>('en');

/** Sets the language of everything below. */
export function LanguageProvider({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language in use, also the locale for the formatters in lib/format. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of a part outside of a rendering; those that cannot be fetched are read in English. */
export async function wordsIn<Words>(
  language: Language,
  catalogues: Catalogues<Words>,
): Promise<Words> {
  const words: Words | Later<Words> = catalogues[language];
  if (!(words instanceof Later)) return words;
  await words.attempt();
  return words.value ?? catalogues.en;
}

/**
 * The words of a part in the language in use: `const words = useWords(catalogues)`. Suspends while
 * words are fetched, which `fetchWords` avoids. Words that cannot be fetched are read in English.
 */
export function useWords<Words>(catalogues: Catalogues<Words>): Words {
  const words: Words | Later<Words> = catalogues[useLanguage()];
  return words instanceof Later ? (words.read() ?? catalogues.en) : words;
}
