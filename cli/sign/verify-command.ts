import { resolve } from 'node:path';
import type { PublicKey } from '../../src/bundle/integrity/keys.ts';
import type { ClaimState, IntegrityReport } from '../../src/bundle/integrity/types.ts';
import { createSession } from '../../src/queries/session.ts';
import { treeSource } from '../../src/source/tree-source.ts';
import { CliFailure, type ExitCode } from '../core/failure.ts';
import { type Io, paint, plain, type Tone } from '../core/io.ts';
import { chooseRequest, treeAt } from '../open/open-bundle.ts';
import { readKeys } from './read-keys.ts';

export interface VerifyOptions {
  readonly project?: string;
  readonly revision?: string;
  readonly key?: readonly string[];
  readonly format: 'text' | 'json';
}

/**
 * The four claims about a bundle. 0: nothing is broken, and with keys it is authentic; 1: something is
 * broken, or none of the keys signed it; 2: it cannot be checked.
 */
export async function verify(bundle: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  const keys = await readKeys(options.key, io);
  const report = await integrityOf(bundle, options, keys, io);
  io.stdout(
    options.format === 'json'
      ? `${JSON.stringify(report, null, 2)}\n`
      : asText(report, keys.length > 0, io),
  );
  return exitOf(report, keys.length > 0);
}

/** The page's own check of the page's own load. */
export async function integrityOf(
  bundle: string,
  choice: { readonly project?: string; readonly revision?: string },
  keys: readonly PublicKey[],
  io: Io,
): Promise<IntegrityReport> {
  const source = treeSource(await treeAt(resolve(io.cwd, bundle), bundle));
  const session = createSession({ openSource: () => source });
  const request = await chooseRequest(source, { ...choice, path: bundle }, io);
  const opened = await session.snapshot(request);
  if (!opened.ok)
    throw new CliFailure('not-a-bundle', `${plain(bundle)} cannot be read as a bundle`);
  return session.integrityReport(request, keys);
}

function exitOf(
  { intact, complete, authentic, recomputed }: IntegrityReport,
  hasKeys: boolean,
): ExitCode {
  const states = [intact.state, complete.state, authentic.state, recomputed.state];
  if (states.includes('broken') || (hasKeys && authentic.state !== 'holds')) return 1;
  return intact.state === 'holds' && complete.state === 'holds' ? 0 : 2;
}

const tones: Readonly<Record<ClaimState, Tone>> = {
  holds: 'good',
  broken: 'bad',
  unknown: 'doubt',
  unclaimed: 'faint',
};

function asText(report: IntegrityReport, hasKeys: boolean, io: Io): string {
  const { intact, complete, authentic, recomputed } = report;
  const claim = (name: string, state: ClaimState, text: string): string =>
    `${name.padEnd(11)} ${paint(io, tones[state], state.padEnd(9))} ${text}`;
  const lines = [
    `Bundle ${report.bundleId ?? 'without SHA256SUMS'}`,
    claim(
      'intact',
      intact.state,
      `${intact.matching} files match what was recorded, ${intact.faults.length} do not`,
    ),
    ...intact.faults.slice(0, 10).map(({ path, fault }) => `  ${fault}: ${plain(path)}`),
    claim(
      'complete',
      complete.state,
      `${complete.listed} files are listed, ${complete.missing.length} missing, ${complete.unlisted.length} not listed`,
    ),
    ...complete.unlisted.slice(0, 10).map((path) => `  not listed: ${plain(path)}`),
    claim(
      'authentic',
      authentic.state,
      authentic.signatures.length === 0
        ? 'nobody has signed it'
        : hasKeys
          ? `signed by ${authentic.signedBy.map((id) => id.slice(0, 12)).join(', ') || 'none of the keys that were named'}`
          : `${authentic.signatures.length} signatures; name the keys that you trust with --key`,
    ),
    claim(
      'recomputed',
      recomputed.state,
      `${recomputed.facts.agreeing} facts come out as recorded, ${recomputed.facts.differing.length} otherwise; ${recomputed.decisions.agreeing} decisions, ${recomputed.decisions.differing.length} otherwise`,
    ),
    ...recomputed.decisions.differing
      .slice(0, 10)
      .map(({ gate, stated, found }) => `  ${plain(gate)}: recorded ${stated}, found ${found}`),
    paint(io, 'faint', 'None of this says that evidence is true, or that it is the latest.'),
  ];
  return `${lines.join('\n')}\n`;
}
