import type { Fact } from '../model/evidence.ts';
import { readCoberturaReport } from './coverage/cobertura-report.ts';
import { coverageFacts } from './coverage/coverage-facts.ts';
import { readIstanbulReport, readIstanbulSummary } from './coverage/istanbul-report.ts';
import { readLcovReport } from './coverage/lcov-report.ts';
import { readJsonLines, readJsonReport } from './data/json-report.ts';
import { readTable } from './data/table-report.ts';
import { readYaml } from './data/yaml-report.ts';
import type { EvidenceHint, EvidenceReading } from './evidence-reading.ts';
import type { FormatId } from './format-id.ts';
import { readLogText } from './logs/log-text.ts';
import type { ReportReading } from './reading.ts';
import { headBytes, recognise } from './recognise/recognise.ts';
import type { Report } from './reports/report.ts';
import { readSarifReport } from './sarif/sarif-report.ts';
import { readCtrfReport } from './tests/ctrf-report.ts';
import { readDartReport } from './tests/dart-report.ts';
import { readNunitReport, readXunitReport } from './tests/dotnet-report.ts';
import { readGoTestReport } from './tests/go-test-report.ts';
import { readJestReport } from './tests/jest-report.ts';
import { readJunitReport } from './tests/junit-report.ts';
import { readMochaReport } from './tests/mocha-report.ts';
import { readPlaywrightReport } from './tests/playwright-report.ts';
import { readRspecReport } from './tests/rspec-report.ts';
import { readTapReport } from './tests/tap-report.ts';
import { testsFact } from './tests/tests-fact.ts';

type Reader = (bytes: Uint8Array) => ReportReading<Report>;

const readers: Partial<Readonly<Record<FormatId, Reader>>> = {
  junit: readJunitReport,
  nunit: readNunitReport,
  xunit: readXunitReport,
  ctrf: readCtrfReport,
  playwright: readPlaywrightReport,
  jest: readJestReport,
  mocha: readMochaReport,
  rspec: readRspecReport,
  dart: readDartReport,
  'go-test': readGoTestReport,
  tap: readTapReport,
  lcov: readLcovReport,
  cobertura: readCoberturaReport,
  istanbul: readIstanbulReport,
  'istanbul-summary': readIstanbulSummary,
  sarif: readSarifReport,
  csv: readTable,
  json: readJsonReport,
  'json-lines': readJsonLines,
  yaml: readYaml,
  log: readLogText,
  text: readLogText,
};

/**
 * Reads one piece of evidence: tells its format, and gives its report, the facts that conditions are
 * judged by, and what was not understood. Never throws: whatever the bytes are, there is an answer.
 *
 * @param hint its name and media type, and the format when somebody chose one
 */
export function readEvidence(bytes: Uint8Array, hint: EvidenceHint = {}): EvidenceReading {
  const recognition = recognise(bytes.subarray(0, headBytes), hint);
  const { report, warnings } = readers[recognition.format]?.(bytes) ?? { warnings: [] };
  return {
    ...recognition,
    ...(report === undefined ? {} : { report }),
    facts: report === undefined ? [] : factsOf(report),
    warnings,
  };
}

/** What conditions are judged by. Families without a fact of their own give none. */
export function factsOf(report: Report): readonly Fact[] {
  switch (report.family) {
    case 'tests':
      return [testsFact(report)];
    case 'coverage':
      return coverageFacts(report);
    default:
      return [];
  }
}
