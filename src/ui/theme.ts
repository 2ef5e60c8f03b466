/** What a person can choose; `system` follows the settings of the machine. */
export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';

/** Every choice, in the order in which it is offered. */
export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];

/** Applies a choice to the page; tokens.css does the rest. */
export function applyTheme(choice: ThemeChoice): void {
  const root = document.documentElement;
  if (choice === 'system') delete root.dataset.theme;
  else root.dataset.theme = choice;
}
