import { watch } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { formatCount } from '../../src/lib/format/list.ts';
import { findConfig } from '../config/find-config.ts';
import { CliFailure, type ExitCode, placeText } from '../core/failure.ts';
import { type Io, note, paint, plain } from '../core/io.ts';
import type { Collected } from './collect.ts';
import { type CollectFinding, lossesOf } from './findings.ts';
import { unchangedBundle } from './unchanged.ts';

export interface CollectOptions {
  readonly config?: string;
  readonly output: string;
  readonly revision?: string;
  readonly fresh?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
  readonly watch?: boolean;
  readonly check?: boolean;
}

/** Collects once, or whenever something changes. */
export async function collectCommand(options: CollectOptions, io: Io): Promise<ExitCode> {
  const once = async (): Promise<ExitCode> => {
    const output = resolve(io.cwd, options.output);
    const collected = (await asItWas(options, output, io)) ?? (await anew(options, output, io));
    if (options.json === true) io.stdout(`${JSON.stringify(collected, null, 2)}\n`);
    else io.stdout(report(collected, options, io));
    const isLossy = options.strict === true && lossesOf(collected.findings) > 0;
    if (options.check !== true) return isLossy ? 1 : 0;
    const { check } = await import('../check/check-command.ts');
    const judged = await check(output, { format: 'text' }, io);
    return isLossy && judged === 0 ? 1 : judged;
  };
  const exitCode = await once();
  return options.watch === true ? watchFolder(once, options, io) : exitCode;
}

/** Nothing of collecting is loaded while there is nothing to collect. */
async function asItWas(
  options: CollectOptions,
  output: string,
  io: Io,
): Promise<Collected | undefined> {
  if (options.fresh === true) return undefined;
  const { path, text } = await findConfig(options.config, io);
  const root = await realpath(dirname(path));
  const key = {
    root,
    config: basename(path),
    text,
    output,
    ...(options.revision !== undefined && { revision: options.revision }),
  };
  const last = await unchangedBundle(key, Date.parse(io.now()));
  // What was not understood then is not understood now, and whoever asked for it is told again.
  const isTold = options.strict === true || options.json === true;
  return last === undefined || (isTold && last.losses > 0)
    ? undefined
    : { bundleId: last.bundleId, output, unchanged: true, counts: {}, findings: [] };
}

async function anew(options: CollectOptions, output: string, io: Io): Promise<Collected> {
  const [{ loadConfig }, { collect }] = await Promise.all([
    import('../config/load-config.ts'),
    import('./collect.ts'),
  ]);
  return collect(
    {
      loaded: await loadConfig(options.config, io),
      output,
      ...(options.revision !== undefined && { revision: options.revision }),
      ...(options.fresh === true && { isFresh: true }),
    },
    io,
  );
}

/** What was taken and what was not understood, for people. */
function report(
  { counts, findings, output, bundleId, unchanged }: Collected,
  options: CollectOptions,
  io: Io,
): string {
  if (unchanged)
    return `Nothing changed; ${plain(output)} is up to date (${bundleId.slice(0, 12)}).\n`;
  const taken = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${(count === 1 ? single[name] : words[name]) ?? name}`)
    .join(', ');
  const lines = [`${paint(io, 'good', 'Collected')} ${taken === '' ? 'nothing' : taken}.`];
  const order = { error: 0, warning: 1, note: 2 } as const;
  const sorted = [...findings].sort((a, b) => order[a.severity] - order[b.severity]);
  const losses = lossesOf(sorted);
  const remarks = sorted.length - losses;
  const heads = [
    ...(losses > 0
      ? [`${formatCount(losses, { one: 'thing was', other: 'things were' })} not understood`]
      : []),
    ...(remarks > 0 ? [formatCount(remarks, { one: 'remark', other: 'remarks' })] : []),
  ];
  if (heads.length > 0) lines.push(`${heads.join(', ')}${io.verbosity === 'quiet' ? '.' : ':'}`);
  lines.push(...findingLines(sorted, io), ...hints(counts));
  const next = options.check === true ? '' : ` Next: wavegate check${bundleArgument(options)}`;
  lines.push(`Bundle ${bundleId.slice(0, 12)} in ${plain(output)}.${next}`);
  return `${lines.join('\n')}\n`;
}

const bundleArgument = ({ output }: CollectOptions): string =>
  output === 'wavegate-bundle' ? '' : ` ${plain(output)}`;

/** What is still wanted before anything can be judged. */
function hints(counts: Readonly<Record<string, number>>): readonly string[] {
  const { items = 0, boxes = 0, gates = 0, evidence = 0, links = 0 } = counts;
  if (items === 0) {
    return [
      `There are no items, so that nothing can be judged. ${boxes > 0 ? 'Say with `each: file`, `heading` or `box` what an item of the check lists is, or name' : 'Name'} a table, headings or a pipeline under \`plans\`, or state them under \`items\`.`,
    ];
  }
  return gates === 0 && evidence - (links > 0 ? 1 : 0) === 0
    ? [
        'Nothing can show yet that an item is complete: name reports under `evidence`, and what must hold under `gates`.',
      ]
    : [];
}

