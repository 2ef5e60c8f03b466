import { readJsonDocument, withJsonLines } from '../input/json-document.ts';
import type { JsonNode } from '../input/json-node.ts';
import { WarningLog } from '../input/warning-log.ts';
import type { ReportReading } from '../reading.ts';
import type {
  CoverageReport,
  CoverageShare,
  CoverageShares,
  CoveredFile,
} from '../reports/coverage-report.ts';
import { type CoverageKind, coverageKinds, shareOf, sumShares } from './coverage-totals.ts';

/**
 * Reads `coverage-final.json` of Istanbul: counts by statement, function and branch. Lines are counted as
 * Istanbul counts them: a line has the hits of the most run statement that begins on it.
 *
 * Source: the types `FileCoverageData` of istanbul-lib-coverage.
 */
export function readIstanbulReport(source: string | Uint8Array): ReportReading<CoverageReport> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const log = new WarningLog();
  log.addAll(warnings);
  const files = root.entries().flatMap(([name, entry]) => {
    // Some versions wrap the data of a file once more.
    const file = entry.at('data').isObject ? entry.at('data') : entry;
    if (file.at('statementMap').isObject) return [readFile(name, file, log)];
    log.add('record-unreadable', { pointer: entry.place });
    return [];
  });
  if (files.length === 0) return { warnings: [{ code: 'not-this-format' }] };
  const totals = sumShares(files);
  return {
    report: {
      family: 'coverage',
      tool: { name: 'Istanbul' },
      files,
      totals,
      // The file holds no totals of its own, so the fact is named in place of an address.
      pointers: pointersFor(totals, (column) => ({ kind: 'rows', from: 1, to: 1, column })),
    },
    warnings: withJsonLines(log.warnings, text),
  };
}

function readFile(name: string, file: JsonNode, log: WarningLog): CoveredFile {
  const lines = new Map<number, number>();
  const statements: number[] = [];
  for (const [id, place] of file.at('statementMap').entries()) {
    const count = hitsOf(file.at('s').at(id), log);
    statements.push(count);
    const line = place.at('start').at('line').number();
    if (line !== undefined) lines.set(line, Math.max(count, lines.get(line) ?? 0));
  }
  const functionHits = file
    .at('fnMap')
    .entries()
    .map(([id, entry]) => {
      const line = entry.at('line').number() ?? entry.at('loc').at('start').at('line').number();
      return {
        name: entry.at('name').text() ?? '',
        hits: hitsOf(file.at('f').at(id), log),
        ...(line !== undefined && { line }),
      };
    });
  const branches = new Map<number, number[]>();
  const taken: number[] = [];
  for (const [id, entry] of file.at('branchMap').entries()) {
    const counts = file
      .at('b')
      .at(id)
      .items()
      .map((count) => hitsOf(count, log));
    const missing = Math.max(0, entry.at('locations').items().length - counts.length);
    const all = [...counts, ...Array.from({ length: missing }, () => 0)];
    for (const count of all) taken.push(count);
    const line = entry.at('line').number() ?? entry.at('loc').at('start').at('line').number();
    if (line === undefined) continue;
    const on = branches.get(line) ?? [];
    for (const count of all) on.push(count);
    branches.set(line, on);
  }
  return {
    path: file.at('path').text() ?? name,
    ...filled({
      lines: shareOf([...lines.values()]),
      statements: shareOf(statements),
      functions: shareOf(functionHits.map(({ hits }) => hits)),
      branches: shareOf(taken),
    }),
    hits: [...lines]
      .sort(([a], [b]) => a - b)
      .map(([line, hits]) => {
        const on = branches.get(line);
        return { line, hits, ...(on !== undefined && { branches: shareOf(on) }) };
      }),
    functionHits,
    pointer: file.place,
  };
}

/** A count that is not there was never counted up. */
function hitsOf(node: JsonNode, log: WarningLog): number {
  const count = node.number();
  if (count !== undefined && count >= 0) return count;
  log.add('number-unreadable', { pointer: node.place });
  return 0;
}

function filled(shares: Required<CoverageShares>): CoverageShares {
  return Object.fromEntries(
    coverageKinds.filter((kind) => shares[kind].total > 0).map((kind) => [kind, shares[kind]]),
  );
}

/**
 * Reads `coverage-summary.json` of Istanbul, which only sums up, by file and in total.
 */
export function readIstanbulSummary(source: string | Uint8Array): ReportReading<CoverageReport> {
  const { root, text, warnings } = readJsonDocument(source);
  if (root === undefined) return { warnings };
  const total = root.at('total');
  if (!total.isObject) return { warnings: [{ code: 'not-this-format' }] };
  const log = new WarningLog();
  log.addAll(warnings);
  const files = root.entries().flatMap(([path, entry]): CoveredFile[] => {
    if (path === 'total') return [];
    return [{ path, ...sharesOf(entry, log), hits: [], functionHits: [], pointer: entry.place }];
  });
  const totals = sharesOf(total, log);
  const counted = sumShares(files);
  for (const kind of coverageKinds) {
    compare(kind, total, totals[kind], files.length > 0 ? counted[kind] : undefined, log);
  }
  return {
    report: {
      family: 'coverage',
      tool: { name: 'Istanbul' },
      files,
      totals,
      stated: Object.fromEntries(
        coverageKinds.flatMap((kind) => {
          const percent = total.at(kind).at('pct').number();
          return percent === undefined ? [] : [[kind, percent]];
        }),
      ),
      pointers: pointersFor(totals, (kind) => total.at(kind).at('pct').place),
    },
    warnings: withJsonLines(log.warnings, text),
  };
}

function sharesOf(entry: JsonNode, log: WarningLog): CoverageShares {
  return Object.fromEntries(
    coverageKinds.flatMap((kind) => {
      const total = entry.at(kind).at('total').number();
      const covered = entry.at(kind).at('covered').number();
      if (total === undefined || covered === undefined) {
        if (entry.at(kind).exists) log.add('number-unreadable', { pointer: entry.at(kind).place });
        return [];
      }
      return total === 0 ? [] : [[kind, { total, covered }]];
    }),
  );
}

function compare(
  of: CoverageKind,
  total: JsonNode,
  stated: CoverageShare | undefined,
  listed: CoverageShare | undefined,
  log: WarningLog,
): void {
  const node = total.at(of);
  if (stated !== undefined && listed !== undefined && stated.covered !== listed.covered) {
    const params = { of, stated: stated.covered, listed: listed.covered };
    log.add('count-differs', { pointer: node.place, params });
  }
  const percent = node.at('pct').number();
  if (stated === undefined || percent === undefined) return;
  const computed = (stated.covered / stated.total) * 100;
  // Istanbul cuts off after two digits.
  if (Math.abs(computed - percent) > 0.011) {
    const params = { of: `${of} %`, stated: percent, listed: Math.floor(computed * 100) / 100 };
    log.add('count-differs', { pointer: node.at('pct').place, params });
  }
}

function pointersFor(
  totals: CoverageShares,
  place: (kind: CoverageKind) => NonNullable<CoverageReport['pointers']['lines']>,
): CoverageReport['pointers'] {
  return Object.fromEntries(
    coverageKinds.filter((kind) => totals[kind] !== undefined).map((kind) => [kind, place(kind)]),
  );
}
