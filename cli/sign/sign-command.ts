import { appendFile, readFile, realpath, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { bundleId as idOfSums, parseSha256Sums, sumsFile } from '../../src/bundle/digest.ts';
import { attestationsFile } from '../../src/bundle/integrity/attestations.ts';
import { signStatement } from '../../src/bundle/integrity/dsse.ts';
import { formatPublicKey, readPrivateKey } from '../../src/bundle/integrity/keys.ts';
import { CliFailure, type ExitCode } from '../core/failure.ts';
import { type Io, paint, plain } from '../core/io.ts';
import { verificationSummary } from '../export/verification-summary.ts';
import { openBundle } from '../open/open-bundle.ts';
import { keyFailure } from './key-failure.ts';
import { integrityOf } from './verify-command.ts';

export interface SignOptions {
  readonly key: string;
  readonly project?: string;
  readonly asOf?: string;
}

/**
 * Adds a signed SLSA verification summary about a bundle folder: its list of sums and every file in it.
 * A bundle that is not what it lists is not signed.
 */
export async function sign(bundle: string, options: SignOptions, io: Io): Promise<ExitCode> {
  const folder = resolve(io.cwd, bundle);
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) {
    throw new CliFailure('not-a-folder', `${plain(bundle)} is no folder`, {
      hint: 'Sign the folder, then pack it; the signature goes with it.',
    });
  }
  const keyFile = resolve(io.cwd, options.key);
  if ((await realpath(keyFile).catch(() => '')).startsWith(`${await realpath(folder)}${sep}`)) {
    throw new CliFailure('key-in-bundle', 'The private key lies in the bundle', {
      hint: 'Take it out of there: whoever gets the bundle gets the key.',
    });
  }
  const text = await readFile(keyFile, 'utf8').catch(() => {
    throw new CliFailure('key-unreadable', `${plain(options.key)} cannot be read`);
  });
  const key = readPrivateKey(text);
  if (!key.ok) throw keyFailure(options.key, key.error);
  const report = await integrityOf(
    bundle,
    { ...(options.project !== undefined && { project: options.project }) },
    [],
    io,
  );
  if (report.intact.state !== 'holds' || report.complete.state !== 'holds') {
    throw new CliFailure('not-intact', 'The bundle is not what it lists, so it is not signed', {
      hint: '`wavegate verify` names the files. Collect it again.',
    });
  }
  const opened = await openBundle({ path: bundle, ...options }, io);
  const sums = new Uint8Array(await readFile(join(folder, sumsFile)));
  const { digests } = parseSha256Sums(sums, sumsFile);
  const statement = verificationSummary(opened, io.now(), [
    { name: sumsFile, digest: { sha256: idOfSums(sums) } },
    ...[...digests].map(([name, sha256]) => ({ name, digest: { sha256 } })),
  ]);
  await appendFile(join(folder, attestationsFile), signStatement(statement, [key.value]));
  io.stdout(
    `${paint(io, 'good', 'Signed')} ${idOfSums(sums).slice(0, 12)} with ${key.value.publicKey.id.slice(0, 12)}. The public key for those who verify:\n${formatPublicKey(key.value.publicKey)}`,
  );
  return 0;
}
