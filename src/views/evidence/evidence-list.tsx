import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EvidencePage } from '../../derive/evidence-types.ts';
import type { PlanSnapshot } from '../../derive/types.ts';
import { visibleText } from '../../lib/text/visible.ts';
import { useItemForms } from '../../parts/item-word.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import { evidencePageQuery } from '../../queries/options.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnTurner } from '../../ui/data-table-header.tsx';
import { EmptyState, ErrorState } from '../../ui/feedback.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeading, ToneText } from '../../ui/page-heading.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import styles from './evidence-list.module.css';
import {
  type EvidenceSearch,
  evidenceDigests,
  evidenceStates,
  evidenceUses,
} from './evidence-search.ts';
import { EvidenceTable, useEvidenceColumns } from './evidence-table.tsx';
import { type EvidenceRows, rowsQuery, useEvidenceRows } from './use-evidence-rows.ts';
import { useEvidenceWords } from './words/use-evidence-words.ts';

/** A choice of more than this many is made by a link from elsewhere, not from a list. */
const mostOptions = 200;

type Props = SearchProps<EvidenceSearch> & { readonly snapshot: PlanSnapshot };

/** The question, its answer, the filters and the table. */
export function EvidenceList({
  snapshot,
  search,
  setSearch,
  isTight,
}: Props & { readonly isTight: boolean }): ReactNode {
  const words = useEvidenceWords();
  const list = useEvidenceRows(rowsQuery(search));
  const columns = useEvidenceColumns(list.need, snapshot.asOf, isTight);
  const total = snapshot.bundle.counts.evidence;
  return (
    <section className={styles.list} aria-label={words.list} tabIndex={-1}>
      <PageHeading
        question={words.question}
        answer={<Answer snapshot={snapshot} />}
        note={<Integrity snapshot={snapshot} />}
        actions={<StartReview snapshot={snapshot} setSearch={setSearch} />}
      />
      {total === 0 ? (
        <EmptyState title={words.none}>{words.noneWhy}</EmptyState>
      ) : (
        <>
          <Filters snapshot={snapshot} search={search} setSearch={setSearch} facets={list.facets}>
            <ColumnTurner
              columns={columns}
              turns={search}
              onTurn={({ without }) => setSearch({ without }, { replace: true })}
            />
          </Filters>
          {list.error !== null ? (
            <ErrorState
              what={words.failed}
              remedy={words.failedRemedy}
              action={<Button onClick={list.retry}>{words.tryAgain}</Button>}
              details={list.error.message}
            />
          ) : list.waiting ? (
            <SkeletonRows rows={Math.min(12, total)} />
          ) : (
            <div className={styles.table} aria-busy={list.outdated} data-outdated={list.outdated}>
              <EvidenceTable
                list={list}
                columns={columns}
                search={search}
                onSort={(change) => setSearch(change, { replace: true })}
                onChoose={(id) => setSearch({ id, at: undefined, as: undefined })}
                empty={<Nothing setSearch={setSearch} />}
              />
            </div>
          )}
          <p role="status" className={styles.count}>
            {!list.waiting && list.error === null && words.shown(list.total, total)}
          </p>
        </>
      )}
    </section>
  );
}

/** What is known of all pieces, whatever the list shows; newer than the snapshot. */
function useWhole(): EvidencePage | undefined {
  const { session, request } = useOpenProject();
  const { data, isPlaceholderData } = useQuery(
    evidencePageQuery(session, request, { offset: 0, limit: 0 }),
  );
  return isPlaceholderData ? undefined : data;
}

