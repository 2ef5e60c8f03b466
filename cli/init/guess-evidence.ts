import { readCsvText } from '../../src/formats/csv-table.ts';
import { formatFamilies } from '../../src/formats/format-id.ts';
import { readEvidence } from '../../src/formats/read-evidence.ts';
import { parseTimestamp } from '../../src/lib/timestamp.ts';
import type { Repository } from '../collect/repository.ts';

export interface EvidenceGuess {
  readonly files: string;
  readonly kind: string;
  readonly why: string;
  readonly tests: number;
}

export interface MetricGuess {
  readonly id: string;
  readonly file: string;
  readonly time: string;
  readonly value: string;
  readonly why: string;
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
  benchmarks: 'benchmark',
  sarif: 'static-analysis',
  findings: 'static-analysis',
  attestation: 'attestation',
  statement: 'attestation',
  sbom: 'sbom',
};

const candidates = /\.(?:xml|trx|json|sarif|info|tap|intoto\.jsonl|csv)$/i;
const mostFiles = 2000;
const mostBytes = 4 * 1024 * 1024;

/** Reads what may be a report, and says which families of reports lie where. */
export async function guessEvidence(repository: Repository): Promise<EvidenceGuesses> {
  const groups = new Map<
    string,
    { kind: string; count: number; tests: number; first: string; format: string }
  >();
  const metrics: MetricGuess[] = [];
  const found = repository.files.filter(
    ({ path, size }) => candidates.test(path) && size <= mostBytes,
  );
  for (const { path } of found.slice(0, mostFiles)) {
    const bytes = await repository.bytes(path);
    if (bytes === undefined) continue;
    if (/\.csv$/i.test(path)) {
      const metric = guessMetric(new TextDecoder().decode(bytes), path);
      if (metric !== undefined) metrics.push(metric);
      continue;
    }
    const { format, facts, report } = readEvidence(bytes, { name: path });
    const kind = report === undefined ? undefined : kindOfFamily[formatFamilies[format] ?? ''];
    if (kind === undefined) continue;
    const cases = facts.reduce((sum, fact) => sum + (fact.type === 'tests' ? fact.total : 0), 0);
    if (kind === 'test-report' && cases === 0) continue;
    const glob = globOf(path);
    const key = JSON.stringify([glob, kind]);
    const known = groups.get(key) ?? { kind, count: 0, tests: 0, first: path, format };
    groups.set(key, { ...known, count: known.count + 1, tests: known.tests + cases });
  }
  return {
    evidence: [...groups].map(([key, { kind, count, tests, first, format }]) => ({
      files: String(JSON.parse(key)[0]),
      kind,
      tests,
      why: `${count} ${count === 1 ? 'file reads' : 'files read'} as ${format}${tests > 0 ? ` with ${tests} tests` : ''}, for example ${first}`,
    })),
    metrics,
    checksums: repository.files
      .map(({ path }) => path)
      .filter((path) => /(?:^|\/)SHA256SUMS(?:\.txt)?$|\.sha256(?:sum)?$/i.test(path)),
  };
}

/** All files of the same ending in the same folder. */
function globOf(path: string): string {
  const at = path.lastIndexOf('/') + 1;
  const ending = /\.[^.]+$/.exec(path.slice(at))?.[0] ?? '';
  return `${path.slice(0, at)}*${ending}`;
}

const timeNames = /^(?:time|timestamp|date|day|when|at|ts|created_at)$/i;

function guessMetric(text: string, file: string): MetricGuess | undefined {
  const { header, rows } = readCsvText(text);
  const time = header.findIndex((name) => timeNames.test(name.trim()));
  const [first] = rows;
  if (time < 0 || first === undefined || !isTime(first[time] ?? '')) return undefined;
  const value = header.findIndex(
    (_, column) =>
      column !== time &&
      rows.slice(0, 20).every((row) => /^-?\d+(?:\.\d+)?$/.test((row[column] ?? '').trim())),
  );
  const name = header[value];
  const timeName = header[time];
  if (name === undefined || timeName === undefined) return undefined;
  const id = file.replace(/^.*\//, '').replace(/\.csv$/i, '');
  return {
    id,
    file,
    time: timeName,
    value: name,
    why: `${rows.length} rows with a time and numbers (${file}:1)`,
  };
}

const isTime = (text: string): boolean =>
  /^\d{9,13}$/.test(text) ||
  !Number.isNaN(parseTimestamp(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text));
