import { describe, expect, it } from 'vitest';
import { readEvidence } from './read-evidence.ts';
import { samples } from './testing/samples.ts';
import { readingToShow, trimReading } from './trim-reading.ts';

const read = (text: string, name: string) => readEvidence(new TextEncoder().encode(text), { name });

describe('what travels of a reading', () => {
  it('is no table, log or JSON, which are shown from their bytes', () => {
    for (const [text, name] of [
      ['a,b\n1,2\n', 'a.csv'],
      ['one\ntwo\n', 'a.log'],
      ['{"a":1}', 'a.json'],
    ] as const) {
      expect(read(text, name).report).toBeDefined();
      expect(readingToShow(read(text, name))).not.toHaveProperty('report');
    }
    expect(readingToShow(read('a: 1\n', 'a.yaml')).report).toMatchObject({ documents: [{ a: 1 }] });
    expect(readingToShow(read(samples.junit, 'a.xml'))).toMatchObject({
      report: { family: 'tests' },
      facts: [],
    });
  });

  it('is of a large SARIF what is gravest, in its order', () => {
    const levels = ['note', 'warning', 'error', 'none', 'warning', 'error'];
    const results = levels.map((level, at) => ({ ruleId: 'R', level, message: { text: `${at}` } }));
    const runs = [{ tool: { driver: { name: 'lint' } }, results }];
    const trimmed = trimReading(read(JSON.stringify({ version: '2.1.0', runs }), 'a.sarif'), 4);
    const { report } = trimmed.reading;
    if (report?.family !== 'sarif') throw new Error('sarif');
    expect(trimmed.entries).toBe(6);
    expect(report.results.map(({ message }) => message)).toEqual(['2', '5', '1', '4']);
    expect(report.totals).toMatchObject({ error: 2, warning: 2, note: 1 });
  });
});
