import { z } from 'zod';
import { planFormats } from '../../src/formats/plans/read-plan.ts';

/**
 * `wavegate.yaml`: where plan, gates, contracts, evidence and metrics of a repository are. The JSON
 * Schema that editors complete from is generated from this.
 */

const text = z.string().min(1);
const globs = z
  .union([text, z.array(text).min(1)])
  .describe(
    'Paths below the folder of this file; `*`, `**`, `?`, `{a,b}` as usual. A leading `!` leaves out.',
  );

const state = z.enum([
  'not-started',
  'in-progress',
  'complete',
  'blocked',
  'failed',
  'deferred',
  'reopened',
  'stopped',
  'unknown',
]);

const ids = z
  .strictObject({
    none: z.array(text).describe('More words for "no dependency".').optional(),
    kinds: z
      .array(text)
      .describe('More words that may stand before an id, as in "Phase 3".')
      .optional(),
    ranges: z.array(text).describe('More words between the ends of a range.').optional(),
    optional: z.array(text).describe('More words after an id that make it a wish.').optional(),
    aliases: z
      .record(text, z.array(text))
      .describe('Names for items or groups of items: `spine: [W1, W3]`.')
      .optional(),
  })
  .describe('How ids are written in dependency columns, beyond what is known anyway.');

const columns = z
  .strictObject({
    id: text.optional(),
    title: text.optional(),
    depends: text.optional(),
    status: text.optional(),
    class: text.optional(),
    owner: text.optional(),
    goal: text.optional(),
    output: text.optional(),
    parent: text.optional(),
  })
  .describe('Header cells by what they mean. Usual names need no mention.');

export const planConfig = z
  .strictObject({
    files: globs,
    format: z.enum(planFormats).describe('How the files are written.'),
    kind: text.describe('The word for the items: wave, phase, step, task…').optional(),
    kinds: z.array(text).describe('headings: words that begin the heading of an item.').optional(),
    heading: text.describe('Only below this heading; for a table the heading above it.').optional(),
    columns: columns.optional(),
    pattern: text.describe('lines: RE2 with named groups; `id` is needed.').optional(),
    joinIndented: z.boolean().describe('lines: deeper lines belong to the one above.').optional(),
    parent: text.describe('Id of the item that holds all of these.').optional(),
    prefix: z
      .string()
      .describe('Put before every id, so that names of two files stay apart.')
      .optional(),
    sequence: z.boolean().describe('Each item waits for the one before it.').optional(),
    each: z
      .enum(['file', 'heading', 'box'])
      .describe('checklist: what becomes an item, declared as far as its boxes are ticked.')
      .optional(),
    boxes: z.boolean().describe('Take check boxes as check lists. Default: true.').optional(),
    statuses: z.record(text, state).describe('Own words for states.').optional(),
    ids: ids.optional(),
    structure: z
      .strictObject({
        items: text.optional(),
        id: text.optional(),
        title: text.optional(),
        status: text.optional(),
        depends: text.optional(),
        parent: text.optional(),
        class: text.optional(),
        owner: text.optional(),
        dependsMap: text.optional(),
      })
      .describe('structured: names or dotted paths of members.')
      .optional(),
  })
  .describe('Files that hold a part of the plan.');

export const itemConfig = z
  .strictObject({
    id: text,
    title: text.optional(),
    kind: text.optional(),
    parent: text.optional(),
    depends: text.describe('As a dependency column would say it: `W1, W3-W5`.').optional(),
    status: text.optional(),
    class: text.optional(),
    owner: text.optional(),
    origin: z
      .enum(['explicit', 'implied', 'positional'])
      .describe('Of its dependencies.')
      .optional(),
  })
  .describe('An item that the text speaks of in prose alone.');

const condition = z
  .looseObject({
    kind: z
      .enum([
        'evidence',
        'tests',
        'metric',
        'budget',
        'authorisation',
        'probe',
        'rehearsal',
        'deliverable',
        'cross-check',
        'value',
        'attestation',
        'document',
        'review',
        'gate',
        'all',
        'any',
        'not',
        'at-least',
      ])
      .describe('What is asked for; the members of each kind stand in docs/bundle-format.md.'),
    id: text.optional(),
    title: text.optional(),
  })
  .describe('A condition as bundles hold it; id and title may be left out.');

