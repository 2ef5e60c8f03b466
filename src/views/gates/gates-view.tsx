import type { ReactNode } from 'react';
import type { GateRow } from '../../derive/types.ts';
import type { GateVerdict } from '../../gates/types.ts';
import { useSnapshot } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { gateTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/feedback.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { type SegmentOption, ToggleSet } from '../../ui/segmented-control.tsx';
import { StateGlyph } from '../../ui/state-glyph.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import { GateHeatmap } from './gate-heatmap.tsx';
import { GatePanel } from './gate-panel.tsx';
import styles from './gates.module.css';
import { GatesPrint } from './gates-print.tsx';
import { type GatesSearch, gateColumns, gateVerdicts } from './gates-search.ts';
import { useGatesWords } from './words/use-gates-words.ts';

/** What must hold, and does it? Every gate with its conditions, and one of them in full. */
export function GatesView({ search, setSearch }: SearchProps<GatesSearch>): ReactNode {
  const words = useGatesWords();
  const printing = usePrinting();
  const { gates } = useSnapshot();
  if (gates.length === 0) {
    return (
      <div className={styles.page}>
        <PageHeading question={words.question} answer={words.none} />
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      </div>
    );
  }
  const passed = gates.filter((gate) => gate.verdict === 'passed').length;
  const shown = gates.filter((gate) => matches(gate, search));
  return (
    <div className={styles.page} data-chosen={search.gate !== undefined}>
      <PageHeading
        question={words.question}
        answer={
          passed === gates.length
            ? words.allPass(gates.length)
            : words.somePass(passed, gates.length, (text) => (
                <ToneText tone="failed">{text}</ToneText>
              ))
        }
      />
      {printing && <GatesPrint gates={shown} />}
      <div className={styles.columns}>
        <section className={styles.list} aria-label={words.list}>
          <Filters gates={gates} search={search} setSearch={setSearch} />
          {shown.length === 0 ? (
            <EmptyState
              kind="filtered"
              title={words.nothingMatches}
              action={
                <Button onClick={() => setSearch({ q: undefined, verdict: undefined })}>
                  {words.showAll}
                </Button>
              }
            />
          ) : (
            <GateHeatmap
              gates={shown}
              chosen={search.gate}
              onChoose={(gate, condition) => setSearch({ gate, condition })}
              turns={search}
              onTurn={(turns) => setSearch(turns, { replace: true })}
              sort={
                search.sort === undefined
                  ? undefined
                  : { column: search.sort, direction: search.order ?? 'ascending' }
              }
              onSort={({ column, direction }) =>
                setSearch(
                  {
                    sort: gateColumns.find((one) => one === column),
                    order: direction === 'descending' ? direction : undefined,
                  },
                  { replace: true },
                )
              }
            />
          )}
          <p className={styles.legend}>
            {words.legend} {search.gate === undefined && words.chooseHint}
          </p>
        </section>
        {search.gate !== undefined && (
          <section className={styles.detail}>
            <GatePanel
              gate={search.gate}
              condition={search.condition}
              onBack={() => setSearch({ gate: undefined, condition: undefined })}
            />
          </section>
        )}
      </div>
    </div>
  );
}

function Filters({
  gates,
  search,
  setSearch,
}: SearchProps<GatesSearch> & { readonly gates: readonly GateRow[] }): ReactNode {
  const words = useGatesWords();
  const states = useStateWords();
  const options = gateVerdicts
    .map((verdict): SegmentOption<GateVerdict> & { count: number } => {
      const count = gates.filter((gate) => gate.verdict === verdict).length;
      return {
        value: verdict,
        count,
        icon: <StateGlyph tone={gateTone[verdict]} size={14} />,
        label: `${states.gate[verdict]} ${count}`,
      };
    })
    .filter((option) => option.count > 0);
  return (
    <div className={styles.filters}>
      <SearchField
        label={words.filter}
        value={search.q ?? ''}
        onChange={(q) => setSearch({ q: q === '' ? undefined : q }, { replace: true })}
      />
      {options.length > 1 && (
        <ToggleSet
          label={words.byVerdict}
          options={options}
          value={search.verdict ?? []}
          onChange={(verdict) =>
            setSearch({ verdict: verdict.length === 0 ? undefined : verdict }, { replace: true })
          }
        />
      )}
    </div>
  );
}

function matches(gate: GateRow, { q, verdict }: GatesSearch): boolean {
  if (verdict !== undefined && !verdict.includes(gate.verdict)) return false;
  if (q === undefined) return true;
  const text = q.toLowerCase();
  return [gate.id, gate.title, ...gate.conditions.map((condition) => condition.title)].some(
    (candidate) => candidate.toLowerCase().includes(text),
  );
}
