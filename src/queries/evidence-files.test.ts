import { describe, expect, it } from 'vitest';
import type { ReportedCase } from '../formats/reports/test-report.ts';
import { ok } from '../lib/result.ts';
import type { EvidenceSource } from '../source/types.ts';
import { wholeReading } from './evidence-options.ts';
import { createSession } from './session.ts';
import type { BundleSession } from './session-types.ts';
import {
  edit,
  type MemoryFiles,
  memorySource,
  request,
  sentinel,
} from './testing/memory-source.ts';

const asked = request('healthy');
const all = { offset: 0, limit: 100 };

function sessionOver(files: MemoryFiles): BundleSession {
  return createSession({ openSource: () => memorySource(files).source });
}

/** States so large a size that nothing is compared before somebody asks. */
function large(files: MemoryFiles = sentinel('healthy')): MemoryFiles {
  edit(files, 'bundle.json', (text) => text.replace(/"size": \d+/, '"size": 99000000'));
  return files;
}

async function digests(session: BundleSession): Promise<readonly string[]> {
  const page = await session.evidencePage(asked, all);
  return page.rows.map(({ digest }) => digest);
}

describe('what comparing bytes tells', () => {
  it('shows in the list of a large bundle too, and nothing is judged again for a match', async () => {
    const session = sessionOver(large());
    expect(new Set(await digests(session))).toEqual(new Set(['unchecked']));
    const before = await session.snapshot(asked);
    const [first] = (await session.evidencePage(asked, all)).rows;
    const content = await session.evidenceContent(asked, first?.id ?? '');
    expect(content).toMatchObject({ ok: true, digest: 'match', isNews: true });
    expect((await digests(session))[0]).toBe('match');
    const page = await session.evidencePage(asked, { ...all, digest: 'match' });
    expect(page.total).toBe(1);
    expect(page.digests.match).toBe(1);
    const detail = await session.evidenceDetail(asked, first?.id ?? '');
    expect(detail?.row.digest).toBe('match');
    const again = await session.snapshot(asked);
    // The same judgement, in which nothing but the count of what was compared is another.
    expect(again.ok && before.ok && again.value.gates === before.value.gates).toBe(true);
    expect(again).toMatchObject({ value: { bundle: { digests: { match: 1 } } } });
    // Told once.
    const second = await session.evidenceContent(asked, first?.id ?? '');
    expect(second.ok && second.isNews).toBeFalsy();
  });

  it('takes the judgements back for bytes that differ', async () => {
    const files = large();
    const session = sessionOver(files);
    const before = await session.snapshot(asked);
    const rows = (await session.evidencePage(asked, all)).rows;
    const row = rows.find(({ path }) => path === 'evidence/unit.json');
    edit(files, 'evidence/unit.json', (text) => text.replace('"failed": 0', '"failed": 3'));
    const answer = await session.files.digest(asked, row?.id ?? '');
    expect(answer).toMatchObject({ ok: true, value: { digest: 'mismatch', isNews: true } });
    const after = await session.snapshot(asked);
    expect(before.ok && after.ok && before.value !== after.value).toBe(true);
    expect(after.ok && after.value.bundle.digests.mismatch).toBe(1);
  });
});

describe('a long report of tests', () => {
  it('comes in parts and is whole, whatever was asked in between', async () => {
    const files = sentinel('healthy');
    const session = sessionOver(files);
    const rows = (await session.evidencePage(asked, all)).rows;
    const id = rows.find(({ path }) => path === 'evidence/unit.json')?.id ?? '';
    const cases = Array.from({ length: 4500 }, (_, at) => `<testcase name="t${at}"/>`);
    edit(files, 'evidence/unit.json', () => `<testsuite>${cases.join('')}</testsuite>`);
    const first = await session.files.reading(asked, id);
    expect(first).toMatchObject({ ok: true, allCases: 4500 });
    expect(casesOf(first)).toHaveLength(2000);
    const whole = await wholeReading(session.files, asked, id);
    expect(casesOf(whole).map(({ name }) => name)).toEqual(cases.map((_, at) => `t${at}`));
    // The parts were given away; who asks again is answered from the file.
    const part = await session.files.cases(asked, id, 4000);
    expect(part.ok && part.value.map(({ name }) => name)[499]).toBe('t4499');
  });
});

function casesOf(answer: Awaited<ReturnType<typeof wholeReading>>): readonly ReportedCase[] {
  return answer.ok && answer.value.report?.family === 'tests' ? answer.value.report.cases : [];
}

