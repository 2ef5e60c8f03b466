import { existsSync, globSync, readFileSync } from 'node:fs';
import { sha256Hex } from '../../src/bundle/digest.ts';
import { evidenceId, metricId } from '../../src/model/ids.ts';
import type { Metric } from '../../src/model/metric.ts';
import type { Exhibit } from './exhibits.ts';
import { type Measured, waveOf } from './plan.ts';

const path = 'metrics/speed.csv';
const header = 'time,measurement,value';

/** The rows of former runs, as the bundle has them that is about to be replaced. */
export function formerRows(bundle: string): readonly string[] {
  const [file] = globSync(`${bundle}/*/${path}`);
  if (file === undefined || !existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean);
}

/**
 * What benchmarks measured as metrics with their goals as targets: a row for each measurement of each
 * run, so that a trend is seen. A run that is already there is not added again.
 */
export function speed(
  { when, goals }: Measured,
  former: readonly string[],
  commit: string,
): { readonly exhibit: Exhibit; readonly metrics: readonly Metric[] } {
  const rows = goals.map(({ id, measured }) => `${when},${id},${measured}`);
  const known = new Set(former);
  const all = [...former, ...rows.filter((row) => !known.has(row))];
  const bytes = new TextEncoder().encode(`${[header, ...all].join('\n')}\n`);
  const id = evidenceId('speed');
  return {
    exhibit: {
      file: { path, bytes },
      evidence: {
        id,
        kind: 'metrics',
        name: 'Benchmarks of all runs',
        path,
        digest: { sha256: sha256Hex(bytes) },
        size: bytes.byteLength,
        mediaType: 'text/csv',
        collectedAt: when,
        observedAt: when,
        collector: { name: 'bench' },
        commit,
        producer: { id: 'continuous-integration' },
      },
    },
    metrics: goals.map((goal): Metric => {
      const item = waveOf(goal);
      return {
        id: metricId(goal.id),
        title: goal.title,
        unit: goal.unit,
        better: goal.better,
        ...(item !== undefined && { item, group: item }),
        target: {
          operator: goal.better === 'lower' ? 'at-most' : 'at-least',
          value: goal.goal,
          aggregate: 'last',
        },
        evidence: [id],
        seriesFile: {
          path,
          timeColumn: 'time',
          valueColumn: 'value',
          where: { measurement: goal.id },
        },
      };
    }),
  };
}
