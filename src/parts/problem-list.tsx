import type { ReactNode } from 'react';
import type { Problem, Severity } from '../model/problem.ts';
import { PanelRow, PanelRows } from '../ui/panel.tsx';
import { CodeRef, SafeText } from '../ui/safe-text.tsx';
import type { StateTone } from '../ui/state.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import styles from './problem-list.module.css';
import { useProblemWords } from './wording/problems.ts';

export const severityTone: Readonly<Record<Severity, StateTone>> = {
  fatal: 'stopped',
  error: 'failed',
  warning: 'missing',
};

/** More of them are counted. */
const MOST_AFFECTED = 6;

/** Problems found while reading: what, where to the column, and what to do. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }): ReactNode {
  const words = useProblemWords();
  return (
    <PanelRows>
      {problems.map((problem, index) => (
        <PanelRow
          // Problems have no ids and come in one fixed order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          lead={
            <StateGlyph
              tone={severityTone[problem.severity]}
              label={words.severity[problem.severity]}
            />
          }
          title={<SafeText text={words.what(problem)} />}
          note={
            <>
              <Where problem={problem} />
              {words.remedy(problem)}
            </>
          }
        />
      ))}
    </PanelRows>
  );
}

function Where({ problem }: { readonly problem: Problem }): ReactNode {
  const words = useProblemWords();
  const { file, path, position, affects } = problem;
  return (
    <span className={styles.where}>
      {file !== undefined && <CodeRef code={file} />}
      {position !== undefined && <span>{words.position(position.line, position.column)}</span>}
      {path !== undefined && path !== '' && <CodeRef code={path} most={80} />}
      {affects !== undefined && affects.length > 0 && (
        <span>
          {words.affects} <SafeText text={affects.slice(0, MOST_AFFECTED).join(', ')} />
          {affects.length > MOST_AFFECTED && ` +${affects.length - MOST_AFFECTED}`}
        </span>
      )}
    </span>
  );
}
