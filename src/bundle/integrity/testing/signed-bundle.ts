import { samples } from '../../../formats/testing/samples.ts';
import type { Evidence } from '../../../model/evidence.ts';
import { evidenceId, gateId, itemId, projectId, revisionId } from '../../../model/ids.ts';
import type { ProjectContent } from '../../../model/project.ts';
import { bundleId, formatSha256Sums, sha256Hex, sumsFile } from '../../digest.ts';
import { writeBundle } from '../../write-bundle.ts';
import { attestationsFile } from '../attestations.ts';
import { signStatement } from '../dsse.ts';
import { type PrivateKey, readPrivateKey } from '../keys.ts';
import { appendToLedger, ledgerFile } from '../ledger.ts';

const encoder = new TextEncoder();

function keyOf(jwk: object): PrivateKey {
  const key = readPrivateKey(JSON.stringify(jwk));
  if (!key.ok) throw new Error(key.error);
  return key.value;
}

/** Keys of public test vectors: everybody knows their secrets, so they sign nothing but tests. */
export const testKeys = {
  /** RFC 8032, section 7.1, test 1. */
  ed25519: keyOf({
    kty: 'OKP',
    crv: 'Ed25519',
    kid: 'council',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
  }),
  /** RFC 6979, section A.2.5. */
  p256: keyOf({
    kty: 'EC',
    crv: 'P-256',
    kid: 'ci',
    x: 'YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y',
    y: 'eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk',
    d: 'ya-p2EW6dRZrXCFXZ7HWk05Qw9s26JsSe4piKxIPZyE',
  }),
} as const;

const evidence = (id: string, path: string, text: string, more: Partial<Evidence>): Evidence => ({
  id: evidenceId(id),
  kind: 'test-report',
  name: id,
  path,
  digest: { sha256: sha256Hex(encoder.encode(text)) },
  size: encoder.encode(text).length,
  observedAt: '2026-03-01T10:00:00Z',
  ...more,
});

const content: ProjectContent = {
  project: { id: projectId('shop'), title: 'Shop' },
  revision: { id: revisionId('r1'), createdAt: '2026-03-02T10:00:00Z' },
  items: [{ id: itemId('W0'), kind: 'wave', title: 'Start' }],
  dependencies: [],
  gates: [{ id: gateId('G1'), title: 'Tests', guards: [], conditions: [] }],
  evidence: [
    evidence('unit', 'evidence/unit.xml', samples.junit, {
      facts: [{ type: 'tests', total: 4, passed: 2, failed: 1, skipped: 1, flaky: 1 }],
    }),
    evidence('budget', 'evidence/budget.json', samples.json, {
      facts: [
        {
          type: 'value',
          pointer: { kind: 'json', pointer: '/budget/daily' },
          value: 450,
          unit: 'EUR',
        },
      ],
    }),
    evidence('times', 'metrics/times.csv', samples.csv, {
      facts: [
        { type: 'value', pointer: { kind: 'cell', row: 1, column: 'value' }, value: 12 },
        {
          type: 'file',
          path: 'metrics/times.csv',
          exists: true,
          lines: 3,
          rows: 2,
          columns: ['time', 'value'],
        },
      ],
    }),
  ],
};

/** A bundle with everything that can be checked, signed by both keys. */
export function signedBundle(): Map<string, Uint8Array> {
  const ledger = appendToLedger('', [
    { gate: 'G1', verdict: 'unknown', asOf: '2026-03-01T12:00:00Z', by: 'ci' },
    { gate: 'G1', verdict: 'passed', asOf: '2026-03-02T10:00:00Z', by: 'ci' },
  ]);
  const files = writeBundle(content, {
    files: new Map([
      ['evidence/unit.xml', encoder.encode(samples.junit)],
      ['evidence/budget.json', encoder.encode(samples.json)],
      ['metrics/times.csv', encoder.encode(samples.csv)],
      [ledgerFile, encoder.encode(ledger)],
    ]),
    splitEvidence: true,
  });
  return sign(files);
}

/** Signs the list of sums that is there, in place of former signatures. */
export function sign(files: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const sums = files.get(sumsFile) ?? new Uint8Array();
  const lines = [testKeys.ed25519, testKeys.p256].map((key) =>
    signStatement(
      {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: sumsFile, digest: { sha256: bundleId(sums) } }],
        predicateType: 'https://slsa.dev/verification_summary/v1',
        predicate: { verificationResult: 'PASSED', verifiedLevels: [] },
      },
      [key],
    ),
  );
  return new Map(files).set(attestationsFile, encoder.encode(lines.join('')));
}

/** The same files under a list of sums that is right for them. */
export function withSums(files: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const listed = [...files].filter(([path]) => path !== sumsFile && path !== attestationsFile);
  const digests = new Map(listed.map(([path, bytes]) => [path, sha256Hex(bytes)]));
  return new Map(files).set(sumsFile, encoder.encode(formatSha256Sums(digests)));
}
