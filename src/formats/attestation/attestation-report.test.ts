import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../lib/base64.ts';
import { samples } from '../testing/samples.ts';
import { attestationFacts } from './attestation-facts.ts';
import { readAttestation, readAttestationLines } from './attestation-report.ts';

const statement = (predicateType: string, predicate: unknown): string =>
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'a', digest: { sha256: 'ab' } }],
    predicateType,
    predicate,
  });
const codesOf = (text: string) => readAttestation(text).warnings.map(({ code }) => code);

describe('readAttestation', () => {
  it.each([['in-toto'], ['dsse'], ['attestation-bundle']] as const)(
    'finds the statement in %s',
    (format) => {
      const { report, warnings } = readAttestation(samples[format]);
      expect(warnings).toEqual([]);
      expect(report?.statements).toMatchObject([
        {
          version: '1',
          subjects: [{ name: 'SHA256SUMS' }],
          predicate: { kind: 'vsa', result: 'passed', levels: ['SLSA_BUILD_LEVEL_2'] },
        },
      ]);
      if (report === undefined) throw new Error('a report');
      expect(attestationFacts(report)).toEqual([
        {
          type: 'attestation',
          predicateType: 'https://slsa.dev/verification_summary/v1',
          subjects: [{ name: 'SHA256SUMS', sha256: 'ab'.repeat(32) }],
          result: 'passed',
        },
      ]);
    },
  );

  it('never says that a signature is verified', () => {
    const { report } = readAttestation(samples.dsse);
    expect(report?.statements[0]?.envelope?.signatures).toMatchObject([
      { keyId: 'ci', bytes: Uint8Array.of(0, 1, 2, 3) },
    ]);
    expect(report === undefined ? [] : attestationFacts(report)[0]).not.toHaveProperty('verified');
  });

  it('concludes from test results what they name', () => {
    const type = 'https://in-toto.io/attestation/test-result/v0.1';
    const { report, warnings } = readAttestation(
      statement(type, { result: 'PASSED', passedTests: ['a'], failedTests: ['b'] }),
    );
    expect(report?.statements[0]?.predicate).toMatchObject({
      kind: 'test-result',
      result: 'failed',
    });
    expect(warnings.map(({ code }) => code)).toEqual(['count-differs']);
    expect(codesOf(statement(type, { result: 'FINE' }))).toEqual(['value-unknown']);
  });

  it('reads provenance of all versions', () => {
    const v1 = readAttestation(
      statement('https://slsa.dev/provenance/v1', {
        buildDefinition: {
          buildType: 'b',
          externalParameters: { workflow: { repository: 'https://r' } },
          resolvedDependencies: [{ uri: 'git+x', digest: { gitCommit: 'c' } }],
        },
        runDetails: {
          builder: { id: 'https://builder' },
          metadata: { invocationId: 'i', startedOn: '2026-03-01T10:00:00Z' },
        },
      }),
    );
    expect(v1.report?.statements[0]?.predicate).toMatchObject({
      kind: 'provenance',
      slsa: '1',
      builder: 'https://builder',
      source: 'https://r',
      materials: [{ uri: 'git+x', digests: [{ algorithm: 'gitCommit', value: 'c' }] }],
    });
    const v02 = readAttestation(
      statement('https://slsa.dev/provenance/v0.2', {
        builder: { id: 'b' },
        invocation: { configSource: { uri: 'git+y' } },
      }),
    );
    expect(v02.report?.statements[0]?.predicate).toMatchObject({
      slsa: '0.2',
      builder: 'b',
      source: 'git+y',
    });
  });

  it('says what is missing of a statement, and which version it does not know', () => {
    expect(codesOf('{"_type": "https://in-toto.io/Statement/v9"}')).toEqual([
      'version-unknown',
      'member-missing',
      'member-missing',
    ]);
    expect(codesOf(statement('x', {}).replace('"sha256":"ab"', ''))).toEqual(['member-missing']);
  });

  it('shows an envelope whose payload it cannot read, and makes no fact of it', () => {
    const envelope = {
      payloadType: 't',
      payload: encodeBase64(new TextEncoder().encode('words')),
      signatures: [{ sig: '!' }],
    };
    const { report, warnings } = readAttestation(JSON.stringify(envelope));
    expect(report?.statements[0]?.version).toBe('absent');
    expect(report === undefined ? [] : attestationFacts(report)).toEqual([]);
    expect(warnings.map(({ params }) => params?.['reason'])).toContain('json');
    expect(warnings.map(({ params }) => params?.['reason'])).toContain('signature');
  });

  it('reads one a line, with its line, and goes on behind one that is broken', () => {
    const [first = '', second = ''] = samples['attestation-lines'].split('\n');
    const { report, warnings } = readAttestationLines(`${first}\n{broken\n${second}\n`);
    expect(report?.statements.map(({ pointer }) => pointer)).toEqual([
      { kind: 'lines', from: 1, to: 1 },
      { kind: 'lines', from: 3, to: 3 },
    ]);
    expect(warnings).toMatchObject([{ code: 'record-unreadable', line: 2 }]);
  });
});
