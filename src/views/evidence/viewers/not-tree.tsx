import type { ReactNode } from 'react';
import type { ReaderWarning } from '../../../formats/reading.ts';
import { Banner } from '../../../ui/feedback.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { warningLine } from '../reports/warning-line.ts';
import { useReportWords } from '../reports/words/use-report-words.ts';
import { TextViewer } from './text-viewer.tsx';
import styles from './viewer.module.css';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** The text of what is no tree, with the reason. */
export function NotTree({
  reason,
  ...props
}: TextViewerProps & { readonly reason: ReaderWarning | string | undefined }): ReactNode {
  const words = useViewerWords();
  const remarks = useReportWords();
  return (
    <div className={styles.viewer}>
      <Banner tone="missing" title={words.notTree}>
        {reason !== undefined && (
          <SafeText text={typeof reason === 'string' ? reason : warningLine(reason, remarks)} />
        )}
      </Banner>
      <TextViewer {...props} />
    </div>
  );
}
