import { digestOf } from './fault-bundles.ts';
import { evidenceFiles, healthyBundle, type Json, type JsonObject } from './healthy-bundle.ts';

const collectedAt = '2026-05-31T18:00:00Z';

/** A report in which three tests fail. */
const failingReport = '{\n  "total": 12,\n  "passed": 9,\n  "failed": 3\n}\n';

const rowsOf = (failing: string): string =>
  `${JSON.stringify({
    id: 'late',
    kind: 'test-report',
    name: 'Late tests',
    path: 'evidence/late.json',
    mediaType: 'application/json',
    digest: { sha256: digestOf(failing) },
    size: failing.length,
    collectedAt,
    facts: [{ type: 'tests', total: 12, passed: 9, failed: 3 }],
  })}\n`;

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** A record whose file grew. */
function resized(entry: Json, by: number): Json {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry;
  const size = Reflect.get(entry, 'size');
  return { ...entry, size: Number(size) + by };
}

/**
 * The plan that is read while the server misbehaves: one gate passes, one fails, one lacks its evidence,
 * one waits for a metric, so that there is something that could turn greener. Revision `r2` is `r1` with
 * a gate flipped; both have a list of sums, a collection and a series beside the document.
 *
 * @param edition another one has other bytes in every file, and says the same
 */
export function faultyPlanFiles(
  revisions: readonly string[],
  edition = 0,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [at, id] of revisions.entries()) {
    const own = filesOf(id, `2026-06-0${at + 1}T08:00:00Z`, at % 2 === 1, '\n'.repeat(edition));
    for (const [path, text] of own) files.set(`projects/plan/${id}/${path}`, text);
  }
  const listed = revisions.map((id, at) => ({
    id,
    createdAt: `2026-06-0${at + 1}T08:00:00Z`,
    label: `Revision ${id}`,
    path: `projects/plan/${id}/`,
  }));
  files.set(
    'index.json',
    JSON.stringify({
      projects: [{ id: 'plan', title: `Plan ${edition}`, revisions: listed.toReversed() }],
    }),
  );
  return files;
}

function filesOf(
  id: string,
  createdAt: string,
  isFlipped: boolean,
  padding: string,
): Map<string, string> {
  const healthy = healthyBundle('plan', (path) => digestOf(`${evidenceFiles[path]}${padding}`));
  const failing = `${failingReport}${padding}`;
  const rows = rowsOf(failing);
  const gates: readonly JsonObject[] = [
    {
      id: 'gate-B',
      title: 'Walls hold',
      guards: [{ item: 'B', effect: 'complete' }],
      conditions: [
        {
          id: 'late',
          kind: 'tests',
          title: 'Late tests are green',
          evidence: { ids: ['late'] },
          minCases: 10,
          maxFailed: 0,
        },
      ],
    },
    {
      id: 'gate-C',
      title: 'Roof is dry',
      guards: [{ item: 'C', effect: 'complete' }],
      conditions: [
        { id: 'photo', kind: 'evidence', title: 'There is a photo', evidence: { kind: 'photo' } },
        {
          id: 'speed',
          kind: 'metric',
          title: 'Latency is low',
          metric: 'latency',
          operator: 'at-most',
          target: isFlipped ? 5 : 50,
          unit: 'ms',
          aggregate: 'max',
        },
      ],
    },
  ];
  const document: JsonObject = {
    ...healthy,
    sample: false,
    revision: { id, createdAt, label: `Revision ${id}` },
    gates: [...list(healthy['gates']), ...gates],
    evidence: list(healthy['evidence']).map((entry) => resized(entry, padding.length)),
    metrics: [
      {
        id: 'latency',
        title: 'Latency',
        unit: 'ms',
        better: 'lower',
        seriesFile: { path: 'metrics/latency.csv', timeColumn: 'time', valueColumn: 'ms' },
      },
    ],
    collections: { evidence: [{ path: 'collections/evidence.ndjson' }] },
    // A document of some size, so that deltas are worth their while.
    notes: Array.from({ length: 10 }, (_, at) => ({
      id: `note-${at}`,
      kind: 'statement',
      text: `Statement ${at} is of no consequence and fills the document. `.repeat(60),
    })),
  };
  const files = new Map<string, string>([
    ...Object.entries(evidenceFiles).map(([path, text]) => [path, `${text}${padding}`] as const),
    ['evidence/late.json', failing],
    ['collections/evidence.ndjson', `${rows}${padding}`],
    [
      'metrics/latency.csv',
      `time,ms\n2026-05-30T00:00:00Z,12\n2026-05-31T00:00:00Z,31${padding}\n`,
    ],
    ['bundle.json', `${JSON.stringify(document, null, 2)}\n${padding}`],
  ]);
  const sums = [...files].map(([path, text]) => `${digestOf(text)}  ${path}\n`).join('');
  return files.set('SHA256SUMS', sums);
}
