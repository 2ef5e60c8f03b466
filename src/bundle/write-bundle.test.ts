import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { bundleId, parseSha256Sums, sha256Hex, startDigest, sumsFile } from './digest.ts';
import { joinEvidence, parseEvidenceLines } from './evidence-lines.ts';
import { parsePlan } from './parse-plan.ts';
import { arbitraryContent } from './testing/arbitrary-content.ts';
import { evidenceFile, planFile, writeBundle } from './write-bundle.ts';

// Many generated plans on a busy machine take longer than one test usually may.
vi.setConfig({ testTimeout: 120_000 });

const encoder = new TextEncoder();
const fileOf = (bundle: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array => {
  const bytes = bundle.get(path);
  if (bytes === undefined) throw new Error(`no ${path}`);
  return bytes;
};

describe('writeBundle', () => {
  it('writes what is read back as the same content', () => {
    fc.assert(
      fc.property(arbitraryContent(), fc.boolean(), (content, splitEvidence) => {
        const bundle = writeBundle(content, { splitEvidence });
        const plan = parsePlan(fileOf(bundle, planFile), planFile);
        if (plan.content === undefined) throw new Error('not read');
        const parts = plan.collections.evidence.map(({ path, ...stated }) =>
          parseEvidenceLines(fileOf(bundle, path), path, stated),
        );
        const joined = joinEvidence({ ...plan, content: plan.content }, planFile, parts);
        expect(joined.content).toEqual(content);
        expect(joined.unknownCritical).toEqual([]);
      }),
    );
  });

  it('writes the same bytes whatever the order of members', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, child]) => [key, reversed(child)]),
      );
    };
    fc.assert(
      fc.property(arbitraryContent(), (content) => {
        const other = reversed(content) as typeof content;
        expect(writeBundle(other).get(sumsFile)).toEqual(writeBundle(content).get(sumsFile));
      }),
    );
  });

  it('puts the plan before the evidence', () => {
    const [content] = fc.sample(arbitraryContent(), { numRuns: 1, seed: 4 });
    if (content === undefined) throw new Error('no sample');
    const members = Object.keys(
      JSON.parse(new TextDecoder().decode(writeBundle(content).get(planFile))),
    );
    expect(members.slice(0, 3)).toEqual(['wavegate', 'project', 'revision']);
    expect(members.at(-1)).toBe('evidence');
  });

  it('is checked by sha256sum', () => {
    const [content] = fc.sample(arbitraryContent(), { numRuns: 1, seed: 4 });
    if (content === undefined) throw new Error('no sample');
    const files = new Map([['evidence/é 1.json', encoder.encode('{}')]]);
    const bundle = writeBundle(content, { files, splitEvidence: true });
    const folder = mkdtempSync(join(tmpdir(), 'wavegate-'));
    try {
      for (const [path, bytes] of bundle) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      const check = () =>
        execFileSync('sha256sum', ['-c', '--strict', sumsFile], { cwd: folder, stdio: 'pipe' });
      expect(check().toString().split('\n').filter(Boolean)).toHaveLength(bundle.size - 1);
      writeFileSync(join(folder, planFile), '{}');
      expect(check).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(['../x', '/x', 'a\\b', 'bundle.json', sumsFile, evidenceFile, ''])(
    'refuses %j as a file',
    (path) => {
      const [content] = fc.sample(arbitraryContent(), { numRuns: 1, seed: 4 });
      if (content === undefined) throw new Error('no sample');
      const files = new Map([[path, encoder.encode('x')]]);
      expect(() => writeBundle(content, { files, splitEvidence: true })).toThrow(RangeError);
    },
  );
});

describe('digests', () => {
  it('are those of the standard', () => {
    // FIPS 180-2, appendix B.1.
    const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(sha256Hex(encoder.encode('abc'))).toBe(abc);
    const digest = startDigest();
    digest.update(encoder.encode('a'));
    digest.update(encoder.encode('bc'));
    expect(digest.hex()).toBe(abc);
    expect(bundleId(encoder.encode('abc'))).toBe(abc);
  });

  it('are read with their problems', () => {
    const hex = 'ab'.repeat(32);
    const text = `${hex}  a.json\n${hex.toUpperCase()} *b c.json\r\nnonsense\n${hex}  ../up\n${hex}  a.json\n`;
    const { digests, problems } = parseSha256Sums(encoder.encode(text), sumsFile);
    expect([...digests]).toEqual([
      ['a.json', ''],
      ['b c.json', hex],
    ]);
    expect(problems.map(({ code, position }) => [code, position?.line])).toEqual([
      ['sums-line-unreadable', 3],
      ['unsafe-path', 4],
      ['sums-path-twice', 5],
    ]);
  });
});
