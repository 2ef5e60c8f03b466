import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { platformEnvironment } from '../source/environment.ts';
import { httpSource } from '../source/http-source.ts';
import figures from './golden/metric-figures.json' with { type: 'json' };
import { createSession } from './session.ts';

// The figures come from golden/metric-figures.py, which reads the same files with Python's standard
// library and shares nothing with the app.

interface Figures {
  readonly samples: number;
  readonly gaps: number;
  readonly mean?: number;
  readonly min?: number;
  readonly max?: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly last?: number;
  readonly wilson?: readonly number[];
  readonly beyond?: number;
  readonly first?: { readonly t: number; readonly v: number; readonly row: number | null };
  readonly longest?: { readonly from: number; readonly to: number; readonly samples: number };
  readonly value?: number;
  readonly holds?: boolean | null;
  readonly headroom?: number;
}

interface BudgetFigures {
  readonly thirtyDays: number;
  readonly months: Readonly<
    Record<
      string,
      {
        readonly spent: number;
        readonly knownDays: number;
        readonly daysOver: readonly string[];
        readonly isOver: boolean;
        readonly alertDueAt?: string;
        readonly forecast?: {
          readonly total: number;
          readonly low: number;
          readonly high: number;
          readonly passesCapOn?: string;
        };
      }
    >
  >;
}

interface RevisionFigures {
  readonly metrics: Readonly<Record<string, Figures>>;
  readonly budgets: Readonly<Record<string, BudgetFigures>>;
  readonly targets: Readonly<
    Record<
      string,
      {
        readonly operator: string;
        readonly value: number;
        readonly unit: string;
        readonly delivered: boolean;
        readonly hasFile: boolean;
      }
    >
  >;
}

const expected: Readonly<Record<string, Readonly<Record<string, RevisionFigures>>>> = figures;

const session = createSession({
  openSource: (ref) => {
    if (ref.kind === 'local') throw new Error('not here');
    return httpSource(ref, {
      ...platformEnvironment('https://app.example/'),
      fetch: async (url) => {
        try {
          const path = decodeURIComponent(new URL(url).pathname.replace('/bundles/', ''));
          const file = await readFile(resolve('public/bundles', path));
          return new Response(new Uint8Array(file));
        } catch {
          return new Response('', { status: 404 });
        }
      },
    });
  },
});

const revisions = Object.entries(expected).flatMap(([project, own]) =>
  Object.entries(own).map(([revision, wanted]) => ({ project, revision, wanted })),
);
const requestOf = (project: string, revision: string) => ({
  source: { kind: 'static', url: 'bundles/' } as const,
  project,
  revision,
  now: '2026-12-01T00:00:00Z',
});

const near = (found: number | undefined, wanted: number | undefined, what: string): void => {
  if (wanted === undefined) expect(found, what).toBeUndefined();
  else expect(found, what).toBeCloseTo(wanted, 9);
};