export const gateConfig = z
  .strictObject({
    id: text,
    title: text.optional(),
    statement: text.optional(),
    start: z.array(text).describe('Items that must not start before it has passed.').optional(),
    complete: z
      .array(text)
      .describe('Items that are not complete before it has passed.')
      .optional(),
    advance: z
      .array(text)
      .describe('Phases that nothing later starts after, before it has passed.')
      .optional(),
    nonBypassable: z.boolean().optional(),
    owner: text.optional(),
    conditions: z.array(condition).min(1),
  })
  .describe('A decision that guards items.');

export const evidenceConfig = z
  .strictObject({
    files: globs,
    kind: text.describe('test-report, coverage, benchmark, metrics, gate-record, file…'),
    format: text.describe('When it is not told from name and content.').optional(),
    covers: z
      .array(text)
      .describe('Items, acceptance ids or subjects that it speaks about.')
      .optional(),
    tier: text.describe('Test tier of the reports.').optional(),
    strength: text.optional(),
    producer: z
      .strictObject({ id: text, role: text.optional(), advisory: z.boolean().optional() })
      .optional(),
    runUrl: text.optional(),
    commit: z
      .boolean()
      .describe(
        'The reports are of the commit that is checked out. Default: false; then nothing is claimed.',
      )
      .optional(),
    validFor: z.int().min(0).describe('Seconds.').optional(),
    store: z
      .enum(['auto', 'always', 'never'])
      .describe('Whether the bytes go into the bundle. auto: while there is room.')
      .optional(),
  })
  .describe('Files that prove something.');

const target = z.strictObject({
  operator: z.enum(['less-than', 'at-most', 'greater-than', 'at-least', 'equals']),
  value: z.number(),
  aggregate: z.enum([
    'p50',
    'p90',
    'p95',
    'p99',
    'mean',
    'min',
    'max',
    'last',
    'sum',
    'rate',
    'count',
  ]),
  minSamples: z.int().min(1).optional(),
  window: z.int().min(0).describe('Seconds.').optional(),
});

export const metricConfig = z
  .strictObject({
    id: text,
    title: text.optional(),
    unit: text.describe('ms, s, %, ratio, count, EUR…'),
    better: z.enum(['lower', 'higher']),
    group: text.optional(),
    item: text.optional(),
    file: text.describe('CSV with a header, Prometheus text, or what a benchmark tool wrote.'),
    format: z
      .enum(['csv', 'prometheus', 'benchmark'])
      .describe('benchmark: the output of a benchmark tool.')
      .optional(),
    time: text
      .describe(
        'Name of the column with the time. Without one, every row is of when the file last changed.',
      )
      .optional(),
    timeFormat: z
      .enum(['auto', 'unix-seconds', 'unix-milliseconds', 'rfc3339', 'date'])
      .describe('auto: RFC 3339, a day, or Unix seconds.')
      .optional(),
    value: text
      .describe('Name of the column with the value, of the Prometheus metric, or of the benchmark.')
      .optional(),
    where: z
      .record(text, z.string())
      .describe('Only rows (or labels) with exactly these values.')
      .optional(),
    category: text.describe('Name of the column that tells series apart.').optional(),
    oneWhen: text.describe('1 for this word and 0 for any other.').optional(),
    scale: z
      .number()
      .describe('Values are multiplied by it, for example 1000 from s to ms.')
      .optional(),
    target: target.optional(),
  })
  .describe('A series of measurements.');

const pattern = z.strictObject({
  id: text.optional(),
  pattern: text,
  dialect: z.enum(['literal', 're2']).describe('Never guessed: the verdict depends on it.'),
  flags: z
    .string()
    .regex(/^[ims]*$/)
    .optional(),
  appliesTo: z.enum(['text', 'line']).optional(),
  minCount: z.int().min(1).optional(),
});

