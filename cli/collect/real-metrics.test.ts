import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/formats/read-evidence.ts';
import { temporaryFolder, wavegate } from '../testing/world.ts';
import { benchmarkFigures, tableFigures } from './testing/benchmark-figures.ts';

const inputs = path.resolve('../shared/inputs');
const extracted = 'github-action-benchmark/test/data/extract';

interface Wanted {
  readonly file: string;
  readonly unit: string;
  readonly value: number;
  readonly config: object;
}

const benchmarks: readonly Wanted[] = Object.entries(benchmarkFigures).flatMap(([file, rows]) =>
  rows.map(([name, unit, value]) => ({
    file: `${extracted}/${file}`,
    unit: unit.replace(/\/(?:op|iter)$/, ''),
    value,
    config: { format: 'benchmark', value: name },
  })),
);
const tables: readonly Wanted[] = Object.entries(tableFigures).flatMap(([file, rows]) =>
  rows.map(([method, value, unit]) => ({
    file,
    unit,
    value,
    config: { value: 'Mean', where: { Method: method } },
  })),
);

interface Collected {
  readonly id: string;
  readonly series: { readonly t: readonly number[]; readonly v: readonly number[] };
}

describe.skipIf(!existsSync(inputs))(
  'metrics of real benchmark tools, against what Python read (skipped without the inputs)',
  () => {
    it('knows every file with a benchmark in it', () => {
      const found = readdirSync(path.join(inputs, extracted)).filter((file) => {
        const bytes = readFileSync(path.join(inputs, extracted, file));
        return readEvidence(bytes, { name: file }).report?.family === 'benchmark';
      });
      expect(found.sort()).toEqual(Object.keys(benchmarkFigures).sort());
    });

    it('every one becomes a metric with its value, in its unit', async () => {
      const folder = temporaryFolder();
      const wanted = [...benchmarks, ...tables];
      const local = (file: string): string => path.basename(file);
      for (const { file } of wanted) {
        copyFileSync(path.join(inputs, file), path.join(folder, local(file)));
      }
      const metrics = wanted.map(({ file, unit, config }, at) => ({
        id: `m${at}`,
        unit,
        better: 'lower',
        file: local(file),
        ...config,
      }));
      writeFileSync(
        path.join(folder, 'wavegate.yaml'),
        JSON.stringify({ wavegate: 1, project: { id: 'p' }, metrics }),
      );
      const { exitCode, out, err } = await wavegate(['collect', '-C', folder, '--json']);
      expect([exitCode, err]).toEqual([0, '']);
      const errors = JSON.parse(out).findings.filter(
        ({ severity }: { severity: string }) => severity === 'error',
      );
      expect(errors).toEqual([]);
      const bundle = JSON.parse(
        readFileSync(path.join(folder, 'wavegate-bundle/bundle.json'), 'utf8'),
      );
      const values = bundle.metrics.map(({ id, series }: Collected) => [id, series.v]);
      expect(values).toEqual(wanted.map(({ value }, at) => [`m${at}`, [value]]));
    });
  },
);
