import { type ReactNode, useMemo } from 'react';
import { AnsiText } from '../viewers/ansi-text.tsx';
import styles from './report.module.css';

/** Characters that are shown of a trace or of what a test printed. */
const most = 100_000;

/** Text as a program printed it, with the colours of its terminal. */
export function OutputText({
  label,
  text,
}: {
  readonly label: string;
  readonly text: string;
}): ReactNode {
  const lines = useMemo(() => text.slice(0, most).split('\n'), [text]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.output} aria-label={label} tabIndex={0}>
      <pre>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
          <span key={index}>
            <AnsiText line={line} />
            {'\n'}
          </span>
        ))}
      </pre>
    </section>
  );
}
