import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Catalogue, CatalogueEntry } from '../../derive/catalogue.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { contentQuery } from '../../queries/options.ts';
import { FacetSelects } from '../../ui/facet-selects.tsx';
import { type Facet, narrowed } from '../../ui/facets.ts';
import { EmptyState } from '../../ui/feedback.tsx';
import { InStages } from '../../ui/in-stages.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { ToggleSet } from '../../ui/segmented-control.tsx';
import type { Sort } from '../../ui/table-sort.ts';
import { CatalogueRemarks } from './catalogue-remarks.tsx';
import { DocumentTable } from './document-table.tsx';
import styles from './documents.module.css';
import { type DocumentsSearch, documentColumns, documentRemarks } from './documents-search.ts';
import type { DocumentsWords } from './words/en.ts';
import { useDocumentsWords } from './words/use-documents-words.ts';

/** Which documents exist? What stands against the list as a whole, then every entry of it. */
export function DocumentsView({ search, setSearch }: SearchProps<DocumentsSearch>): ReactNode {
  const words = useDocumentsWords();
  const { session, request } = useOpenProject();
  const { data } = useSuspenseQuery(contentQuery(session, request));
  const { catalogue, registers } = data;
  if (catalogue.entries.length === 0) {
    return (
      <div className={styles.page}>
        <PageHeading question={words.question} answer={words.none} />
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      </div>
    );
  }
  const shown = narrowed(
    catalogue.entries.filter((entry) => matches(entry, search)),
    facetsOf(words),
    { phase: search.phase, status: search.status, ownedBy: search.ownedBy },
  );
  return (
    <div className={styles.page}>
      <InStages first={2}>
        <PageHeading
          question={words.question}
          answer={<Answer catalogue={catalogue} registers={registers.length} />}
        />
        <CatalogueRemarks catalogue={catalogue} registers={registers} />
        <Panel title={words.catalogue} aside={`${shown.length} / ${catalogue.entries.length}`}>
          <div className={styles.list}>
            <InStages>
              <Filters catalogue={catalogue} search={search} setSearch={setSearch} />
              {shown.length === 0 ? (
                <EmptyState kind="filtered" title={words.nothingMatches} />
              ) : (
                <DocumentTable
                  entries={shown}
                  sort={sortOf(search)}
                  onSort={({ column, direction }) => {
                    const sort = documentColumns.find((one) => one === column);
                    const order = direction === 'descending' ? direction : undefined;
                    setSearch({ sort, order }, { replace: true });
                  }}
                  without={search.without}
                  onWithout={(without) => setSearch({ without }, { replace: true })}
                />
              )}
            </InStages>
          </div>
        </Panel>
      </InStages>
    </div>
  );
}

function Answer({
  catalogue,
  registers,
}: {
  readonly catalogue: Catalogue;
  readonly registers: number;
}): ReactNode {
  const words = useDocumentsWords();
  const missing = pathsWith(catalogue, 'missing');
  const unchecked = pathsWith(catalogue, 'unchecked');
  return (
    <>
      {words.listed(catalogue.files, registers)}:{' '}
      {missing > 0 && <ToneText tone="failed">{words.missing(missing)}</ToneText>}
      {missing > 0 && unchecked > 0 && ', '}
      {unchecked > 0 && <ToneText tone="unknown">{words.unchecked(unchecked)}</ToneText>}
      {missing === 0 && unchecked === 0 && <ToneText tone="passed">{words.allThere}</ToneText>}.
    </>
  );
}

function sortOf({ sort, order }: DocumentsSearch): Sort | undefined {
  return sort === undefined ? undefined : { column: sort, direction: order ?? 'ascending' };
}

function pathsWith({ entries }: Catalogue, remark: 'missing' | 'unchecked'): number {
  const found = entries.filter(({ remarks }) => remarks.includes(remark));
  return new Set(found.map(({ document }) => document.path)).size;
}

function Filters({
  catalogue: { entries },
  search,
  setSearch,
}: SearchProps<DocumentsSearch> & { readonly catalogue: Catalogue }): ReactNode {
  const words = useDocumentsWords();
  const problems = documentRemarks
    .map((value) => ({
      value,
      count: entries.filter(({ remarks }) => remarks.includes(value)).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ value, count }) => ({ value, label: `${words.remark[value]} ${count}` }));
  return (
    <div className={styles.filters}>
      <SearchField
        label={words.filter}
        value={search.q ?? ''}
        onChange={(q) => setSearch({ q: q === '' ? undefined : q }, { replace: true })}
      />
      <FacetSelects
        rows={entries}
        facets={facetsOf(words)}
        chosen={{ phase: search.phase, status: search.status, ownedBy: search.ownedBy }}
        anyLabel={words.any}
        onChange={(facet, value) => setSearch({ [facet]: value }, { replace: true })}
      />
      {problems.length > 0 && (
        <ToggleSet
          label={words.byProblem}
          options={problems}
          value={search.problem ?? []}
          onChange={(problem) =>
            setSearch({ problem: problem.length === 0 ? undefined : problem }, { replace: true })
          }
        />
      )}
    </div>
  );
}

function facetsOf(words: DocumentsWords): readonly Facet<CatalogueEntry>[] {
  return [
    { id: 'phase', label: words.byPhase, valuesOf: ({ document }) => some(document.phase) },
    { id: 'status', label: words.byStatus, valuesOf: ({ document }) => some(document.status) },
    { id: 'ownedBy', label: words.owner, valuesOf: ({ document }) => document.owners ?? [] },
  ];
}

function some(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}

function matches({ document, remarks }: CatalogueEntry, { q, problem }: DocumentsSearch): boolean {
  if (problem !== undefined && !problem.some((wanted) => remarks.includes(wanted))) return false;
  if (q === undefined) return true;
  const text = q.toLowerCase();
  return [
    document.path,
    document.title,
    document.description ?? '',
    ...(document.steps ?? []),
  ].some((candidate) => candidate.toLowerCase().includes(text));
}
