import type { ReactNode } from 'react';
import { itemTone } from '../../../parts/tones.ts';
import { useStateWords } from '../../../parts/wording/states.ts';
import { StateGlyph } from '../../../ui/state-glyph.tsx';
import { MarkGlyph } from '../node-mark-chip.tsx';
import styles from './scenario.module.css';
import { useScenario } from './scenario-context.ts';
import { useScenarioWords } from './words.ts';

/** What the scenario says of one item; nothing without one. */
export function WouldBe({ item }: { readonly item: string }): ReactNode {
  const words = useScenarioWords();
  const states = useStateWords();
  const { scenario } = useScenario();
  if (scenario === undefined) return null;
  const turned = scenario.items.find(({ id }) => id === item);
  const isReleased = scenario.released.some((id) => id === item);
  if (turned?.after === undefined) {
    return <p className={styles.would}>{words.wouldStay}</p>;
  }
  return (
    <p className={styles.would}>
      <MarkGlyph kind={isReleased ? 'released' : 'turned'} />
      <StateGlyph tone={itemTone[turned.after]} size={14} />
      {words.wouldBe(states.inside(states.item[turned.after]))}
    </p>
  );
}
