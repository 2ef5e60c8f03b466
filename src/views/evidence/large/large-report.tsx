import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Pointer } from '../../../model/common.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { largeReadingQuery } from '../../../queries/evidence-options.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import detailStyles from '../evidence-detail.module.css';
import { ReadingRemarks } from '../reports/reading-remarks.tsx';
import { isShown, ReportViewer } from '../reports/report-viewer.tsx';
import { useLargeWords } from './words/use-large-words.ts';

/** What the reader of its format makes of a large file: its totals, and what wants to be looked at. */
export function LargeReport({
  evidence,
  name,
  pointer,
  onPoint,
}: {
  readonly evidence: string;
  readonly name: string;
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
}): ReactNode {
  const words = useLargeWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(largeReadingQuery(session, request, evidence));
  if (error !== null) throw error;
  if (data === undefined) {
    return (
      <>
        <p role="status" className={detailStyles.quiet}>
          {words.readingReport}
        </p>
        <SkeletonRows rows={6} />
      </>
    );
  }
  if (!data.ok) return null;
  const { reading, entries } = data.value;
  const { report } = reading;
  return (
    <>
      <ReadingRemarks reading={reading} />
      {entries !== undefined && <p className={detailStyles.quiet}>{words.firstEntries(entries)}</p>}
      {isShown(report) ? (
        <ReportViewer name={name} report={report} pointer={pointer} onPoint={onPoint} />
      ) : (
        <p className={detailStyles.quiet}>{words.noReport}</p>
      )}
    </>
  );
}
