import { sha256Hex } from '../../src/bundle/digest.ts';
import { writeBundle } from '../../src/bundle/write-bundle.ts';
import { evidenceId, metricId, projectId, revisionId } from '../../src/model/ids.ts';
import type { Metric } from '../../src/model/metric.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import { createdAt } from '../plans/generate.ts';
import { randomFrom } from '../support/random.ts';

export const pointCount = 1_000_000;
export const tileCount = 100;
const tilePoints = 500;

export const millionPath = 'metrics/million.csv';
export const millionTitle = 'A million samples';

const base = (
  id: string,
): Pick<ProjectContent, 'project' | 'revision' | 'items' | 'dependencies'> => ({
  project: { id: projectId(id), title: `Plan ${id}` },
  revision: { id: revisionId('1'), createdAt },
  items: [],
  dependencies: [],
});

/** A sample a second, with noise, a daily wave, a few spikes beyond the target and a few gaps. */
export function millionCsv(): Uint8Array {
  const random = randomFrom(11);
  const end = Math.floor(Date.parse(createdAt) / 1000);
  const lines = ['time,value'];
  for (let at = 0; at < pointCount; at += 1) {
    const wave = 20 * Math.sin(at / 13_750);
    const spike = random() < 0.00002 ? 90 : 0;
    const value = 60 + wave + 12 * (random() + random() - 1) + spike;
    const cell = random() < 0.00001 ? '' : value.toFixed(2);
    lines.push(`${end - pointCount + at},${cell}`);
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

/** One metric with a million points in a file. */
export function millionBundle(): ReadonlyMap<string, Uint8Array> {
  const csv = millionCsv();
  const metric: Metric = {
    id: metricId('million'),
    title: millionTitle,
    unit: 'ms',
    better: 'lower',
    target: { operator: 'less-than', value: 110, aggregate: 'p95' },
    evidence: [evidenceId('points')],
    seriesFile: { path: millionPath, timeColumn: 'time', valueColumn: 'value' },
  };
  const content: ProjectContent = {
    ...base('million'),
    metrics: [metric],
    evidence: [
      {
        id: evidenceId('points'),
        kind: 'metrics',
        name: 'points',
        path: millionPath,
        digest: { sha256: sha256Hex(csv) },
        size: csv.byteLength,
        collectedAt: createdAt,
      },
    ],
  };
  return writeBundle(content, { files: new Map([[millionPath, csv]]) });
}

/** A hundred small metrics in ten groups. */
export function tilesBundle(): ReadonlyMap<string, Uint8Array> {
  const random = randomFrom(12);
  const end = Date.parse(createdAt);
  const metrics = Array.from({ length: tileCount }, (_, index): Metric => {
    const v = Array.from({ length: tilePoints }, () => Math.round(random() * 1000) / 10);
    return {
      id: metricId(`m${index}`),
      title: `Metric ${index}`,
      unit: 'ms',
      better: 'lower',
      group: `Group ${index % 10}`,
      target: { operator: 'at-most', value: 80 + (index % 30), aggregate: 'max' },
      evidence: [evidenceId('points')],
      series: { t: v.map((__, at) => end - (tilePoints - at) * 60_000), v },
    };
  });
  const content: ProjectContent = {
    ...base('tiles'),
    metrics,
    evidence: [
      { id: evidenceId('points'), kind: 'metrics', name: 'points', collectedAt: createdAt },
    ],
  };
  return writeBundle(content);
}
