import { readFileSync } from 'node:fs';
import { type LinearRgb, parseHex } from '../../lib/colour/colour.ts';

// Vitest empties style sheets that are imported, so the file itself is read.
const source = readFileSync('src/ui/tokens.css', 'utf8');

/** A theme as a reader sees it: base or contrast block, light or dark side. */
export type ThemeName = 'light' | 'dark' | 'contrast' | 'contrast on dark';

export const themeNames: readonly ThemeName[] = ['light', 'dark', 'contrast', 'contrast on dark'];

/** Declarations of the first block that follows `selector {`, one per custom property. */
export function declarations(selector: string): ReadonlyMap<string, string> {
  const start = source.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`no block ${selector} in tokens.css`);
  const body = source.slice(source.indexOf('{', start) + 1, source.indexOf('}', start));
  const found = new Map<string, string>();
  for (const match of body.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    const [, name, value] = match;
    if (name !== undefined && value !== undefined) found.set(name, value.trim());
  }
  return found;
}

/** The block that the system asks for, inside its media query. */
export function systemContrast(): ReadonlyMap<string, string> {
  return declarations('@media (prefers-contrast: more) {\n  :root');
}

/** Reads a colour of a theme; a token that is no plain colour is a fault of the test. */
export function themeColour(theme: ThemeName, token: string): LinearRgb {
  const contrast = theme.startsWith('contrast');
  const dark = theme === 'dark' || theme === 'contrast on dark';
  const value =
    (contrast ? declarations('[data-theme="contrast"]').get(token) : undefined) ??
    declarations(':root').get(token);
  const sides = /^light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)$/.exec(value ?? '');
  const colour = parseHex((dark ? sides?.[2] : sides?.[1]) ?? '');
  if (colour === undefined) throw new Error(`${token} of ${theme} is no colour: ${value}`);
  return colour;
}
