import type { Aggregate } from '../../../src/model/condition.ts';
import { itemId, metricId } from '../../../src/model/ids.ts';
import type { Metric, Series } from '../../../src/model/metric.ts';
import { type Exhibit, exhibit } from '../shared/exhibit.ts';
import { noisy, seriesCsv, seriesFrom } from '../shared/series.ts';
import type { Rev } from './source.ts';

interface Target {
  readonly operator: 'less-than' | 'at-most' | 'at-least';
  readonly value: number;
  readonly aggregate: Aggregate;
  readonly unit: string;
  readonly minSamples: number;
}

const LATEST = {
  'reconnect-recovery-time': {
    operator: 'less-than',
    value: 2000,
    aggregate: 'p95',
    unit: 'ms',
    minSamples: 50,
  },
  'replay-lag': {
    operator: 'less-than',
    value: 120,
    aggregate: 'p95',
    unit: 'ms',
    minSamples: 50,
  },
  'abort-latency': {
    operator: 'at-most',
    value: 500,
    aggregate: 'p95',
    unit: 'ms',
    minSamples: 20,
  },
  'usage-preserved': {
    operator: 'at-least',
    value: 100,
    aggregate: 'mean',
    unit: '%',
    minSamples: 20,
  },
  'ssrf-blocked': {
    operator: 'at-least',
    value: 100,
    aggregate: 'last',
    unit: '%',
    minSamples: 1,
  },
  'projector-lag': {
    operator: 'at-most',
    value: 60,
    aggregate: 'p95',
    unit: 's',
    minSamples: 24,
  },
} as const satisfies Readonly<Record<string, Target>>;

/** Made-up targets. Replay lag was 100 ms until revision 48 loosened it. */
export const TARGETS: Readonly<Record<Rev, Readonly<Record<keyof typeof LATEST, Target>>>> = {
  '47': { ...LATEST, 'replay-lag': { ...LATEST['replay-lag'], value: 100 } },
  '48': LATEST,
};

/** Points that both revisions share; revision 48 has a week more. */
const POINTS: Readonly<Record<Rev, number>> = { '47': 96, '48': 138 };
const START = '2026-10-28T00:00:00Z';
const FOUR_HOURS = 4 * 3600;

function measured(seed: number, middle: number, spread: number, rev: Rev): Series {
  return seriesFrom(START, FOUR_HOURS, noisy(seed, POINTS[rev], middle, spread));
}

function projectorLag(rev: Rev): Series {
  const points = measured(31, 38, 24, rev);
  return {
    t: points.t,
    v: points.v.map((value, index) => {
      if (index >= 60 && index < 66) return null;
      return index >= 90 && index < 104 ? (value ?? 0) + 41.5 : value;
    }),
  };
}

/** Series that are kept as CSV files beside the bundle. */
function fileSeries(rev: Rev): Readonly<Record<string, Series>> {
  return {
    'reconnect-recovery-time': measured(7, 1310, 420, rev),
    'replay-lag': measured(19, 88, 27, rev),
    'projector-lag': projectorLag(rev),
  };
}

/** The CSV files, each with an evidence entry of its own. */
export function metricExhibits(rev: Rev): readonly Exhibit[] {
  const covers: Readonly<Record<string, readonly string[]>> = {
    'reconnect-recovery-time': ['W1'],
    'replay-lag': ['W1'],
    'projector-lag': ['W5A', 'W5A/projector-lag'],
  };
  return Object.entries(fileSeries(rev)).map(([id, series]) =>
    exhibit(
      {
        id: `E-metric-${id}`,
        kind: 'metrics',
        path: `metrics/${id}.csv`,
        mediaType: 'text/csv',
        collectedAt: rev === '48' ? '2026-11-20T04:10:00Z' : '2026-11-13T04:10:00Z',
        collector: { name: 'metrics-export', version: '2.3.0' },
        producer: { id: 'observability' },
        covers: covers[id] ?? [],
      },
      seriesCsv(series),
      [
        {
          type: 'series',
          metric: metricId(id),
          pointer: { kind: 'rows', from: 1, to: series.t.length, column: 'value' },
        },
      ],
    ),
  );
}

/** Six metrics: three from CSV files, three inline. */
export function metrics(rev: Rev): readonly Metric[] {
  const fromFile = (id: string): Pick<Metric, 'seriesFile' | 'evidence'> => ({
    seriesFile: { path: `metrics/${id}.csv`, timeColumn: 'time', valueColumn: 'value' },
    evidence: metricExhibits(rev)
      .filter((entry) => entry.path === `metrics/${id}.csv`)
      .map((entry) => entry.entry.id),
  });
  const metric = (
    id: keyof typeof LATEST,
    title: string,
    better: Metric['better'],
    group: string,
    wave: string,
    points: Pick<Metric, 'series' | 'seriesFile' | 'evidence'>,
  ): Metric => {
    const { unit, ...target } = TARGETS[rev][id];
    return { id: metricId(id), title, unit, better, group, item: itemId(wave), target, ...points };
  };
  const daily = (values: readonly (number | null)[]): Pick<Metric, 'series'> => ({
    series: seriesFrom('2026-11-02T06:00:00Z', 86_400, rev === '48' ? values : values.slice(0, 11)),
  });
  return [
    metric(
      'reconnect-recovery-time',
      'Reconnect recovery time',
      'lower',
      'Runtime',
      'W1',
      fromFile('reconnect-recovery-time'),
    ),
    metric('replay-lag', 'Replay lag', 'lower', 'Runtime', 'W1', fromFile('replay-lag')),
    metric('abort-latency', 'Abort latency', 'lower', 'Runtime', 'W1', {
      series: seriesFrom('2026-11-01T00:00:00Z', 12 * 3600, noisy(43, 24, 310, 120)),
    }),
    metric(
      'usage-preserved',
      'Round trips that keep usage',
      'higher',
      'Providers',
      'W2',
      daily([100, 100, 100, 100, null, null, 100, 100, 100, 100, 100]),
    ),
    metric(
      'ssrf-blocked',
      'SSRF requests blocked',
      'higher',
      'Tools',
      'W3',
      daily([
        82.9,
        85.4,
        85.4,
        87.8,
        null,
        null,
        90.2,
        90.2,
        92.7,
        92.7,
        92.7,
        null,
        null,
        92.7,
        95.1,
        95.1,
        95.1,
        95.1,
        95.1,
      ]),
    ),
    metric('projector-lag', 'Projector lag', 'lower', 'Audit', 'W5A', fromFile('projector-lag')),
  ];
}
