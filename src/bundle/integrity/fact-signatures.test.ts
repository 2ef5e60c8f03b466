import { describe, expect, it } from 'vitest';
import type { AttestationFact, Evidence } from '../../model/evidence.ts';
import { evidenceId } from '../../model/ids.ts';
import { signStatement } from './dsse.ts';
import { factSignatures } from './fact-signatures.ts';
import { testKeys } from './testing/signed-bundle.ts';

const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';
const statement = (result: string): object => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ name: 'app.zip', digest: { sha256: 'aa'.repeat(32) } }],
  predicateType,
  predicate: { result, configuration: [] },
});
const fact: AttestationFact = {
  type: 'attestation',
  predicateType,
  subjects: [{ name: 'app.zip', sha256: 'aa'.repeat(32) }],
  result: 'passed',
};
const ci = testKeys.p256.publicKey;
const council = testKeys.ed25519.publicKey;
const piece = (facts: readonly AttestationFact[]): Evidence => ({
  id: evidenceId('a'),
  kind: 'attestation',
  name: 'a',
  path: 'evidence/a.intoto.jsonl',
  facts,
});
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const signed = signStatement(statement('PASSED'), [testKeys.p256]);
const look = (text: string, facts: readonly AttestationFact[], keys = [ci]) =>
  [...factSignatures(piece(facts), bytesOf(text), keys)].map(([, found]) => found);
const byCi = { keys: [{ id: ci.id, name: 'ci' }], isWrong: false };

describe('the signature of an attested fact', () => {
  it('is by the key of the viewer that signed the statement which says it', () => {
    expect(look(signed, [fact])).toEqual([byCi]);
    expect(look(signed, [fact], [council])).toEqual([{ keys: [], isWrong: false }]);
    expect(
      look(
        signStatement(statement('PASSED'), [testKeys.p256, testKeys.ed25519]),
        [fact],
        [ci, council],
      ),
    ).toEqual([{ keys: [byCi.keys[0], { id: council.id, name: 'council' }], isWrong: false }]);
  });

  it('says nothing of a fact that was not signed', () => {
    const others: readonly Partial<AttestationFact>[] = [
      { predicateType: 'https://slsa.dev/provenance/v1' },
      { subjects: [{ name: 'app.zip', sha256: 'bb'.repeat(32) }] },
      { subjects: [{ name: 'other.zip', sha256: 'aa'.repeat(32) }] },
      { result: 'failed' },
    ];
    for (const other of others) expect(look(signed, [{ ...fact, ...other }])).toEqual([]);
    const { result: _, ...silent } = fact;
    expect(look(signStatement(statement('FAILED'), [testKeys.p256]), [fact])).toEqual([]);
    expect(look(signStatement(statement('FAILED'), [testKeys.p256]), [silent])).toEqual([]);
  });

  it('is wrong when an envelope names a key of the viewer and is not signed with it', () => {
    const forged = signStatement(statement('PASSED'), [
      { ...testKeys.ed25519, publicKey: { ...council, name: 'ci' } },
    ]);
    expect(look(forged, [fact])).toEqual([{ keys: [], isWrong: true }]);
    expect(look(signed + forged, [fact])).toEqual([{ ...byCi, isWrong: true }]);
  });

  it('is none without an envelope, or in one of another type', () => {
    expect(look(JSON.stringify(statement('PASSED')), [fact])).toEqual([]);
    expect(look(signed.replace('application/vnd.in-toto+json', 'text/plain'), [fact])).toEqual([]);
    expect(look('no statement', [fact])).toEqual([]);
  });
});
