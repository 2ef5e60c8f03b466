import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJunit } from '../../src/formats/junit.ts';
import { readEvidence } from '../../src/formats/read-evidence.ts';
import { checkFormats } from '../core/choices.ts';
import { version } from '../core/version.ts';
import { writeSmallBundle } from '../testing/small-bundle.ts';
import { temporaryFolder, wavegate } from '../testing/world.ts';

const samples = 'public/bundles';

describe('exit codes', () => {
  it('0: nothing is at fault', async () => {
    const bundle = writeSmallBundle(temporaryFolder());
    const { exitCode, out } = await wavegate(['check', bundle, '--gate', 'G1']);
    expect(out).toContain('Yes: G1.');
    expect(out).toContain('✓ All tests pass: 3 of 3 tests pass');
    expect(exitCode).toBe(0);
  });

  it('1: a test fails, evidence is missing, or the overview says no', async () => {
    const failing = writeSmallBundle(temporaryFolder(), { failed: 1 });
    expect((await wavegate(['check', failing])).exitCode).toBe(1);
    expect((await wavegate(['check', failing, '--gate', 'G1'])).exitCode).toBe(1);
    const empty = writeSmallBundle(temporaryFolder(), { withoutEvidence: true });
    expect((await wavegate(['check', empty, '--gate', 'G1'])).exitCode).toBe(1);
    expect((await wavegate(['check', failing, '--item', 'W2'])).exitCode).toBe(1);
  });

  it('2: evidence is not what was recorded, so that nothing can be judged', async () => {
    const bundle = writeSmallBundle(temporaryFolder());
    writeFileSync(join(bundle, 'evidence/report.json'), '{"failed":9}');
    const { exitCode, out } = await wavegate(['check', bundle, '--gate', 'G1']);
    expect(exitCode).toBe(2);
    expect(out).toContain('The bytes are not the ones that were recorded');
  });

  it('2: no bundle, no such gate, no such option, no such instant', async () => {
    const bundle = writeSmallBundle(temporaryFolder());
    for (const args of [
      ['check', 'nowhere'],
      ['check', bundle, '--gate', 'G2'],
      ['check', bundle, '--item', 'W'],
      ['check', bundle, '--gat', 'G1'],
      ['check', bundle, '--format', 'csv'],
      ['check', bundle, '--as-of', 'yesterday'],
      ['check', samples],
    ]) {
      const { exitCode, err } = await wavegate(args);
      expect([args, exitCode]).toEqual([args, 2]);
      expect(err).toMatch(/^wavegate: /);
    }
  });

  it('2: a lone bundle.json that is none', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bundle.json'), '{"wavegate": "1.0.0",');
    const { exitCode, err } = await wavegate(['check', join(folder, 'bundle.json')]);
    expect(exitCode).toBe(2);
    expect(err).toContain('bundle.json:1:');
  });
});

