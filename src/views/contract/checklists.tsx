import type { ReactNode } from 'react';
import type { Checklist } from '../../model/plan.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './contract.module.css';
import { useContractWords } from './words/use-contract-words.ts';

/** Boxes as somebody ticked them, with what they link to. */
export function Checklists({
  checklists,
}: {
  readonly checklists: readonly Checklist[];
}): ReactNode {
  const words = useContractWords();
  return checklists.map(({ id, title, groups }) => {
    const boxes = groups.flatMap((group) => group.boxes);
    const checked = boxes.filter((box) => box.checked).length;
    return (
      <Panel key={id} title={<SafeText text={title} />} aside={words.boxes(checked, boxes.length)}>
        <div className={styles.budgets}>
          {groups.map((group) => (
            <section key={group.title} aria-label={group.title}>
              <h3 className={styles.subheading}>
                <SafeText text={group.title} />:{' '}
                {words.boxes(group.boxes.filter((box) => box.checked).length, group.boxes.length)}
              </h3>
              <ul className={styles.list}>
                {group.boxes.map((box) => (
                  <li key={box.id} className={styles.box}>
                    <StateGlyph
                      tone={box.checked ? 'passed' : 'not-reached'}
                      label={box.checked ? words.ticked : words.open}
                      size={14}
                    />
                    <SafeText text={box.text} />
                    {(box.evidence ?? []).map((evidence) => (
                      <EvidenceLink key={evidence} evidence={evidence}>
                        <CodeRef code={evidence} id />
                      </EvidenceLink>
                    ))}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Panel>
    );
  });
}
