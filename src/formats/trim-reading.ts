import type { EvidenceReading } from './evidence-reading.ts';
import type { Report } from './reports/report.ts';
import type { SarifReport } from './reports/sarif-report.ts';
import type { ReportedCase } from './reports/test-report.ts';

/** A reading with the entries that want to be looked at, and how many there are of them. */
export interface TrimmedReading {
  readonly reading: EvidenceReading;
  /** Entries of the whole report; absent when all of them are here. */
  readonly entries?: number;
}

/** Characters of what a test printed that go along. */
const mostOutput = 4000;

/**
 * What can be shown of a large report: its totals, which are those of the whole, and at most so many of
 * its entries, the gravest first and then in their order. Facts stay behind.
 */
export function trimReading(reading: EvidenceReading, most: number): TrimmedReading {
  const { report } = reading;
  const whole = { ...reading, facts: [] };
  if (report === undefined) return { reading: whole };
  const [entries, trimmed] = trim(report, most);
  const { report: _, ...bare } = whole;
  return {
    reading: trimmed === undefined ? bare : { ...bare, report: trimmed },
    ...(entries > most && { entries }),
  };
}

/**
 * What a page shows of a reading. Tables, logs and JSON are shown from their bytes; a document of YAML
 * takes so long to read that nobody should read it twice.
 */
export function readingToShow(reading: EvidenceReading): EvidenceReading {
  const { report, ...bare } = reading;
  const isShown =
    report !== undefined &&
    report.family !== 'table' &&
    report.family !== 'log' &&
    (report.family !== 'data' || report.syntax === 'yaml');
  return { ...bare, facts: [], ...(isShown && { report }) };
}

function trim(report: Report, most: number): readonly [number, Report | undefined] {
  switch (report.family) {
    case 'tests': {
      const { cases } = report;
      return [cases.length, { ...report, cases: gravest(cases, most).map(shortened) }];
    }
    case 'coverage': {
      const { files } = report;
      const kept = files.slice(0, most);
      const lines = kept.reduce((sum, { hits }) => sum + hits.length, 0);
      // The lines of all files are most of such a report; without them there are still the shares.
      const shown =
        lines <= 20 * most ? kept : kept.map((file) => ({ ...file, hits: [], functionHits: [] }));
      return [files.length, { ...report, files: shown }];
    }
    case 'sarif':
      return [report.results.length, { ...report, results: gravestFindings(report, most) }];
    // Tables, data and logs are shown by rows and lines.
    case 'table':
    case 'data':
    case 'log':
      return [0, undefined];
    default:
      return [0, report];
  }
}

/** What did not pass comes before what did; each keeps its order. */
function gravest(cases: readonly ReportedCase[], most: number): readonly ReportedCase[] {
  if (cases.length <= most) return cases;
  const isSound = ({ outcome }: ReportedCase): boolean => outcome === 'passed';
  const others = cases.filter((one) => !isSound(one));
  return [...others, ...cases.filter(isSound)].slice(0, most);
}

const gravity = { error: 0, unknown: 1, warning: 2, note: 3, none: 4 } as const;

function gravestFindings({ results }: SarifReport, most: number): SarifReport['results'] {
  return results.length <= most
    ? results
    : results.toSorted((a, b) => gravity[a.level] - gravity[b.level]).slice(0, most);
}

function shortened(one: ReportedCase): ReportedCase {
  const { detail, output } = one;
  return {
    ...one,
    ...(detail !== undefined && { detail: detail.slice(0, mostOutput) }),
    ...(output !== undefined && { output: output.slice(0, mostOutput) }),
  };
}
