import type { ReactNode } from 'react';
import { formatCount } from '../../../lib/format/list.ts';

type Wrap = (text: string) => ReactNode;

export interface BundleWords {
  readonly question: string;
  readonly answer: (title: string, revision: string) => string;
  readonly sound: string;
  readonly withProblems: (count: number, wrap: Wrap) => ReactNode;
  readonly what: string;
  readonly origin: string;
  readonly project: string;
  readonly revision: string;
  readonly created: string;
  readonly commit: string;
  readonly format: string;
  readonly bundleId: string;
  readonly size: string;
  readonly judgedAsOf: string;
  readonly evidenceKind: string;
  readonly sample: string;
  readonly real: string;
  readonly contents: string;
  readonly counts: Readonly<
    Record<
      | 'items'
      | 'dependencies'
      | 'gates'
      | 'conditions'
      | 'evidence'
      | 'metrics'
      | 'points'
      | 'documents'
      | 'deliverables',
      string
    >
  >;
  readonly files: string;
  readonly filesNote: string;
  readonly problems: string;
  readonly noProblems: string;
  readonly noneOfSeverity: string;
  readonly severity: string;
  readonly all: string;
  readonly severities: Readonly<Record<'fatal' | 'error' | 'warning', string>>;
  readonly moreProblems: (count: number) => string;
  readonly sources: string;
  readonly reload: string;
  readonly copy: string;
  readonly check: string;
  readonly checkText: string;
}

export const en: BundleWords = {
  question: 'What am I looking at?',
  answer: (title, revision) => `${title}, ${revision}.`,
  sound: 'It was read without a problem.',
  withProblems: (count, wrap) => (
    <>
      {wrap(formatCount(count, { one: 'problem', other: 'problems' }))}{' '}
      {count === 1 ? 'was' : 'were'} found while reading.
    </>
  ),
  what: 'This bundle',
  origin: 'Read from',
  project: 'Project',
  revision: 'Revision',
  created: 'Written',
  commit: 'Commit',
  format: 'Format',
  bundleId: 'Bundle id',
  size: 'Size',
  judgedAsOf: 'Judged as of',
  evidenceKind: 'Evidence',
  sample: 'Made up, as a sample',
  real: 'As collected',
  contents: 'What is in it',
  counts: {
    items: 'Plan items',
    dependencies: 'Dependencies',
    gates: 'Gates',
    conditions: 'Conditions',
    evidence: 'Pieces of evidence',
    metrics: 'Metrics',
    points: 'Metric points',
    documents: 'Documents',
    deliverables: 'Deliverables',
  },
  files: 'Evidence files compared with their digests',
  filesNote:
    'Intact means that the bytes are the ones that were recorded. It does not mean that they are true, or the latest.',
  problems: 'Problems found while reading',
  noProblems: 'None.',
  noneOfSeverity: 'None of this severity.',
  severity: 'Severity',
  all: 'All',
  severities: { fatal: 'Fatal', error: 'Errors', warning: 'Warnings' },
  moreProblems: (count) => `${count} more; correct these first.`,
  sources: 'Documents it was read from',
  reload: 'Read again',
  copy: 'Copy the bundle id',
  check: 'Check it yourself',
  checkText:
    'In a folder with the bundle, “sha256sum -c SHA256SUMS” compares every file, and “sha256sum SHA256SUMS” prints the bundle id.',
};
