import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../core/version.ts';
import { folderWith, writeFiles } from '../testing/files.ts';
import { temporaryFolder, wavegate } from '../testing/world.ts';
import { bundleIn } from './testing/bundle-in.ts';

const head = 'wavegate: 1\nproject: { id: p, title: Plan }\n';
const table =
  '| Wave | Title | Depends on |\n|---|---|---|\n| W1 | One | none |\n| W2 | Two | W1 |\n';
const plans = 'plans:\n  - { files: plan.md, format: table, kind: wave }\n';
const junit = '<testsuite name="s" tests="2"><testcase name="a"/><testcase name="b"/></testsuite>';

async function collected(folder: string, ...more: readonly string[]) {
  const ran = await wavegate(['collect', '-C', folder, '--json', ...more]);
  if (ran.exitCode !== 0) return { ...ran, report: undefined };
  return { ...ran, report: JSON.parse(ran.out) };
}

describe('collect', () => {
  it('goes from files to a bundle that can be judged', async () => {
    const folder = folderWith({
      'plan.md': table,
      'reports/unit.xml': junit,
      'wavegate.yaml': `${head}${plans}evidence:
  - { files: reports/*.xml, kind: test-report, covers: [W1] }
gates:
  - id: G1
    complete: [W1]
    conditions: [{ kind: tests, evidence: { kind: test-report }, minCases: 2, maxFailed: 0 }]
`,
    });
    const { report, err } = await collected(folder);
    expect(err).toBe('');
    expect(report.counts).toMatchObject({ items: 2, dependencies: 1, gates: 1, evidence: 1 });
    expect(report.findings).toEqual([]);
    const { evidence } = bundleIn(folder);
    expect(evidence[0]).toMatchObject({
      id: 'reports/unit.xml',
      path: 'evidence/reports/unit.xml',
      facts: [{ type: 'tests', total: 2, passed: 2, failed: 0 }],
    });
    const { exitCode } = await wavegate([
      'check',
      join(folder, 'wavegate-bundle'),
      '--gate',
      'G1',
      '--policy',
      'verified',
    ]);
    expect(exitCode).toBe(0);
    execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], {
      cwd: join(folder, 'wavegate-bundle'),
    });
  });

  it('says with file and line what is wrong in the configuration', async () => {
    for (const [text, code, line] of [
      [`${head}plan: []\n`, 'config-invalid', 1],
      [`${head}plans:\n  - files: a\n    format: tabel\n`, 'config-invalid', 5],
      [`${head}x: &a 1\nplans: *a\n`, 'config-unreadable', 4],
      [`${head}plans: !!js/function 'x'\n`, 'config-unreadable', 3],
    ] as const) {
      const folder = folderWith({ 'wavegate.yaml': text });
      const { exitCode, err } = await wavegate(['--errors', 'json', 'collect', '-C', folder]);
      expect([exitCode, JSON.parse(err).error]).toMatchObject([2, { code, line }]);
    }
    const { err, exitCode } = await wavegate(['collect', '-C', temporaryFolder()]);
    expect([exitCode, err.includes('wavegate init')]).toEqual([2, true]);
  });

  it('reports a condition that no engine knows, and lets its gate not pass', async () => {
    const folder = folderWith({
      'plan.md': table,
      'wavegate.yaml': `${head}${plans}gates:
  - { id: G1, complete: [W1], conditions: [{ kind: metric, metric: latency }] }
`,
    });
    const { report } = await collected(folder);
    expect(report.findings.map(({ code }: { code: string }) => code)).toContain(
      'condition-unreadable',
    );
    const judged = await wavegate(['check', join(folder, 'wavegate-bundle'), '--gate', 'G1']);
    expect(judged.exitCode).toBe(2);
  });

  it('leaves a bundle alone while nothing changes, and notices the least change', async () => {
    const folder = folderWith({ 'plan.md': table, 'wavegate.yaml': `${head}${plans}` });
    const old = new Date('2026-01-01T00:00:00Z');
    utimesSync(join(folder, 'plan.md'), old, old);
    const later = { now: () => new Date(Date.now() + 60_000).toISOString() };
    const run = async () =>
      JSON.parse((await wavegate(['collect', '-C', folder, '--json'], later)).out);
    const first = await run();
    expect(first.unchanged).toBe(false);
    const second = await run();
    expect([second.unchanged, second.bundleId]).toEqual([true, first.bundleId]);
    writeFileSync(join(folder, 'plan.md'), table.replace('Two', 'Zwo'));
    // The same size and the same time of change: only what no program can set back tells.
    utimesSync(join(folder, 'plan.md'), old, old);
    expect((await run()).unchanged).toBe(false);
    writeFileSync(join(folder, 'wavegate-bundle/SHA256SUMS'), '');
    expect((await run()).unchanged).toBe(false);
  });

  it('says again what was not understood, however often it is asked', async () => {
    const folder = folderWith({
      'plan.md': table.replace('| W1 |\n', '| W9 |\n'),
      'r.json': '{"version": "2.1.0", "runs": [',
      'wavegate.yaml': `${head}${plans}evidence: [{ files: r.json, kind: static-analysis, format: sarif }]\n`,
    });
    for (const name of ['plan.md', 'r.json', 'wavegate.yaml']) {
      utimesSync(join(folder, name), new Date(0), new Date(0));
    }
    const later = { now: () => new Date(Date.now() + 60_000).toISOString() };
    const args = ['collect', '-C', folder];
    for (const time of ['first', 'second']) {
      const { exitCode, out } = await wavegate([...args, '--strict'], later);
      expect([time, exitCode, out.includes('2 things were not understood')]).toEqual([
        time,
        1,
        true,
      ]);
      expect(out).toContain('r.json');
      expect(out).not.toMatch(/\bsyntax\b|=/);
    }
    expect((await wavegate(args, later)).out).toContain('Nothing changed');
    // Both questions are answered: what was lost, and what the judgement is.
    const both = await wavegate([...args, '--strict', '--check'], later);
    expect([both.exitCode, both.out.includes('As of') || both.out.includes('as of')]).toEqual([
      1,
      true,
    ]);
  });

  it('goes on where it was interrupted', async () => {
    const folder = folderWith({
      'a.txt': 'a',
      'b.txt': 'b',
      'wavegate.yaml': `${head}evidence: [{ files: '*.txt', kind: file }]\n`,
    });
    const now = () => new Date(Date.now() + 60_000).toISOString();
    const stopped = await wavegate(['collect', '-C', folder], { now, signal: AbortSignal.abort() });
    expect([stopped.exitCode, stopped.err]).toEqual([2, expect.stringContaining('interrupted')]);
    expect(existsSync(join(folder, 'wavegate-bundle'))).toBe(false);
    const { err, exitCode } = await wavegate(['-v', 'collect', '-C', folder], { now });
    expect([exitCode, err]).toEqual([0, expect.stringContaining('0 of 2 files hashed')]);
  });

  it('replaces a bundle and nothing else', async () => {
    const folder = folderWith({
      'plan.md': table,
      'wavegate.yaml': `${head}${plans}`,
      'out/mine.txt': 'x',
    });
    const { exitCode, err } = await collected(folder, '--output', join(folder, 'out'));
    expect([exitCode, err.includes('is there already')]).toEqual([2, true]);
    expect(readdirSync(join(folder, 'out'))).toEqual(['mine.txt']);
  });
});

