import { type ReactNode, useMemo } from 'react';
import type {
  SarifLevel,
  SarifLocation,
  SarifReport,
  SarifResult,
  SarifRule,
} from '../../../formats/reports/sarif-report.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { Banner } from '../../../ui/feedback.tsx';
import { type KeyValue, KeyValueList } from '../../../ui/key-values.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import type { StateTone } from '../../../ui/state.ts';
import { StateBadge } from '../../../ui/state-glyph.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import type { Entry } from './locate-entry.ts';
import { OutputText } from './output-text.tsx';
import styles from './report.module.css';
import type { ReportProps } from './report-props.ts';
import { type Facet, ReportTable } from './report-table.tsx';
import { useReportWords } from './words/use-report-words.ts';

const tones: Readonly<Record<SarifLevel, StateTone>> = {
  error: 'failed',
  warning: 'missing',
  note: 'ready',
  none: 'not-reached',
  unknown: 'unknown',
};
const rank: Readonly<Record<SarifLevel, number>> = {
  error: 0,
  warning: 1,
  unknown: 2,
  note: 3,
  none: 4,
};
const levels = ['error', 'warning', 'note', 'none', 'unknown'] as const;
/** Steps of flows that are listed. */
const mostSteps = 200;

interface Row extends Entry {
  readonly own: SarifResult;
  readonly tool: string;
  readonly rule: SarifRule | undefined;
}

const textOf = ({ own, tool }: Row): string =>
  [own.ruleId, own.message, tool, ...own.locations.map(placeOf), ...own.taxa].join('\n');

/** Findings of analysis tools, the gravest first; suppressed ones stay in sight as such. */
export function SarifReportView({ report, pointer, onPoint }: ReportProps<SarifReport>): ReactNode {
  const words = useReportWords();
  const rows = useMemo(() => rowsOf(report), [report]);
  const columns = useColumns();
  const facets = useMemo(
    (): readonly Facet<Row>[] => [
      ...levels.map((level) => ({
        id: level,
        label: words.sarif.levels[level],
        has: ({ own }: Row) => own.level === level && own.kind === 'fail' && !own.suppressed,
      })),
      { id: 'suppressed', label: words.sarif.suppressed, has: ({ own }) => own.suppressed },
    ],
    [words],
  );
  const { totals } = report;
  return (
    <div className={styles.report}>
      <p className={styles.summary}>
        <span className={styles.answer}>{words.sarif.summary(report.results.length)}</span>
        <span className={styles.quiet}>
          {report.runs.map(({ tool, pointer: at }) => (
            <SafeText key={JSON.stringify(at)} text={`${tool.name} ${tool.version ?? ''} `} />
          ))}
        </span>
      </p>
      {(totals.runsWithoutResults > 0 || totals.failedRuns > 0) && (
        <Banner
          tone="missing"
          title={
            totals.failedRuns > 0
              ? words.sarif.failedRuns(totals.failedRuns)
              : words.sarif.withoutResults(totals.runsWithoutResults)
          }
        />
      )}
      <ReportTable
        label={words.sarif.label}
        rows={rows}
        columns={columns}
        textOf={textOf}
        facets={facets}
        pointer={pointer}
        onPoint={onPoint}
        detail={(row) => <ResultDetail row={row} />}
      />
    </div>
  );
}

function rowsOf({ results, runs }: SarifReport): readonly Row[] {
  return results
    .map((own): Row => {
      const run = runs[own.run];
      const rule = own.rule === undefined ? undefined : run?.rules[own.rule];
      return { own, pointer: own.pointer, tool: run?.tool.name ?? '', rule };
    })
    .sort(
      (a, b) =>
        Number(a.own.suppressed) - Number(b.own.suppressed) ||
        rank[a.own.level] - rank[b.own.level],
    );
}

function placeOf({ uri, line, column, logical }: SarifLocation): string {
  const place = [uri ?? '', line, column].filter((part) => part !== undefined && part !== '');
  return place.length > 0 ? place.join(':') : (logical ?? '');
}

function useColumns(): readonly Column<Row>[] {
  const words = useReportWords();
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'level',
        header: words.sarif.level,
        width: 112,
        sortValue: ({ own }) => rank[own.level],
        cell: ({ own }) => (
          <StateBadge tone={tones[own.level]} word={words.sarif.levels[own.level]} look="plain" />
        ),
      },
      {
        id: 'message',
        header: words.sarif.message,
        fixed: true,
        sortValue: ({ own }) => own.message,
        cell: ({ own }) => (
          <span className={styles.cell}>
            <SafeText text={own.message} />{' '}
            {own.suppressed && <Badge look="outline">{words.sarif.suppressed}</Badge>}
          </span>
        ),
      },
      {
        id: 'rule',
        header: words.sarif.rule,
        width: 152,
        sortValue: ({ own }) => own.ruleId,
        cell: ({ own }) => own.ruleId !== undefined && <CodeRef code={own.ruleId} />,
      },
      {
        id: 'place',
        header: words.sarif.place,
        width: 200,
        sortValue: ({ own }) => own.locations.map(placeOf)[0],
        cell: ({ own }) =>
          own.locations
            .slice(0, 1)
            .map((location) => (
              <CodeRef key={placeOf(location)} code={placeOf(location)} most={40} />
            )),
      },
    ],
    [words],
  );
}

function ResultDetail({ row: { own, tool, rule } }: { readonly row: Row }): ReactNode {
  const words = useReportWords();
  const items: KeyValue[] = [
    { id: 'tool', name: words.sarif.tool, value: <SafeText text={tool} /> },
    { id: 'kind', name: words.sarif.kind, value: own.kind },
  ];
  if (own.ruleId !== undefined) {
    items.push({ id: 'rule', name: words.sarif.rule, value: <CodeRef code={own.ruleId} /> });
  }
  if (own.baseline !== undefined) {
    items.push({ id: 'baseline', name: words.sarif.baseline, value: own.baseline });
  }
  for (const [index, { kind, status, justification }] of own.suppressions.entries()) {
    items.push({
      id: `suppression${index}`,
      name: words.sarif.suppressed,
      value: <SafeText text={[kind, status, justification].filter(Boolean).join(', ')} />,
    });
  }
  return (
    <>
      <p className={styles.name}>
        <SafeText text={own.message} multiline />
      </p>
      <KeyValueList items={items} />
      <Places title={words.sarif.place} places={own.locations} />
      <Places title={words.sarif.related} places={own.related} />
      <Places title={words.sarif.flows} places={own.flows.flat()} />
      {rule !== undefined && (
        <>
          <p className={styles.quiet}>{words.sarif.help}</p>
          <p className={styles.name}>
            <SafeText text={rule.full ?? rule.short ?? rule.name ?? rule.id} multiline />
          </p>
          {rule.help !== undefined && <OutputText label={words.sarif.help} text={rule.help} />}
          {rule.helpUri !== undefined && <ExternalLink address={rule.helpUri} />}
        </>
      )}
    </>
  );
}

function Places({
  title,
  places,
}: {
  readonly title: string;
  readonly places: readonly SarifLocation[];
}): ReactNode {
  const words = useReportWords();
  if (places.length === 0) return null;
  return (
    <>
      <p className={styles.quiet}>{title}</p>
      <ol className={styles.list}>
        {places.slice(0, mostSteps).map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no ids and never move
          <li key={index}>
            <CodeRef code={placeOf(place)} />{' '}
            {place.message !== undefined && <SafeText text={place.message} />}
            {place.snippet !== undefined && (
              <OutputText label={words.sarif.snippet} text={place.snippet} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
