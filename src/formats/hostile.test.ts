import { describe, expect, it } from 'vitest';
import { hostileEvidence } from '../../mocks/faults/hostile-evidence.ts';
import { readEvidence } from './read-evidence.ts';

const encoder = new TextEncoder();
const readingOf = (path: string) => {
  const found = hostileEvidence.find((entry) => entry.path === path);
  if (found === undefined) throw new Error(path);
  const { text, mediaType } = found;
  return readEvidence(encoder.encode(text), { name: path, mediaType });
};
const codesOf = (path: string): readonly string[] =>
  readingOf(path).warnings.map(({ code }) => code);

describe('evidence that was made to do harm', () => {
  it.each(hostileEvidence)('is answered: $tries ($path)', ({ path }) => {
    const { facts } = readingOf(path);
    expect('hostileScriptRan' in globalThis).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    for (const fact of facts) {
      if (fact.type === 'tests') expect(fact.passed).toBeLessThanOrEqual(fact.total);
      if (fact.type === 'attestation') expect(fact.verified).toBeUndefined();
    }
  });

  it.each([
    ['evidence/entities.xml', 'document-type-refused'],
    ['evidence/external.xml', 'document-type-refused'],
    ['evidence/coverage-external.xml', 'document-type-refused'],
    ['evidence/deep.xml', 'too-deep'],
    ['evidence/cut.xml', 'not-closed'],
    ['evidence/green.xml', 'count-differs'],
    ['evidence/deep.json', 'too-deep'],
    ['evidence/prototype.json', 'refused-key'],
    ['evidence/twice.json', 'duplicate-member'],
    ['evidence/findings.sarif', 'value-unknown'],
    ['evidence/statement.intoto.json', 'not-understood'],
    ['evidence/bom.json', 'reference-missing'],
    ['evidence/data.js', 'script-refused'],
    ['evidence/aliases.yaml', 'alias-refused'],
    ['evidence/tags.yaml', 'tag-refused'],
    ['evidence/prototype.yaml', 'refused-key'],
    ['evidence/prototype.xml', 'refused-key'],
    ['evidence/records.jsonl', 'record-unreadable'],
    ['evidence/deep.jsonl', 'record-unreadable'],
  ])('is told: %s, %s', (path, code) => {
    expect(codesOf(path)).toContain(code);
  });

  it.each([
    'evidence/entities.xml',
    'evidence/external.xml',
    'evidence/deep.xml',
    'evidence/deep.json',
    'evidence/prototype.json',
    'evidence/data.js',
    'evidence/aliases.yaml',
    'evidence/tags.yaml',
    'evidence/prototype.yaml',
    'evidence/prototype.xml',
  ])('gives no report and no fact where it is refused: %s', (path) => {
    const { report, facts } = readingOf(path);
    expect(report).toBeUndefined();
    expect(facts).toEqual([]);
  });

  it('passes nothing that is contradicted, cut off or unknown', () => {
    expect(readingOf('evidence/green.xml').facts).toMatchObject([
      { total: 3, passed: 0, failed: 2 },
    ]);
    expect(readingOf('evidence/cut.xml').facts).toMatchObject([
      { total: 40, passed: 1, failed: 0 },
    ]);
    const findings = readingOf('evidence/findings.sarif').report;
    expect(findings).toMatchObject({ totals: { error: 1, warning: 1 } });
  });

  it('keeps markup and links as text', () => {
    const { report } = readingOf('evidence/markup.xml');
    if (report?.family !== 'tests') throw new Error('tests');
    expect(report.cases[0]?.name).toContain('<script>');
    expect(report.cases[0]?.detail).toContain('<script>');
    const log = readingOf('evidence/escapes.log').report;
    if (log?.family !== 'log') throw new Error('log');
    expect(log.lines[0]?.text).toBe('click');
    expect(JSON.stringify(log.lines[0])).not.toContain('javascript:');
  });
});
