import fc from 'fast-check';
import type { Contract, Deliverable, PatternRule } from '../../model/contract.ts';
import { conditionId, metricId } from '../../model/ids.ts';
import type { Budget, Metric, Series } from '../../model/metric.ts';
import { arbitraryCondition } from './arbitrary-conditions.ts';
import {
  aggregate,
  each,
  numericOperator,
  oneOf,
  record,
  seconds,
  someOf,
  sourceRef,
  text,
  timestamp,
  units,
  type World,
  worldEnd,
  worldStart,
} from './basics.ts';

/** Points in time order, with gaps. */
export const arbitrarySeries: fc.Arbitrary<Series> = fc
  .tuple(
    fc.array(
      fc.record({
        t: fc.integer({ min: worldStart, max: worldEnd }),
        v: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 6 }),
        c: fc.constantFrom('eu', 'us'),
      }),
      { maxLength: 8 },
    ),
    fc.boolean(),
  )
  .map(([points, categories]) => {
    const sorted = [...points].sort((a, b) => a.t - b.t);
    return {
      t: sorted.map((point) => point.t),
      v: sorted.map((point) => point.v),
      ...(categories ? { category: sorted.map((point) => point.c) } : {}),
    };
  });

/** Points inline, in a file, or none at all. */
const points = (index: number): fc.Arbitrary<Pick<Metric, 'series' | 'seriesFile'>> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ series: arbitrarySeries }) },
    {
      weight: 1,
      arbitrary: fc.record({
        seriesFile: fc.record(
          {
            path: fc.constant(`metrics/${index}.csv`),
            timeColumn: fc.constant('time'),
            valueColumn: fc.constant('value'),
            where: fc.constant({ region: 'eu' }),
            categoryColumn: fc.constant('region'),
            oneWhen: fc.constant('ok'),
          },
          { requiredKeys: ['path', 'timeColumn', 'valueColumn'] },
        ),
      }),
    },
    { weight: 1, arbitrary: fc.constant({}) },
  );

