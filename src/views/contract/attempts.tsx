import type { ReactNode } from 'react';
import type { ContractDetail } from '../../derive/contracts.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import type { StateTone } from '../../ui/state.ts';
import { StateBadge } from '../../ui/state-glyph.tsx';
import styles from './contract.module.css';
import { useContractWords } from './words/use-contract-words.ts';

const tones: Readonly<Record<'accepted' | 'rejected' | 'pending', StateTone>> = {
  accepted: 'passed',
  rejected: 'failed',
  pending: 'in-progress',
};

/** Who accepts, how often it was tried and may be tried, and what came before. */
export function Attempts({
  detail: { contract, attempts: used },
}: {
  readonly detail: ContractDetail;
}): ReactNode {
  const words = useContractWords();
  const { validator, reportPath, attempts, history, mentionedPaths } = contract;
  return (
    <Panel title={words.attempts} aside={words.attemptsUsed(used.made, contract.attemptLimit)}>
      {validator !== undefined && (
        <p>
          {words.validator}: <CodeRef code={validator.command} />,{' '}
          {words.acceptedAt(validator.acceptedExitCode)}
        </p>
      )}
      {reportPath !== undefined && (
        <p className={styles.quiet}>
          {words.report}: <CodeRef code={reportPath} />
        </p>
      )}
      <ul className={styles.list}>
        {(attempts ?? []).map((attempt) => (
          <li key={attempt.number}>
            <strong>{words.attempt(attempt.number)}</strong>{' '}
            <StateBadge
              tone={tones[attempt.verdict]}
              word={words.outcome[attempt.verdict]}
              look="plain"
            />
            <span className={styles.quiet}>
              {attempt.at !== undefined && (
                <>
                  <ExactTime at={attempt.at} />{' '}
                </>
              )}
              {attempt.exitCode !== undefined && `${words.exit(attempt.exitCode)} `}
              {attempt.note !== undefined && <SafeText text={attempt.note} />}{' '}
              {attempt.report !== undefined && (
                <EvidenceLink evidence={attempt.report}>
                  <CodeRef code={attempt.report} id />
                </EvidenceLink>
              )}
            </span>
          </li>
        ))}
      </ul>
      {(history ?? []).length > 0 && <h3 className={styles.subheading}>{words.history}</h3>}
      <ul className={styles.list}>
        {(history ?? []).map((entry) => (
          <li key={JSON.stringify([entry.item, entry.number])}>
            <CodeRef code={entry.item} id /> {words.attempt(entry.number)}{' '}
            <StateBadge
              tone={tones[entry.verdict]}
              word={words.outcome[entry.verdict]}
              look="plain"
            />
            {entry.note !== undefined && (
              <span className={styles.quiet}>
                <SafeText text={entry.note} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {(mentionedPaths ?? []).length > 0 && (
        <h3 className={styles.subheading}>{words.mentioned}</h3>
      )}
      <ul className={styles.list}>
        {(mentionedPaths ?? []).map(({ path, why }) => (
          <li key={path}>
            <CodeRef code={path} />
            <span className={styles.quiet}>
              <SafeText text={why} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
