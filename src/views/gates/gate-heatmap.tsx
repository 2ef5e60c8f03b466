import { type ReactNode, useMemo } from 'react';
import type { GateRow } from '../../derive/types.ts';
import { conditionTone, gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ColumnTurner } from '../../ui/data-table-header.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { stateTones } from '../../ui/state.ts';
import { StateBadge, StateGlyph } from '../../ui/state-glyph.tsx';
import {
  type Column,
  type ColumnTurns,
  shownColumns,
  type turnsTo,
} from '../../ui/table-columns.ts';
import type { Sort } from '../../ui/table-sort.ts';
import styles from './gate-heatmap.module.css';
import { useGatesWords } from './words/use-gates-words.ts';

const MOST_SQUARES = 24;

interface GateHeatmapProps {
  readonly gates: readonly GateRow[];
  readonly chosen: string | undefined;
  readonly onChoose: (gate: string, condition?: string) => void;
  /** Without one, the order of the plan. */
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
  readonly turns: ColumnTurns;
  readonly onTurn: (turns: ReturnType<typeof turnsTo>) => void;
}

/** Gates × conditions: one row a gate, one square a condition. */
export function GateHeatmap({
  gates,
  chosen,
  onChoose,
  sort,
  onSort,
  turns,
  onTurn,
}: GateHeatmapProps): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  const hasDeclared = gates.some(({ declared }) => declared !== undefined);
  const columns = useMemo(
    (): readonly Column<GateRow>[] => [
      {
        id: 'gate',
        header: words.column.gate,
        fixed: true,
        cell: (gate) => <Name gate={gate} chosen={gate.id === chosen} onChoose={onChoose} />,
        sortValue: ({ id }) => id,
      },
      {
        id: 'conditions',
        header: words.column.conditions,
        description: words.conditionsSort,
        unnamed: true,
        cell: (gate) => <Squares gate={gate} onChoose={onChoose} />,
        sortValue: open,
      },
      {
        id: 'verdict',
        header: words.column.verdict,
        width: 104,
        optional: true,
        cell: ({ verdict }) => (
          <StateBadge tone={gateTone[verdict]} word={states.gate[verdict]} look="plain" />
        ),
        sortValue: ({ verdict }) => stateTones.indexOf(gateTone[verdict]),
      },
      {
        id: 'open',
        header: words.column.open,
        description: words.conditionsSort,
        width: 60,
        align: 'end',
        optional: true,
        cell: open,
        sortValue: open,
      },
      ...(hasDeclared
        ? [
            {
              id: 'declared',
              header: words.column.declared,
              width: 84,
              optional: true,
              cell: ({ declared }: GateRow) => declared !== undefined && states.gate[declared],
              sortValue: ({ declared }: GateRow) => declared,
            },
          ]
        : []),
    ],
    [words, states, hasDeclared, chosen, onChoose],
  );
  return (
    <>
      <div className={styles.choice}>
        <ColumnTurner columns={columns} turns={turns} onTurn={onTurn} />
      </div>
      <DataTable
        label={words.list}
        rows={gates}
        rowKey={({ id }) => id}
        columns={columns}
        shownColumns={shownColumns(columns, turns)}
        lines="many"
        height="auto"
        sort={sort}
        onSortChange={onSort}
        selectedKey={chosen}
        onSelect={({ id }) => onChoose(id)}
      />
    </>
  );
}

/** How many of its conditions block and do not hold. */
function open({ conditions }: GateRow): number {
  return conditions.filter(
    ({ blocking, verdict }) => blocking && verdict !== 'passed' && verdict !== 'waived',
  ).length;
}

function Name({
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
  return (
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
      <SafeText text={gate.title} className={styles.title} />
    </button>
  );
}

function Squares({
  gate,
  onChoose,
}: {
  readonly gate: GateRow;
  readonly onChoose: GateHeatmapProps['onChoose'];
}): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  const cut = gate.conditions.length - MOST_SQUARES;
  return (
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
  );
}
