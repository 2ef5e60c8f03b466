import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../lib/base64.ts';
import { sumsFile } from '../digest.ts';
import { joinEvidence, parseEvidenceLines } from '../evidence-lines.ts';
import { parsePlan } from '../parse-plan.ts';
import type { Claimed } from './assemble.ts';
import { attestationsFile } from './attestations.ts';
import { checkBundle } from './check-bundle.ts';
import type { PublicKey } from './keys.ts';
import { ledgerFile } from './ledger.ts';
import { sign, signedBundle, testKeys, withSums } from './testing/signed-bundle.ts';
import type { IntegrityReport } from './types.ts';

type Files = ReadonlyMap<string, Uint8Array>;

const keys = [testKeys.ed25519.publicKey, testKeys.p256.publicKey];
const encoder = new TextEncoder();
const verdicts: Readonly<Record<string, string>> = {
  '2026-03-01T12:00:00Z': 'unknown',
  '2026-03-02T10:00:00Z': 'passed',
};

/** What the reader of bundles makes of these files; of a plan that is no plan nothing. */
function claimedBy(files: Files): Claimed {
  const plan = parsePlan(files.get('bundle.json') ?? new Uint8Array(), 'bundle.json');
  const { content } = plan;
  if (content === undefined) return { evidence: [], collections: [], gates: [] };
  const parts = plan.collections.evidence.map((collection) =>
    parseEvidenceLines(files.get(collection.path) ?? new Uint8Array(), collection.path, collection),
  );
  const joined = joinEvidence({ ...plan, content }, 'bundle.json', parts);
  return {
    evidence: joined.content.evidence ?? [],
    collections: plan.collections.evidence,
    gates: joined.content.gates ?? [],
  };
}

function check(files: Files, trusted: readonly PublicKey[] = keys): IntegrityReport {
  return checkBundle(files, claimedBy(files), trusted, (gate, asOf) =>
    gate === 'G1' ? verdicts[asOf ?? '2026-03-02T10:00:00Z'] : undefined,
  );
}

const states = ({
  intact,
  complete,
  authentic,
  recomputed,
}: IntegrityReport): readonly string[] => [
  intact.state,
  complete.state,
  authentic.state,
  recomputed.state,
];

function edited(files: Files, path: string, from: string, to: string): Map<string, Uint8Array> {
  const text = new TextDecoder().decode(files.get(path));
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return new Map(files).set(path, encoder.encode(text.replace(from, to)));
}