function Answer({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useEvidenceWords();
  const whole = useWhole();
  const used = whole?.uses.used;
  const { counts } = snapshot.bundle;
  const digests = whole?.digests ?? snapshot.bundle.digests;
  if (counts.evidence === 0) return words.none;
  return (
    <>
      {words.pieces(counts.evidence)}
      {used === undefined
        ? '.'
        : words.relied(used, counts.evidence - used, (text) => (
            <ToneText tone="not-reached">{text}</ToneText>
          ))}
      {digests.mismatch > 0 && (
        <>
          {' '}
          <ToneText tone="failed">{words.differ(digests.mismatch)}</ToneText>
        </>
      )}
    </>
  );
}

function Integrity({ snapshot }: { readonly snapshot: PlanSnapshot }): ReactNode {
  const words = useEvidenceWords();
  const digests = useWhole()?.digests ?? snapshot.bundle.digests;
  const lacking = digests.unreadable + digests.absent;
  return (
    <>
      {lacking > 0 && <ToneText tone="missing">{words.lacking(lacking)} </ToneText>}
      {digests.unchecked > 0 && words.notCompared(digests.unchecked)}
    </>
  );
}

/** Leads from all evidence to the conditions of one gate. A plan of many gates starts from the gate. */
function StartReview({
  snapshot: { gates },
  setSearch,
}: Pick<Props, 'snapshot' | 'setSearch'>): ReactNode {
  const words = useEvidenceWords();
  if (gates.length === 0 || gates.length > mostOptions) return null;
  return (
    <Select
      label={words.review}
      hideLabel
      value=""
      options={[
        { value: '', label: words.review },
        ...gates.map(({ id, title }) => option(id, title)),
      ]}
      onChange={(review) => {
        if (review !== '') setSearch({ review, id: undefined, at: undefined, as: undefined });
      }}
    />
  );
}

const unfiltered = {
  q: undefined,
  kind: undefined,
  item: undefined,
  gate: undefined,
  use: undefined,
  about: undefined,
  digest: undefined,
} as const;

function Nothing({ setSearch }: { readonly setSearch: Props['setSearch'] }): ReactNode {
  const words = useEvidenceWords();
  return (
    <EmptyState
      kind="filtered"
      title={words.nothingMatches}
      action={<Button onClick={() => setSearch(unfiltered)}>{words.clearFilters}</Button>}
    >
      {words.nothingMatchesWhy}
    </EmptyState>
  );
}

function Filters({
  snapshot,
  search,
  setSearch,
  facets,
  children,
}: Props & { readonly facets: EvidenceRows['facets']; readonly children: ReactNode }): ReactNode {
  const words = useEvidenceWords();
  const states = useStateWords();
  const forms = useItemForms(snapshot.info);
  const kinds = facets?.kinds ?? [];
  const known = kinds.some(({ kind }) => kind === search.kind);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of the last years do not all know <search>
    <div className={styles.filters} role="search" aria-label={words.find}>
      <div className={styles.find}>
        <SearchField
          label={words.find}
          value={search.q ?? ''}
          onChange={(q) => setSearch({ q: q === '' ? undefined : q }, { replace: true })}
        />
      </div>
      <Choice
        label={words.kind}
        all={words.allKinds}
        value={search.kind}
        options={[
          ...kinds.map(({ kind, count }) => ({
            value: kind,
            label: visibleText(kind),
            hint: count,
          })),
          ...(search.kind === undefined || known
            ? []
            : [{ value: search.kind, label: visibleText(search.kind), hint: 0 }]),
        ]}
        onChange={(kind) => setSearch({ kind }, { replace: true })}
      />
      <Choice
        label={words.gate}
        all={words.allGates}
        only={words.onlyGate}
        value={search.gate}
        options={snapshot.gates.map(({ id, title }) => option(id, title))}
        onChange={(gate) => setSearch({ gate }, { replace: true })}
      />
      <Choice
        label={forms.one ?? words.item}
        all={words.allItems(forms.other)}
        only={words.onlyItem}
        value={search.item}
        options={snapshot.items.map(({ id, title }) => option(id, title))}
        onChange={(item) => setSearch({ item }, { replace: true })}
      />
      <Choice
        label={words.state}
        all={words.allStates}
        value={search.about}
        options={evidenceStates
          .map((state) => ({
            value: state,
            label: words.states[state],
            hint: facets?.states[state] ?? 0,
          }))
          .filter(({ value, hint }) => hint > 0 || value === search.about)}
        onChange={(next) =>
          setSearch({ about: evidenceStates.find((state) => state === next) }, { replace: true })
        }
      />
      <Choice
        label={words.digestState}
        all={words.allDigests}
        value={search.digest}
        options={evidenceDigests
          .map((digest) => ({
            value: digest,
            label: states.digest[digest],
            hint: facets?.digests[digest] ?? 0,
          }))
          .filter(({ value, hint }) => hint > 0 || value === search.digest)}
        onChange={(next) =>
          setSearch(
            { digest: evidenceDigests.find((digest) => digest === next) },
            { replace: true },
          )
        }
      />
      <SegmentedControl
        label={words.use}
        value={search.use ?? 'any'}
        options={[
          { value: 'any', label: words.anyUse },
          { value: 'used', label: words.used },
          { value: 'orphan', label: words.orphan },
        ]}
        onChange={(value) =>
          setSearch({ use: evidenceUses.find((use) => use === value) }, { replace: true })
        }
      />
      {children}
    </div>
  );
}

function option(id: string, title: string): SelectOption<string> {
  return { value: id, label: visibleText(id), hint: visibleText(title) };
}

/** A list to choose from; where it would be too long, what a link chose can only be taken back. */
function Choice({
  label,
  all,
  only,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly only?: string;
  readonly value: string | undefined;
  readonly options: readonly SelectOption<string>[];
  readonly onChange: (value: string | undefined) => void;
}): ReactNode {
  if (only !== undefined && (options.length > mostOptions || options.length < 2)) {
    if (value === undefined) return null;
    return (
      <Button size="small" icon={<Icon of={X} />} onClick={() => onChange(undefined)}>
        {`${only} ${visibleText(value)}`}
      </Button>
    );
  }
  const missing = value !== undefined && !options.some((entry) => entry.value === value);
  return (
    <Select
      label={label}
      hideLabel
      value={value ?? ''}
      options={[
        { value: '', label: all },
        ...options,
        ...(missing ? [{ value, label: visibleText(value) }] : []),
      ]}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
}
