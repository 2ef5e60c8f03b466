import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { checkFormats } from '../core/choices.ts';
import type { ExitCode } from '../core/failure.ts';
import { type Io, note } from '../core/io.ts';
import { version } from '../core/version.ts';
import { openBundle } from '../open/open-bundle.ts';
import { readKeys } from '../sign/read-keys.ts';
import { asAnnotations } from './as-annotations.ts';
import { asJson } from './as-json.ts';
import { asJunit } from './as-junit.ts';
import { asMarkdown } from './as-markdown.ts';
import { asSarif } from './as-sarif.ts';
import { asText } from './as-text.ts';
import { type CheckReport, judge } from './judge.ts';

export type CheckFormat = (typeof checkFormats)[number];

const writers = {
  text: asText,
  json: asJson,
  junit: asJunit,
  sarif: (report: CheckReport) => asSarif(report, version),
  markdown: asMarkdown,
  annotations: asAnnotations,
} as const satisfies Record<CheckFormat, (report: CheckReport, io: Io) => string>;

export interface CheckOptions {
  readonly project?: string;
  readonly revision?: string;
  readonly gate?: readonly string[];
  readonly item?: readonly string[];
  readonly asOf?: string;
  readonly policy?: 'bundle' | 'verified';
  readonly key?: readonly string[];
  readonly baseline?: string;
  readonly acceptLoosened?: boolean;
  readonly format: CheckFormat;
  readonly output?: string;
}

/** Judges a bundle and writes what came of it. */
export async function check(bundle: string, options: CheckOptions, io: Io): Promise<ExitCode> {
  const choice = {
    ...(options.project !== undefined && { project: options.project }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    requireVerified: options.policy === 'verified',
    keys: await readKeys(options.key, io),
  };
  const opened = await openBundle(
    { ...choice, path: bundle, ...(options.revision && { revision: options.revision }) },
    io,
  );
  const before =
    options.baseline === undefined
      ? undefined
      : await openBundle(
          { ...choice, path: options.baseline, asOf: opened.context.verdicts.asOf },
          io,
        );
  const report = judge(
    opened,
    {
      ...(options.gate && { gates: options.gate }),
      ...(options.item && { items: options.item }),
      ...(options.acceptLoosened === true && { acceptLoosened: true }),
    },
    before,
  );
  const text = writers[options.format](report, io);
  if (options.output === undefined) {
    io.stdout(text);
    return report.exitCode;
  }
  await writeFile(resolve(io.cwd, options.output), text);
  // The file is for machines; whoever watches still sees the answer.
  note(io, asText(report, { ...io, verbosity: 'quiet' }).trimEnd());
  return report.exitCode;
}
