import { styleText } from 'node:util';
import { visibleText } from '../../src/lib/text/visible.ts';

export type Verbosity = 'quiet' | 'normal' | 'verbose';
export type Tone = 'good' | 'bad' | 'doubt' | 'faint' | 'strong';

/** What a command sees of the world; tests put their own in. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether standard error is a terminal, so that a progress line may be drawn over. */
  readonly isTerminal: boolean;
  readonly colour: boolean;
  readonly verbosity: Verbosity;
  /** RFC 3339 in UTC. */
  readonly now: () => string;
  readonly signal?: AbortSignal;
}

/** Colour only where a terminal shows it, and never where NO_COLOR says not to (https://no-color.org). */
export function wantsColour(
  env: Io['env'],
  isTerminal: boolean,
  flag: boolean | undefined,
): boolean {
  if (flag === false || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return false;
  return isTerminal || (env['FORCE_COLOR'] ?? '0') !== '0';
}

type Format = Parameters<typeof styleText>[0];

const formats: Readonly<Record<Tone, Format>> = {
  good: 'green',
  bad: 'red',
  doubt: 'yellow',
  faint: 'dim',
  strong: 'bold',
};

/** Styles text when colour is on. Text from a bundle goes through {@link plain} first. */
export function paint(io: Pick<Io, 'colour'>, tone: Tone, text: string): string {
  return io.colour ? styleText(formats[tone], text, { validateStream: false }) : text;
}

/** Text from a bundle or a repository, on one line and unable to steer the terminal. */
export function plain(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ').trim());
}

/** A line about what is being done; nothing when quiet. */
export function note(io: Io, text: string): void {
  if (io.verbosity !== 'quiet') io.stderr(`${text}\n`);
}

/** A line that only the verbose want. */
export function detail(io: Io, text: string): void {
  if (io.verbosity === 'verbose') io.stderr(`${text}\n`);
}

const barWidth = 24;

/** A bar on one line of the terminal; silent where there is none. */
export class Progress {
  readonly #io: Io;
  readonly #label: string;
  #drawnAt = 0;

  constructor(io: Io, label: string) {
    this.#io = io;
    this.#label = label;
  }

  update(done: number, total: number): void {
    if (!this.#io.isTerminal || this.#io.verbosity === 'quiet') return;
    const now = performance.now();
    if (now - this.#drawnAt < 80 && done < total) return;
    this.#drawnAt = now;
    const filled = total === 0 ? barWidth : Math.round((done / total) * barWidth);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
    this.#io.stderr(`\r${this.#label} ${bar} ${done}/${total}`);
  }

  end(): void {
    if (this.#drawnAt > 0) this.#io.stderr(`\r${' '.repeat(this.#label.length + barWidth + 24)}\r`);
  }
}
