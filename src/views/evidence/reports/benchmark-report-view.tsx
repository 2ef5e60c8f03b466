import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type {
  BenchmarkReport,
  BenchmarkSeries,
} from '../../../formats/reports/benchmark-report.ts';
import { useValues } from '../../../parts/use-values.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ExactTime } from '../../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import type { Entry } from './locate-entry.ts';
import styles from './report.module.css';
import type { ReportProps } from './report-props.ts';
import { ReportTable } from './report-table.tsx';
import { useReportWords } from './words/use-report-words.ts';

const CsvChart = lazy(async () => ({
  default: (await import('../viewers/csv-chart.tsx')).CsvChart,
}));

interface Row extends Entry {
  readonly own: BenchmarkSeries;
}

const textOf = ({ own }: Row): string => [own.name, own.group, own.measure, own.unit].join('\n');

/** Measurements by name; a series with a past is drawn. */
export function BenchmarkReportView({
  report,
  pointer,
  onPoint,
}: ReportProps<BenchmarkReport>): ReactNode {
  const words = useReportWords();
  const rows = useMemo(() => report.series.map(rowOf), [report]);
  // A link may name an earlier point of a series; the series is then the entry.
  const wanted = useMemo(() => {
    const found = report.series.find(({ points }) =>
      points.some((point) => JSON.stringify(point.pointer) === JSON.stringify(pointer)),
    );
    return found?.points.at(-1)?.pointer ?? pointer;
  }, [report, pointer]);
  const columns = useColumns();
  const points = report.series.reduce((sum, series) => sum + series.points.length, 0);
  return (
    <div className={styles.report}>
      <p className={styles.summary}>
        <span className={styles.answer}>{words.benchmark.summary(rows.length, points)}</span>
        {report.tool !== undefined && (
          <span className={styles.quiet}>
            <SafeText text={words.tests.tool(report.tool.name, report.tool.version ?? '')} />
          </span>
        )}
      </p>
      <ReportTable
        label={words.benchmark.label}
        rows={rows}
        columns={columns}
        textOf={textOf}
        pointer={wanted}
        onPoint={onPoint}
        detail={(row) => <SeriesDetail series={row.own} />}
      />
    </div>
  );
}

function rowOf(own: BenchmarkSeries): Row {
  return { own, name: own.name, pointer: own.points.at(-1)?.pointer ?? { kind: 'whole' } };
}

function useColumns(): readonly Column<Row>[] {
  const words = useReportWords();
  const values = useValues();
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'name',
        header: words.benchmark.name,
        fixed: true,
        sortValue: ({ own }) => own.name,
        cell: ({ own }) => (
          <span className={styles.cell}>
            <SafeText text={own.name} />{' '}
            {own.measure !== undefined && <SafeText text={own.measure} className={styles.quiet} />}
          </span>
        ),
      },
      {
        id: 'group',
        header: words.benchmark.group,
        width: 144,
        sortValue: ({ own }) => own.group,
        cell: ({ own }) => own.group !== undefined && <SafeText text={own.group} />,
      },
      {
        id: 'last',
        header: words.benchmark.last,
        width: 136,
        align: 'end',
        sortValue: ({ own }) => own.points.at(-1)?.value,
        cell: ({ own }) => {
          const last = own.points.at(-1);
          return last !== undefined && <SafeText text={values.value(last.value, own.unit ?? '')} />;
        },
      },
      {
        id: 'range',
        header: words.benchmark.range,
        width: 112,
        cell: ({ own }) => <SafeText text={own.points.at(-1)?.range ?? ''} />,
      },
      {
        id: 'points',
        header: words.benchmark.points,
        width: 96,
        align: 'end',
        sortValue: ({ own }) => own.points.length,
        cell: ({ own }) => own.points.length,
      },
    ],
    [words, values],
  );
}

interface Point {
  readonly key: string;
  readonly own: BenchmarkSeries['points'][number];
}

function SeriesDetail({ series }: { readonly series: BenchmarkSeries }): ReactNode {
  const words = useReportWords();
  const values = useValues();
  const points = series.points.map((own, at): Point => ({ key: String(at), own }));
  const columns: readonly Column<Point>[] = [
    {
      id: 'value',
      header: words.benchmark.value,
      width: 136,
      align: 'end',
      sortValue: ({ own }) => own.value,
      cell: ({ own }) => <SafeText text={values.value(own.value, series.unit ?? '')} />,
    },
    {
      id: 'time',
      header: words.benchmark.time,
      width: 176,
      sortValue: ({ own }) => own.at,
      cell: ({ own }) => own.at !== undefined && <ExactTime at={own.at} />,
    },
    {
      id: 'commit',
      header: words.benchmark.commit,
      cell: ({ own }) => own.commit !== undefined && <CodeRef code={own.commit} most={16} />,
    },
  ];
  return (
    <>
      <p className={styles.name}>
        <strong>
          <SafeText text={series.name} />
        </strong>{' '}
        {series.better !== undefined &&
          `${words.benchmark.betterIs} ${words.benchmark.better[series.better]}`}
      </p>
      {series.points.length > 1 && (
        <Suspense fallback={<Skeleton height={140} />}>
          <CsvChart
            column={series.name}
            values={series.points.map(({ value }) => value)}
            from={series.points.length}
            to={series.points.length}
          />
        </Suspense>
      )}
      <DataTable
        label={words.benchmark.points}
        rows={points}
        rowKey={({ key }) => key}
        columns={columns}
        height={Math.min(280, (points.length + 1) * 32 + 18)}
      />
    </>
  );
}