describe('report', () => {
  it('has the causes of the overview in its order', async () => {
    const args = ['check', samples, '--project', 'implementation-waves'];
    const { out, exitCode } = await wavegate(args);
    expect(exitCode).toBe(1);
    const { out: json } = await wavegate([...args, '--format', 'json']);
    const report: { causes: { title: string }[] } = JSON.parse(json);
    const listed = out.split('\n').filter((line) => /^ *\d+\. /.test(line));
    expect(listed.length).toBeGreaterThan(1);
    for (const [index, line] of listed.entries()) {
      expect(line).toContain(report.causes[index]?.title);
    }
  });

  it('judges a sample at the time of its revision and another instant on request', async () => {
    const args = ['check', samples, '-p', 'implementation-waves', '-q'];
    expect((await wavegate(args)).out).toContain('as of 2026-11-20T16:40:00Z');
    const later = await wavegate([...args, '--as-of', '2030-01-01T00:00:00Z']);
    expect(later.out).toContain('as of 2030-01-01T00:00:00Z');
  });

  it('is coloured only where colour is wanted', async () => {
    const bundle = writeSmallBundle(temporaryFolder());
    const styled = '\u001b[';
    expect((await wavegate(['check', bundle], { colour: true })).out).toContain(styled);
    expect((await wavegate(['check', bundle, '--no-color'], { colour: true })).out).not.toContain(
      styled,
    );
    expect((await wavegate(['check', bundle])).out).not.toContain(styled);
  });

  it('cannot be steered by text of the plan', async () => {
    const title = 'x\u001b[2J\n::error::y\u202e';
    const bundle = writeSmallBundle(temporaryFolder(), { title, failed: 1 });
    const { out } = await wavegate(['check', bundle, '--gate', 'G1']);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
    const { out: annotations } = await wavegate(['check', bundle, '--format', 'annotations']);
    expect(annotations.split('\n').filter((line) => line.startsWith('::error::'))).toEqual([]);
  });

  it('keeps errors apart for machines', async () => {
    const { err } = await wavegate(['--errors', 'json', 'check', 'nowhere']);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('formats', () => {
  it('JUnit counts a failing condition as a failure and a doubtful one as an error', async () => {
    const bundle = writeSmallBundle(temporaryFolder(), { failed: 1, title: 'a <b> & "c"' });
    const { out } = await wavegate(['check', bundle, '--gate', 'G1', '--format', 'junit']);
    const [fact] = readJunit(out).facts;
    // The condition, and the answer of the run.
    expect(fact).toMatchObject({ total: 2, failed: 2, passed: 0 });
    expect(fact?.cases?.[0]?.name).toBe('a <b> & "c"');
  });

  it('SARIF points to where the gate is written', async () => {
    const bundle = writeSmallBundle(temporaryFolder(), { failed: 1 });
    const { out } = await wavegate(['check', bundle, '--gate', 'G1', '--format', 'sarif']);
    const sarif = JSON.parse(out);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'condition-failed',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'docs/plan.md' },
            region: { startLine: 12 },
          },
        },
      ],
    });
  });

  it('annotations name file and line', async () => {
    const bundle = writeSmallBundle(temporaryFolder(), { failed: 1 });
    const { out } = await wavegate(['check', bundle, '--format', 'annotations']);
    expect(out).toContain(
      '::error file=docs/plan.md,line=12,title=G1%3A All tests pass::1 test fails',
    );
  });

  it('Markdown holds no markup from the plan', async () => {
    const title = '<img src=x> | [a](javascript:b) @everyone';
    const bundle = writeSmallBundle(temporaryFolder(), { failed: 1, title });
    const { out } = await wavegate(['check', bundle, '--format', 'markdown']);
    expect(out).not.toMatch(/(?<!\\)<img|(?<!\\)\]\(|@everyone/);
  });

  it('writes a file and still says the answer', async () => {
    const folder = temporaryFolder();
    const bundle = writeSmallBundle(temporaryFolder(), { failed: 1 });
    const output = join(folder, 'gates.json');
    const { out, err, exitCode } = await wavegate(['check', bundle, '-f', 'json', '-o', output]);
    expect([out, exitCode]).toEqual(['', 1]);
    expect(err).toContain('No.');
    expect(JSON.parse(readFileSync(output, 'utf8')).verdict).toBe('not-passed');
  });
});

describe('baseline', () => {
  it('fails only on what got worse', async () => {
    const good = writeSmallBundle(temporaryFolder());
    const bad = writeSmallBundle(temporaryFolder(), { failed: 1 });
    expect((await wavegate(['check', bad, '--baseline', bad])).exitCode).toBe(0);
    const worse = await wavegate(['check', bad, '--baseline', good]);
    expect(worse.exitCode).toBe(1);
    expect(worse.out).toContain('gate G1 Proof of the first: passed → failed');
    expect((await wavegate(['check', good, '--baseline', bad])).exitCode).toBe(0);
  });

  it('always reports a loosened demand, and fails on it unless it is accepted', async () => {
    const strict = writeSmallBundle(temporaryFolder(), { minCases: 3 });
    const loose = writeSmallBundle(temporaryFolder(), { minCases: 2 });
    const args = ['check', loose, '--baseline', strict];
    const refused = await wavegate(args);
    expect(refused.exitCode).toBe(1);
    expect(refused.out).toContain('was loosened: minCases 3 → 2');
    const accepted = await wavegate([...args, '--accept-loosened']);
    expect(accepted.exitCode).toBe(0);
    expect(accepted.out).toContain('was loosened');
  });
});

