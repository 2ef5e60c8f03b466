import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricStudy } from '../derive/metrics/study.ts';
import { targetRows } from '../derive/metrics/targets.ts';
import { readCsvText } from '../formats/csv-table.ts';
import { readEvidence } from '../formats/read-evidence.ts';
import { createEvaluation } from '../gates/evaluate.ts';
import { buildProject } from '../model/build-project.ts';
import { metricId, projectId, revisionId } from '../model/ids.ts';

// Files of public projects that stand beside the checkout and are no part of it. What is expected of
// them was computed with Python's standard library (fmean, and nearest rank written out there).

const inputs = resolve('../shared/inputs');
const isThere = existsSync(inputs);
const extracted = `${inputs}/github-action-benchmark/test/data/extract`;
const start = Date.parse('2026-07-18T00:00:00Z');

/** Samples of one metric, one a minute, as a plan would hold them. */
function studyOf(values: readonly number[], names: readonly string[], unit: string) {
  const project = buildProject({
    project: { id: projectId('p'), title: 'P' },
    revision: { id: revisionId('1'), createdAt: '2026-07-19T00:00:00Z' },
    items: [],
    dependencies: [],
    metrics: [
      {
        id: metricId('m'),
        title: 'Time',
        unit,
        better: 'lower',
        target: { operator: 'at-most', value: Math.max(...values), aggregate: 'max' },
        series: { t: values.map((_, at) => start + at * 60_000), v: values, category: names },
      },
    ],
  });
  const evaluation = createEvaluation(project, { asOf: '2026-07-19T00:00:00Z' });
  const context = { project, verdicts: evaluation.verdicts, evaluation };
  const study = metricStudy(context, 'm', {});
  if (study === undefined) throw new Error('no study');
  // Nobody says what the points stand in, so that they prove nothing.
  expect(targetRows(context)[0]).toMatchObject({ verdict: 'missing', delivery: 'no-file' });
  return study;
}

type Wanted = readonly [mean: number, min: number, p50: number, p95: number, max: number];

function expectFigures(study: ReturnType<typeof studyOf>, count: number, wanted: Wanted): void {
  const [mean, ...percentiles] = wanted;
  expect(study.samples).toBe(count);
  expect((study.mean ?? 0) / mean).toBeCloseTo(1, 12);
  const found = [0, 50, 95, 100].map(
    (percent) => study.percentiles.find((each) => each.percent === percent)?.value,
  );
  expect(found).toEqual(percentiles);
}

describe.skipIf(!isThere)('real measurements (skipped where the files are absent)', () => {
  it.each<[string, string, number, Wanted]>([
    [
      'googlecpp_output.json',
      'ns',
      2,
      [
        13835.295108076267, 214.98980114547953, 214.98980114547953, 27455.600415007055,
        27455.600415007055,
      ],
    ],
    [
      'pytest_output.json',
      's',
      2,
      [
        0.001504559676997546, 2.408868133322941e-5, 2.408868133322941e-5, 0.002985030672661863,
        0.002985030672661863,
      ],
    ],
    [
      'jmh_output.json',
      'ops/s',
      1,
      [
        3376238873.1228185, 3376238873.1228185, 3376238873.1228185, 3376238873.1228185,
        3376238873.1228185,
      ],
    ],
    ['customSmallerIsBetter_output.json', 'any', 2, [75, 50, 50, 100, 100]],
    ['customBiggerIsBetter_output.json', 'any', 2, [110, 70, 70, 150, 150]],
  ])('%s', (name, unit, count, wanted) => {
    const { report } = readEvidence(new Uint8Array(readFileSync(`${extracted}/${name}`)));
    if (report?.family !== 'benchmark') throw new Error(`${name} is ${report?.family}`);
    const units = report.series.map((series) => series.unit);
    if (unit !== 'any') expect(new Set(units)).toEqual(new Set([unit]));
    // Time on the processor is a second measure of the same runs.
    const main = report.series.filter(({ measure }) => measure !== 'cpu_time');
    const points = main.flatMap((series) =>
      series.points.map(({ value }) => ({ value, name: series.name })),
    );
    const study = studyOf(
      points.map(({ value }) => value),
      points.map((point) => point.name),
      unit,
    );
    expectFigures(study, count, wanted);
    expect(study.categories).toHaveLength(new Set(points.map((point) => point.name)).size);
  });

  it.each<[string, string, number, Wanted]>([
    ['TemplateParse', 'μs', 5, [1713.5238, 3.653, 7.208, 8287.089, 8287.089]],
    ['TextRender', 'μs', 6, [131.26833333333335, 32.5, 65.55, 376.71, 376.71]],
    ['LoopRender', 'μs', 5, [1529.48, 612.9, 976.2, 4097.8, 4097.8]],
    ['SubstitutionRender', 'ns', 5, [1501.38, 118.7, 538, 4414, 4414]],
  ])('the table of %s, with its unit in every cell', (name, unit, count, wanted) => {
    const [file = ''] = globSync(`${inputs}/heddle/**/Heddle.Performance.${name}Benchmarks-*.csv`);
    const table = readCsvText(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
    const column = table.header.indexOf('Mean');
    const method = table.header.indexOf('Method');
    const cells = table.rows.map((row) => row[column] ?? '');
    expect(new Set(cells.map((cell) => cell.split(' ').at(-1))), basename(file)).toEqual(
      new Set([unit]),
    );
    const values = cells.map((cell) => Number(cell.replaceAll(',', '').split(' ')[0]));
    const study = studyOf(
      values,
      table.rows.map((row) => row[method] ?? ''),
      unit,
    );
    expectFigures(study, count, wanted);
    // Each method is a category of its own.
    expect(study.categories.map(({ samples }) => samples)).toEqual(values.map(() => 1));
  });
});