export const metrics = (world: World): fc.Arbitrary<Metric[]> =>
  each(world.metrics, (id, index) => {
    const described = fc.record(
      {
        id: fc.constant(id),
        title: text,
        unit: fc.constantFrom(...units),
        better: fc.constantFrom('lower' as const, 'higher' as const),
        group: fc.constantFrom('speed', 'money'),
        item: oneOf(world.items),
        target: fc.record(
          {
            operator: numericOperator,
            value: fc.integer({ min: 0, max: 100 }),
            aggregate,
            minSamples: fc.integer({ min: 0, max: 5 }),
            window: seconds,
            source: sourceRef,
          },
          { requiredKeys: ['operator', 'value', 'aggregate'] },
        ),
        evidence: someOf(world.evidence),
        note: text,
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title', 'unit', 'better'] },
    );
    return fc.tuple(described, points(index)).map(([metric, own]) => ({ ...metric, ...own }));
  });

export const budgets = (world: World): fc.Arbitrary<Budget[]> =>
  each(world.budgets, (id) =>
    fc.record(
      {
        id: fc.constant(id),
        title: text,
        item: oneOf(world.items),
        phase: text,
        currency: fc.constant('EUR'),
        dailyCap: fc.integer({ min: 0, max: 100 }),
        monthlyCap: fc.integer({ min: 0, max: 3000 }),
        alertAt: fc.constantFrom(0, 0.5, 0.8, 1),
        alertChannels: fc.constant([{ type: 'mail', destination: 'ops@example.org' }]),
        minLead: seconds,
        maxDailyVariance: fc.constantFrom(0.1, 0.5),
        tokenCeilings: fc.constant([{ provider: 'p', maxTokens: 1000, models: ['m'] }]),
        statedIn: fc.array(
          fc.record(
            {
              source: sourceRef,
              evidence: oneOf(world.evidence),
              dailyCap: fc.constantFrom(10, 20),
              monthlyCap: fc.constantFrom(100, 200),
            },
            { requiredKeys: ['source'] },
          ),
          { maxLength: 2 },
        ),
        spend: oneOf([...world.metrics, metricId(world.metrics[0] ?? 'm')]),
        alerts: fc.array(fc.record({ at: timestamp, text }, { requiredKeys: ['at'] }), {
          maxLength: 2,
        }),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title', 'currency'] },
    ),
  );

const pattern: fc.Arbitrary<PatternRule> = fc.record(
  {
    id: fc.constantFrom('no-todo', 'has-header'),
    pattern: fc.constantFrom('TODO', '^# '),
    dialect: fc.constantFrom('literal' as const, 're2' as const),
    flags: fc.constantFrom('i', 'm'),
    appliesTo: fc.constantFrom('text' as const, 'line' as const),
    minCount: fc.integer({ min: 0, max: 2 }),
    note: text,
  },
  { requiredKeys: ['id', 'pattern', 'dialect'] },
);

const deliverables = (world: World): fc.Arbitrary<Deliverable[]> =>
  each(world.deliverables, (id, index) =>
    fc.record(
      {
        id: fc.constant(id),
        number: fc.constant(`${index + 1}`),
        title: text,
        path: fc.constantFrom('src/a.ts', 'src/b.ts'),
        category: fc.constant('code'),
        kind: fc.constantFrom('source', 'metrics', 'document'),
        purpose: text,
        lines: fc.record(
          {
            min: fc.integer({ min: 0, max: 100 }),
            max: fc.integer({ min: 100, max: 400 }),
            count: fc.constantFrom('physical' as const, 'data-rows' as const),
          },
          { requiredKeys: ['count'] },
        ),
        minRows: fc.integer({ min: 0, max: 3 }),
        columns: fc.subarray(['value', 'region']),
        required: fc.array(pattern, { maxLength: 2 }),
        forbidden: fc.array(pattern, { maxLength: 2 }),
        minCounts: record(fc.integer({ min: 0, max: 3 })),
        mustContain: fc.array(fc.record({ kind: fc.constant('method'), name: text }), {
          maxLength: 2,
        }),
        requirements: fc.array(text, { maxLength: 2 }),
        item: oneOf(world.items),
        measuredBy: oneOf(world.evidence),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title', 'path', 'category', 'kind'] },
    ),
  );

/** One contract that holds all deliverables of the world. */
export const contracts = (world: World): fc.Arbitrary<Contract[]> =>
  fc
    .record(
      {
        id: fc.constant('contract'),
        title: text,
        item: oneOf(world.items),
        file: fc.constant('docs/contract.md'),
        validator: fc.record({ command: fc.constant('check'), acceptedExitCode: fc.constant(0) }),
        reportPath: fc.constant('out/report.json'),
        categories: fc.constant([{ id: 'code', title: 'Code', count: 2 }]),
        deliverables: deliverables(world),
        totals: fc.record(
          { files: fc.constant(3), lines: fc.constant({ min: 1, max: 900 }) },
          { requiredKeys: [] },
        ),
        forbidden: fc.array(pattern, { maxLength: 1 }),
        crossChecks: fc.tuple(arbitraryCondition(world, [], conditionId('x0'), 0)),
        targets: fc.array(
          fc.record(
            {
              id: fc.constantFrom('t1', 't2'),
              title: text,
              metric: oneOf(world.metrics),
              aggregate,
              operator: numericOperator,
              value: fc.integer({ min: 0, max: 100 }),
              unit: fc.constantFrom(...units),
              evidencePath: fc.constant('metrics/0.csv'),
              evidenceNote: text,
              column: fc.constant('value'),
              minSamples: fc.integer({ min: 0, max: 5 }),
              statedIn: fc.constantFrom('summary' as const, 'section' as const),
              deliverable: oneOf(world.deliverables),
              source: sourceRef,
            },
            { requiredKeys: ['id', 'title', 'operator', 'value', 'unit', 'statedIn'] },
          ),
          { maxLength: 1 },
        ),
        definitionOfDone: fc.tuple(arbitraryCondition(world, world.gates, conditionId('d0'), 1)),
        attemptLimit: fc.integer({ min: 0, max: 3 }),
        attempts: fc.array(
          fc.record(
            {
              number: fc.integer({ min: 1, max: 4 }),
              at: timestamp,
              exitCode: fc.constantFrom(0, 1),
              verdict: fc.constantFrom(
                'accepted' as const,
                'rejected' as const,
                'pending' as const,
              ),
              report: oneOf(world.evidence),
              note: text,
            },
            { requiredKeys: ['number', 'verdict'] },
          ),
          { maxLength: 2 },
        ),
        history: fc.constant([{ item: 'earlier', number: 1, verdict: 'rejected' as const }]),
        counts: fc.array(
          fc.record(
            {
              id: fc.constant('files'),
              title: text,
              stated: fc.integer({ min: 0, max: 4 }),
              counted: fc.integer({ min: 0, max: 4 }),
              of: fc.constantFrom(
                'deliverables' as const,
                'checkboxes' as const,
                'items' as const,
                'documents' as const,
                'targets' as const,
              ),
              category: fc.constant('code'),
              source: sourceRef,
            },
            { requiredKeys: ['id', 'title', 'stated'] },
          ),
          { maxLength: 1 },
        ),
        tag: fc.constant('v1'),
        mentionedPaths: fc.constant([{ path: 'src/old.ts', why: 'replaced' }]),
        source: sourceRef,
      },
      { requiredKeys: ['id', 'title', 'categories', 'deliverables'] },
    )
    .map((contract) => [contract]);