describe('metrics of the samples, as another language counts them', () => {
  it('are of five plans', () => {
    expect(Object.keys(expected)).toHaveLength(5);
    expect(revisions.flatMap(({ wanted }) => Object.keys(wanted.metrics)).length).toBe(59);
  });

  it.each(revisions)('$project $revision: every metric', async ({ project, revision, wanted }) => {
    const request = requestOf(project, revision);
    const snapshot = await session.snapshot(request);
    if (!snapshot.ok) throw new Error('not opened');
    expect(snapshot.value.metrics.map(({ id }) => id).sort()).toEqual(
      Object.keys(wanted.metrics).sort(),
    );
    for (const row of snapshot.value.metrics) {
      const own = wanted.metrics[row.id];
      const study = await session.metricStudy(request, row.id, {});
      if (own === undefined || study === undefined) throw new Error(row.id);
      const percent = (wantedPercent: number): number | undefined =>
        study.percentiles.find((entry) => entry.percent === wantedPercent)?.value;
      expect([study.samples, study.gaps], row.id).toEqual([own.samples, own.gaps]);
      near(study.mean, own.mean, `${row.id} mean`);
      near(percent(0), own.min, `${row.id} min`);
      near(percent(50), own.p50, `${row.id} p50`);
      near(percent(95), own.p95, `${row.id} p95`);
      near(percent(100), own.max, `${row.id} max`);
      near(study.rate?.low, own.wilson?.[0], `${row.id} interval`);
      near(study.rate?.high, own.wilson?.[1], `${row.id} interval`);
      expect(study.breaches?.count, row.id).toBe(own.beyond);
      expect(study.breaches?.first?.t, row.id).toBe(own.first?.t);
      near(study.breaches?.first?.v, own.first?.v, row.id);
      const { from, to, samples } = study.breaches?.longest ?? {};
      const longest = own.longest;
      expect([from, to, samples], row.id).toEqual([longest?.from, longest?.to, longest?.samples]);
      near(row.value, own.value ?? own.last, `${row.id} value`);
      near(row.headroom, own.headroom, `${row.id} distance`);
      if (row.verdict === 'passed') expect(own.holds, row.id).toBe(true);
      if (own.holds === false) expect(row.verdict, row.id).toBe('failed');
    }
  });

  it.each(revisions)(
    '$project $revision: rows of the file',
    async ({ project, revision, wanted }) => {
      const request = requestOf(project, revision);
      for (const [id, { first, samples, gaps }] of Object.entries(wanted.metrics)) {
        const page = await session.metricPoints(request, id, {}, 0, 1000);
        expect(page?.total, id).toBe(samples + gaps);
        const breach = page?.rows.find(({ isBeyond }) => isBeyond);
        expect([breach?.t, breach?.row ?? null], id).toEqual([first?.t, first?.row ?? null]);
      }
    },
  );

  it.each(revisions.filter(({ wanted }) => Object.keys(wanted.budgets).length > 0))(
    '$project $revision: every budget',
    async ({ project, revision, wanted }) => {
      const views = await session.budgets(requestOf(project, revision));
      expect(views.map(({ budget }) => budget.id)).toEqual(Object.keys(wanted.budgets));
      for (const { budget, months, thirtyDays } of views) {
        const own = wanted.budgets[budget.id];
        expect(thirtyDays).toBe(own?.thirtyDays);
        expect(months.map(({ month }) => month)).toEqual(Object.keys(own?.months ?? {}));
        for (const month of months) {
          const wantedMonth = own?.months[month.month];
          near(month.spent, wantedMonth?.spent, month.month);
          expect(month.daysOver).toEqual(wantedMonth?.daysOver);
          expect(month.knownDays).toBe(wantedMonth?.knownDays);
          expect(month.isOver).toBe(wantedMonth?.isOver);
          expect(month.alertDueAt?.slice(0, 10)).toBe(wantedMonth?.alertDueAt);
          near(month.forecast?.total, wantedMonth?.forecast?.total, 'forecast');
          near(month.forecast?.interval?.[0], wantedMonth?.forecast?.low, 'forecast');
          near(month.forecast?.interval?.[1], wantedMonth?.forecast?.high, 'forecast');
          expect(month.forecast?.passesCapOn).toBe(wantedMonth?.forecast?.passesCapOn);
        }
      }
    },
  );

  it('phase-contract: every target, and who delivers its proof', async () => {
    const wanted = expected['phase-contract']?.['2026-11-20']?.targets ?? {};
    const rows = await session.targets(requestOf('phase-contract', '2026-11-20'));
    const stated = rows.filter(({ statedIn }) => statedIn !== 'metric');
    expect(Object.keys(wanted)).toHaveLength(21);
    expect(stated).toHaveLength(21);
    for (const row of stated) {
      const own = wanted[row.metric ?? ''];
      expect([row.operator, row.value, row.unit], row.title).toEqual([
        own?.operator,
        own?.value,
        own?.unit,
      ]);
      expect(row.delivery === 'deliverable', row.title).toBe(own?.delivered);
      expect(row.delivery === 'no-file', row.title).toBe(own?.hasFile === false);
    }
    expect(
      stated.filter(({ delivery }) => delivery === 'nobody').map(({ metric }) => metric),
    ).toEqual(['router-decision']);
  });
});
