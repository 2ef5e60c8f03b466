import { describe, expect, it } from 'vitest';
import { readEvidence } from '../read-evidence.ts';
import { samples } from '../testing/samples.ts';
import { readSarifReport } from './sarif-report.ts';

const runWith = (run: object) =>
  readSarifReport(
    JSON.stringify({ version: '2.1.0', runs: [{ tool: { driver: { name: 't' } }, ...run }] }),
  );

describe('readSarifReport', () => {
  it('finds rules, levels, messages with arguments, and addresses through their bases', () => {
    const { report, warnings } = readSarifReport(samples.sarif);
    expect(report?.results[0]).toMatchObject({
      ruleId: 'R1/sub',
      rule: 0,
      level: 'error',
      kind: 'fail',
      message: "'x' is global; write {}.",
      locations: [{ uri: 'file:///app/src/a.ts', line: 3, column: 2 }],
      suppressed: false,
      pointer: { kind: 'json', pointer: '/runs/0/results/0' },
    });
    expect(warnings).toEqual([]);
  });

  it('counts apart what passed and what is accepted; what is under review still counts', () => {
    expect(readSarifReport(samples.sarif).report?.totals).toEqual({
      error: 2,
      warning: 0,
      note: 0,
      none: 0,
      otherKinds: 1,
      suppressed: 1,
      runsWithoutResults: 0,
      failedRuns: 0,
    });
  });

  it('counts what it does not know as the gravest', () => {
    const { report, warnings } = runWith({
      results: [
        { level: 'awful', message: { text: 'x' } },
        { kind: 'odd', message: { text: 'y' } },
      ],
    });
    expect(report?.totals).toMatchObject({ error: 1, warning: 1, otherKinds: 0 });
    expect(warnings.map(({ code }) => code)).toEqual(['value-unknown', 'value-unknown']);
    const odd = runWith({
      results: [{ message: { text: 'x' }, suppressions: [{ kind: 'inSource', status: 'odd' }] }],
    });
    expect(odd.report?.totals).toMatchObject({ suppressed: 0, warning: 1 });
  });

  it('keeps no results and no word of results apart', () => {
    expect(runWith({ results: [] }).report?.totals.runsWithoutResults).toBe(0);
    expect(runWith({}).report?.totals.runsWithoutResults).toBe(1);
    expect(
      runWith({ invocations: [{ executionSuccessful: false }] }).report?.totals.failedRuns,
    ).toBe(1);
  });

  it('goes round no circle of bases, and names a rule or file that is not there', () => {
    const location = { physicalLocation: { artifactLocation: { uri: 'a', uriBaseId: 'A' } } };
    const { report } = runWith({
      originalUriBaseIds: { A: { uri: 'x/', uriBaseId: 'B' }, B: { uri: 'y/', uriBaseId: 'A' } },
      results: [{ message: { text: 'm' }, locations: [location] }],
    });
    expect(report?.results[0]?.locations[0]?.uri).toBe('y/x/a');
    const dangling = { physicalLocation: { artifactLocation: { index: 4 } } };
    const { warnings } = runWith({
      results: [{ ruleIndex: 3, message: { text: 'm' }, locations: [dangling] }],
    });
    expect(warnings.map(({ code }) => code)).toEqual(['reference-missing', 'reference-missing']);
  });
});

it('tells how many errors there are only when every run told its results and succeeded', () => {
  const factsOf = (...runs: object[]) => {
    const text = JSON.stringify({
      version: '2.1.0',
      runs: runs.map((run) => ({ tool: { driver: { name: 't' } }, ...run })),
    });
    return readEvidence(new TextEncoder().encode(text)).facts;
  };
  const error = { level: 'error', message: { text: 'x' } };
  const told = (value: number) => [
    { type: 'value', pointer: { kind: 'whole' }, value, unit: 'count' },
  ];
  expect(factsOf({ results: [error, { ...error, level: 'note' }] })).toEqual(told(1));
  expect(factsOf({ results: [] })).toEqual(told(0));
  expect(factsOf()).toEqual([]);
  expect(factsOf({ results: [] }, {})).toEqual([]);
  const failed = { invocations: [{ executionSuccessful: false }] };
  expect(factsOf({ results: [], ...failed })).toEqual([]);
});
