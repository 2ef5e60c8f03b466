import process from 'node:process';
import type { DeriveContext } from '../src/derive/context.ts';
import { evidencePage } from '../src/derive/evidence-page.ts';
import { evidenceRows } from '../src/derive/evidence-rows.ts';
import type { EvidenceQuery } from '../src/derive/evidence-types.ts';
import type { EvidenceRow } from '../src/derive/types.ts';
import { createEvaluation } from '../src/gates/evaluate.ts';
import { buildProject } from '../src/model/build-project.ts';
import { createdAt, generatePlan, referenceSize } from './plans/generate.ts';
import { timed } from './support/measure.ts';
import type { Context, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const rounds = 6;
/** One frame of a display with 60 Hz. Milliseconds. */
const frame = 16;

/** What a person asks of a list, each with another text so that no answer is at hand. */
const questions: readonly ((round: number) => Omit<EvidenceQuery, 'offset' | 'limit'>)[] = [
  (round) => ({ text: `report ${round + 1}` }),
  (round) => ({ text: `${round}7`, sort: 'name' }),
  (round) => ({ text: `run-${round}`, sort: 'collectedAt', descending: true }),
  (round) => ({ kind: 'metrics', text: `${round}`, sort: 'usedBy', descending: true }),
  (round) => ({ use: 'used', text: `e-${round}`, sort: 'size' }),
  (round) => ({ use: 'orphan', text: `${round}`, sort: 'kind', descending: true }),
  (round) => ({ digest: 'unchecked', text: `json\n`, sort: 'name', descending: round % 2 === 0 }),
];

/** Filtering and sorting 100,000 rows, to a plain filter and sort of the same rows as records. */
export function listing(): { readonly parts: readonly [Part, Part]; readonly context: Context } {
  const project = buildProject(generatePlan(referenceSize));
  const evaluation = createEvaluation(project, { asOf: createdAt });
  const context: DeriveContext = { project, verdicts: evaluation.verdicts, evaluation };
  const columns = timed(() => evidencePage(context, { offset: 0, limit: 500 }));
  const rows = [...evidenceRows(context).values()];
  const orders = timed(() => {
    for (const question of questions) {
      evidencePage(context, { ...question(99), offset: 0, limit: 500 });
    }
  });
  const own: number[] = [];
  const plain: number[] = [];
  const cpu: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const question of questions) {
      const asked = question(round);
      const before = process.cpuUsage();
      own.push(timed(() => evidencePage(context, { ...asked, offset: 0, limit: 500 })));
      // What others do on a shared machine does not count here.
      cpu.push(process.cpuUsage(before).user / 1000);
      plain.push(timed(() => plainPage(rows, asked)));
    }
  }
  const slowest = percentile(own, 0.95);
  return {
    parts: [
      {
        name: 'evidence.list',
        title: 'Filtering, facets and sorting of 100,000 rows, 95th percentile',
        ratio: slowest,
        unit: 'ms',
        goal: frame,
        better: 'lower',
        samples: own.length,
      },
      {
        name: 'evidence.list-to-plain',
        title: 'The same, to a filter and sort of plain records',
        ratio: median(own) / median(plain),
        goal: 1,
        better: 'lower',
        samples: own.length,
      },
    ],
    context: {
      rows: rows.length,
      medianMs: median(own),
      cpuMedianMs: median(cpu),
      cpuSlowestMs: percentile(cpu, 0.95),
      plainMedianMs: median(plain),
      plainSlowestMs: percentile(plain, 0.95),
      columnsOnceMs: columns,
      firstSortsMs: orders,
    },
  };
}

/** The plainest thing that could be done: no facets, no columns. */
function plainPage(
  rows: readonly EvidenceRow[],
  { text = '', kind, use, digest, sort, descending }: Omit<EvidenceQuery, 'offset' | 'limit'>,
): readonly EvidenceRow[] {
  const wanted = text.trim().toLowerCase();
  const found = rows.filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (use === undefined || (use === 'used') === row.usedBy > 0) &&
      (digest === undefined || row.digest === digest) &&
      `${row.id}\n${row.name}\n${row.kind}\n${row.path ?? ''}\n${row.producer ?? ''}`
        .toLowerCase()
        .includes(wanted),
  );
  if (sort !== undefined) {
    const value = (row: EvidenceRow): string | number => row[sort] ?? '';
    const sign = descending === true ? -1 : 1;
    found.sort((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : 0));
  }
  return found.slice(0, 500);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
