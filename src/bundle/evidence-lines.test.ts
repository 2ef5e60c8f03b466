import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sha256Hex } from './digest.ts';
import { joinEvidence, parseEvidenceLines, unreadableEvidence } from './evidence-lines.ts';
import { parsePlan } from './parse-plan.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';
import { evidenceLines } from './write-bundle.ts';

// Many generated plans on a busy machine take longer than one test usually may.
vi.setConfig({ testTimeout: 120_000 });

const file = 'collections/evidence.ndjson';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const record = (id: string, rest: object = {}) =>
  JSON.stringify({ id, kind: 'test-report', name: id, ...rest });
const read = (text: string, stated = {}) => parseEvidenceLines(bytesOf(text), file, stated);
const ids = (part: ReturnType<typeof read>) => part.evidence.map(({ id }) => id);

describe('parseEvidenceLines', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(arbitraryContent({ maxEvidence: 12 }), ({ evidence = [] }) => {
        const part = read(evidenceLines(evidence));
        expect(part.evidence).toEqual(evidence);
        expect(part.problems).toEqual([]);
        expect(part.unknownCritical).toEqual([]);
      }),
    );
  });

  it('keeps the other lines when one cannot be read, and says where it is', () => {
    const part = read(`${record('a')}\n{"id": "b",\n${record('c')}\n\n`);
    expect(ids(part)).toEqual(['a', 'c']);
    expect(part.lines).toEqual([1, 3]);
    expect(part.problems).toMatchObject([
      {
        code: 'line-unreadable',
        file,
        params: { line: 2, reason: 'json-syntax' },
        position: { line: 2 },
      },
    ]);
    expect(part.unknownCritical).toEqual([`unreadable:${file}:2`]);
  });

  it('reads Windows line ends and a file without a last newline', () => {
    expect(ids(read(`${record('a')}\r\n${record('b')}`))).toEqual(['a', 'b']);
  });

  it.each([
    ['refused-key', '{"id":"b","kind":"k","name":"n","annotations":{"__proto__":1}}'],
    ['duplicate-member', '{"id":"b","kind":"k","name":"n","id":"c"}'],
    ['too-deep', `{"id":"b","x":${'['.repeat(70)}${']'.repeat(70)}}`],
    ['json-syntax', `${record('b')}${record('c')}`],
    ['json-syntax', `${record('b')},${record('c')}`],
  ])('sets aside a line with %s', (reason, line) => {
    const part = read(`${record('a')}\n${line}\n${record('z')}\n`);
    expect(ids(part)).toEqual(['a', 'z']);
    expect(part.problems).toMatchObject([{ code: 'line-unreadable', params: { line: 2, reason } }]);
    expect(part.unknownCritical).toHaveLength(1);
  });

  it('sets aside a line that is not UTF-8 alone', () => {
    const bytes = Uint8Array.from([
      ...bytesOf(`${record('a')}\n`),
      0xff,
      0x0a,
      ...bytesOf(record('b')),
    ]);
    const part = parseEvidenceLines(bytes, file);
    expect(ids(part)).toEqual(['a', 'b']);
    expect(part.problems).toMatchObject([
      { code: 'line-unreadable', params: { reason: 'not-utf8' } },
    ]);
  });

  it('keeps an unreadable record in place, without believing it', () => {
    const part = read(`${record('a')}\n${record('b', { commit: 5, covers: ['W1'] })}\n`);
    expect(part.evidence[1]).toEqual({
      id: 'b',
      kind: 'test-report',
      name: 'b',
      covers: ['W1'],
      annotations: { unreadable: true },
    });
    expect(part.problems).toMatchObject([
      { code: 'record-unreadable', affects: ['b'], position: { line: 2, column: 1 } },
    ]);
    expect(part.unknownCritical).toEqual([]);
  });

  it('points at the member that is unknown', () => {
    const text = `${record('a')}\n${record('b', { mood: 'good' })}\n`;
    const [problem] = read(text).problems;
    expect(problem).toMatchObject({ code: 'member-unknown', path: '/mood', position: { line: 2 } });
    expect(text.slice(problem?.position?.offset).startsWith('"good"')).toBe(true);
  });

  it('trusts no gate when the file is not what the plan states', () => {
    const text = `${record('a')}\n`;
    expect(read(text, { count: 1, sha256: sha256Hex(bytesOf(text)) }).unknownCritical).toEqual([]);
    expect(read(text, { count: 2 })).toMatchObject({
      unknownCritical: [`unreadable:${file}`],
      problems: [{ code: 'count-differs', params: { stated: 2, found: 1 } }],
    });
    expect(read(text, { sha256: '0'.repeat(64) }).problems).toMatchObject([
      { code: 'digest-differs' },
    ]);
  });

  it('never throws, and loses no line silently', () => {
    const line = fc.oneof(
      fc.constantFrom(record('a'), '', '{', 'null', '[]', '{"id":1}', '"\\', '{"a":1,"a":2}', '}{'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const part = read(lines.join('\n'));
        const full = lines
          .join('\n')
          .split('\n')
          .filter((text) => text.trim() !== '').length;
        const lost = part.problems.filter(({ code }) => code === 'line-unreadable').length;
        expect(part.evidence.length + lost).toBe(full);
      }),
    );
  });
});

describe('joinEvidence', () => {
  const planOf = (changes: object) => {
    const bytes = bytesOf(
      JSON.stringify({
        wavegate: '1.0.0',
        project: { id: 'p', title: 'P' },
        revision: { id: 'r', createdAt: '2026-05-04T09:00:00Z' },
        items: [{ id: 'A', kind: 'wave', title: 'A', evidence: ['a', 'gone'] }],
        dependencies: [],
        collections: { evidence: [{ path: file }] },
        ...changes,
      }),
    );
    const plan = parsePlan(bytes, 'bundle.json');
    if (plan.content === undefined) throw new Error('not read');
    return { ...plan, content: plan.content };
  };

  it('looks for references in the collections, and reports those that are nowhere', () => {
    const plan = planOf({});
    expect(plan.problems).toEqual([]);
    const joined = joinEvidence(plan, 'bundle.json', [read(record('a'))]);
    expect(joined.problems).toMatchObject([
      { code: 'dangling-reference', path: '/items/0/evidence/1', params: { id: 'gone' } },
    ]);
  });

  it('keeps two records of one id, and trusts neither', () => {
    const plan = planOf({ evidence: [{ id: 'a', kind: 'k', name: 'one' }] });
    const joined = joinEvidence(plan, 'bundle.json', [
      read(`${record('gone')}\n${record('a')}\n${record('gone')}\n`),
    ]);
    expect(joined.content.evidence?.map(({ id }) => id)).toEqual(['a', 'gone', 'a']);
    expect(joined.problems).toMatchObject([
      { code: 'duplicate-id', affects: ['a'], position: { line: 2 } },
      { code: 'duplicate-record', params: { id: 'gone' } },
    ]);
  });

  it('carries on what a missing file means', () => {
    const joined = joinEvidence(planOf({}), 'bundle.json', [unreadableEvidence(file, 'not-found')]);
    expect(joined.unknownCritical).toEqual([`unreadable:${file}`]);
    expect(joined.problems[0]).toMatchObject({
      code: 'file-unreadable',
      params: { reason: 'not-found' },
    });
  });
});
