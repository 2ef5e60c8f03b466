import { type ReactNode, useMemo } from 'react';
import type {
  CoverageReport,
  CoverageShare,
  CoverageShares,
  CoveredFile,
} from '../../../formats/reports/coverage-report.ts';
import { Meter } from '../../../ui/bars.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import type { Entry } from './locate-entry.ts';
import styles from './report.module.css';
import type { ReportProps } from './report-props.ts';
import { type Facet, ReportTable } from './report-table.tsx';
import { useReportWords } from './words/use-report-words.ts';

const measures = ['lines', 'branches', 'functions', 'statements'] as const;
/** Functions that are named one by one. */
const mostFunctions = 100;

interface Row extends Entry {
  readonly own: CoveredFile;
}

const textOf = ({ own }: Row): string => `${own.path}\n${own.group ?? ''}`;

/** What was run of the code, file by file, with the lines that were not. */
export function CoverageReportView({
  report,
  pointer,
  onPoint,
}: ReportProps<CoverageReport>): ReactNode {
  const words = useReportWords();
  const rows = useMemo(
    () => report.files.map((own): Row => ({ own, pointer: own.pointer, name: own.path })),
    [report],
  );
  const columns = useColumns(report.totals);
  const facets = useMemo(
    (): readonly Facet<Row>[] => [
      { id: 'missed', label: words.coverage.missed, has: ({ own }) => !isWhole(own) },
    ],
    [words],
  );
  return (
    <div className={styles.report}>
      <div className={styles.meters}>
        {measures.map((measure) => {
          const share = report.totals[measure];
          return share === undefined ? null : (
            <Meter
              key={measure}
              label={words.coverage.measures[measure]}
              value={share.covered}
              max={share.total}
              valueText={words.coverage.share(share.covered, share.total)}
            />
          );
        })}
      </div>
      <ReportTable
        label={words.coverage.label}
        rows={rows}
        columns={columns}
        textOf={textOf}
        facets={facets}
        pointer={pointer}
        onPoint={onPoint}
        detail={(row) => <FileDetail file={row.own} />}
      />
    </div>
  );
}

function isWhole(file: CoverageShares): boolean {
  return measures.every((measure) => {
    const share = file[measure];
    return share === undefined || share.covered >= share.total;
  });
}

function ratio(share: CoverageShare | undefined): number | undefined {
  return share === undefined || share.total === 0 ? undefined : share.covered / share.total;
}

function useColumns(totals: CoverageShares): readonly Column<Row>[] {
  const words = useReportWords();
  const format = useFormat();
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'file',
        header: words.coverage.file,
        fixed: true,
        sortValue: ({ own }) => own.path,
        cell: ({ own }) => <SafeText text={own.path} className={styles.cell} />,
      },
      ...measures
        .filter((measure) => totals[measure] !== undefined)
        .map(
          (measure): Column<Row> => ({
            id: measure,
            header: words.coverage.measures[measure],
            width: 124,
            align: 'end',
            sortValue: ({ own }) => ratio(own[measure]),
            cell: ({ own }) => {
              const share = ratio(own[measure]);
              return share === undefined ? (
                <span className={styles.quiet}>{words.coverage.uncounted}</span>
              ) : (
                // Cut down, so that 99.97 % never looks like everything.
                format.percent(Math.floor(share * 1000) / 1000)
              );
            },
          }),
        ),
    ],
    [words, format, totals],
  );
}

function FileDetail({ file }: { readonly file: CoveredFile }): ReactNode {
  const words = useReportWords();
  const ranges = missedRanges(file);
  const functions = file.functionHits.filter(({ hits }) => hits === 0);
  return (
    <>
      <CodeRef code={file.path} />
      {ranges.length > 0 ? (
        <p className={styles.name}>{words.coverage.missedLines(ranges.join(', '))}</p>
      ) : (
        file.hits.length > 0 && <p>{words.coverage.everything}</p>
      )}
      {functions.length > 0 && (
        <>
          <p className={styles.quiet}>{words.coverage.missedFunctions}</p>
          <ul className={styles.list}>
            {functions.slice(0, mostFunctions).map(({ name, line }) => (
              <li key={JSON.stringify([name, line])}>
                <CodeRef code={line === undefined ? name : `${name}:${line}`} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Lines that were not run, neighbours together. Lines that the report does not list end no range. */
function missedRanges({ hits }: CoveredFile): readonly string[] {
  const ranges: string[] = [];
  let from: number | undefined;
  let to = 0;
  const end = (): void => {
    if (from !== undefined) ranges.push(from === to ? String(from) : `${from}–${to}`);
    from = undefined;
  };
  for (const { line, hits: times } of hits) {
    if (times > 0) end();
    else {
      from ??= line;
      to = line;
    }
  }
  end();
  return ranges;
}