describe('parts', () => {
  it('metrics: columns, times in milliseconds, factors and Prometheus', async () => {
    const folder = folderWith({
      'plan.md': table,
      'm/a.csv': 'when,seconds,op\n1767225600,0.5,get\n1767225660,,get\n1767225720,0.7,put\n',
      'm/b.csv': 'ts,v\n1767225600000,0.5\n',
      'm/c.prom': 'latency_seconds{q="0.9"} 0.25 1767225600000\nlatency_seconds{q="0.5"} 0.1\n',
      'm/e.csv': 'Method,Mean\na,"1,713.52 μs"\nb,quick\nc,2 h\n',
      'wavegate.yaml': `${head}${plans}metrics:
  - { id: a, unit: s, better: lower, file: m/a.csv, time: when, value: seconds, where: { op: get } }
  - { id: b, unit: ms, better: lower, file: m/b.csv, time: ts, timeFormat: unix-milliseconds, value: v, scale: 1000 }
  - { id: c, unit: s, better: lower, file: m/c.prom, format: prometheus, value: latency_seconds, where: { q: '0.9' } }
  - { id: d, unit: s, better: lower, file: m/none.csv, time: t, value: v }
  - { id: e, unit: ms, better: lower, file: m/e.csv, value: Mean, category: Method }
gates:
  - id: G
    complete: [W1]
    conditions: [{ kind: metric, metric: b, aggregate: max, operator: at-most, target: 600, unit: ms }]
`,
    });
    const { report } = await collected(folder);
    const { content } = bundleIn(folder);
    expect(content.metrics).toMatchObject([
      {
        id: 'a',
        seriesFile: { path: 'evidence/m/a.csv', timeColumn: 'when', where: { op: 'get' } },
      },
      { id: 'b', series: { t: [1767225600000], v: [500] } },
      { id: 'c', series: { t: [1767225600000], v: [0.25] } },
      { id: 'd' },
      { id: 'e', series: { v: [1.71352, null, 7_200_000], category: ['a', 'b', 'c'] } },
    ]);
    expect(report.findings).toMatchObject([
      { code: 'metric-file', severity: 'error' },
      { code: 'metric-value', severity: 'error' },
    ]);
    const { exitCode } = await wavegate(['check', join(folder, 'wavegate-bundle'), '--gate', 'G']);
    expect(exitCode).toBe(0);
  });

  it('contracts: lines, patterns in their dialect, and a report that saw other bytes', async () => {
    const folder = folderWith({
      'plan.md': table,
      'src/a.py': 'def a():\n    pass\n# done\n',
      'report.json': JSON.stringify({ files: [{ path: 'src/a.py', sha256: '0'.repeat(64) }] }),
      'wavegate.yaml': `${head}${plans}contracts:
  - id: C1
    attempts: [{ number: 1, verdict: accepted, report: report.json }]
    deliverables:
      - path: src/a.py
        lines: { min: 1, max: 3, count: physical }
        required: [{ id: def, pattern: '^def ', dialect: re2, appliesTo: line }]
        forbidden: [{ id: stub, pattern: 'pass\\s*$', dialect: re2 }]
      - path: src/b.py
evidence: [{ files: report.json, kind: validation-report }]
gates:
  - id: A
    complete: [W1]
    conditions: [{ kind: deliverable, deliverable: src/a.py }]
  - id: B
    complete: [W1]
    conditions: [{ kind: deliverable, deliverable: src/b.py }]
`,
    });
    const { report } = await collected(folder);
    expect(report.findings).toMatchObject([{ code: 'report-outdated' }]);
    const fact = bundleIn(folder).evidence.find(({ kind }) => kind === 'measurement')?.facts?.[0];
    // Without the flag for lines the anchor stands at the end of the file: no stub is seen there.
    expect(fact).toMatchObject({
      lines: 3,
      patterns: [
        { rule: 'def', count: 1, lines: [1] },
        { rule: 'stub', count: 0 },
      ],
    });
    const bundle = join(folder, 'wavegate-bundle');
    expect((await wavegate(['check', bundle, '--gate', 'A'])).exitCode).toBe(0);
    expect((await wavegate(['check', bundle, '--gate', 'B'])).exitCode).toBe(1);
  });

  it('values behind pointers, checksum files, and links with their anchors', async () => {
    const good = 'bytes\n';
    const sum = execFileSync('sha256sum', { input: good, encoding: 'utf8' }).slice(0, 64);
    const folder = folderWith({
      'plan.md': `${table}\n- [x] W1 see [a](docs/a.md#part-one) and [b](docs/none.md)\n`,
      'docs/a.md':
        '# Part one\n\n[up](../plan.md) [root](/plan.md) [lost](#nowhere) [out](../../etc/passwd) ![p](p.png)\n',
      'coverage.json': '{"total": {"lines": {"pct": 91.5}}}',
      'dist/a.bin': good,
      'dist/b.bin': good,
      'dist/SHA256SUMS': `${sum}  a.bin\n${'0'.repeat(64)} *b.bin\nSHA256 (c.bin) = ${sum}\n`,
      'wavegate.yaml': `${head}${plans}evidence: [{ files: coverage.json, kind: coverage }]
checksums: '**/SHA256SUMS'
links: { files: '**/*.md' }
gates:
  - id: G
    complete: [W1]
    conditions:
      - { id: cov, kind: value, evidence: coverage.json, pointer: { kind: json, pointer: /total/lines/pct }, operator: at-least, target: 90, unit: '%' }
      - { id: sums, kind: value, evidence: 'checksums:dist/SHA256SUMS', pointer: { kind: json, pointer: /mismatches }, operator: equals, target: 0 }
`,
    });
    const { report } = await collected(folder);
    const codes = report.findings.map(({ code }: { code: string }) => code).sort();
    expect(codes).toEqual([
      'checksum-differs',
      'checksum-file-missing',
      'link-anchor-missing',
      'link-leads-out',
      'link-missing',
      'link-missing',
    ]);
    const { content } = bundleIn(folder);
    expect(content.checklists?.[0]?.groups[0]?.boxes[0]?.links).toEqual([
      { href: 'docs/a.md#part-one', exists: true },
      { href: 'docs/none.md', exists: false },
    ]);
    const { out } = await wavegate([
      'check',
      join(folder, 'wavegate-bundle'),
      '--gate',
      'G',
      '-f',
      'json',
    ]);
    const [gate] = JSON.parse(out).gates;
    expect(
      gate.conditions.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]),
    ).toEqual([
      ['cov', 'passed'],
      ['sums', 'failed'],
    ]);
  });

  it('Git: commit, local changes, time of last change', async () => {
    const folder = folderWith({
      'plan.md': table,
      'r.xml': junit,
      'wavegate.yaml': `${head}${plans}evidence: [{ files: r.xml, kind: test-report, commit: true }]\n`,
    });
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    writeFileSync(join(folder, 'r.xml'), junit.replace('"b"', '"c"'));
    const { report } = await collected(folder);
    expect(report.findings).toMatchObject([{ code: 'git-dirty' }]);
    const { content, evidence } = bundleIn(folder);
    expect(content.revision.commit).toBe(git('rev-parse', 'HEAD').trim());
    expect(evidence[0]?.commit).toBe(content.revision.commit);
    expect(evidence[0]?.annotations?.['git.changedAt']).toMatch(/^\d{4}-/);
  });
});

