import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { EvidenceReading } from './evidence-reading.ts';
import { formatFamilies } from './format-id.ts';
import { readEvidence } from './read-evidence.ts';
import {
  attestationsFigures,
  benchmarksFigures,
  coverageFigures,
  documentsFigures,
  recordsFigures,
  sarifFigures,
  sbomFigures,
  tablesFigures,
  testsFigures,
  textsFigures,
} from './testing/real-figures.ts';

const inputs = path.resolve('../shared/inputs');
const isHere = existsSync(inputs);

const known = new Map<string, EvidenceReading>();

afterAll(() => known.clear());

/** Each file is read once, however many tests ask for it. */
function read(file: string): EvidenceReading {
  const reading =
    known.get(file) ?? readEvidence(readFileSync(path.join(inputs, file)), { name: file });
  known.set(file, reading);
  return reading;
}

function reportOf(file: string): NonNullable<EvidenceReading['report']> {
  const { report, warnings } = read(file);
  if (report === undefined) throw new Error(`no report: ${JSON.stringify(warnings)}`);
  return report;
}

const filesIn = (folder: string): readonly string[] =>
  isHere
    ? readdirSync(path.join(inputs, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => path.join(folder, file))
        .filter((file) => statSync(path.join(inputs, file)).isFile())
    : [];

const count = <T>(list: readonly T[], number: (entry: T) => number): number =>
  list.reduce((sum, entry) => sum + number(entry), 0);

describe.skipIf(!isHere)(
  'real files, against what other programs read out of them (skipped where the inputs are not there)',
  () => {
    it.each(Object.entries(testsFigures))('tests of %s', (file, figures) => {
      const report = reportOf(file);
      if (report.family !== 'tests') throw new Error(report.family);
      const { total, failed, skipped, unlisted } = report.totals;
      // Of a file that ends before its end some case is missing; the other programs do not mind.
      const isCut = read(file).warnings.some(({ code }) => code === 'not-closed');
      expect([isCut ? total - unlisted : total, failed, skipped]).toEqual(figures);
      expect(report.cases.length + report.totals.unlisted).toBe(total);
    });

    it.each(Object.entries(coverageFigures))('coverage of %s', (file, figures) => {
      const report = reportOf(file);
      if (report.family !== 'coverage') throw new Error(report.family);
      const { lines, branches } = report.totals;
      expect(report.files).toHaveLength(figures.files);
      expect([lines?.covered, lines?.total]).toEqual(figures.lines);
      expect([branches?.covered ?? 0, branches?.total ?? 0]).toEqual(figures.branches);
    });

    it.each(Object.entries(sarifFigures))('findings of %s', (file, figures) => {
      const report = reportOf(file);
      if (report.family !== 'sarif') throw new Error(report.family);
      const { runs, results } = report;
      expect([
        runs.length,
        results.length,
        count(runs, ({ rules }) => rules.length),
        count(results, ({ locations }) => locations.length),
      ]).toEqual(figures);
      expect(results.every(({ message }) => message !== '')).toBe(true);
    });

    it.each(Object.entries(sbomFigures))('components of %s', (file, figures) => {
      const report = reportOf(file);
      if (report.family !== 'sbom') throw new Error(report.family);
      const dependsOn = report.dependencies.filter(({ relation }) => relation === 'dependsOn');
      expect([report.components.length, dependsOn.length, report.vulnerabilities.length]).toEqual(
        figures,
      );
    });

    it.each(Object.entries(attestationsFigures))('statements of %s', (file, figures) => {
      if (figures === undefined) {
        expect(read(file).warnings.map(({ code }) => code)).toEqual(['syntax']);
        return;
      }
      const report = reportOf(file);
      if (report.family !== 'attestation') throw new Error(report.family);
      const { statements } = report;
      expect([
        statements.length,
        count(statements, ({ subjects }) => subjects.length),
        count(statements, ({ envelope }) => envelope?.signatures.length ?? 0),
      ]).toEqual(figures);
      expect(statements.every(({ envelope }) => (envelope?.payload.length ?? 0) > 0)).toBe(true);
    });

    it.each(Object.entries(tablesFigures))('rows of %s', (file, figures) => {
      const report = reportOf(file);
      if (report.family !== 'table') throw new Error(report.family);
      expect([report.rows.length, report.header.length]).toEqual(figures);
    });
  },
);

/** Values that are neither lists nor objects. */
function leaves(root: unknown): number {
  const open: unknown[] = [root];
  let found = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
    else found += 1;
  }
  return found;
}

