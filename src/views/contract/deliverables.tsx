import { Fragment, type ReactNode } from 'react';
import type { ContractDetail, DeliverableDetail } from '../../derive/contracts.ts';
import type { SearchProps } from '../../parts/search-props.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import type { StateWords } from '../../parts/wording/states-en.ts';
import { FacetSelects } from '../../ui/facet-selects.tsx';
import { type Facet, narrowed } from '../../ui/facets.ts';
import { EmptyState } from '../../ui/feedback.tsx';
import { InStages } from '../../ui/in-stages.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { HeadCell, WideTable } from '../../ui/wide-table.tsx';
import styles from './contract.module.css';
import type { ContractSearch } from './contract-search.ts';
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
  const onChoose = (deliverable: string | undefined): void => setSearch({ deliverable });
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
      </div>
      {rows.length === 0 && <EmptyState kind="filtered" title={words.nothingMatches} />}
      {!isKnown && <EmptyState kind="filtered" title={words.unknownDeliverable(chosen)} />}
      <WideTable
        label={words.deliverables}
        least={720}
        head={[words.deliverable, words.limits, words.measured, words.verdict].map((name) => (
          <HeadCell key={name}>{name}</HeadCell>
        ))}
      >
        <InStages first={3}>
          {categories.map(({ id, title }) => (
            <Category
              key={id}
              title={title}
              all={deliverables.filter(({ deliverable }) => deliverable.category === id)}
              rows={rows.filter(({ deliverable }) => deliverable.category === id)}
              chosen={chosen}
              onChoose={onChoose}
            />
          ))}
        </InStages>
      </WideTable>
    </Panel>
  );
}

function verdictName(states: StateWords, value: string): string {
  const names: Readonly<Record<string, string>> = states.condition;
  return names[value] ?? value;
}

function Category({
  title,
  all,
  rows,
  chosen,
  onChoose,
}: {
  readonly title: string;
  /** What the heading counts, filters or not. */
  readonly all: readonly DeliverableDetail[];
  readonly rows: readonly DeliverableDetail[];
  readonly chosen: string | undefined;
  readonly onChoose: (deliverable: string | undefined) => void;
}): ReactNode {
  const words = useContractWords();
  const met = all.filter(({ result }) => result?.verdict === 'passed').length;
  if (rows.length === 0) return null;
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={4} className={styles.category}>
          <SafeText text={words.category(title, all.length, met)} />
        </th>
      </tr>
      {rows.map((detail) => {
        const { deliverable, result } = detail;
        const isChosen = deliverable.id === chosen;
        return (
          <Fragment key={deliverable.id}>
            <tr className={styles.row} data-chosen={isChosen}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.choose}
                  aria-expanded={isChosen}
                  onClick={() => onChoose(isChosen ? undefined : deliverable.id)}
                >
                  <CodeRef code={deliverable.number ?? deliverable.id} id />{' '}
                  <SafeText text={deliverable.title} />
                </button>
                <CodeRef code={deliverable.path} className={styles.path} />
              </th>
              <td>
                <Limits detail={detail} />
              </td>
              <td>
                <Measured detail={detail} />
              </td>
              <td>
                <Verdict result={result} />
              </td>
            </tr>
            {isChosen && (
              <tr>
                <td colSpan={4} className={styles.facts}>
                  <DeliverableFacts detail={detail} />
                </td>
              </tr>
            )}
          </Fragment>
        );
      })}
    </>
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