describe('checkBundle', () => {
  it('finds all four claims to hold of a bundle that nobody touched', () => {
    const report = check(signedBundle());
    expect(states(report)).toEqual(['holds', 'holds', 'holds', 'holds']);
    expect(report.authentic.signedBy).toEqual(keys.map(({ id }) => id));
    expect(report.recomputed.facts).toMatchObject({ agreeing: 4, unchecked: 0, differing: [] });
    expect(report.recomputed.decisions).toMatchObject({ agreeing: 1, differing: [] });
    expect(report.intact.ledger).toEqual({ state: 'holds', entries: 2 });
  });

  it('trusts nobody that the viewer did not choose', () => {
    const report = check(signedBundle(), []);
    expect(report.authentic.state).toBe('unknown');
    expect(report.authentic.signatures.map(({ result }) => result)).toEqual([
      'no-trusted-key',
      'no-trusted-key',
    ]);
    expect(check(signedBundle(), [testKeys.p256.publicKey]).authentic.state).toBe('holds');
  });

  it('claims nothing where nothing can be checked', () => {
    const bare = new Map([...signedBundle()].filter(([path]) => path === 'bundle.json'));
    expect(states(check(bare))).toEqual(['broken', 'unclaimed', 'unclaimed', 'unclaimed']);
    const without = new Map(signedBundle());
    without.delete(sumsFile);
    without.delete(attestationsFile);
    const report = check(without);
    // The evidence is as recorded, but nobody knows of the plan.
    expect(report.intact).toMatchObject({ state: 'unknown', faults: [] });
    expect(report.bundleId).toBeUndefined();
  });

  it('names a file that is gone, and one that nobody lists', () => {
    const files = new Map(signedBundle());
    files.delete('evidence/budget.json');
    files.set('evidence/new.json', new Uint8Array([1]));
    const { intact, complete } = check(files);
    expect(complete).toMatchObject({
      state: 'broken',
      missing: ['evidence/budget.json'],
      unlisted: ['evidence/new.json'],
    });
    expect(intact.faults).toEqual([
      { path: 'evidence/budget.json', fault: 'missing', recordedIn: ['sums', 'evidence'] },
    ]);
  });

  it('finds a change that was covered up in the list of sums, by the record and by the signature', () => {
    const changed = withSums(edited(signedBundle(), 'evidence/budget.json', '450', '950'));
    const report = check(changed);
    expect(report.intact.faults).toMatchObject([
      { path: 'evidence/budget.json', fault: 'differs', recordedIn: ['evidence'] },
    ]);
    expect(report.authentic).toMatchObject({ state: 'broken', signedBy: [] });
    expect(report.authentic.signatures[0]?.otherSubjects).toEqual([sumsFile]);
    expect(report.recomputed.facts.differing).toEqual([
      { evidence: 'budget', fact: 0, member: 'value', stated: '450', found: '950' },
    ]);
  });

  it('finds facts that are not in the bytes, even when everything is signed', () => {
    const lines = edited(signedBundle(), 'collections/evidence.ndjson', '"failed":1', '"failed":0');
    const report = check(sign(withSums(lines)));
    expect(report.authentic.state).toBe('holds');
    expect(report.recomputed).toMatchObject({
      state: 'broken',
      facts: { differing: [{ evidence: 'unit', member: 'failed', stated: '0', found: '1' }] },
    });
  });

  it('finds a recorded verdict that is another one, by its line', () => {
    const text = new TextDecoder().decode(signedBundle().get(ledgerFile));
    const changed = new Map(signedBundle()).set(
      ledgerFile,
      encoder.encode(text.replace('"verdict":"passed"', '"verdict":"failed"')),
    );
    expect(check(sign(withSums(changed))).recomputed.decisions.differing).toEqual([
      { gate: 'G1', stated: 'failed', found: 'passed', recordedIn: 'ledger', line: 2 },
    ]);
  });

  it('finds a line of the ledger that was changed, taken out or put in', () => {
    const text = new TextDecoder().decode(signedBundle().get(ledgerFile));
    const lines = text.trimEnd().split('\n');
    const ledgerOf = (content: string) =>
      check(withSums(new Map(signedBundle()).set(ledgerFile, encoder.encode(content)))).intact
        .ledger;
    expect(ledgerOf(text.replace('unknown', 'passed!'))).toMatchObject({
      state: 'broken',
      brokenAt: 2,
    });
    expect(ledgerOf(`${lines[1]}\n`)).toMatchObject({ brokenAt: 1, why: 'previous-differs' });
    expect(ledgerOf(`${text}{"gate":"G1","verdict":"passed"}\n`)).toMatchObject({
      brokenAt: 3,
      why: 'previous-missing',
    });
    expect(ledgerOf(`${text}{`)).toMatchObject({ state: 'broken', brokenAt: 3 });
    expect(ledgerOf(`${lines[0]}\nwords\n`)).toMatchObject({ brokenAt: 2, why: 'not-json' });
  });

  it('takes a signature of other bytes, in the name of a trusted key, for wrong', () => {
    const lines = new TextDecoder().decode(signedBundle().get(attestationsFile)).split('\n');
    const first = JSON.parse(lines[0] ?? '');
    const payload = encodeBase64(encoder.encode('{"_type":"https://in-toto.io/Statement/v1"}'));
    const forged = { ...first, payload };
    const files = new Map(signedBundle()).set(
      attestationsFile,
      encoder.encode(`${JSON.stringify(forged)}\n`),
    );
    expect(check(files).authentic).toMatchObject({
      state: 'broken',
      signatures: [{ line: 1, keyId: 'council', result: 'wrong' }],
    });
  });
});

/** All that a report names: files, lines, remarks. */
function named(report: IntegrityReport): ReadonlySet<string> {
  const { intact, complete, authentic } = report;
  const isOdd =
    authentic.remarks.length > 0 ||
    authentic.signatures.some(
      ({ result, otherSubjects }) => result !== 'verified' || otherSubjects.length > 0,
    ) ||
    authentic.signatures.length !== 2;
  return new Set([
    ...intact.faults.map(({ path }) => path),
    ...complete.missing,
    ...complete.unlisted,
    ...(intact.unreadableLines.length > 0 ? [sumsFile] : []),
    ...(isOdd ? [attestationsFile] : []),
  ]);
}

describe('one byte, changed anywhere', () => {
  const clean = signedBundle();
  const cleanId = check(clean).bundleId;
  const paths = [...clean.keys()];

  it('is found, and the file is named', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (path, place, change) => {
          const bytes = Uint8Array.from(clean.get(path) ?? []);
          const at = place % bytes.length;
          bytes[at] = (bytes[at] ?? 0) ^ change;
          const report = check(new Map(clean).set(path, bytes));
          expect(states(report)).not.toEqual(['holds', 'holds', 'holds', 'holds']);
          if (path === sumsFile) {
            // A list that is another one contradicts its files, its signature, or both.
            expect(report.bundleId).not.toBe(cleanId);
            expect(report.authentic.state).toBe('broken');
          } else expect(named(report)).toContain(path);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is found at every place of a short file, added and taken away as well', () => {
    const path = 'metrics/times.csv';
    const bytes = clean.get(path) ?? new Uint8Array();
    for (let at = 0; at <= bytes.length; at += 1) {
      const longer = Uint8Array.from([...bytes.subarray(0, at), 32, ...bytes.subarray(at)]);
      const shorter = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]);
      expect(named(check(new Map(clean).set(path, longer), []))).toContain(path);
      if (at < bytes.length) {
        expect(named(check(new Map(clean).set(path, shorter), []))).toContain(path);
      }
    }
  });
});
