import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/bundle/digest.ts';
import { signStatement } from '../../src/bundle/integrity/dsse.ts';
import { formatPublicKey } from '../../src/bundle/integrity/keys.ts';
import { testKeys } from '../../src/bundle/integrity/testing/signed-bundle.ts';
import { writeBundle } from '../../src/bundle/write-bundle.ts';
import {
  conditionId,
  evidenceId,
  gateId,
  itemId,
  projectId,
  revisionId,
} from '../../src/model/ids.ts';
import type { ProjectContent } from '../../src/model/project.ts';
import { temporaryFolder, wavegate } from '../testing/world.ts';

describe('with keys', () => {
  /** A gate that asks for a statement which the council signed; its bytes are signed by that key. */
  function writeAttested(signer = testKeys.ed25519): string {
    const folder = temporaryFolder();
    const predicateType = 'https://in-toto.io/attestation/test-result/v0.1';
    const subjects = [{ name: 'app.zip', sha256: 'aa'.repeat(32) }];
    const statement = {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'app.zip', digest: { sha256: 'aa'.repeat(32) } }],
      predicateType,
      predicate: { result: 'PASSED', configuration: [] },
    };
    const bytes = new TextEncoder().encode(signStatement(statement, [signer]));
    const content: ProjectContent = {
      project: { id: projectId('signed'), title: 'Signed plan' },
      revision: { id: revisionId('r1'), createdAt: '2026-11-01T00:00:00Z' },
      items: [{ id: itemId('W1'), kind: 'wave', title: 'First' }],
      dependencies: [],
      gates: [
        {
          id: gateId('G1'),
          title: 'Attested',
          guards: [{ item: itemId('W1'), effect: 'complete' }],
          conditions: [
            {
              id: conditionId('attested'),
              title: 'The council has said so',
              kind: 'attestation',
              predicateType,
              signers: ['council'],
            },
          ],
        },
      ],
      evidence: [
        {
          id: evidenceId('statement'),
          kind: 'attestation',
          name: 'Statement',
          path: 'evidence/statement.intoto.jsonl',
          digest: { sha256: sha256Hex(bytes) },
          size: bytes.byteLength,
          collectedAt: '2026-11-01T00:00:00Z',
          facts: [
            { type: 'attestation', predicateType, subjects, result: 'passed', signer: 'council' },
          ],
        },
      ],
    };
    const files = new Map([['evidence/statement.intoto.jsonl', bytes]]);
    for (const [path, written] of writeBundle(content, { files })) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), written);
    }
    writeFileSync(join(folder, 'key.pem'), formatPublicKey(testKeys.ed25519.publicKey));
    return folder;
  }

  it('a signature counts when its key is named, and by the name of its owner', async () => {
    const folder = writeAttested();
    const asked = ['check', folder, '--gate', 'G1'];
    const key = join(folder, 'key.pem');
    // What the bundle says of its own signer counts for nothing.
    expect((await wavegate(asked)).exitCode).toBe(2);
    expect((await wavegate([...asked, '--key', `somebody=${key}`])).exitCode).toBe(2);
    const { exitCode, out } = await wavegate([...asked, '--key', `council=${key}`]);
    expect(out).toContain('Judged with the key of council: 1 condition holds');
    expect(exitCode).toBe(0);
    const json = await wavegate([...asked, '--key', `council=${key}`, '--format', 'json']);
    expect(JSON.parse(json.out)).toMatchObject({ keys: { conditions: 1 } });
    const forged = writeAttested(testKeys.p256);
    const refused = ['check', forged, '--gate', 'G1', '--key', `council=${key}`];
    expect((await wavegate(refused)).exitCode).toBe(2);
  });

  it('2: a key that is none', async () => {
    const { exitCode, err } = await wavegate(['check', writeAttested(), '--key', 'package.json']);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('is no key')]);
  });
});
