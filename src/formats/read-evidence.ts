import type { Fact } from '../model/evidence.ts';
import { attestationFacts } from './attestation/attestation-facts.ts';
import { readAttestation, readAttestationLines } from './attestation/attestation-report.ts';
import { benchmarkFacts } from './benchmark/benchmark-facts.ts';
import { readBenchmarkHistory } from './benchmark/benchmark-history.ts';
import {
  readBencher,
  readBenchmarkDotNet,
  readBenchmarkList,
  readGoogleBenchmark,
  readJmh,
  readJuliaBenchmark,
  readPytestBenchmark,
} from './benchmark/benchmark-json.ts';
import { readBenchmarkText } from './benchmark/benchmark-text.ts';
import { readCoberturaReport } from './coverage/cobertura-report.ts';
import { coverageFacts, isWhole } from './coverage/coverage-facts.ts';
import { readIstanbulReport, readIstanbulSummary } from './coverage/istanbul-report.ts';
import { readLcovReport } from './coverage/lcov-report.ts';
import { readJsonLines, readJsonReport } from './data/json-report.ts';
import { readTable } from './data/table-report.ts';
import { readYaml } from './data/yaml-report.ts';
import type { EvidenceHint, EvidenceReading } from './evidence-reading.ts';
import { type FormatId, formatFamilies } from './format-id.ts';
import { readLogText } from './logs/log-text.ts';
import type { ReaderWarning, ReportReading } from './reading.ts';
import { headBytes, recognise } from './recognise/recognise.ts';
import type { Report } from './reports/report.ts';
import { sarifFacts } from './sarif/sarif-facts.ts';
import { readSarifReport } from './sarif/sarif-report.ts';
import { readCyclonedx } from './sbom/cyclonedx.ts';
import { readSpdx, readSpdxTagValue } from './sbom/spdx.ts';
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

type FormatWithReport = {
  [F in FormatId]: (typeof formatFamilies)[F] extends undefined ? never : F;
}[FormatId];

type Reader = (bytes: Uint8Array) => ReportReading<Report>;

/** Every format that has a family has a reader; the compiler misses none. */
const readers: Readonly<Record<FormatWithReport, Reader>> = {
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
  'benchmark-list': readBenchmarkList,
  'benchmark-history': readBenchmarkHistory,
  bencher: readBencher,
  'google-benchmark': readGoogleBenchmark,
  'pytest-benchmark': readPytestBenchmark,
  jmh: readJmh,
  'julia-benchmark': readJuliaBenchmark,
  benchmarkdotnet: readBenchmarkDotNet,
  'benchmark-text': readBenchmarkText,
  'in-toto': readAttestation,
  dsse: readAttestation,
  'attestation-bundle': readAttestation,
  'attestation-lines': readAttestationLines,
  cyclonedx: readCyclonedx,
  spdx: readSpdx,
  'spdx-tag-value': readSpdxTagValue,
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
  const { format } = recognition;
  const { report, warnings } = hasReader(format) ? readers[format](bytes) : { warnings: [] };
  return {
    ...recognition,
    ...(report === undefined ? {} : { report }),
    facts: report === undefined ? [] : factsOf(report, warnings),
    warnings,
  };
}

function hasReader(format: FormatId): format is FormatWithReport {
  return formatFamilies[format] !== undefined;
}

/** What conditions are judged by. Families without a fact of their own give none. */
export function factsOf(report: Report, warnings: readonly ReaderWarning[]): readonly Fact[] {
  switch (report.family) {
    case 'tests':
      return [testsFact(report)];
    case 'coverage':
      return isWhole(warnings) ? coverageFacts(report) : [];
    case 'sarif':
      return sarifFacts(report, warnings);
    case 'attestation':
      return attestationFacts(report);
    case 'benchmark':
      return benchmarkFacts(report);
    default:
      return [];
  }
}
