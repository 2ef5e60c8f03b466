import { Contrast } from 'lucide-react';
import type { ReactNode } from 'react';
import { type LanguageChoice, languageChoices, useLanguageChoice } from '../state/language.ts';
import { themeChoices, useTheme } from '../state/theme.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { MenuOnDemand } from '../ui/on-demand.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { fetchWords } from '../ui/wording/later.ts';
import { chosenLanguage } from './in-language.tsx';
import { useShellWords } from './words/use-shell-words.ts';

/** Each language by its own name, so that whoever strayed into the wrong one finds back. */
const names: Readonly<Record<Exclude<LanguageChoice, 'system'>, string>> = {
  en: 'English',
  de: 'Deutsch',
};

/** How the page looks and in which language it speaks, on this device. */
export function AppearanceMenu(): ReactNode {
  const words = useShellWords();
  const toasts = useToasts();
  const theme = useTheme((state) => state.theme);
  const setTheme = useTheme((state) => state.setTheme);
  const language = useLanguageChoice((state) => state.choice);
  const setLanguage = useLanguageChoice((state) => state.choose);
  const speak = async (choice: LanguageChoice): Promise<void> => {
    try {
      await fetchWords(chosenLanguage(choice));
      setLanguage(choice);
    } catch {
      toasts.add({ title: words.languageFailed, failure: true });
    }
  };
  return (
    <MenuOnDemand
      align="end"
      trigger={<IconButton label={words.appearance} icon={<Icon of={Contrast} />} />}
      entries={[
        {
          kind: 'choice',
          id: 'theme',
          heading: words.theme,
          value: theme,
          options: themeChoices.map((value) => ({ value, label: words.themes[value] })),
          onChange: (value) => {
            const chosen = themeChoices.find((choice) => choice === value);
            if (chosen !== undefined) setTheme(chosen);
          },
        },
        { kind: 'separator', id: 'line' },
        {
          kind: 'choice',
          id: 'language',
          heading: words.language,
          value: language,
          options: languageChoices.map((value) => ({
            value,
            label:
              value === 'system' ? words.languageSystem : <span lang={value}>{names[value]}</span>,
          })),
          onChange: (value) => {
            const chosen = languageChoices.find((choice) => choice === value);
            if (chosen !== undefined) void speak(chosen);
          },
        },
      ]}
    />
  );
}
