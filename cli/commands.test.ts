import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readCsvText } from '../src/formats/csv-table.ts';
import { cell } from './export/export-command.ts';
import { bundleMark, pageWith, withinBudget, zipOf } from './pack/pack-command.ts';
import { writeSmallBundle } from './testing/small-bundle.ts';
import { temporaryFolder, wavegate } from './testing/world.ts';

describe('diff', () => {
  it('tells flips and loosened demands, and nothing for the same', async () => {
    const good = writeSmallBundle(temporaryFolder(), { minCases: 3 });
    const bad = writeSmallBundle(temporaryFolder(), { failed: 1, minCases: 1 });
    const { exitCode, out } = await wavegate(['diff', good, bad]);
    expect(exitCode).toBe(1);
    expect(out).toContain('G1 Proof of the first: passed → failed, a pass is taken back');
    expect(out).toContain('loosened condition G1 tests, minCases: 3 → 1');
    expect(out).toContain('replaced evidence/report.json');
    expect(await wavegate(['diff', good, good])).toMatchObject({
      exitCode: 0,
      out: 'Nothing changed.\n',
    });
    expect(JSON.parse((await wavegate(['diff', good, bad, '-f', 'json'])).out).gates).toHaveLength(
      1,
    );
  });
});

describe('pack', () => {
  it('makes the same zip each time, which is judged as the folder is', async () => {
    const folder = temporaryFolder();
    const bundle = writeSmallBundle(temporaryFolder());
    const [a, b] = [path.join(folder, 'a.zip'), path.join(folder, 'b.zip')];
    expect((await wavegate(['pack', bundle, '-o', a])).exitCode).toBe(0);
    await wavegate(['pack', bundle, '-o', b]);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    expect((await wavegate(['check', a, '--gate', 'G1', '--policy', 'verified'])).exitCode).toBe(0);
    const again = await wavegate(['pack', bundle, '-o', a]);
    expect([again.exitCode, again.err.includes('is there already')]).toEqual([2, true]);
  });

  it('makes no archive that holds less than it should, and says which kind is not read', async () => {
    const many = new Map(Array.from({ length: 65_535 }, (_, k) => [`f${k}`, new Uint8Array()]));
    expect(() => zipOf(many)).toThrow('65535 files are more than a zip file holds');
    const folder = temporaryFolder();
    const large = path.join(folder, 'large.zip');
    await wavegate(['pack', writeSmallBundle(temporaryFolder()), '-o', large]);
    const bytes = readFileSync(large);
    bytes.writeUInt16LE(0xffff, bytes.length - 22 + 10);
    writeFileSync(large, bytes);
    const { exitCode, err } = await wavegate(['check', large]);
    expect([exitCode, err]).toEqual([
      2,
      expect.stringMatching(/zip of the 64-bit kind.*\nUnpack it and name the folder/),
    ]);
  });

  it('leaves heavy evidence out of a page, never the plan', () => {
    const files = new Map([
      ['bundle.json', new Uint8Array(100)],
      ['evidence/small.json', new Uint8Array(10)],
      ['evidence/large.json', new Uint8Array(1000)],
    ]);
    const { kept, left } = withinBudget(files, 200);
    expect([[...kept.keys()], left]).toEqual([
      ['bundle.json', 'evidence/small.json'],
      ['evidence/large.json'],
    ]);
    expect([...withinBudget(files, 0).kept.keys()]).toEqual(['bundle.json']);
  });

  it('leaves beside the page what is too heavy for it', async () => {
    const folder = temporaryFolder();
    const page = path.join(folder, 'page.html');
    writeFileSync(page, `<html>${bundleMark}</html>`);
    const output = path.join(folder, 'plan.html');
    const bundle = writeSmallBundle(temporaryFolder());
    const args = ['pack', bundle, '--html', '--page', page, '--budget', '0', '-o', output];
    const { exitCode, out, err } = await wavegate(args);
    expect([exitCode, out.includes('1 beside it in')]).toEqual([0, true]);
    expect(err).toContain('too large for the page: evidence/report.json');
    expect(readFileSync(path.join(folder, 'plan-evidence/evidence/report.json'), 'utf8')).toBe(
      readFileSync(path.join(bundle, 'evidence/report.json'), 'utf8'),
    );
    rmSync(output);
    expect((await wavegate(args)).err).toContain('is there already');
    expect((await wavegate([...args, '--force'])).exitCode).toBe(0);
  });

  it('puts a bundle into a page as data that cannot end its element', () => {
    const page = pageWith(
      `<html>${bundleMark}</html>`,
      new TextEncoder().encode('</script><script>$&'),
    );
    expect(page.match(/<\/?script/g)).toHaveLength(2);
    expect(() => pageWith('<html></html>', new Uint8Array())).toThrow('no place');
  });
});

