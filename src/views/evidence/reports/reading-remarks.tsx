import type { ReactNode } from 'react';
import type { EvidenceReading } from '../../../formats/evidence-reading.ts';
import type { FormatId, RecognitionReason } from '../../../formats/format-id.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import styles from './report.module.css';
import { warningLine } from './warning-line.ts';
import { useReportWords } from './words/use-report-words.ts';

/** Remarks that are listed one by one. */
const mostWarnings = 200;

/** As what a piece was read, why, and what its reader did not understand. */
export function ReadingRemarks({ reading }: { readonly reading: EvidenceReading }): ReactNode {
  const words = useReportWords();
  const { format, because, warnings } = reading;
  return (
    <div className={styles.warnings}>
      <p className={styles.quiet}>
        <SafeText text={`${words.recognised(names[format])}: ${reasonText(because, words)}.`} />
      </p>
      {warnings.length > 0 && (
        <Disclosure summary={words.warnings(warnings.length)}>
          <ul className={styles.list}>
            {warnings.slice(0, mostWarnings).map((warning, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: remarks have no ids and never move
              <li key={index}>
                <SafeText text={warningLine(warning, words)} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

type Words = ReturnType<typeof useReportWords>;

function reasonText(reason: RecognitionReason, words: Words): string {
  switch (reason.code) {
    case 'root-element':
      return words.becauseElement(reason.params.element);
    case 'members':
      return words.becauseMembers(reason.params.members);
    case 'line':
      return words.becauseLine(reason.params.text);
    case 'name':
      return words.becauseName(reason.params.ending);
    case 'media-type':
      return words.becauseType(reason.params.mediaType);
    default:
      return words.because[reason.code];
  }
}

/** Proper names, the same in every language. */
const names: Readonly<Record<FormatId, string>> = {
  junit: 'JUnit XML',
  nunit: 'NUnit XML',
  xunit: 'xUnit XML',
  trx: 'TRX',
  ctrf: 'CTRF',
  playwright: 'Playwright JSON',
  jest: 'Jest JSON',
  mocha: 'Mocha JSON',
  rspec: 'RSpec JSON',
  dart: 'Dart test events',
  'go-test': 'Go test events',
  tap: 'TAP',
  lcov: 'LCOV',
  cobertura: 'Cobertura XML',
  istanbul: 'Istanbul JSON',
  'istanbul-summary': 'Istanbul summary',
  sarif: 'SARIF',
  'benchmark-list': 'github-action-benchmark',
  'benchmark-history': 'github-action-benchmark history',
  bencher: 'Bencher',
  'google-benchmark': 'Google Benchmark',
  'pytest-benchmark': 'pytest-benchmark',
  jmh: 'JMH',
  'julia-benchmark': 'Julia BenchmarkTools',
  benchmarkdotnet: 'BenchmarkDotNet',
  'benchmark-text': 'benchmark text',
  'in-toto': 'in-toto',
  dsse: 'DSSE',
  'attestation-bundle': 'attestation bundle',
  'attestation-lines': 'attestation lines',
  cyclonedx: 'CycloneDX',
  spdx: 'SPDX',
  'spdx-tag-value': 'SPDX tag-value',
  csv: 'CSV',
  json: 'JSON',
  'json-lines': 'JSON Lines',
  yaml: 'YAML',
  log: 'log',
  text: 'text',
  markdown: 'Markdown',
  html: 'HTML',
  xml: 'XML',
  svg: 'SVG',
  png: 'PNG',
  jpeg: 'JPEG',
  gif: 'GIF',
  webp: 'WebP',
  avif: 'AVIF',
  pdf: 'PDF',
  zip: 'ZIP',
  gzip: 'gzip',
  binary: 'bytes',
};
