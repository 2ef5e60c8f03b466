import { Contrast } from 'lucide-react';
import type { ReactNode } from 'react';
import { themeChoices, useTheme } from '../state/theme.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { MenuOnDemand } from '../ui/on-demand.tsx';
import { useShellWords } from './words.ts';

export function ThemeMenu(): ReactNode {
  const words = useShellWords();
  const theme = useTheme((state) => state.theme);
  const setTheme = useTheme((state) => state.setTheme);
  return (
    <MenuOnDemand
      align="end"
      trigger={<IconButton label={words.theme} icon={<Icon of={Contrast} />} />}
      entries={[
        {
          kind: 'choice',
          id: 'theme',
          value: theme,
          options: themeChoices.map((value) => ({ value, label: words.themes[value] })),
          onChange: (value) => {
            const chosen = themeChoices.find((choice) => choice === value);
            if (chosen !== undefined) setTheme(chosen);
          },
        },
      ]}
    />
  );
}
