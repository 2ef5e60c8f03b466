import { describe, expect, it } from 'vitest';
import { formatPublicKey } from '../bundle/integrity/keys.ts';
import { signedBundle, testKeys } from '../bundle/integrity/testing/signed-bundle.ts';
import type { PublicKey } from './integrity-types.ts';
import { createSession } from './session.ts';
import type { BundleSession } from './session-types.ts';
import { type MemoryFiles, memorySource, request } from './testing/memory-source.ts';

const question = request('shop');

function opened(files: MemoryFiles): { session: BundleSession; reads: string[] } {
  const { source, reads } = memorySource(files);
  return { session: createSession({ openSource: () => source }), reads };
}

async function keyOf(session: BundleSession): Promise<PublicKey> {
  const key = await session.readTrustedKey(formatPublicKey(testKeys.p256.publicKey));
  if (!key.ok) throw new Error(key.error);
  return key.value;
}

describe('integrity, asked of a session', () => {
  it('gives the four claims, with the keys that the viewer chose', async () => {
    const { session } = opened(signedBundle());
    expect(await session.integrityProgress(question)).toBeUndefined();
    const report = await session.integrityReport(question, [await keyOf(session)]);
    expect(report.intact).toMatchObject({ state: 'holds', faults: [] });
    expect(report.complete.state).toBe('holds');
    expect(report.authentic).toMatchObject({
      state: 'holds',
      signedBy: [testKeys.p256.publicKey.id],
    });
    expect(report.recomputed.facts).toMatchObject({ agreeing: 4, differing: [] });
    const progress = await session.integrityProgress(question);
    expect(progress?.filesDone).toBe(progress?.files);
    expect(progress?.bytesDone).toBe(report.intact.bytes);
  });

  it('hashes once, however many keys are tried', async () => {
    const { session, reads } = opened(signedBundle());
    await session.integrityReport(question, []);
    const before = reads.length;
    const report = await session.integrityReport(question, [await keyOf(session)]);
    expect(report.authentic.state).toBe('holds');
    expect(reads).toHaveLength(before);
  });

  it('says why a text is no key', async () => {
    const { session } = opened(signedBundle());
    expect(await session.readTrustedKey('words')).toEqual({ ok: false, error: 'not-a-key' });
  });

  it('compares recorded verdicts as of the instants of the record', async () => {
    const { session } = opened(signedBundle());
    const { recomputed } = await session.integrityReport(question, []);
    // The gate of this bundle has no conditions, and so has not passed at any time.
    expect(recomputed.decisions.differing).toEqual([
      { gate: 'G1', stated: 'passed', found: expect.any(String), recordedIn: 'ledger', line: 2 },
    ]);
  });

  it('believes a file no longer that is not what was recorded', async () => {
    const files: MemoryFiles = new Map(signedBundle());
    files.set('evidence/budget.json', new TextEncoder().encode('{"budget":{"daily":950}}'));
    const { session } = opened(files);
    const { intact, recomputed } = await session.integrityReport(question, []);
    expect(intact).toMatchObject({
      state: 'broken',
      faults: [{ path: 'evidence/budget.json', fault: 'differs' }],
    });
    expect(recomputed.facts.differing).toMatchObject([{ evidence: 'budget', found: '950' }]);
    const detail = await session.evidenceDetail(question, 'budget');
    expect(detail?.row.digest).toBe('mismatch');
  });
});
