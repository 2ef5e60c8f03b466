import type { Aggregate } from '../../../src/model/condition.ts';
import { evidenceId, itemId, metricId } from '../../../src/model/ids.ts';
import type { Metric, Series } from '../../../src/model/metric.ts';
import { type Exhibit, type ExhibitInfo, exhibit } from '../shared/exhibit.ts';
import { noisy, seriesCsv, seriesFrom, seriesRecord } from '../shared/series.ts';
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

/** Series that stand in the bundle itself; a record of their points is kept as evidence. */
function inlineSeries(rev: Rev): Readonly<Record<string, Series>> {
  const daily = (values: readonly (number | null)[]): Series =>
    seriesFrom('2026-11-02T06:00:00Z', 86_400, rev === '48' ? values : values.slice(0, 11));
  return {
    'abort-latency': seriesFrom('2026-11-01T00:00:00Z', 12 * 3600, noisy(43, 24, 310, 120)),
    'usage-preserved': daily([100, 100, 100, 100, null, null, 100, 100, 100, 100, 100]),
    'ssrf-blocked': daily([
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
  };
}

const COVERS: Readonly<Record<string, readonly string[]>> = {
  'reconnect-recovery-time': ['W1'],
  'replay-lag': ['W1'],
  'abort-latency': ['W1'],
  'usage-preserved': ['W2'],
  'ssrf-blocked': ['W3'],
  'projector-lag': ['W5A', 'W5A/projector-lag'],
};

/** What every measurement says of where it comes from. */
function measurement(id: string, path: string, rev: Rev): ExhibitInfo {
  return {
    id: `E-metric-${id}`,
    kind: 'metrics',
    path,
    collectedAt: rev === '48' ? '2026-11-20T06:10:00Z' : '2026-11-13T06:10:00Z',
    collector: { name: 'metrics-export', version: '2.3.0' },
    producer: { id: 'observability' },
    covers: COVERS[id] ?? [],
  };
}

/** The measurements as files, each with an evidence entry of its own. */
export function metricExhibits(rev: Rev): readonly Exhibit[] {
  return [
    ...Object.entries(fileSeries(rev)).map(([id, series]) =>
      exhibit(
        { ...measurement(id, `metrics/${id}.csv`, rev), mediaType: 'text/csv' },
        seriesCsv(series),
        [
          {
            type: 'series',
            metric: metricId(id),
            pointer: { kind: 'rows', from: 1, to: series.t.length, column: 'value' },
          },
        ],
      ),
    ),
    ...Object.entries(inlineSeries(rev)).map(([id, series]) =>
      seriesRecord(measurement(id, `evidence/metrics/${id}.json`, rev), id, series),
    ),
  ];
}

/** Six metrics: three from CSV files, three inline. */
export function metrics(rev: Rev): readonly Metric[] {
  const inline = inlineSeries(rev);
  const metric = (
    id: keyof typeof LATEST,
    title: string,
    better: Metric['better'],
    group: string,
    wave: string,
  ): Metric => {
    const { unit, ...target } = TARGETS[rev][id];
    const series = inline[id];
    return {
      id: metricId(id),
      title,
      unit,
      better,
      group,
      item: itemId(wave),
      target,
      evidence: [evidenceId(`E-metric-${id}`)],
      ...(series === undefined
        ? {
            seriesFile: { path: `metrics/${id}.csv`, timeColumn: 'time', valueColumn: 'value' },
          }
        : { series }),
    };
  };
  return [
    metric('reconnect-recovery-time', 'Reconnect recovery time', 'lower', 'Runtime', 'W1'),
    metric('replay-lag', 'Replay lag', 'lower', 'Runtime', 'W1'),
    metric('abort-latency', 'Abort latency', 'lower', 'Runtime', 'W1'),
    metric('usage-preserved', 'Round trips that keep usage', 'higher', 'Providers', 'W2'),
    metric('ssrf-blocked', 'SSRF requests blocked', 'higher', 'Tools', 'W3'),
    metric('projector-lag', 'Projector lag', 'lower', 'Audit', 'W5A'),
  ];
}
