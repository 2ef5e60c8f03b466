import type { ReactNode } from 'react';
import type { CheckDetail } from '../../derive/contracts.ts';
import type { ConditionResult } from '../../gates/types.ts';
import type { Scalar } from '../../model/common.ts';
import type { Condition, Operand } from '../../model/condition.ts';
import { ConditionCard } from '../../parts/condition-card.tsx';
import { EvidenceLink } from '../../parts/links.tsx';
import { PointerText } from '../../parts/pointer-view.tsx';
import { conditionTone } from '../../parts/tones.ts';
import { useValues } from '../../parts/use-values.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { InStages } from '../../ui/in-stages.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './contract.module.css';
import { Verdict } from './verdict.tsx';
import { useContractWords } from './words/use-contract-words.ts';

/** What two files must agree in, with both sides beside each other. */
export function CrossChecks({ checks }: { readonly checks: readonly CheckDetail[] }): ReactNode {
  const words = useContractWords();
  return (
    <Panel title={words.crossChecks}>
      <InStages first={2} step={2}>
        {checks.map(({ condition, result }) => {
          const sides = leaves(condition, result).filter(
            (leaf) => leaf.condition.kind === 'cross-check',
          );
          return (
            <Disclosure
              key={condition.id}
              defaultOpen={result.verdict !== 'passed'}
              summary={
                <span className={styles.summary}>
                  <StateGlyph tone={conditionTone[result.verdict]} size={14} />
                  <SafeText text={condition.title} />
                </span>
              }
              aside={sides.length > 0 ? sides.length : undefined}
            >
              {condition.statement !== undefined && (
                <p className={styles.quiet}>
                  <SafeText text={condition.statement} multiline />
                </p>
              )}
              {sides.length === 0 ? (
                <ConditionCard gate="" result={result} linked={false} partsOpen brief />
              ) : (
                <Sides title={condition.title} sides={sides} />
              )}
            </Disclosure>
          );
        })}
      </InStages>
    </Panel>
  );
}

interface Leaf {
  readonly condition: Condition;
  readonly result: ConditionResult;
}

/** The parts that are made of no others, in order. */
function leaves(condition: Condition, result: ConditionResult): readonly Leaf[] {
  if (condition.kind !== 'all' && condition.kind !== 'any' && condition.kind !== 'at-least') {
    return [{ condition, result }];
  }
  return condition.of.flatMap((part) => {
    const own = result.parts?.find(({ id }) => id === part.id);
    return own === undefined ? [] : leaves(part, own);
  });
}

function Sides({
  title,
  sides,
}: {
  readonly title: string;
  readonly sides: readonly Leaf[];
}): ReactNode {
  const words = useContractWords();
  const values = useValues();
  const printing = usePrinting();
  // Paper tells apart what differs, and counts what agrees.
  const shown = printing ? sides.filter(({ result }) => result.verdict !== 'passed') : sides;
  const agreeing = sides.length - shown.length;
  const note = agreeing > 0 && <p className={styles.quiet}>{words.agreeing(agreeing)}</p>;
  if (shown.length === 0) return note;
  const table = (
    <WideTable
      label={title}
      least={640}
      head={[words.count, words.left, '', words.right, words.verdict].map((name) => (
        <HeadCell key={name}>{name}</HeadCell>
      ))}
    >
      {shown.map(({ condition, result }) =>
        condition.kind === 'cross-check' ? (
          <tr key={condition.id}>
            <th scope="row">
              <SafeText text={condition.title} />
            </th>
            <td>
              <Side operand={condition.left} value={result.expected?.value} />
            </td>
            <td>{values.operator(condition.operator ?? 'equals')}</td>
            <td>
              <Side operand={condition.right} value={result.actual?.value} />
            </td>
            <td>
              <Verdict result={result} />
            </td>
          </tr>
        ) : null,
      )}
    </WideTable>
  );
  return (
    <>
      {table}
      {note}
    </>
  );
}

function Side({
  operand,
  value,
}: {
  readonly operand: Operand;
  readonly value: Scalar | readonly Scalar[] | undefined;
}): ReactNode {
  const words = useContractWords();
  const values = useValues();
  const shown = 'value' in operand ? operand.value : value;
  return (
    <>
      <strong className={styles.value}>
        {shown === undefined ? '–' : <SafeText text={values.scalar(shown)} />}
      </strong>
      <span className={styles.quiet}>
        {'evidence' in operand ? (
          <EvidenceLink evidence={operand.evidence} pointer={operand.pointer}>
            <PointerText evidence={operand.evidence} pointer={operand.pointer} />
          </EvidenceLink>
        ) : operand.source === undefined ? (
          words.stated
        ) : (
          <CodeRef code={operand.source.path} most={40} />
        )}
      </span>
    </>
  );
}
