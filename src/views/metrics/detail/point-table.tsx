import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MetricPicture } from '../../../derive/metrics/metric-picture.ts';
import type { PointPage, PointRow } from '../../../derive/metrics/rows.ts';
import { formatMoment } from '../../../lib/format/axis-time.ts';
import { formatInstant } from '../../../lib/timestamp.ts';
import { EvidenceLink } from '../../../parts/links.tsx';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { formatValue } from '../../../parts/quantity.ts';
import type { SearchProps } from '../../../parts/search-props.ts';
import { metricPointsQuery } from '../../../queries/metric-options.ts';
import { IconButton } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { ColumnTurner } from '../../../ui/data-table-header.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { type Column, shownColumns } from '../../../ui/table-columns.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import type { MetricsSearch } from '../metrics-search.ts';
import { useMetricsWords } from '../words/use-metrics-words.ts';
import { spanOf } from './chart-data.ts';
import styles from './detail.module.css';
import { NoPoints } from './no-points.tsx';

const pageSize = 1000;

/** The twin of the chart for reading: every point, and where it was read from. */
export function PointTable({
  picture,
  search,
  setSearch,
}: SearchProps<MetricsSearch> & { readonly picture: MetricPicture }): ReactNode {
  const words = useMetricsWords();
  const { session, request } = useOpenProject();
  const offset = ((search.page ?? 1) - 1) * pageSize;
  const { data, error } = useQuery(
    metricPointsQuery(session, request, picture.metric.id, spanOf(search), {
      offset,
      limit: pageSize,
    }),
  );
  if (error !== null) throw error;
  if (data === undefined) return <SkeletonRows rows={10} rowHeight={32} />;
  if (data === null || data.total === 0) {
    return <NoPoints metric={picture.metric} />;
  }
  return (
    <>
      <Points page={data} picture={picture} search={search} setSearch={setSearch} />
      {data.total > pageSize && (
        <div className={styles.pager}>
          <IconButton
            label={words.pageBefore}
            icon={<Icon of={ChevronLeft} />}
            disabled={offset === 0}
            focusableWhenDisabled
            onClick={() =>
              setSearch({ page: search.page === 2 ? undefined : (search.page ?? 2) - 1 })
            }
          />
          <span>
            {words.pageOf(offset + 1, Math.min(data.total, offset + pageSize), data.total)}
          </span>
          <IconButton
            label={words.pageAfter}
            icon={<Icon of={ChevronRight} />}
            disabled={offset + pageSize >= data.total}
            focusableWhenDisabled
            onClick={() => setSearch({ page: (search.page ?? 1) + 1 })}
          />
        </div>
      )}
      <p className={styles.note}>{words.timeZone}</p>
    </>
  );
}

function Points({
  page,
  picture: { row, hasCategories },
  search: { without },
  setSearch,
}: SearchProps<MetricsSearch> & {
  readonly page: PointPage;
  readonly picture: MetricPicture;
}): ReactNode {
  const words = useMetricsWords();
  const { locale } = useFormat();
  const { evidence, column } = page;
  const columns: Column<PointRow>[] = [
    {
      id: 'time',
      header: words.time,
      width: 210,
      cell: ({ t }) => <time dateTime={formatInstant(t)}>{formatMoment(t, locale)}</time>,
      sortValue: ({ t }) => t,
    },
    {
      id: 'value',
      header: words.value,
      align: 'end',
      cell: ({ v }) => (v === null ? words.gap : formatValue(v, row.unit, locale)),
      sortValue: ({ v }) => v ?? undefined,
    },
  ];
  if (row.target !== undefined) {
    columns.push({
      id: 'side',
      header: words.side,
      cell: ({ v, isBeyond }) =>
        v === null ? (
          ''
        ) : isBeyond ? (
          <span className={styles.beyond}>{words.beyondTarget}</span>
        ) : (
          words.isWithin
        ),
      sortValue: ({ isBeyond }) => (isBeyond ? 0 : 1),
    });
  }
  if (hasCategories) {
    columns.push({
      id: 'category',
      header: words.category,
      cell: ({ category }) => <SafeText text={category ?? ''} />,
      sortValue: ({ category }) => category ?? '',
    });
  }
  if (evidence !== undefined) {
    columns.push({
      id: 'source',
      header: words.sourceRow,
      width: 90,
      cell: ({ row: line }) => (
        <EvidenceLink
          evidence={evidence}
          pointer={
            line === undefined || column === undefined
              ? undefined
              : { kind: 'cell', row: line, column }
          }
        >
          {line === undefined ? words.sourceFile : words.rowLink(line)}
        </EvidenceLink>
      ),
    });
  }
  return (
    <>
      <ColumnTurner
        columns={columns}
        turns={{ without }}
        onTurn={(turns) => setSearch({ without: turns.without }, { replace: true })}
      />
      <DataTable
        label={row.title}
        rows={page.rows}
        rowKey={({ at }) => String(at)}
        columns={columns}
        shownColumns={shownColumns(columns, { without })}
        height={340}
      />
    </>
  );
}
