import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/evidence.ts';
import { temporaryFolder, wavegate } from '../testing/world.ts';

const inputs = path.resolve('../shared/inputs');

async function collected(folder: string, config: string) {
  writeFileSync(path.join(folder, 'wavegate.yaml'), `wavegate: 1\nproject: { id: p }\n${config}`);
  const { exitCode, out, err } = await wavegate(['collect', '-C', folder, '--json']);
  expect([err, exitCode]).toEqual(['', 0]);
  const lines = path.join(folder, 'wavegate-bundle/collections/evidence.ndjson');
  const evidence: Evidence[] = existsSync(lines)
    ? readFileSync(lines, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  return { report: JSON.parse(out), evidence };
}

describe.skipIf(!existsSync(inputs))(
  'everything real (skipped where the inputs are not there)',
  () => {
    it('every report, benchmark, statement and control file becomes evidence, and is judged', async () => {
      const folder = temporaryFolder();
      cpSync(inputs, folder, { recursive: true });
      const { report, evidence } = await collected(
        folder,
        "evidence:\n  - { files: ['**/*', '!**/LICENSE', '!wavegate.yaml'], kind: anything }\n",
      );
      expect(report.counts.evidence).toBeGreaterThan(500);
      const tests = evidence.filter(({ facts = [] }) => facts.some(({ type }) => type === 'tests'));
      expect(tests.length).toBeGreaterThan(80);
      expect(JSON.stringify(report)).not.toMatch(/internal|TypeError|RangeError/);
      const bundle = path.join(folder, 'wavegate-bundle');
      const judged = await wavegate(['check', bundle, '--policy', 'verified', '-f', 'json']);
      expect(judged.exitCode).toBe(2);
      expect(JSON.parse(judged.out).headline.code).toBe('empty');
    });

    it('test reports keep the totals that another tool found', async () => {
      const folder = temporaryFolder();
      const from = 'publish-unit-test-result-action/python/test/files/junit-xml';
      cpSync(path.join(inputs, from), folder, { recursive: true });
      const { evidence } = await collected(
        folder,
        "evidence: [{ files: '**/*.xml', kind: test-report }]\n",
      );
      let compared = 0;
      for (const { id, facts = [] } of evidence) {
        const oracle = path.join(folder, id.replace(/\.xml$/, '.results.json'));
        if (!existsSync(oracle)) continue;
        const { stats } = JSON.parse(readFileSync(oracle, 'utf8'));
        const total = facts.reduce(
          (sum, fact) => sum + (fact.type === 'tests' ? fact.total : 0),
          0,
        );
        expect([id, total]).toEqual([id, stats.runs]);
        compared += 1;
      }
      expect(compared).toBeGreaterThan(10);
    });

    it('links of the series: broken ones lead to files that are not there, one of them named', async () => {
      for (const [revision, total] of [
        ['270cb3ee-reset-0of458', 1586],
        ['850e5433-stage02-done', undefined],
        ['51f2b3c1-stage09-done', undefined],
      ] as const) {
        const folder = temporaryFolder();
        cpSync(path.join(inputs, 'kjxlkj', revision), folder, { recursive: true });
        const { report } = await collected(folder, "links: { files: '**/*.md' }\n");
        if (total !== undefined) expect(report.counts.links).toBe(total);
        // The inputs are an excerpt: whole folders are left out. Every file that is there keeps its anchors.
        const codes = new Set(report.findings.map(({ code }: { code: string }) => code));
        expect([...codes]).toEqual(['link-missing']);
        const named = report.findings.some(({ text }: { text: string }) =>
          text.includes('reconstruction-manifest.md'),
        );
        expect([revision, named]).toEqual([revision, !revision.startsWith('270cb3ee')]);
      }
    });

    it('phases whose plan files are named and were not kept', async () => {
      for (const [revision, named, present] of [
        ['head', 33, 0],
        ['69d39e4-full', 19, 15],
      ] as const) {
        const folder = temporaryFolder();
        cpSync(path.join(inputs, 'bexio-mcp-server', revision), folder, { recursive: true });
        const text = readFileSync(path.join(folder, '.planning/ROADMAP.md'), 'utf8');
        const files = [...new Set(text.match(/\b\d\d-\d\d-PLAN\.md/g) ?? [])];
        expect(files).toHaveLength(named);
        const deliverables = files
          .map((file) => {
            const [phase = ''] = file.split('-');
            const found = [
              '01-foundation-migration',
              '02-reference-data-banking',
              '03-projects-accounting',
              '04-purchase-files-payroll',
              '05-ui-packaging',
              '06-distribution',
            ].find((name) => name.startsWith(phase));
            return `      - { path: '.planning/phases/${found ?? phase}/${file}' }`;
          })
          .join('\n');
        const { report, evidence } = await collected(
          folder,
          `contracts:\n  - id: plans\n    deliverables:\n${deliverables}\n`,
        );
        expect(report.counts.deliverables).toBe(named);
        const there = evidence.filter(({ facts = [] }) =>
          facts.some((fact) => fact.type === 'file' && fact.exists),
        );
        expect([revision, there.length]).toEqual([revision, present]);
      }
    });
  },
);
