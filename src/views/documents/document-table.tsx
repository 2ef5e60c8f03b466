import type { ReactNode } from 'react';
import type { CatalogueEntry } from '../../derive/catalogue.ts';
import { ItemLink } from '../../parts/links.tsx';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ColumnTurner } from '../../ui/data-table-header.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { type Column, shownColumns } from '../../ui/table-columns.ts';
import type { Sort } from '../../ui/table-sort.ts';
import styles from './documents.module.css';
import type { DocumentsWords } from './words/en.ts';
import { useDocumentsWords } from './words/use-documents-words.ts';

/** Every entry of every register, in the order of the list. */
export function DocumentTable({
  entries,
  sort,
  onSort,
  without,
  onWithout,
}: {
  readonly entries: readonly CatalogueEntry[];
  /** Without one, the order of the list. */
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
  /** Columns that are left out. */
  readonly without: readonly string[] | undefined;
  readonly onWithout: (without: readonly string[] | undefined) => void;
}): ReactNode {
  const words = useDocumentsWords();
  const columns = columnsOf(words, entries);
  return (
    <>
      <ColumnTurner
        columns={columns}
        turns={{ without }}
        onTurn={(turns) => onWithout(turns.without)}
      />
      <DataTable
        label={words.catalogue}
        rows={entries}
        rowKey={({ document }) => document.id}
        columns={columns}
        shownColumns={shownColumns(columns, { without })}
        lines="many"
        height="auto"
        sort={sort}
        onSortChange={onSort}
      />
    </>
  );
}

function columnsOf(
  words: DocumentsWords,
  entries: readonly CatalogueEntry[],
): readonly Column<CatalogueEntry>[] {
  const has = (test: (entry: CatalogueEntry) => boolean): boolean => entries.some(test);
  const columns: (Column<CatalogueEntry> | false)[] = [
    {
      id: 'number',
      header: words.number,
      width: 64,
      unnamed: true,
      cell: ({ document: { number } }) => number !== undefined && <SafeText text={number} />,
      sortValue: ({ document }) => document.number,
    },
    {
      id: 'document',
      header: words.document,
      width: 180,
      fixed: true,
      cell: ({ document }) => (
        <span title={document.path}>
          <SafeText text={document.title} />
        </span>
      ),
      sortValue: ({ document }) => document.title,
    },
    has(({ document }) => document.phase !== undefined) && {
      id: 'phase',
      header: words.phase,
      width: 92,
      cell: ({ document: { phase } }) =>
        phase !== undefined && (
          <ItemLink item={phase}>
            <SafeText text={phase} />
          </ItemLink>
        ),
      sortValue: ({ document }) => document.phase,
    },
    has(({ document }) => (document.steps ?? []).length > 0) && {
      id: 'steps',
      header: words.steps,
      width: 110,
      cell: ({ document }) =>
        (document.steps ?? []).length > 0 && (
          <span className={styles.steps}>
            {(document.steps ?? []).map((step) => (
              <ItemLink key={step} item={step}>
                <SafeText text={step} />
              </ItemLink>
            ))}
          </span>
        ),
      sortValue: ({ document }) => document.steps?.[0],
    },
    has(({ document }) => document.status !== undefined) && {
      id: 'status',
      header: words.status,
      width: 92,
      cell: ({ document: { status } }) => status !== undefined && <SafeText text={status} />,
      sortValue: ({ document }) => document.status,
    },
    has(({ document }) => (document.owners ?? []).length > 0) && {
      id: 'owner',
      header: words.owner,
      width: 104,
      cell: ({ document: { owners = [] } }) =>
        owners.length > 0 && <SafeText text={owners.join(', ')} />,
      sortValue: ({ document }) => document.owners?.[0],
    },
    {
      id: 'there',
      header: words.there,
      width: 110,
      cell: ({ remarks }) => <There remarks={remarks} />,
      sortValue: ({ remarks }) =>
        remarks.includes('missing') ? 2 : remarks.includes('unchecked') ? 1 : 0,
    },
    {
      id: 'remarks',
      header: words.remarks,
      width: 146,
      cell: ({ document, remarks }) =>
        (remarks.some(isRemark) || (document.maturity ?? []).length > 0) && (
          <span className={styles.steps}>
            {remarks.filter(isRemark).map((remark) => (
              <Badge key={remark}>{words.remark[remark]}</Badge>
            ))}
            {(document.maturity ?? []).map((word) => (
              <Badge key={word} look="outline">
                <SafeText text={word} />
              </Badge>
            ))}
          </span>
        ),
      sortValue: ({ remarks }) => remarks.length,
    },
    has(({ lock }) => lock !== 'none') && {
      id: 'lock',
      header: words.lock,
      width: 136,
      cell: ({ lock }) => <Lock lock={lock} />,
      sortValue: ({ lock }) => lock,
    },
    {
      id: 'register',
      header: words.register,
      width: 116,
      cell: ({ document: { register } }) => register !== undefined && <SafeText text={register} />,
      sortValue: ({ document }) => document.register,
    },
  ];
  return columns.filter((column) => column !== false);
}

/** What the column about existence does not say. */
function isRemark(remark: CatalogueEntry['remarks'][number]): boolean {
  return remark !== 'missing' && remark !== 'unchecked';
}

function There({ remarks }: { readonly remarks: CatalogueEntry['remarks'] }): ReactNode {
  const words = useDocumentsWords();
  if (remarks.includes('missing')) {
    return <StateBadge tone="failed" word={words.isMissing} look="plain" />;
  }
  if (remarks.includes('unchecked')) {
    return <StateBadge tone="unknown" word={words.isUnchecked} look="plain" />;
  }
  return <StateBadge tone="passed" word={words.isThere} look="plain" />;
}

function Lock({ lock }: { readonly lock: CatalogueEntry['lock'] }): ReactNode {
  const words = useDocumentsWords();
  if (lock === 'broken') {
    return <StateBadge tone="failed" word={words.locks[lock]} look="plain" />;
  }
  return lock === 'none' ? null : words.locks[lock];
}
