import type { ReactNode } from 'react';
import type { ContractDetail } from '../../derive/contracts.ts';
import { Panel } from '../../ui/panel.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './contract.module.css';
import { useContractWords } from './words/use-contract-words.ts';

/** Numbers that the contract states, beside what was counted. */
export function StatedCounts({
  detail: { counts },
}: {
  readonly detail: ContractDetail;
}): ReactNode {
  const words = useContractWords();
  if (counts.length === 0) return null;
  return (
    <Panel title={words.statedCounts} padding="none">
      <WideTable
        label={words.statedCounts}
        least={380}
        head={
          <>
            <HeadCell>{words.count}</HeadCell>
            <HeadCell end>{words.statedNumber}</HeadCell>
            <HeadCell end>{words.countedNumber}</HeadCell>
            <HeadCell>{words.verdict}</HeadCell>
          </>
        }
      >
        {counts.map(({ count, counted }) => (
          <tr key={count.id}>
            <th scope="row">
              <SafeText text={count.title} />
            </th>
            <td className={styles.number}>{count.stated}</td>
            <td className={styles.number}>{counted ?? '–'}</td>
            <td>
              {counted === undefined ? (
                <StateBadge tone="unknown" word={words.notCountable} look="plain" />
              ) : counted === count.stated ? (
                <StateBadge tone="passed" word={words.agree} look="plain" />
              ) : (
                <StateBadge tone="contradicted" word={words.differ} look="plain" />
              )}
            </td>
          </tr>
        ))}
      </WideTable>
    </Panel>
  );
}