describe('every format', () => {
  const strict = () => writeSmallBundle(temporaryFolder(), { minCases: 3 });
  const loose = () => writeSmallBundle(temporaryFolder(), { minCases: 2 });
  const told: Readonly<Record<(typeof checkFormats)[number], RegExp>> = {
    text: /condition G1 tests was loosened: minCases 3 → 2/,
    json: /"kind": "loosened",[^}]*"before": 3,[^}]*"after": 2/,
    junit: /name="condition G1 tests was loosened"[^>]*><(?:failure|skipped)[^>]*minCases: 3 → 2/,
    sarif: /condition G1 tests was loosened\. minCases: 3 → 2/,
    markdown: /\*\*Loosened\*\*(?:, accepted)?: condition G1 tests was loosened, minCases: 3 → 2/,
    annotations: /^::(?:error|warning) title=condition G1 tests was loosened::minCases: 3 → 2$/m,
  };

  it.each(checkFormats)('%s tells what was loosened, accepted or not', async (format) => {
    const args = ['check', loose(), '--baseline', strict(), '-f', format];
    const refused = await wavegate(args);
    expect([refused.exitCode, refused.out]).toEqual([1, expect.stringMatching(told[format])]);
    const accepted = await wavegate([...args, '--accept-loosened']);
    expect([accepted.exitCode, accepted.out]).toEqual([0, expect.stringMatching(told[format])]);
    const quiet = await wavegate(['-q', ...args, '--accept-loosened']);
    expect(quiet.out).toMatch(told[format]);
  });

  it('reports for machines are as red as the exit code', async () => {
    const bundle = writeSmallBundle(temporaryFolder());
    writeFileSync(join(bundle, 'evidence/report.json'), '{"failed":9}');
    for (const [args, exitCode, failed, errors] of [
      [[strict(), '--gate', 'G1'], 0, 0, 0],
      [[loose(), '--baseline', strict()], 1, 2, 0],
      [[loose(), '--baseline', strict(), '--accept-loosened'], 0, 0, 0],
      [[writeSmallBundle(temporaryFolder(), { failed: 1 }), '--gate', 'G1'], 1, 2, 0],
      [[bundle, '--gate', 'G1'], 2, 0, 2],
    ] as const) {
      const junit = await wavegate(['check', ...args, '-f', 'junit']);
      const cases = readJunit(junit.out).facts.flatMap((fact) => fact.cases ?? []);
      const outcomes = cases.map(({ outcome }) => outcome);
      expect([
        junit.exitCode,
        outcomes.filter((outcome) => outcome === 'failed').length,
        outcomes.filter((outcome) => outcome === 'error').length,
      ]).toEqual([exitCode, failed, errors]);
      // Our own reader of SARIF counts what code hosts would: errors that nobody suppressed.
      const sarif = await wavegate(['check', ...args, '-f', 'sarif']);
      const { facts, warnings } = readEvidence(new TextEncoder().encode(sarif.out), {
        name: 'gates.sarif',
      });
      expect(warnings).toEqual([]);
      expect(facts[0]).toMatchObject({ type: 'value', value: exitCode === 0 ? 0 : 1 });
    }
  });
});

describe('hostile folders', () => {
  it('does not follow links out of the bundle', async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret.json'), '{"failed":0}');
    const bundle = writeSmallBundle(temporaryFolder());
    rmSync(join(bundle, 'evidence'), { recursive: true });
    symlinkSync(outside, join(bundle, 'evidence'));
    expect((await wavegate(['check', bundle, '--gate', 'G1'])).exitCode).toBe(1);
    rmSync(join(bundle, 'evidence'));
    mkdirSync(join(bundle, 'evidence'));
    symlinkSync(join(outside, 'secret.json'), join(bundle, 'evidence/report.json'));
    expect((await wavegate(['check', bundle, '--gate', 'G1'])).exitCode).toBe(1);
  });
});

it('states the version of the package', () => {
  expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});

describe('what cannot be done', () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      'a revision that is not there',
      ['check', '-r', 'nope'],
      /There is no revision nope; there is/,
    ],
    ['of verify as well', ['verify', '-r', 'nope'], /There is no revision nope/],
    ['of both sides of a diff', ['diff', '--before', 'nope'], /There is no revision nope/],
    ['a file that cannot be written', ['check', '-o', '/nowhere/x'], /\/nowhere\/x: there is no/],
    ['a folder as a file', ['export', '-f', 'csv', '-o', tmpdir()], /: it is a folder/],
    ['a folder to start in', ['-C', 'nowhere', 'check'], /There is no folder nowhere/],
    ['a budget that is no number', ['pack', '--html', '--budget', 'x'], /number of megabytes/],
    ['a revision without a name', ['collect', '-r', ''], /It is empty/],
    ['a place without a bundle', ['serve', 'nowhere'], /There is no bundle at nowhere/],
    ['a page that is not there', ['serve', '.', '--app', 'nowhere'], /There is no folder nowhere/],
    ['no port', ['serve', '--port', 'x'], /x is no port\nA port is a number/],
    ['no such command', ['frob'], /`wavegate --help` lists/],
    ['help for no such command', ['help', 'frob'], /There is no command frob/],
    ['no such option', ['check', '--gat', 'x'], /`wavegate check --help` lists/],
    [
      'no configuration',
      ['collect', '-c', 'x.yaml'],
      /x\.yaml cannot be read\nName a wavegate\.yaml/,
    ],
  ])('%s: 2, and what to do about it', async (_, args, message) => {
    const bundle = writeSmallBundle(temporaryFolder());
    const [command = '', ...rest] = args;
    const subjects = { check: [bundle], verify: [bundle], export: [bundle], pack: [bundle] };
    const named =
      command === 'diff'
        ? [bundle, bundle]
        : (Object.entries(subjects).find(([k]) => k === command)?.[1] ?? []);
    const { exitCode, err } = await wavegate([command, ...named, ...rest]);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err).not.toContain('fault of the program');
  });
});
