import type { Scalar } from '../../../src/model/common.ts';
import type { Fact } from '../../../src/model/evidence.ts';
import { metricId } from '../../../src/model/ids.ts';
import { type Exhibit, exhibit } from '../shared/exhibit.ts';
import { lines } from '../shared/sample-bundle.ts';
import { measured } from './measure.ts';
import { deliverable, measurement } from './names.ts';

const PATH = 'evidence/pkg_reality_report.md';

const row = (ecosystem: string) => (_: unknown, index: number) =>
  `| ${ecosystem}-sample-${String(index + 1).padStart(2, '0')} | 1.${index % 7}.${index % 5} | verified | none |`;

const HEADER = ['| Package | Version | Registry | Vulnerabilities |', '| --- | --- | --- | --- |'];

const TEXT = lines(
  '# Package report (sample)',
  '',
  '## Verification Summary',
  '',
  'Status=PASS',
  'Total=87',
  'Verified=87',
  'Unverified=0',
  'Minutes=6.8',
  '',
  '## Python Dependencies',
  '',
  ...HEADER,
  ...Array.from({ length: 52 }, row('py')),
  '',
  '## JavaScript Dependencies',
  '',
  ...HEADER,
  ...Array.from({ length: 35 }, row('js')),
  '',
  '## Vulnerability Scan Results',
  '',
  'Found=0',
);

/** A value fact on the line that starts with the key. */
function onLine(key: string, value: Scalar, unit?: string): Fact {
  const start = TEXT.indexOf(`\n${key}=${value}\n`);
  if (start < 0) throw new Error(`The report has no line ${key}=${value}`);
  const line = TEXT.slice(0, start + 1).split('\n').length;
  return {
    type: 'value',
    pointer: { kind: 'lines', from: line, to: line },
    value,
    ...(unit === undefined ? {} : { unit }),
  };
}

export const PACKAGE_REPORT: Exhibit = exhibit(
  {
    id: measurement(22),
    kind: 'report',
    path: PATH,
    mediaType: 'text/markdown',
    collectedAt: '2026-11-19T18:00:00Z',
    observedAt: '2026-11-17T11:00:00Z',
    producer: { id: 'ci' },
    covers: [deliverable(22)],
  },
  TEXT,
  [
    measured(PATH, TEXT, {
      counts: {
        sections: 4,
        'Verification Summary': 1,
        'Python Dependencies': 1,
        'JavaScript Dependencies': 1,
        'Vulnerability Scan Results': 1,
      },
    }),
    onLine('Status', 'PASS'),
    onLine('Total', 87, 'count'),
    onLine('Verified', 87, 'count'),
    onLine('Unverified', 0, 'count'),
    onLine('Minutes', 6.8, 'min'),
    onLine('Found', 0, 'count'),
    { type: 'series', metric: metricId('package-time') },
    { type: 'series', metric: metricId('unverified-dependencies') },
  ],
);
