import { type ReactNode, useCallback, useMemo } from 'react';
import type { ContractDetail, DeliverableDetail } from '../../derive/contracts.ts';
import type { SearchProps } from '../../parts/search-props.ts';
import { conditionTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import type { StateWords } from '../../parts/wording/states-en.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ColumnTurner } from '../../ui/data-table-header.tsx';
import { FacetSelects } from '../../ui/facet-selects.tsx';
import { type Facet, narrowed } from '../../ui/facets.ts';
import { EmptyState } from '../../ui/feedback.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { stateTones } from '../../ui/state.ts';
import { type Column, shownColumns } from '../../ui/table-columns.ts';
import type { TableGroups } from '../../ui/table-layout.ts';
import styles from './contract.module.css';
import { type ContractSearch, deliverableColumns } from './contract-search.ts';
import { DeliverableFacts } from './deliverable-facts.tsx';
import { Verdict } from './verdict.tsx';
import { useContractWords } from './words/use-contract-words.ts';

/** Every deliverable by category: what was agreed beside what was measured. */
export function Deliverables({
  detail: { contract, deliverables },
  search,
  setSearch,
}: SearchProps<ContractSearch> & { readonly detail: ContractDetail }): ReactNode {
  const words = useContractWords();
  const states = useStateWords();
  const chosen = search.deliverable;
  const onChoose = useCallback(
    (deliverable: string): void =>
      setSearch({ deliverable: deliverable === chosen ? undefined : deliverable }),
    [setSearch, chosen],
  );
  const columns = useColumns(chosen, onChoose);
  const listed = new Set(contract.categories.map(({ id }) => id));
  const others = [...new Set(deliverables.map(({ deliverable }) => deliverable.category))].filter(
    (id) => !listed.has(id),
  );
  const categories = [...contract.categories, ...others.map((id) => ({ id, title: id }))];
  const facets: readonly Facet<DeliverableDetail>[] = [
    {
      id: 'category',
      label: words.byCategory,
      valuesOf: ({ deliverable }) => [deliverable.category],
      nameOf: (value) => categories.find(({ id }) => id === value)?.title ?? value,
    },
    {
      id: 'verdict',
      label: words.verdict,
      valuesOf: ({ result }) => [result?.verdict ?? 'unknown'],
      nameOf: (value) => verdictName(states, value),
    },
  ];
  const asked = { category: search.category, verdict: search.verdict };
  const rows = narrowed(deliverables, facets, asked);
  const groups: TableGroups<DeliverableDetail> = {
    of: ({ deliverable }) => deliverable.category,
    // What the heading counts, filters or not.
    title: (category) => {
      const all = deliverables.filter(({ deliverable }) => deliverable.category === category);
      const met = all.filter(({ result }) => result?.verdict === 'passed').length;
      const title = categories.find(({ id }) => id === category)?.title ?? category;
      return words.category(title, all.length, met);
    },
  };
  const isKnown =
    chosen === undefined || deliverables.some(({ deliverable }) => deliverable.id === chosen);
  return (
    <Panel title={words.deliverables} padding="none">
      <div className={styles.filters}>
        <FacetSelects
          rows={deliverables}
          facets={facets}
          chosen={asked}
          anyLabel={words.any}
          onChange={(facet, value) => setSearch({ [facet]: value }, { replace: true })}
        />
        <ColumnTurner
          columns={columns}
          turns={search}
          onTurn={({ without }) => setSearch({ without }, { replace: true })}
        />
      </div>
      {!isKnown && <EmptyState kind="filtered" title={words.unknownDeliverable(chosen)} />}
      <DataTable
        label={words.deliverables}
        rows={rows}
        rowKey={({ deliverable }) => deliverable.id}
        columns={columns}
        shownColumns={shownColumns(columns, search)}
        lines="many"
        height="auto"
        sort={
          search.sort === undefined
            ? undefined
            : { column: search.sort, direction: search.order ?? 'ascending' }
        }
        onSortChange={({ column, direction }) =>
          setSearch(
            {
              sort: deliverableColumns.find((one) => one === column),
              order: direction === 'descending' ? direction : undefined,
            },
            { replace: true },
          )
        }
        groups={groups}
        detail={(detail) => <DeliverableFacts detail={detail} />}
        selectedKey={chosen}
        onSelect={({ deliverable }) => onChoose(deliverable.id)}
        empty={<EmptyState kind="filtered" title={words.nothingMatches} />}
      />
    </Panel>
  );
}

function verdictName(states: StateWords, value: string): string {
  const names: Readonly<Record<string, string>> = states.condition;
  return names[value] ?? value;
}

function useColumns(
  chosen: string | undefined,
  onChoose: (deliverable: string) => void,
): readonly Column<DeliverableDetail>[] {
  const words = useContractWords();
  return useMemo(
    () => [
      {
        id: 'deliverable',
        header: words.deliverable,
        fixed: true,
        cell: ({ deliverable }) => (
          <>
            <button
              type="button"
              className={styles.choose}
              aria-expanded={deliverable.id === chosen}
              onClick={() => onChoose(deliverable.id)}
            >
              <CodeRef code={deliverable.number ?? deliverable.id} id />{' '}
              <SafeText text={deliverable.title} />
            </button>
            <CodeRef code={deliverable.path} className={styles.path} />
          </>
        ),
        sortValue: ({ deliverable }) => deliverable.number ?? deliverable.id,
      },
      {
        id: 'limits',
        header: words.limits,
        cell: (detail) => <Limits detail={detail} />,
        sortValue: ({ deliverable }) => deliverable.lines?.max ?? deliverable.minRows,
      },
      {
        id: 'measured',
        header: words.measured,
        cell: (detail) => <Measured detail={detail} />,
        sortValue: ({ measured }) => measured?.file.lines ?? measured?.file.rows,
      },
      {
        id: 'verdict',
        header: words.verdict,
        cell: ({ result }) => <Verdict result={result} />,
        sortValue: ({ result }) => stateTones.indexOf(conditionTone[result?.verdict ?? 'unknown']),
      },
    ],
    [words, chosen, onChoose],
  );
}

function Limits({ detail: { deliverable } }: { readonly detail: DeliverableDetail }): ReactNode {
  const words = useContractWords();
  const { lines, minRows } = deliverable;
  return (
    <>
      {lines !== undefined && (
        <div>
          {words.range(lines.min, lines.max)} {words.lineUnit[lines.count]}
        </div>
      )}
      {minRows !== undefined && <div>{words.rowsAtLeast(minRows)}</div>}
    </>
  );
}

function Measured({
  detail: { deliverable, measured, patterns },
}: {
  readonly detail: DeliverableDetail;
}): ReactNode {
  const words = useContractWords();
  if (measured === undefined) return <span className={styles.quiet}>{words.notMeasured}</span>;
  const { file } = measured;
  const hits = patterns
    .filter(({ kind }) => kind === 'forbidden')
    .reduce((sum, { count }) => sum + (count ?? 0), 0);
  return (
    <>
      {deliverable.lines !== undefined && file.lines !== undefined && (
        <div>
          {file.lines} {words.lineUnit.physical}
        </div>
      )}
      {file.rows !== undefined && <div>{words.rows(file.rows)}</div>}
      {hits > 0 && <div className={styles.hits}>{words.hits(hits)}</div>}
    </>
  );
}
