import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConditionVerdict } from '../../src/gates/types.ts';
import type { exportFormats } from '../core/choices.ts';
import type { ExitCode } from '../core/failure.ts';
import type { Io } from '../core/io.ts';
import { version } from '../core/version.ts';
import { reasonText } from '../core/wording.ts';
import { type OpenedBundle, openBundle } from '../open/open-bundle.ts';
import { verificationSummary } from './verification-summary.ts';

export interface ExportOptions {
  readonly project?: string;
  readonly revision?: string;
  readonly asOf?: string;
  readonly format: (typeof exportFormats)[number];
  readonly output?: string;
}

/** Writes a judgement in a format of others. */
export async function exportBundle(
  bundle: string,
  options: ExportOptions,
  io: Io,
): Promise<ExitCode> {
  const { format, output, ...choice } = options;
  const opened = await openBundle({ ...choice, path: bundle }, io);
  const text =
    format === 'ctrf'
      ? asCtrf(opened)
      : format === 'csv'
        ? asCsv(opened)
        : json(await asVsa(opened, io));
  if (output === undefined) io.stdout(text);
  else await writeFile(resolve(io.cwd, output), text);
  return 0;
}

/** The statement about the list of sums, unsigned: `wavegate sign` signs one. */
async function asVsa(opened: OpenedBundle, io: Io): Promise<object> {
  const { bundleId } = opened.snapshot.bundle;
  return verificationSummary(opened, io.now(), [
    { name: 'SHA256SUMS', digest: { sha256: bundleId } },
  ]);
}

type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

const statuses: Readonly<Record<ConditionVerdict, CtrfStatus>> = {
  passed: 'passed',
  failed: 'failed',
  missing: 'failed',
  stale: 'failed',
  unknown: 'other',
  waived: 'skipped',
  'not-applicable': 'skipped',
};

/** Common Test Report Format (https://ctrf.io): each condition of each gate is a test. */
export function asCtrf({ context }: OpenedBundle): string {
  const at = Date.parse(context.verdicts.asOf);
  const tests = [...context.verdicts.gates.values()].flatMap((gate) =>
    gate.conditions.map((condition) => ({
      name: condition.title,
      status: statuses[condition.verdict],
      duration: 0,
      suite: [gate.id],
      message: reasonText(condition.reason),
      rawStatus: condition.verdict,
      type: condition.kind,
    })),
  );
  const count = (status: CtrfStatus): number =>
    tests.filter((test) => test.status === status).length;
  return json({
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    generatedBy: `wavegate ${version}`,
    results: {
      tool: { name: 'wavegate', version },
      summary: {
        tests: tests.length,
        passed: count('passed'),
        failed: count('failed'),
        pending: count('pending'),
        skipped: count('skipped'),
        other: count('other'),
        start: at,
        stop: at,
      },
      tests,
    },
  });
}

/** A row for each condition; items without gates have a row of their own. */
export function asCsv({ context, snapshot }: OpenedBundle): string {
  const rows: (readonly string[])[] = [
    ['kind', 'item', 'gate', 'condition', 'title', 'verdict', 'reason', 'owner'],
  ];
  for (const item of snapshot.items) {
    rows.push([
      'item',
      item.id,
      '',
      '',
      item.title,
      item.state,
      reasonText(item.reason),
      item.owner ?? '',
    ]);
  }
  for (const gate of context.verdicts.gates.values()) {
    const guards = context.project.index.gates.get(gate.id)?.guards ?? [];
    const items = [...new Set(guards.map(({ item }) => item))].join(' ');
    for (const condition of gate.conditions) {
      rows.push([
        'condition',
        items,
        gate.id,
        condition.id,
        condition.title,
        condition.verdict,
        reasonText(condition.reason),
        condition.owner ?? '',
      ]);
    }
  }
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * A cell that a spreadsheet would take for a formula begins with an apostrophe instead, also where the
 * formula stands after spaces or on an inner line.
 */
export function cell(text: string): string {
  const safe = text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      /^[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]/.test(line) ? `'${line}` : line,
    )
    .join('\n');
  return /[",\n\t;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
