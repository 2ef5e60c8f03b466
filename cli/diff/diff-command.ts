import { diffEvaluations } from '../../src/derive/diff.ts';
import type { DemandChange, EvaluationDiff } from '../../src/derive/diff-types.ts';
import type { ExitCode } from '../core/failure.ts';
import { type Io, paint, plain, type Tone } from '../core/io.ts';
import { openBundle } from '../open/open-bundle.ts';

export interface DiffOptions {
  readonly project?: string;
  readonly before?: string;
  readonly after?: string;
  readonly asOf?: string;
  readonly format: 'text' | 'json';
}

/** What changed from one bundle (or revision) to another; exit code 0 nothing, 1 something. */
export async function diff(
  before: string,
  after: string,
  options: DiffOptions,
  io: Io,
): Promise<ExitCode> {
  const common = {
    ...(options.project !== undefined && { project: options.project }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  };
  const old = await openBundle(
    { ...common, path: before, ...(options.before !== undefined && { revision: options.before }) },
    io,
  );
  const now = await openBundle(
    { ...common, path: after, ...(options.after !== undefined && { revision: options.after }) },
    io,
  );
  const changes = diffEvaluations(old.context, now.context);
  io.stdout(
    options.format === 'json' ? `${JSON.stringify(changes, null, 2)}\n` : asText(changes, io),
  );
  return Object.values(changes).every((list) => list.length === 0) ? 0 : 1;
}

function asText(changes: EvaluationDiff, io: Io): string {
  const lines: string[] = [];
  const section = (title: string, entries: readonly string[]): void => {
    if (entries.length === 0) return;
    lines.push(paint(io, 'strong', title), ...entries.map((entry) => `  ${entry}`), '');
  };
  section(
    'Gates',
    changes.gates.map((gate) => line(gate, io, gate.revoked ? ', a pass is taken back' : '')),
  );
  section(
    'Items',
    changes.items.map((item) => line(item, io)),
  );
  section(
    'Conditions',
    changes.conditions.map((condition) =>
      line({ ...condition, id: `${condition.gate} ${condition.id}` }, io),
    ),
  );
  section(
    'Demands',
    changes.demands.map((demand) => demandLine(demand, io)),
  );
  section(
    'Evidence',
    changes.evidence.map(
      ({ kind, name }) => `${kind === 'replaced' ? paint(io, 'doubt', kind) : kind} ${plain(name)}`,
    ),
  );
  return lines.length === 0 ? 'Nothing changed.\n' : `${lines.join('\n').trimEnd()}\n`;
}

interface Sides {
  readonly id: string;
  readonly title: string;
  readonly before?: string;
  readonly after?: string;
}

function line({ id, title, before, after }: Sides, io: Io, more = ''): string {
  return `${paint(io, 'strong', plain(id))} ${plain(title)}: ${before ?? 'new'} → ${paint(io, toneOf(after), after ?? 'gone')}${more}`;
}

function toneOf(word: string | undefined): Tone {
  if (word === undefined || ['failed', 'stopped', 'contradicted'].includes(word)) return 'bad';
  return ['passed', 'complete', 'ready', 'in-progress'].includes(word) ? 'good' : 'doubt';
}

function demandLine({ kind, of, within, id, field, before, after }: DemandChange, io: Io): string {
  const subject = [of, within, id]
    .filter((part) => part !== undefined)
    .map(plain)
    .join(' ');
  const tone: Tone = kind === 'loosened' ? 'bad' : kind === 'tightened' ? 'good' : 'doubt';
  return `${paint(io, tone, kind)} ${subject}, ${field}: ${String(before ?? 'none')} → ${String(after ?? 'none')}`;
}