const deliverable = z.strictObject({
  id: text.optional(),
  title: text.optional(),
  path: text,
  category: text.optional(),
  kind: text.optional(),
  item: text.optional(),
  lines: z
    .strictObject({
      min: z.int().min(0).optional(),
      max: z.int().min(0).optional(),
      count: z.enum(['physical', 'data-rows']).describe('Whether a header counts.'),
    })
    .optional(),
  minRows: z.int().min(0).optional(),
  columns: z.array(text).optional(),
  required: z.array(pattern).optional(),
  forbidden: z.array(pattern).optional(),
});

export const contractConfig = z
  .strictObject({
    id: text,
    title: text.optional(),
    item: text.optional(),
    file: text.describe('The contract file itself, if there is one.').optional(),
    deliverables: z.array(deliverable).min(1),
    forbidden: z.array(pattern).describe('Forbidden in every deliverable.').optional(),
    totals: z
      .strictObject({
        files: z.int().min(0).optional(),
        lines: z.strictObject({ min: z.int().min(0), max: z.int().min(0) }).optional(),
      })
      .optional(),
    crossChecks: z.array(condition).optional(),
    attemptLimit: z.int().min(1).optional(),
    attempts: z
      .array(
        z.strictObject({
          number: z.int().min(1),
          verdict: z.enum(['accepted', 'rejected', 'pending']),
          exitCode: z.int().optional(),
          report: text.describe('Path of the stored validation report.').optional(),
          note: text.optional(),
        }),
      )
      .optional(),
  })
  .describe('What must be delivered, file by file. Measured when collected.');

export const configSchema = z
  .strictObject({
    $schema: z.string().optional(),
    wavegate: z.literal(1).describe('Version of this file.'),
    project: z.strictObject({
      id: text,
      title: text.optional(),
      description: text.optional(),
      itemWord: z.strictObject({ one: text, other: text }).describe('wave, waves').optional(),
    }),
    plans: z.array(planConfig).optional(),
    items: z.array(itemConfig).describe('Items that no file lists.').optional(),
    gates: z.array(gateConfig).optional(),
    evidence: z.array(evidenceConfig).optional(),
    metrics: z.array(metricConfig).optional(),
    contracts: z.array(contractConfig).optional(),
    documents: z
      .array(
        z.strictObject({
          files: globs,
          register: text.describe('Path of the list that names them.').optional(),
          phase: text.optional(),
          status: text.optional(),
        }),
      )
      .describe('Documents of the project, for the catalogue.')
      .optional(),
    links: z
      .strictObject({
        files: globs,
        root: text
          .describe('Folder that links beginning with / start from. Default: this folder.')
          .optional(),
      })
      .describe('Markdown whose links are checked.')
      .optional(),
    checksums: globs
      .describe('SHA256SUMS and *.sha256 files to compare with what lies beside them.')
      .optional(),
    exclude: z.array(text).describe('Never looked at, beside .git and node_modules.').optional(),
    secrets: z
      .strictObject({
        allow: z.array(text).describe('Paths that may hold what looks like a secret.').optional(),
        unscanned: z
          .array(text)
          .describe('Archives and the like that may go in unscanned.')
          .optional(),
      })
      .optional(),
    bundle: z
      .record(text, z.unknown())
      .describe(
        'Anything else that a bundle holds, as it stands there: roles, waivers, probes, budgets…',
      )
      .optional(),
  })
  .describe('Where a repository keeps its plan and its evidence.');

export type Config = z.infer<typeof configSchema>;
export type PlanConfig = z.infer<typeof planConfig>;
export type ItemConfig = z.infer<typeof itemConfig>;
export type GateConfig = z.infer<typeof gateConfig>;
export type EvidenceConfig = z.infer<typeof evidenceConfig>;
export type MetricConfig = z.infer<typeof metricConfig>;
export type ContractConfig = z.infer<typeof contractConfig>;
export type ConditionConfig = z.infer<typeof condition>;
