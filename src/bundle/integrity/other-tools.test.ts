import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAttestationLines } from '../../formats/attestation/attestation-report.ts';
import type { DsseEnvelope } from '../../formats/reports/attestation-report.ts';
import { sumsFile } from '../digest.ts';
import { attestationsFile } from './attestations.ts';
import { preAuthEncoding, verifySignature } from './dsse.ts';
import { formatPublicKey, readPrivateKey, readPublicKey } from './keys.ts';
import { signedBundle, testKeys } from './testing/signed-bundle.ts';

const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasSums = has('sha256sum', '--version');
const hasOpenssl = has('openssl', 'version');

const bundle = signedBundle();
let folder = '';
const at = (name: string): string => path.join(folder, name);
const openssl = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8' });

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wavegate-integrity-'));
  for (const [name, bytes] of bundle) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), bytes);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!hasSums)('sha256sum (skipped where there is none)', () => {
  const verify = () => spawnSync('sha256sum', ['-c', sumsFile], { cwd: folder, encoding: 'utf8' });

  it('finds every file as it is listed', () => {
    const { status, stdout } = verify();
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(bundle.size - 2);
  });

  it('finds the file that was changed', () => {
    const name = 'evidence/unit.xml';
    const bytes = bundle.get(name) ?? new Uint8Array();
    writeFileSync(at(name), Uint8Array.from([...bytes, 32]));
    const { status, stdout } = verify();
    writeFileSync(at(name), bytes);
    expect(status).not.toBe(0);
    expect(stdout).toContain(`${name}: FAILED`);
  });
});

describe.skipIf(!hasOpenssl)('openssl (skipped where there is none)', () => {
  const { report } = readAttestationLines(bundle.get(attestationsFile) ?? new Uint8Array());
  const envelopes = (report?.statements ?? []).flatMap(({ envelope }) => envelope ?? []);
  const [ofCouncil, ofCi] = envelopes;
  if (ofCouncil === undefined || ofCi === undefined) throw new Error('two envelopes');
  const message = ({ payloadType, payload }: DsseEnvelope) => preAuthEncoding(payloadType, payload);

  function files(envelope: DsseEnvelope, key: keyof typeof testKeys): readonly string[] {
    writeFileSync(at('message'), message(envelope));
    writeFileSync(at('signature'), envelope.signatures[0]?.bytes ?? new Uint8Array());
    writeFileSync(at('key.pem'), formatPublicKey(testKeys[key].publicKey));
    return [at('message'), at('signature'), at('key.pem')];
  }

  it('verifies what a P-256 key signed', () => {
    const [text = '', signature = '', key = ''] = files(ofCi, 'p256');
    expect(openssl('dgst', '-sha256', '-verify', key, '-signature', signature, text)).toContain(
      'Verified OK',
    );
  });

  it('verifies what an Ed25519 key signed', () => {
    const [text = '', signature = '', key = ''] = files(ofCouncil, 'ed25519');
    const verified = openssl(
      ...['pkeyutl', '-verify', '-pubin', '-inkey', key, '-rawin'],
      ...['-in', text, '-sigfile', signature],
    );
    expect(verified).toContain('Signature Verified Successfully');
  });

  it.each([
    ['p256', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']],
    ['ed25519', ['-algorithm', 'ed25519']],
  ])('makes keys and signatures of %s that are read here', (algorithm, args) => {
    const secret = openssl('genpkey', ...args);
    writeFileSync(at('secret.pem'), secret);
    const known = readPrivateKey(secret);
    const shown = readPublicKey(openssl('pkey', '-in', at('secret.pem'), '-pubout'));
    if (!known.ok || !shown.ok) throw new Error('a key of openssl');
    expect(shown.value.algorithm).toBe(algorithm);
    expect(shown.value.id).toBe(known.value.publicKey.id);
    writeFileSync(at('message'), message(ofCi));
    const sign =
      algorithm === 'p256'
        ? ['dgst', '-sha256', '-sign', at('secret.pem'), at('message')]
        : ['pkeyutl', '-sign', '-inkey', at('secret.pem'), '-rawin', '-in', at('message')];
    const signature = new Uint8Array(execFileSync('openssl', sign));
    expect(verifySignature(message(ofCi), signature, shown.value)).toBe('good');
    expect(verifySignature(message(ofCouncil).subarray(1), signature, shown.value)).toBe('bad');
  });

  it('makes keys of another curve, which are refused', () => {
    const secret = openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384');
    expect(readPrivateKey(secret)).toEqual({ ok: false, error: 'algorithm-unknown' });
    writeFileSync(at('secret.pem'), secret);
    expect(readPublicKey(openssl('pkey', '-in', at('secret.pem'), '-pubout'))).toEqual({
      ok: false,
      error: 'algorithm-unknown',
    });
  });
});