describe('export', () => {
  it('CTRF as its own schema wants it', async () => {
    const bundle = writeSmallBundle(temporaryFolder(), { failed: 1 });
    const { out } = await wavegate(['export', bundle, '--format', 'ctrf']);
    const report = JSON.parse(out);
    expect(report.results.summary).toMatchObject({ tests: 1, passed: 0, failed: 1 });
    const schema = path.resolve('../shared/inputs/ctrf/schema/ctrf.schema.json');
    if (!existsSync(schema)) return;
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const { $schema: _draft, ...rest } = JSON.parse(readFileSync(schema, 'utf8'));
    const validate = ajv.compile(rest);
    expect([validate(report), validate.errors]).toEqual([true, null]);
  });

  it('CSV in which no cell is a formula', async () => {
    for (const text of [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '  =x',
      'a\n=x',
      '\u00a0=x',
      '＝x',
      '|x',
      '\t=x',
    ]) {
      const read = readCsvText(`h\n${cell(text)}\n`).rows[0]?.[0] ?? '';
      for (const line of read.split('\n')) expect(line.trimStart()).not.toMatch(/^[=+\-@＝|]/);
    }
    const bundle = writeSmallBundle(temporaryFolder(), { title: '=cmd|x' });
    const { out } = await wavegate(['export', bundle, '-f', 'csv']);
    expect(readCsvText(out).rows.at(-1)).toEqual([
      'condition',
      'W1',
      'G1',
      'tests',
      "'=cmd|x",
      'passed',
      '3 of 3 tests pass',
      '',
    ]);
  });

  it('a verification summary that names the bundle and its verdict', async () => {
    const bundle = writeSmallBundle(temporaryFolder());
    const { out } = await wavegate(['export', bundle, '-f', 'vsa']);
    const sums = execFileSync('sha256sum', ['SHA256SUMS'], { cwd: bundle, encoding: 'utf8' }).slice(
      0,
      64,
    );
    expect(JSON.parse(out)).toMatchObject({
      subject: [{ name: 'SHA256SUMS', digest: { sha256: sums } }],
      predicateType: 'https://slsa.dev/verification_summary/v1',
    });
  });
});

describe('sign and verify', () => {
  const keys = (folder: string, algorithm: readonly string[]): readonly [string, string] => {
    const [secret, open] = [path.join(folder, 'key.pem'), path.join(folder, 'key.pub.pem')];
    execFileSync('openssl', ['genpkey', '-algorithm', ...algorithm, '-out', secret], {
      stdio: 'ignore',
    });
    execFileSync('openssl', ['pkey', '-in', secret, '-pubout', '-out', open], { stdio: 'ignore' });
    return [secret, open];
  };

  it.each([
    ['Ed25519', ['ed25519']],
    ['P-256', ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256']],
  ])('%s', async (_, algorithm) => {
    const bundle = writeSmallBundle(temporaryFolder());
    const [secret, open] = keys(temporaryFolder(), algorithm);
    expect((await wavegate(['verify', bundle])).exitCode).toBe(0);
    expect((await wavegate(['verify', bundle, '--key', open])).exitCode).toBe(1);
    const signed = await wavegate(['sign', bundle, '--key', secret]);
    expect([signed.err, signed.exitCode]).toEqual(['', 0]);
    const good = await wavegate(['verify', bundle, '--key', open]);
    expect([good.exitCode, good.out.includes('authentic   holds')]).toEqual([0, true]);
    const [, other] = keys(temporaryFolder(), algorithm);
    expect((await wavegate(['verify', bundle, '--key', other])).exitCode).toBe(1);
    writeFileSync(path.join(bundle, 'evidence/report.json'), '{}');
    const changed = await wavegate(['verify', bundle, '--key', open]);
    expect([changed.exitCode, changed.out.includes('differs: evidence/report.json')]).toEqual([
      1,
      true,
    ]);
    expect((await wavegate(['sign', bundle, '--key', secret])).err).toContain(
      'is not what it lists',
    );
  });

  it('never takes a key from inside the bundle, nor the wrong kind', async () => {
    const bundle = writeSmallBundle(temporaryFolder());
    const [secret, open] = keys(temporaryFolder(), ['ed25519']);
    cpSync(secret, path.join(bundle, 'key.pem'));
    expect((await wavegate(['sign', bundle, '--key', path.join(bundle, 'key.pem')])).err).toContain(
      'lies in the bundle',
    );
    expect((await wavegate(['sign', bundle, '--key', open])).err).toContain('is a public key');
    expect((await wavegate(['verify', bundle, '--key', secret])).err).toContain('is a private key');
  });
});

describe('help and completion', () => {
  it('every command has a description and examples', async () => {
    const { out } = await wavegate(['--help']);
    for (const name of [
      'init',
      'collect',
      'check',
      'diff',
      'pack',
      'export',
      'sign',
      'verify',
      'serve',
      'completion',
    ]) {
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
      expect((await wavegate([name, '--help'])).out).toContain('Examples:');
    }
  });

  it.each(['bash', 'zsh', 'fish'])('%s knows every command', async (shell) => {
    const { out, exitCode } = await wavegate(['completion', shell]);
    expect([exitCode, out.includes('verify'), out.includes('baseline')]).toEqual([0, true, true]);
    if (shell === 'bash') execFileSync('bash', ['-n'], { input: out });
  });

  it('bash offers what may stand at the place', async () => {
    const { out } = await wavegate(['completion', 'bash']);
    const offered = (...words: readonly string[]): string =>
      execFileSync('bash', ['-s', '--', ...words], {
        encoding: 'utf8',
        input: `${out}COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _wavegate; echo "\${COMPREPLY[*]}"\n`,
      }).trim();
    expect(offered('wavegate', 'ch')).toBe('check');
    expect(offered('wavegate', '-C', 'x', '--no-color', 'coll')).toBe('collect');
    expect(offered('wavegate', 'check', '--form')).toBe('--format');
    expect(offered('wavegate', 'check', '--format', 's')).toBe('sarif');
    expect(offered('wavegate', 'export', '--format', '')).toBe('ctrf vsa csv');
    expect(offered('wavegate', 'completion', '')).toBe('bash zsh fish');
    expect(offered('wavegate', '--errors', 'j')).toBe('json');
    expect(offered('wavegate', 'check', 'LICEN')).toBe('LICENSE');
  });
});
