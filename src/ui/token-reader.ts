import type { StateTone } from './state.ts';

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

/** The three colours of a state, resolved. */
export interface StateColours {
  readonly fg: string;
  readonly soft: string;
  readonly line: string;
}

/** Resolved colours, such as `rgb(14, 122, 73)`, ready for a canvas or an exported picture. */
export interface ResolvedColours {
  readonly tokens: Readonly<Record<ColourToken, string>>;
  readonly states: Readonly<Record<StateTone, StateColours>>;
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
  const state = (tone: StateTone): StateColours => ({
    fg: read(`state-${tone}-fg`),
    soft: read(`state-${tone}-soft`),
    line: read(`state-${tone}-line`),
  });
  const colours: ResolvedColours = {
    tokens: {
      ground: read('ground'),
      surface: read('surface'),
      sunken: read('sunken'),
      text: read('text'),
      'text-muted': read('text-muted'),
      'text-faint': read('text-faint'),
      line: read('line'),
      'line-strong': read('line-strong'),
      accent: read('accent'),
      'accent-soft': read('accent-soft'),
      'accent-line': read('accent-line'),
    },
    states: {
      stopped: state('stopped'),
      contradicted: state('contradicted'),
      failed: state('failed'),
      unknown: state('unknown'),
      stale: state('stale'),
      missing: state('missing'),
      blocked: state('blocked'),
      'in-progress': state('in-progress'),
      ready: state('ready'),
      waived: state('waived'),
      passed: state('passed'),
      'not-reached': state('not-reached'),
      deferred: state('deferred'),
    },
  };
  probe.remove();
  return colours;
}
