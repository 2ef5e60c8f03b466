import type { StateTone } from './state.ts';
import { stateTones } from './state.ts';

/** The neutral and accent colours that pictures need besides those of the states. */
export type ColourToken =
  | 'ground'
  | 'surface'
  | 'sunken'
  | 'text'
  | 'text-muted'
  | 'text-faint'
  | 'line'
  | 'line-strong'
  | 'accent'
  | 'accent-soft'
  | 'accent-line';

const colourTokens: readonly ColourToken[] = [
  'ground',
  'surface',
  'sunken',
  'text',
  'text-muted',
  'text-faint',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'accent-line',
];

/** Resolved colours, such as `rgb(14, 122, 73)`, ready for a canvas or an exported picture. */
export interface ResolvedColours {
  readonly tokens: Readonly<Record<ColourToken, string>>;
  readonly states: Readonly<
    Record<StateTone, { readonly fg: string; readonly soft: string; readonly line: string }>
  >;
}

/**
 * Reads the colours in use at an element. A custom property would give the unresolved
 * `light-dark()`, so a hidden probe lets the browser resolve it. Forces a style computation:
 * call it when the theme changes, not for each frame.
 */
export function readColours(at: HTMLElement): ResolvedColours {
  const probe = document.createElement('span');
  probe.hidden = true;
  at.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const tokens = Object.fromEntries(colourTokens.map((name) => [name, read(name)])) as Record<
    ColourToken,
    string
  >;
  const states = Object.fromEntries(
    stateTones.map((tone) => [
      tone,
      {
        fg: read(`state-${tone}-fg`),
        soft: read(`state-${tone}-soft`),
        line: read(`state-${tone}-line`),
      },
    ]),
  ) as Record<StateTone, { fg: string; soft: string; line: string }>;
  probe.remove();
  return { tokens, states };
}
