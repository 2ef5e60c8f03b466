import { createContext, type ReactNode, useContext } from 'react';

/** Languages for which a catalogue may exist. English is always there. */
export type Language = 'en';

/**
 * The words of one part of the app in every language it has. A part (the components here, or a
 * view) writes one such object; where a language is lacking, English stands in.
 */
export type Catalogues<Words> = { readonly en: Words } & Readonly<Partial<Record<Language, Words>>>;

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

/** The words of a part in the language in use: `const words = useWords(gatesWords)`. */
export function useWords<Words>(catalogues: Catalogues<Words>): Words {
  return catalogues[useLanguage()] ?? catalogues.en;
}
