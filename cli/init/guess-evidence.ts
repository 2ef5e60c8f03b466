import { readCsvText } from '../../src/formats/csv-table.ts';
import { formatFamilies } from '../../src/formats/format-id.ts';
import { readEvidence } from '../../src/formats/read-evidence.ts';
import { parseTimestamp } from '../../src/lib/timestamp.ts';
import type { Pointer } from '../../src/model/common.ts';
import type { Fact } from '../../src/model/evidence.ts';
import type { Repository } from '../collect/repository.ts';
import { benchmarkGuesses, tableGuesses } from './guess-benchmarks.ts';
import type { MetricGuess } from './metric-guess.ts';

export interface EvidenceGuess {
  readonly files: string;
  readonly kind: string;
  readonly why: string;
  /** Cases that ran, and how many of them failed. */
  readonly tests: number;
  readonly failed: number;
  /** Files that a condition could look at. */
  readonly pieces: readonly EvidencePiece[];
  /** It lies where data for tests lies: proposed as a comment. */
  readonly isAside?: boolean;
}

/** One file with the value that a condition could ask for. */
export interface EvidencePiece {
  readonly path: string;
  /** Coverage of lines in percent, or how many errors an analysis found. */
  readonly value?: { readonly pointer: Pointer; readonly value: number };
}

export interface EvidenceGuesses {
  readonly evidence: readonly EvidenceGuess[];
  readonly metrics: readonly MetricGuess[];
  readonly checksums: readonly string[];
}

const kindOfFamily: Readonly<Record<string, string>> = {
  tests: 'test-report',
  coverage: 'coverage',
  benchmark: 'benchmark',
  sarif: 'static-analysis',
  attestation: 'attestation',
  sbom: 'sbom',
};

const candidates = /\.(?:xml|trx|json|sarif|info|tap|intoto\.jsonl|csv)$/i;
const benchmarkText = /bench[^/]*(?:\/[^/]+)?\.txt$/i;
/** Folders whose files are data for tests, and prove nothing of the repository itself. */
const testData =
  /(?:^|\/)(?:__)?(?:fixtures?|testdata|test[-_]data|mocks?|examples?|samples?|snapshots?|golden)(?:__)?\//i;
const mostFiles = 2000;
const mostBytes = 4 * 1024 * 1024;
const mostPieces = 12;

interface Group {
  readonly kind: string;
  readonly format: string;
  readonly first: string;
  readonly count: number;
  readonly tests: number;
  readonly failed: number;
  readonly pieces: readonly EvidencePiece[];
}

/** Reads what may be a report, and says which families of reports lie where. */
export async function guessEvidence(repository: Repository): Promise<EvidenceGuesses> {
  const groups = new Map<string, Group>();
  const metrics: MetricGuess[] = [];
  const found = repository.files.filter(
    ({ path, size }) => (candidates.test(path) || benchmarkText.test(path)) && size <= mostBytes,
  );
  for (const { path } of found.slice(0, mostFiles)) {
    const bytes = await repository.bytes(path);
    if (bytes === undefined) continue;
    if (/\.csv$/i.test(path)) {
      metrics.push(...csvMetrics(new TextDecoder().decode(bytes), path));
      continue;
    }
    const { format, facts, report } = readEvidence(bytes, { name: path });
    const kind = report === undefined ? undefined : kindOfFamily[formatFamilies[format] ?? ''];
    if (kind === undefined || report === undefined) continue;
    const { ran, failed } = casesOf(facts);
    if (kind === 'test-report' && ran === 0) continue;
    if (report.family === 'benchmark' && !testData.test(path)) {
      metrics.push(...benchmarkGuesses(report, path));
    }
    const key = JSON.stringify([globOf(path), kind]);
    const known = groups.get(key);
    groups.set(key, {
      kind,
      format: known?.format ?? format,
      first: known?.first ?? path,
      count: (known?.count ?? 0) + 1,
      tests: (known?.tests ?? 0) + ran,
      failed: (known?.failed ?? 0) + failed,
      pieces: [...(known?.pieces ?? []), pieceOf(path, kind, facts)].slice(0, mostPieces),
    });
  }
  return {
    evidence: [...groups].map(([key, { count, format, first, ...group }]) => ({
      ...group,
      files: String(JSON.parse(key)[0]),
      why: `${count} ${count === 1 ? 'file reads' : 'files read'} as ${format}${group.tests > 0 ? ` with ${group.tests} tests` : ''}, for example ${first}:1`,
      ...(testData.test(first) && { isAside: true }),
    })),
    metrics,
    checksums: repository.files
      .map(({ path }) => path)
      .filter((path) => /(?:^|\/)SHA256SUMS(?:\.txt)?$|\.sha256(?:sum)?$/i.test(path)),
  };
}

function casesOf(facts: readonly Fact[]): { readonly ran: number; readonly failed: number } {
  let [ran, failed] = [0, 0];
  for (const fact of facts) {
    if (fact.type !== 'tests') continue;
    ran += fact.total - (fact.skipped ?? 0);
    failed += fact.failed;
  }
  return { ran, failed };
}

/** The first fact is the share of lines, or of the first measure that the tool has. */
function pieceOf(path: string, kind: string, facts: readonly Fact[]): EvidencePiece {
  const [fact] = facts;
  const isAsked = kind === 'coverage' || kind === 'static-analysis';
  return isAsked && fact?.type === 'value' && typeof fact.value === 'number'
    ? { path, value: { pointer: fact.pointer, value: fact.value } }
    : { path };
}

/** All files of the same ending in the same folder. */
function globOf(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  const ending = /\.[^.]+$/.exec(path.slice(at))?.[0] ?? '';
  return `${path.slice(0, at)}*${ending}`;
}

const timeNames = /^(?:time|timestamp|date|day|when|at|ts|created_at)$/i;

function csvMetrics(text: string, file: string): readonly MetricGuess[] {
  const { header, rows } = readCsvText(text);
  const time = header.findIndex((name) => timeNames.test(name.trim()));
  const [first] = rows;
  if (first === undefined) return [];
  if (time < 0) return testData.test(file) ? [] : tableGuesses(header, rows, file);
  if (!isTime(first[time] ?? '')) return [];
  const value = header.findIndex(
    (_, column) =>
      column !== time &&
      rows.slice(0, 20).every((row) => /^-?\d+(?:\.\d+)?$/.test((row[column] ?? '').trim())),
  );
  const name = header[value];
  const timeName = header[time];
  if (name === undefined || timeName === undefined) return [];
  return [
    {
      id: file.replace(/^.*\//, '').replace(/\.csv$/i, ''),
      file,
      members: { time: timeName, value: name, unit: 'ms', better: 'lower' },
      why: `${rows.length} rows with a time and numbers (${file}:1)`,
    },
  ];
}

const isTime = (text: string): boolean =>
  /^\d{9,13}$/.test(text) ||
  !Number.isNaN(parseTimestamp(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text));
