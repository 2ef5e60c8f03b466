import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import type { GateRow } from '../../derive/types.ts';
import { conditionTone, gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import styles from './gate-heatmap.module.css';
import { useGatesWords } from './words/use-gates-words.ts';

const ROW_HEIGHT = 52;
/** Fewer rows are simply drawn; printing and searching in the page then see all of them. */
const VIRTUAL_FROM = 120;
const MOST_SQUARES = 24;

interface GateHeatmapProps {
  readonly gates: readonly GateRow[];
  readonly chosen: string | undefined;
  readonly onChoose: (gate: string, condition?: string) => void;
}

/** Gates × conditions: one row a gate, one square a condition. */
export function GateHeatmap({ gates, chosen, onChoose }: GateHeatmapProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: gates.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    enabled: gates.length >= VIRTUAL_FROM,
  });
  if (gates.length < VIRTUAL_FROM) {
    return (
      <ul className={styles.rows}>
        {gates.map((gate) => (
          <li key={gate.id}>
            <Row gate={gate} chosen={gate.id === chosen} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const gate = gates[index];
          if (gate === undefined) return null;
          return (
            <li
              key={gate.id}
              className={styles.placed}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={gates.length}
              aria-posinset={index + 1}
            >
              <Row gate={gate} chosen={gate.id === chosen} onChoose={onChoose} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Row({
  gate,
  chosen,
  onChoose,
}: {
  readonly gate: GateRow;
  readonly chosen: boolean;
  readonly onChoose: GateHeatmapProps['onChoose'];
}): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  const cut = gate.conditions.length - MOST_SQUARES;
  return (
    <div className={styles.row} data-chosen={chosen}>
      <button
        type="button"
        className={styles.name}
        aria-current={chosen}
        onClick={() => onChoose(gate.id)}
      >
        <span className={styles.head}>
          <StateGlyph tone={gateTone[gate.verdict]} size={14} label={states.gate[gate.verdict]} />
          <CodeRef code={gate.id} id strong most={28} />
          {gate.contradicts && <StateGlyph tone="contradicted" size={14} label={words.differs} />}
        </span>
        <span className={styles.title}>
          <SafeText text={gate.title} />
        </span>
      </button>
      <ul className={styles.squares} aria-label={words.conditionsOf(gate.id)}>
        {gate.conditions.slice(0, MOST_SQUARES).map((condition) => (
          <li key={condition.id}>
            <button
              type="button"
              className={styles.square}
              data-tone={conditionTone[condition.verdict]}
              data-blocking={condition.blocking}
              title={condition.title}
              aria-label={`${condition.title}: ${states.condition[condition.verdict]}`}
              onClick={() => onChoose(gate.id, condition.id)}
            >
              <StateGlyph tone={conditionTone[condition.verdict]} size={14} />
            </button>
          </li>
        ))}
        {cut > 0 && <li className={styles.cut}>+{cut}</li>}
      </ul>
    </div>
  );
}
