import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { itemId, projectId, revisionId } from '../../../src/model/ids.ts';
import { bundleTree } from './bundle-tree.ts';
import { exhibit, filesOf } from './exhibit.ts';
import { csvTable, jsonRecord, scalarAt } from './records.ts';
import { bytesOf, type SampleBundle } from './sample-bundle.ts';
import { noisy, seriesCsv, seriesFrom } from './series.ts';
import { cases, ctrfReport, junitReport } from './test-reports.ts';

const info = { id: 'E', kind: 'test-report', path: 'evidence/a.xml' };
const text = (content: string | Uint8Array) => new TextDecoder().decode(bytesOf(content));

describe('authoring helpers', () => {
  it('states digest and size of the bytes', () => {
    const { entry } = exhibit(info, 'naïve');
    expect(entry.digest?.sha256).toBe(createHash('sha256').update('naïve').digest('hex'));
    expect(entry.size).toBe(6);
    expect(entry.name).toBe('a.xml');
  });

  it('refuses two exhibits on one path', () => {
    expect(() => filesOf([exhibit(info, 'a'), exhibit(info, 'b')])).toThrow('evidence/a.xml');
  });

  it('points every JUnit case at the line on which it stands', () => {
    const report = junitReport(info, {
      cases: [
        { suite: 's', name: 'one', outcome: 'failed', message: 'a < b' },
        { suite: 's', name: 'two', acceptance: ['A-1'] },
        { suite: 't', name: 'three "x"', outcome: 'skipped' },
      ],
    });
    const written = text(report.content).split('\n');
    const fact = report.entry.facts?.[0];
    if (fact?.type !== 'tests') throw new Error('no tests fact');
    expect([fact.total, fact.passed, fact.failed, fact.skipped]).toEqual([3, 1, 1, 1]);
    const starts = fact.cases?.map((entry) =>
      entry.pointer?.kind === 'test' ? written[(entry.pointer.line ?? 0) - 1]?.trim() : '',
    );
    expect(starts?.map((line) => line?.match(/ name="([^ ]+?)[ "]/)?.[1])).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(starts?.every((line) => line?.startsWith('<testcase '))).toBe(true);
  });

  it('points every CTRF case at its place in the document', () => {
    const report = ctrfReport(info, { tool: 'x', cases: cases('s', 2, (n) => `case ${n}`) });
    const fact = report.entry.facts?.[0];
    if (fact?.type !== 'tests') throw new Error('no tests fact');
    const document = JSON.parse(text(report.content));
    expect(fact.cases?.map((entry) => entry.name)).toEqual(['case 1', 'case 2']);
    for (const entry of fact.cases ?? []) {
      if (entry.pointer?.kind !== 'json') throw new Error('no pointer');
      expect(scalarAt(document, `${entry.pointer.pointer}/name`)).toBe(entry.name);
    }
  });

  it('takes values from the record and refuses a pointer that leads nowhere', () => {
    const { entry } = jsonRecord(info, { a: { 'b/c': 3 } }, ['/a/b~1c']);
    expect(entry.facts).toEqual([
      { type: 'value', pointer: { kind: 'json', pointer: '/a/b~1c' }, value: 3 },
    ]);
    expect(() => jsonRecord(info, {}, ['/x'])).toThrow('/x');
  });

  it('counts data rows apart from physical lines', () => {
    const { content, entry } = csvTable(
      info,
      ['a', 'b'],
      [
        [1, 'x,y'],
        [null, '"'],
      ],
    );
    expect(text(content)).toBe('a,b\n1,"x,y"\n,""""\n');
    expect(entry.facts?.[0]).toMatchObject({ rows: 2, lines: 3 });
  });

  it('writes gaps as empty cells and repeats its noise', () => {
    expect(seriesCsv(seriesFrom('2026-11-01T00:00:00Z', 60, [1, null]))).toBe(
      'time,value\n2026-11-01T00:00:00Z,1\n2026-11-01T00:01:00Z,\n',
    );
    expect(noisy(3, 5, 10, 2)).toEqual(noisy(3, 5, 10, 2));
    expect(noisy(3, 50, 10, 2).every((value) => value >= 8 && value <= 12)).toBe(true);
  });

  it('lists the newest revision first and sums every file but the sums', () => {
    const revision = (id: string, createdAt: string): SampleBundle => ({
      project: 'p',
      revision: id,
      content: {
        project: { id: projectId('p'), title: 'P' },
        revision: { id: revisionId(id), createdAt },
        items: [{ id: itemId('A'), kind: 'step', title: 'A' }],
        dependencies: [],
      },
      files: new Map([['evidence/a.txt', 'a']]),
    });
    const tree = bundleTree([
      revision('1', '2026-11-01T00:00:00Z'),
      revision('2', '2026-11-02T00:00:00Z'),
    ]);
    const index = JSON.parse(text(tree.get('index.json') ?? ''));
    expect(index.projects[0].revisions.map((entry: { id: string }) => entry.id)).toEqual([
      '2',
      '1',
    ]);
    const sums = text(tree.get('projects/p/1/SHA256SUMS') ?? '')
      .trim()
      .split('\n');
    expect(sums.map((line) => line.slice(66))).toEqual(['bundle.json', 'evidence/a.txt']);
  });
});
