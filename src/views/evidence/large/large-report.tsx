import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Pointer } from '../../../model/common.ts';
import type { Evidence } from '../../../model/evidence.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { largeReadingQuery } from '../../../queries/evidence-options.ts';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import detailStyles from '../evidence-detail.module.css';
import { ReadingRemarks } from '../reports/reading-remarks.tsx';
import { isShown, ReportViewer } from '../reports/report-viewer.tsx';
import { askAgain, FileTrouble, troubleOf } from './file-trouble.tsx';
import { useLargeWords } from './words/use-large-words.ts';

/** What the reader of its format makes of a large file: its totals, and what wants to be looked at. */
export function LargeReport({
  evidence,
  pointer,
  onPoint,
}: {
  readonly evidence: Evidence;
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
}): ReactNode {
  const words = useLargeWords();
  const { session, request } = useOpenProject();
  const answer = useQuery(largeReadingQuery(session, request, evidence.id));
  const trouble = troubleOf([answer]);
  if (trouble !== undefined) {
    return <FileTrouble evidence={evidence} trouble={trouble} onRetry={() => askAgain([answer])} />;
  }
  if (answer.data?.ok !== true) {
    return (
      <>
        <p role="status" className={detailStyles.quiet}>
          {words.readingReport}
        </p>
        <SkeletonRows rows={6} />
      </>
    );
  }
  const { reading, entries } = answer.data.value;
  const { report } = reading;
  return (
    <>
      <ReadingRemarks reading={reading} />
      {entries !== undefined && <p className={detailStyles.quiet}>{words.firstEntries(entries)}</p>}
      {isShown(report) ? (
        <ReportViewer name={evidence.name} report={report} pointer={pointer} onPoint={onPoint} />
      ) : (
        <p className={detailStyles.quiet}>{words.noReport}</p>
      )}
    </>
  );
}
