import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What Stryker writes (mutation-testing-report-schema 2), as far as it is read here. */
export const strykerReport = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: z.object({ line: z.number(), column: z.number() }) }),
        }),
      ),
    }),
  ),
});
export type StrykerReport = z.infer<typeof strykerReport>;

const tally = z.object({
  killed: z.number(),
  timeout: z.number(),
  survived: z.number(),
  noCoverage: z.number(),
  /** Mutants that no test can switch on and off (they run when a file is loaded), and broken ones. */
  ignored: z.number(),
});
export type Tally = z.infer<typeof tally>;

/** What was measured of one file. */
export const measuredFile = z.object({
  path: z.string(),
  /** SHA-256 of the source that was measured. */
  source: z.string(),
  /** HEAD of that moment. */
  commit: z.string(),
  tally,
  /** `line:column mutator → replacement` of each mutant that no test noticed. */
  undetected: z.array(z.string()),
});
export type MeasuredFile = z.infer<typeof measuredFile>;

export interface Score {
  /** Share of detected mutants, in per cent with two decimals; 100 where there is nothing to detect. */
  readonly score: number;
  readonly mutants: Tally;
}

export interface FileScore extends Score {
  /** SHA-256 of the source that was measured. */
  readonly source: string;
}

export interface ScoreReport extends Score {
  readonly commit: string;
  readonly folders: Readonly<Record<string, Score>>;
  readonly files: Readonly<Record<string, FileScore>>;
  /** Files whose text is another one than what was measured. */
  readonly changedSince: readonly string[];
  /** Files of which nothing is known; the score says nothing of them. */
  readonly notMeasured: readonly string[];
  /** How many files are in the two lists. */
  readonly open: number;
}

const counted: Readonly<Record<string, keyof Tally>> = {
  Killed: 'killed',
  Timeout: 'timeout',
  Survived: 'survived',
  NoCoverage: 'noCoverage',
};

export function digestOf(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}

/** The tally of one file; a file without mutants is not in the report and has nothing to count. */
export function measure(
  path: string,
  source: string,
  commit: string,
  report: StrykerReport,
): MeasuredFile {
  const found = { killed: 0, timeout: 0, survived: 0, noCoverage: 0, ignored: 0 };
  const undetected: string[] = [];
  for (const mutant of report.files[path]?.mutants ?? []) {
    const kind = counted[mutant.status] ?? 'ignored';
    found[kind] += 1;
    if (kind !== 'survived' && kind !== 'noCoverage') continue;
    const { line, column } = mutant.location.start;
    const replacement = (mutant.replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 120);
    undetected.push(
      `${line}:${column} ${mutant.mutatorName} → ${replacement}${kind === 'noCoverage' ? ' (no test runs it)' : ''}`,
    );
  }
  return {
    path,
    source: digestOf(report.files[path]?.source ?? source),
    commit,
    tally: found,
    undetected,
  };
}

function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (kind: keyof Tally) => tallies.reduce((total, own) => total + own[kind], 0);
  const mutants: Tally = {
    killed: sum('killed'),
    timeout: sum('timeout'),
    survived: sum('survived'),
    noCoverage: sum('noCoverage'),
    ignored: sum('ignored'),
  };
  const detected = mutants.killed + mutants.timeout;
  const valid = detected + mutants.survived + mutants.noCoverage;
  const score = valid === 0 ? 100 : Math.floor((detected / valid) * 10_000) / 100;
  return { score, mutants };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/**
 * One score of many measurements: killed and timed out, of all mutants that a test could detect.
 * Rounded down, so that no limit is reached by rounding. It speaks of what was measured, and names
 * the files of `present` that it does not speak of.
 */
export function merge(
  measured: readonly MeasuredFile[],
  present: ReadonlyMap<string, string>,
  commit: string,
): ScoreReport {
  const sorted = measured.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const folders = new Map<string, Tally[]>();
  const changedSince = sorted
    .filter((file) => digestOf(present.get(file.path) ?? '') !== file.source)
    .map((file) => file.path);
  const known = new Set(sorted.map((file) => file.path));
  const notMeasured = [...present.keys()].filter((path) => !known.has(path)).sort();
  for (const file of sorted) {
    const folder = folderOf(file.path);
    folders.set(folder, [...(folders.get(folder) ?? []), file.tally]);
  }
  return {
    ...scoreOf(sorted.map((file) => file.tally)),
    commit,
    folders: Object.fromEntries([...folders].map(([folder, own]) => [folder, scoreOf(own)])),
    files: Object.fromEntries(
      sorted.map((file) => [file.path, { ...scoreOf([file.tally]), source: file.source }]),
    ),
    changedSince,
    notMeasured,
    open: changedSince.length + notMeasured.length,
  };
}
