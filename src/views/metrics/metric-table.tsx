import type { ReactNode } from 'react';
import type { MetricDetail } from '../../derive/types.ts';
import { formatValue } from '../../parts/quantity.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { ExactTime } from '../../ui/relative-time.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import type { Column } from '../../ui/table-columns.ts';
import { useMetricsWords } from './words.tsx';

interface Point {
  readonly index: number;
  readonly t: number;
  readonly v: number | null;
  readonly category: string | undefined;
}

/** The twin of the chart for reading exact values. */
export function MetricTable({ detail }: { readonly detail: MetricDetail }): ReactNode {
  const words = useMetricsWords();
  const rows: Point[] = detail.t.map((t, index) => ({
    index,
    t,
    v: detail.v[index] ?? null,
    category: detail.category?.[index],
  }));
  const columns: Column<Point>[] = [
    {
      id: 'time',
      header: words.time,
      cell: (point) => <ExactTime at={new Date(point.t).toISOString()} />,
      sortValue: (point) => point.t,
    },
    {
      id: 'value',
      header: words.value,
      align: 'end',
      cell: (point) => (point.v === null ? words.gap : formatValue(point.v, detail.row.unit)),
      sortValue: (point) => point.v ?? undefined,
    },
  ];
  if (detail.category !== undefined) {
    columns.push({
      id: 'category',
      header: words.category,
      cell: (point) => <SafeText text={point.category ?? ''} />,
      sortValue: (point) => point.category ?? '',
    });
  }
  return (
    <DataTable
      label={detail.row.title}
      rows={rows}
      rowKey={(point) => String(point.index)}
      columns={columns}
      height={320}
    />
  );
}
