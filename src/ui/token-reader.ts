import { type StateTone, stateTones } from './state.ts';

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

const shades = ['fg', 'soft', 'line'] as const;

const tokens = [
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
] as const satisfies readonly ColourToken[];

/**
 * Reads the colours in use at an element. A custom property would give the unresolved
 * `light-dark()`, so hidden probes let the browser resolve it. Forces a style computation, one for
 * all colours: call it when the theme changes, not for each frame.
 */
export function readColours(at: HTMLElement): ResolvedColours {
  const holder = document.createElement('span');
  holder.hidden = true;
  const probes = new Map<string, HTMLElement>();
  const names = stateTones.flatMap((tone) => shades.map((shade) => `state-${tone}-${shade}`));
  for (const name of [...tokens, ...names]) {
    const probe = document.createElement('span');
    probe.style.color = `var(--${name})`;
    probes.set(name, probe);
    holder.append(probe);
  }
  at.append(holder);
  const read = (name: string): string => {
    const probe = probes.get(name);
    return probe === undefined ? '' : getComputedStyle(probe).color;
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
  holder.remove();
  return colours;
}