describe('hostile repositories', () => {
  it('run nothing: a repository that configures a program is not compared with its index', async () => {
    const folder = folderWith({ 'plan.md': table, 'wavegate.yaml': `${head}${plans}` });
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
        cwd: folder,
      });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    const trap = join(folder, 'trap');
    for (const [name, value] of [
      ['core.fsmonitor', `touch ${trap}`],
      ['filter.x.clean', `touch ${trap}`],
      ['core.hooksPath', folder],
      ['diff.external', `touch ${trap}`],
    ] as const) {
      git('config', name, value);
    }
    writeFiles(folder, { '.gitattributes': '* filter=x\n', 'plan.md': `${table}\n` });
    const { report } = await collected(folder);
    expect(existsSync(trap)).toBe(false);
    expect(report.findings).toMatchObject([{ code: 'git' }]);
  });

  it('lead nowhere: links and patterns out of the folder', async () => {
    const outside = folderWith({ 'secret.xml': junit });
    const folder = folderWith({
      'plan.md': table,
      'wavegate.yaml': `${head}${plans}evidence: [{ files: '**/*.xml', kind: test-report }]\n`,
    });
    symlinkSync(outside, join(folder, 'linked'));
    symlinkSync(join(outside, 'secret.xml'), join(folder, 'linked.xml'));
    await collected(folder);
    expect(bundleIn(folder).evidence).toEqual([]);
    writeFiles(folder, { 'wavegate.yaml': `${head}plans: [{ files: ../x.md, format: table }]\n` });
    const { exitCode, err } = await collected(folder);
    expect([exitCode, err.includes('is refused')]).toEqual([2, true]);
  });

  it('cannot pass off a bundle of theirs as one that is up to date', async () => {
    const folder = folderWith({ 'plan.md': table, 'wavegate.yaml': `${head}${plans}` });
    const first = await collected(folder);
    const notes = join(folder, '.wavegate/last.json');
    const output = join(folder, 'wavegate-bundle');
    const text = readFileSync(join(folder, 'wavegate.yaml'), 'utf8');
    const forged = createHash('sha256');
    for (const part of [version, text, output, '', '']) forged.update(`${part.length}:${part}\n`);
    const bundleId = createHash('sha256')
      .update(readFileSync(join(output, 'SHA256SUMS')))
      .digest('hex');
    writeFiles(folder, {
      '.wavegate/last.json': JSON.stringify({
        fingerprint: forged.digest('hex'),
        output,
        bundleId,
        exclude: ['**'],
      }),
    });
    expect(existsSync(notes)).toBe(true);
    const { report } = await collected(folder);
    expect([first.report.unchanged, report.unchanged]).toEqual([false, false]);
  });

  it('keep no secret: text is redacted, packed and binary files stay out, and the report names places', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const folder = folderWith({
      'plan.md': table.replace('One', `One ${token}`),
      'r.xml': junit.replace('name="b"', `name="b ${token}"`),
      'log.txt': `line\nAuthorization: Bearer ${'abcd1234'.repeat(4)}\n`,
      'a.zip': new Uint8Array([0x50, 0x4b, 3, 4]),
      'b.bin': new Uint8Array([0, ...new TextEncoder().encode(token), 0]),
      'wavegate.yaml': `${head}${plans}evidence: [{ files: ['*.xml', '*.txt', '*.zip', '*.bin'], kind: log }]\n`,
    });
    const { report, out } = await collected(folder);
    expect(out).not.toContain(token);
    const codes = report.findings.map(({ code }: { code: string }) => code).sort();
    expect(codes.filter((code: string) => code.startsWith('secret'))).toEqual([
      'secret-found',
      'secret-found',
      'secret-found',
      'secret-found',
      'secrets-unscanned',
    ]);
    const bundle = join(folder, 'wavegate-bundle');
    const files = readdirSync(bundle, { recursive: true, encoding: 'utf8' });
    expect(files).not.toContain('evidence/a.zip');
    expect(files).not.toContain('evidence/b.bin');
    for (const file of files.filter((name) => /\.\w+$/.test(name))) {
      expect(readFileSync(join(bundle, file), 'latin1')).not.toContain(token);
    }
    expect((await wavegate(['check', bundle])).out).not.toContain(
      'not the ones that were recorded',
    );
  });

  it('fail closed where a secret would stand in the bundle itself', async () => {
    const token = `ghp_${'a1B2'.repeat(9)}`;
    const folder = folderWith({
      'plan.md': table,
      'wavegate.yaml': `${head.replace('Plan', token)}${plans}`,
    });
    const { exitCode, err } = await collected(folder);
    expect([exitCode, err.includes('secret'), err.includes(token)]).toEqual([2, true, false]);
    expect(existsSync(join(folder, 'wavegate-bundle'))).toBe(false);
  });
});
