import type { ReactNode } from 'react';
import styles from './page-heading.module.css';
import { type StateTone, toneColours } from './state.ts';

export interface PageHeadingProps {
  /** The one question of the page. */
  readonly question: string;
  /** Its answer as a sentence; parts may be set in `ToneText`. */
  readonly answer: ReactNode;
  /** What stands under the answer. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** Question and answer, first on every page. */
export function PageHeading({ question, answer, note, actions }: PageHeadingProps): ReactNode {
  return (
    <header className={styles.heading}>
      <div className={styles.words}>
        <p className={styles.question}>{question}</p>
        <h1 className={styles.answer}>{answer}</h1>
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

export interface ToneTextProps {
  readonly tone: StateTone;
  readonly children: ReactNode;
}

/** Words in the colour of the state they name; the words themselves must say the state. */
export function ToneText({ tone, children }: ToneTextProps): ReactNode {
  return <span style={{ color: toneColours(tone).fg }}>{children}</span>;
}
