import { describe, expect, it } from 'vitest';
import type { ContractReport } from './contract-report.ts';
import { type ReportTexts, reportMarkdown } from './report-markdown.ts';

const texts: ReportTexts = {
  title: (contract) => `Report: ${contract}`,
  facts: ({ bundle, asOf }) => [`Bundle ${bundle}`, `As of ${asOf}`],
  deliverables: 'Deliverables',
  deliverableHead: ['No.', 'Name', 'Path', 'Agreed', 'Measured', 'Verdict'],
  targets: 'Targets',
  targetHead: ['Target', 'Agreed', 'Measured', 'Verdict', 'Proof'],
  crossChecks: 'Between files',
  definitionOfDone: 'Done',
  hits: (pattern, lines) => `forbidden ${pattern} in ${(lines ?? []).join(', ')}`,
  verdict: (verdict) => verdict.toUpperCase(),
  target: (operator, value, unit) => `${operator} ${value} ${unit}`,
  actual: ({ value }) => String(value),
};

const report: ContractReport = {
  report: 'wavegate-contract',
  version: 1,
  contract: { id: 'C', title: 'Core | work' },
  project: { id: 'p', title: 'P', sample: true },
  revision: 'r1',
  bundle: 'ab'.repeat(32),
  asOf: '2026-11-20T00:00:00Z',
  summary: {
    deliverables: { met: 1, of: 2 },
    targets: { met: 0, of: 1 },
    crossChecks: { met: 0, of: 1 },
    definitionOfDone: { met: 0, of: 0 },
    lines: { least: 1, most: 2, measured: 3, files: 1 },
    attempts: { made: 1, rejected: 0, limit: 2 },
  },
  deliverables: [
    {
      id: 'D1',
      number: '1',
      title: 'Router\nwith a break',
      path: 'src/model_router.py',
      category: 'code',
      verdict: 'failed',
      reason: { code: 'tests-passed' },
      text: 'todo occurs',
      agreed: { lines: '10–20', minRows: 3 },
      measured: { lines: 12, rows: 4, evidence: 'e' },
      checks: [],
      patterns: [
        { pattern: 'TODO|FIXME', kind: 'forbidden', count: 2, lines: [88, 131], holds: false },
        { pattern: 'def', kind: 'required', count: 2, holds: true },
      ],
    },
    {
      id: 'D2',
      title: '<img src=x onerror=alert(1)>',
      path: 'b',
      category: 'code',
      verdict: 'passed',
      agreed: {},
      checks: [],
      patterns: [],
    },
  ],
  targets: [
    {
      id: 't',
      title: 'Fast',
      operator: '<',
      value: 5,
      unit: 's',
      verdict: 'missing',
      text: 'none',
    },
  ],
  crossChecks: [
    {
      id: 'x',
      title: 'Both',
      verdict: 'failed',
      text: '1 of 2',
      parts: [{ id: 'y', title: 'One side', verdict: 'passed', parts: [] }],
    },
  ],
  definitionOfDone: [],
};

describe('the report as Markdown', () => {
  const lines = reportMarkdown(report, texts).split('\n');

  it('names the contract, the bundle and the instant', () => {
    expect(lines.slice(0, 4)).toEqual([
      '# Report: Core \\| work',
      '',
      `- Bundle ${'ab'.repeat(32)}`,
      '- As of 2026-11-20T00:00:00Z',
    ]);
  });

  it('has a row for each deliverable, with forbidden hits and their lines', () => {
    expect(lines).toContain(
      '| 1 | Router with a break | src/model\\_router.py | 10–20, ≥ 3 | 12, 4 | FAILED: todo occurs; forbidden TODO\\|FIXME in 88, 131 |',
    );
    expect(lines).toContain('| Fast | < 5 s |  | MISSING: none |  |'.replace('<', '\\<'));
  });

  it('keeps markup of the bundle from being markup of the report', () => {
    expect(lines.find((line) => line.includes('onerror'))).toContain('\\<img src=x');
  });

  it('lists checks with their parts, and leaves out what the contract lacks', () => {
    const at = lines.indexOf('## Between files');
    expect(lines.slice(at + 2, at + 4)).toEqual([
      '- **Both** – FAILED: 1 of 2',
      '  - **One side** – PASSED',
    ]);
    expect(lines).not.toContain('## Done');
  });

  it('has as many cells in each row as in the head', () => {
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
    const rows = lines.filter((line) => line.startsWith('|'));
    expect(new Set(rows.slice(0, 4).map(cells))).toEqual(new Set([8]));
  });
});