describe.skipIf(!isHere)(
  'real measurements and documents, against the same parsers (skipped where the inputs are not there)',
  () => {
    it.each(Object.entries(benchmarksFigures))('measurements of %s', (file, [values, sum]) => {
      const report = reportOf(file);
      if (report.family !== 'benchmark') throw new Error(report.family);
      const found = report.series.flatMap(({ points }) => points.map(({ value }) => value));
      expect(found).toHaveLength(values);
      expect(count(found, (value) => value)).toBeCloseTo(sum, 6);
    });

    it.each(Object.entries(recordsFigures))('records of %s', (file, figures) => {
      const report = reportOf(file);
      if (report.family !== 'data') throw new Error(report.family);
      expect([report.documents.length, count(report.documents, leaves)]).toEqual(figures);
    });

    it.each(['yaml', 'json'] as const)('documents of %s', (format) => {
      for (const [folder, figures] of Object.entries(documentsFigures[format])) {
        const documents = filesIn(folder)
          .filter((file) => (format === 'yaml' ? /\.ya?ml$/ : /\.json$/).test(file))
          .map((file) =>
            readEvidence(readFileSync(path.join(inputs, file)), { name: file, format }),
          )
          .flatMap(({ report }) => (report?.family === 'data' ? report.documents : []));
        expect([folder, documents.length, count(documents, leaves)]).toEqual([folder, ...figures]);
      }
    });

    it('lines of every plain text', () => {
      const texts = filesIn('.').flatMap((file) => {
        const { report } = read(file);
        return report?.family === 'log' ? [report.lines.length] : [];
      });
      expect([texts.length, count(texts, (lines) => lines)]).toEqual(textsFigures);
    });
  },
);

const oracleFolder = 'publish-unit-test-result-action/python/test/files';

/** Where the oracle of that folder counts otherwise, and why we do not. */
const otherwise: Readonly<Record<string, string>> = {
  'junit-xml/junit.multiresult.xml': 'adds up every ending of a case',
  'junit-xml/non-junit.xml': 'is no report, and both say so',
  'junit-xml/tst/disabled.xml': 'takes disabled cases for passed ones',
  'nunit/nunit3/jenkins/NUnit-issue33493.xml': 'takes inconclusive cases for passed ones',
  'nunit/nunit3/jenkins/NUnit-issue6353.xml': 'passes a case that states no result',
  'nunit/nunit3/jenkins/NUnit-multinamespace.xml': 'passes a case whose success is misspelt',
  'nunit/nunit3/jenkins/NUnit-simple.xml': 'passes over a failure that the root states',
  'nunit/nunit3/jenkins/NUnit-sec1752-file.xml': 'reads a document with entities of its own',
  'nunit/nunit3/jenkins/NUnit-sec1752-https.xml': 'reads a document with entities of its own',
  'xunit/mstest/jenkinsci/testcase2.xml': 'takes stated counts in place of cases',
};

describe.skipIf(!isHere)(
  'real reports of tests, against the totals beside them (skipped where the inputs are not there)',
  () => {
    const oracleOf = (file: string): string => file.replace(/\.(xml|json)$/, '.results.json');
    const files = filesIn(oracleFolder).filter(
      (file) =>
        /\.(?:xml|json)$/.test(file) &&
        !file.endsWith('.results.json') &&
        existsSync(path.join(inputs, oracleOf(file))),
    );

    it.each(files)('%s', (file) => {
      const text = readFileSync(path.join(inputs, oracleOf(file)), 'utf8');
      const { stats }: { stats: Record<string, number> } = JSON.parse(text);
      const { report } = read(file);
      const totals = report?.family === 'tests' ? report.totals : undefined;
      const found = [totals?.total, totals?.passed, totals?.skipped, totals?.failed];
      const stated = [
        stats['runs'],
        stats['runs_succ'],
        stats['runs_skip'],
        (stats['runs_fail'] ?? 0) + (stats['runs_error'] ?? 0),
      ];
      const name = path.relative(oracleFolder, file);
      if (name in otherwise) expect(found).not.toEqual(stated);
      else expect(found).toEqual(stated);
    });

    it('knows all of them', () => {
      expect(files).toHaveLength(60);
    });
  },
);

describe.skipIf(!isHere)('every real file (skipped where the inputs are not there)', () => {
  it('is read, or it is said why not', () => {
    const unread = filesIn('.').filter((file) => {
      const { format, report, warnings } = read(file);
      return formatFamilies[format] !== undefined && report === undefined && warnings.length === 0;
    });
    expect(unread).toEqual([]);
  });

  it.each([
    ['publish-unit-test-result-action/python/test/files/json/empty.json', 'text', 'empty'],
    [
      'publish-unit-test-result-action/python/test/files/json/malformed-json.json',
      'json',
      'syntax',
    ],
    [
      'publish-unit-test-result-action/python/test/files/nunit/nunit3/jenkins/NUnit-sec1752-https.xml',
      'nunit',
      'document-type-refused',
    ],
    [
      'action-junit-report/test_results/corrupt-junit/e2e-tests/corrupt/target/sf-reports/TEST-test.CorruptTest.xml',
      'junit',
      'not-closed',
    ],
  ])('says what is wrong with %s', (file, format, code) => {
    const reading = read(file);
    expect(reading.format).toBe(format);
    expect(reading.warnings.map((warning) => warning.code)).toContain(code);
  });

  it('never takes a corrupt report for one that passed', () => {
    const { facts } = read(
      'action-junit-report/test_results/corrupt-junit/e2e-tests/corrupt/target/sf-reports/TEST-test.CorruptTest.xml',
    );
    expect(facts).toMatchObject([{ type: 'tests', passed: 0, failed: 1 }]);
  });
});