describe('files that stay with the engine', () => {
  it('are drawn column by column, and read as the report that they are', async () => {
    const files = sentinel('healthy');
    const session = sessionOver(files);
    const rows = (await session.evidencePage(asked, all)).rows;
    const id = rows.find(({ path }) => path === 'evidence/unit.json')?.id ?? '';
    const cases = Array.from({ length: 7000 }, (_, at) =>
      at === 6500 ? '<testcase name="last"><failure/></testcase>' : `<testcase name="t${at}"/>`,
    );
    edit(files, 'evidence/unit.json', () => `<testsuite>${cases.join('')}</testsuite>`);
    expect(await session.files.open(asked, id)).toMatchObject({ value: { hasReport: true } });
    const answer = await session.files.largeReading(asked, id);
    expect(answer).toMatchObject({
      ok: true,
      value: { entries: 7000, reading: { report: { totals: { total: 7000, failed: 1 } } } },
    });
    const report = answer.ok ? answer.value.reading.report : undefined;
    expect(report?.family === 'tests' && report.cases.length).toBe(5000);
    // What failed is among what is shown, wherever it stands.
    expect(report?.family === 'tests' && report.cases[0]?.name).toBe('last');
  });

  it('are opened, counted, read and searched', async () => {
    const session = sessionOver(sentinel('healthy'));
    const rows = (await session.evidencePage(asked, all)).rows;
    const id = rows.find(({ path }) => path === 'evidence/unit.json')?.id ?? '';
    const { files } = session;
    expect(await files.open(asked, id)).toMatchObject({ ok: true, value: { isText: true } });
    const count = await files.count(asked, id, 'lines');
    expect(count.ok && count.value.isComplete).toBe(true);
    const lines = await files.lines(asked, id, 0, 1);
    expect(lines.ok && lines.value[0]?.text).toMatch(/^\{/);
    const found = await files.find(asked, id, { text: 'FAILED', from: 0, unit: 'lines' });
    expect(found.ok && found.value.hits.length).toBeGreaterThan(0);
    const head = await files.bytes(asked, id, 0, 1);
    expect(head.ok && [...head.value]).toEqual([0x7b]);
    expect(await files.open(asked, 'nothing')).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('give the queue of a gate with what its marks are bound to', async () => {
    const session = sessionOver(sentinel('healthy'));
    const queue = await session.files.reviewQueue(asked, 'gate-A');
    expect(queue?.steps.length).toBeGreaterThan(0);
    const pieces = queue?.steps.flatMap((step) => step.pieces) ?? [];
    expect(pieces.every(({ sha256 }) => sha256 === null || /^[0-9a-f]{64}$/.test(sha256))).toBe(
      true,
    );
    expect(pieces.some(({ sha256 }) => sha256 !== null)).toBe(true);
    expect(await session.files.reviewQueue(asked, 'none')).toBeUndefined();
  });
});

describe('a large file on a server', () => {
  it('shows its beginning while the rest comes, and is what it is when all is there', async () => {
    const files = large();
    const lines = Array.from({ length: 60_000 }, (_, at) => `line ${at} of a log that goes on`);
    edit(files, 'evidence/unit.json', () => lines.join('\n'));
    const { source } = memorySource(files);
    let arrive: () => void = () => undefined;
    const rest = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const remote: EvidenceSource = {
      ...source,
      open: async (...where) => {
        const opened = await source.open(...where);
        if (!opened.ok) return opened;
        const { read } = opened.value;
        return ok({
          ...opened.value,
          read: async (path, options) => {
            if (path === 'evidence/unit.json') await rest;
            return read(path, options);
          },
          readPart: async (path, from, to) => {
            const file = await read(path);
            if (!file.ok) return file;
            const { bytes } = file.value;
            return ok({ bytes: bytes.slice(from, to), size: bytes.length });
          },
        });
      },
    };
    const { files: questions } = createSession({ openSource: () => remote });
    const opened = await questions.open(asked, 'unit');
    const size = lines.join('\n').length;
    expect(opened).toMatchObject({ ok: true, value: { size, isText: true } });
    const early = await questions.count(asked, 'unit', 'lines');
    expect(early.ok && early.value.isComplete).toBe(false);
    expect(early.ok && early.value.count).toBeGreaterThan(10_000);
    const first = await questions.lines(asked, 'unit', 9_000, 1);
    expect(first.ok && first.value[0]?.text).toBe(lines[9_000]);
    const digest = questions.digest(asked, 'unit');
    const last = questions.lines(asked, 'unit', 59_999, 1);
    arrive();
    expect(await last).toMatchObject({ ok: true, value: [{ text: lines[59_999] }] });
    expect(await digest).toMatchObject({ ok: true, value: { digest: 'mismatch' } });
    const whole = await questions.count(asked, 'unit', 'lines');
    expect(whole.ok && whole.value.count).toBeGreaterThan(early.ok ? early.value.count : 0);
  });
});
