import { lazy, type ReactNode } from 'react';
import type { Report } from '../../../formats/reports/report.ts';
import type { Pointer } from '../../../model/common.ts';
import { type Entry, locateEntry } from './locate-entry.ts';

const TestReportView = lazy(async () => ({
  default: (await import('./test-report-view.tsx')).TestReportView,
}));
const CoverageReportView = lazy(async () => ({
  default: (await import('./coverage-report-view.tsx')).CoverageReportView,
}));
const SarifReportView = lazy(async () => ({
  default: (await import('./sarif-report-view.tsx')).SarifReportView,
}));
const AttestationReportView = lazy(async () => ({
  default: (await import('./attestation-report-view.tsx')).AttestationReportView,
}));
const BenchmarkReportView = lazy(async () => ({
  default: (await import('./benchmark-report-view.tsx')).BenchmarkReportView,
}));
const SbomReportView = lazy(async () => ({
  default: (await import('./sbom-report-view.tsx')).SbomReportView,
}));

/** Reports that have a viewer of their own; tables, data and logs are shown by theirs. */
export type ShownReport = Extract<
  Report,
  { readonly family: 'tests' | 'coverage' | 'sarif' | 'attestation' | 'benchmark' | 'sbom' }
>;

export function isShown(report: Report | undefined): report is ShownReport {
  switch (report?.family) {
    case 'tests':
    case 'coverage':
    case 'sarif':
    case 'attestation':
    case 'benchmark':
    case 'sbom':
      return true;
    default:
      return false;
  }
}

/** Whether the viewer of a report can open what a link names; if not, the text can. */
export function showsEntry(report: ShownReport, pointer: Pointer | undefined): boolean {
  return (
    pointer === undefined ||
    pointer.kind === 'whole' ||
    locateEntry(entriesOf(report), pointer) >= 0
  );
}

function entriesOf(report: ShownReport): readonly Entry[] {
  switch (report.family) {
    case 'tests':
      return report.cases.map(({ name, group, pointer }) => ({ name, suite: group, pointer }));
    case 'coverage':
      return report.files;
    case 'sarif':
      return report.results;
    case 'attestation':
      // A lone statement is all of it: a place in it is shown in its text.
      return report.statements.length > 1 ? report.statements : [];
    case 'benchmark':
      return report.series.flatMap(({ points }) => points);
    case 'sbom':
      return report.components;
  }
}

export function ReportViewer({
  report,
  ...props
}: {
  readonly name: string;
  readonly report: ShownReport;
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
}): ReactNode {
  switch (report.family) {
    case 'tests':
      return <TestReportView report={report} {...props} />;
    case 'coverage':
      return <CoverageReportView report={report} {...props} />;
    case 'sarif':
      return <SarifReportView report={report} {...props} />;
    case 'attestation':
      return <AttestationReportView report={report} {...props} />;
    case 'benchmark':
      return <BenchmarkReportView report={report} {...props} />;
    case 'sbom':
      return <SbomReportView report={report} {...props} />;
  }
}