/** A few of each kind: a hundred broken links must not hide the one row that was lost. */
const fewOfEach = 4;

function findingLines(findings: readonly CollectFinding[], io: Io): readonly string[] {
  if (io.verbosity === 'quiet') return [];
  const kinds = new Map<string, CollectFinding[]>();
  for (const finding of findings) {
    const known = kinds.get(finding.code);
    if (known === undefined) kinds.set(finding.code, [finding]);
    else known.push(finding);
  }
  return [...kinds.values()].flatMap((list) => {
    const shown = io.verbosity === 'verbose' ? list : list.slice(0, fewOfEach);
    const more = list.length - shown.length;
    return [
      ...shown.map((finding) => findingLine(finding, io)),
      ...(more > 0 ? [`    and ${more} more of the kind (--verbose lists all)`] : []),
    ];
  });
}

const words: Readonly<Record<string, string>> = {
  evidence: 'pieces of evidence',
  ticked: 'of them ticked',
  boxes: 'check boxes',
  brokenLinks: 'of them broken',
};

const single: Readonly<Record<string, string>> = {
  items: 'item',
  dependencies: 'dependency',
  gates: 'gate',
  boxes: 'check box',
  ticked: 'of them ticked',
  evidence: 'piece of evidence',
  metrics: 'metric',
  documents: 'document',
  deliverables: 'deliverable',
  links: 'link',
  brokenLinks: 'of them broken',
};

function findingLine({ severity, text, file, line }: CollectFinding, io: Io): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return `  ${paint(io, severity === 'error' ? 'bad' : 'faint', severity)} ${plain(place)}${place === '' ? '' : ' '}${plain(text)}`;
}

/** Collects again a moment after the last change, until it is stopped. */
async function watchFolder(
  once: () => Promise<ExitCode>,
  options: CollectOptions,
  io: Io,
): Promise<ExitCode> {
  const root = await realpath(dirname((await findConfig(options.config, io)).path));
  const output = resolve(io.cwd, options.output);
  note(io, 'Watching; Ctrl+C ends it.');
  return new Promise((ended) => {
    let timer: NodeJS.Timeout | undefined;
    let isBusy = false;
    const again = async (): Promise<void> => {
      if (isBusy) {
        timer = setTimeout(() => void again(), 300);
        return;
      }
      isBusy = true;
      try {
        await once();
      } catch (cause) {
        // A half-written file is no reason to stop watching.
        const at = cause instanceof CliFailure ? placeText(cause.place) : '';
        const why = cause instanceof Error ? cause.message : String(cause);
        io.stderr(`${at === '' ? '' : `${at}: `}${why}\n`);
      }
      isBusy = false;
    };
    const watcher = watch(root, { recursive: true }, (_event, name) => {
      const path = `${root}/${name ?? ''}`;
      if (/(?:^|\/)(?:\.git|node_modules|\.wavegate)(?:\/|$)/.test(name ?? '')) return;
      if (path === output || path.startsWith(`${output}/`) || path.startsWith(`${output}.`)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void again(), 300);
    });
    io.signal?.addEventListener('abort', () => {
      watcher.close();
      clearTimeout(timer);
      ended(0);
    });
  });
}
