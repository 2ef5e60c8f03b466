import { Contrast } from 'lucide-react';
import type { ReactNode } from 'react';
import { languageChoices, useLanguageChoice } from '../state/language.ts';
import { themeChoices, useTheme } from '../state/theme.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { MenuOnDemand } from '../ui/on-demand.tsx';
import { languageNames, useSpeak } from './use-speak.ts';
import { useShellWords } from './words/use-shell-words.ts';

/** How the page looks and in which language it speaks, on this device. */
export function AppearanceMenu(): ReactNode {
  const words = useShellWords();
  const theme = useTheme((state) => state.theme);
  const setTheme = useTheme((state) => state.setTheme);
  const language = useLanguageChoice((state) => state.choice);
  const speak = useSpeak();
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
              value === 'system' ? (
                words.languageSystem
              ) : (
                <span lang={value}>{languageNames[value]}</span>
              ),
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
