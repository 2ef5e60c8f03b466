import { type ReactNode, useMemo } from 'react';
import type { ReportedCase, TestReport } from '../../../formats/reports/test-report.ts';
import type { Outcome } from '../../../model/evidence.ts';
import { Badge } from '../../../ui/badge.tsx';
import { type KeyValue, KeyValueList } from '../../../ui/key-values.tsx';
import { ToneText } from '../../../ui/page-heading.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import type { StateTone } from '../../../ui/state.ts';
import { StateBadge, StateGlyph } from '../../../ui/state-glyph.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import { useFormat } from '../../../ui/wording/use-format.ts';
import type { Entry } from './locate-entry.ts';
import { OutputText } from './output-text.tsx';
import styles from './report.module.css';
import type { ReportProps } from './report-props.ts';
import { type Facet, ReportTable } from './report-table.tsx';
import { useReportWords } from './words/use-report-words.ts';

const tones: Readonly<Record<Outcome, StateTone>> = {
  passed: 'passed',
  failed: 'failed',
  error: 'failed',
  skipped: 'deferred',
  flaky: 'contradicted',
  unknown: 'unknown',
};

/** What wants to be looked at comes first. */
const rank: Readonly<Record<Outcome, number>> = {
  error: 0,
  failed: 0,
  unknown: 1,
  flaky: 2,
  skipped: 3,
  passed: 4,
};

interface Row extends Entry {
  readonly own: ReportedCase;
  readonly name: string;
  /** Its place among all cases. */
  readonly at: number;
}

const keyOf = ({ at }: Row): string => String(at);
const textOf = ({ own, suite }: Row): string =>
  [own.name, own.group, suite, own.file, own.message, own.variant, ...(own.tags ?? [])].join('\n');

/** Test cases, failures first, each opened with what it said. */
export function TestReportView({ report, pointer, onPoint }: ReportProps<TestReport>): ReactNode {
  const words = useReportWords();
  const rows = useMemo(() => rowsOf(report), [report]);
  const columns = useColumns();
  const facets = useMemo(
    (): readonly Facet<Row>[] => [
      {
        id: 'failed',
        label: words.tests.outcomes.failed,
        has: ({ own }) => own.outcome === 'failed' || own.outcome === 'error',
      },
      { id: 'flaky', label: words.tests.outcomes.flaky, has: ({ own }) => own.flaky },
      {
        id: 'skipped',
        label: words.tests.outcomes.skipped,
        has: ({ own }) => own.outcome === 'skipped',
      },
      {
        id: 'unknown',
        label: words.tests.outcomes.unknown,
        has: ({ own }) => own.outcome === 'unknown',
      },
      {
        id: 'passed',
        label: words.tests.outcomes.passed,
        has: ({ own }) => own.outcome === 'passed',
      },
    ],
    [words],
  );
  return (
    <div className={styles.report}>
      <Summary report={report} />
      <ReportTable
        label={words.tests.label}
        rows={rows}
        columns={columns}
        keyOf={keyOf}
        textOf={textOf}
        facets={facets}
        pointer={pointer}
        onPoint={onPoint}
        detail={(row) => <CaseDetail row={row} />}
      />
    </div>
  );
}

function rowsOf({ cases, suites }: TestReport): readonly Row[] {
  const ranked: Row[][] = [[], [], [], [], []];
  for (const [at, own] of cases.entries()) {
    const suite = own.suite === undefined ? undefined : suites[own.suite]?.name;
    const row = { own, name: own.name, pointer: own.pointer, suite: suite ?? own.group, at };
    ranked[rank[own.outcome]]?.push(row);
  }
  return ranked.flat();
}

function Summary({ report }: { readonly report: TestReport }): ReactNode {
  const words = useReportWords();
  const format = useFormat();
  const { totals, tool, durationMs } = report;
  const parts: readonly (readonly [keyof typeof words.tests.counts, StateTone])[] = [
    ['failed', 'failed'],
    ['unknown', 'unknown'],
    ['flaky', 'contradicted'],
    ['skipped', 'deferred'],
    ['unlisted', 'missing'],
  ];
  return (
    <p className={styles.summary}>
      <span className={styles.answer}>{words.tests.summary(totals.passed, totals.total)}</span>
      {parts
        .filter(([part]) => totals[part] > 0)
        .map(([part, tone]) => (
          <StateBadge
            key={part}
            tone={tone}
            word={words.tests.counts[part](totals[part])}
            look="plain"
          />
        ))}
      <span className={styles.quiet}>
        {tool !== undefined && <SafeText text={words.tests.tool(tool.name, tool.version ?? '')} />}{' '}
        {durationMs !== undefined && words.tests.lasted(format.duration(durationMs) ?? '')}
      </span>
    </p>
  );
}

function useColumns(): readonly Column<Row>[] {
  const words = useReportWords();
  const format = useFormat();
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'outcome',
        header: words.tests.outcome,
        width: 112,
        sortValue: ({ own }) => rank[own.outcome],
        cell: ({ own }) => (
          <StateBadge
            tone={tones[own.outcome]}
            word={words.tests.outcomes[own.outcome]}
            look="plain"
          />
        ),
      },
      {
        id: 'name',
        header: words.tests.name,
        fixed: true,
        sortValue: ({ own }) => own.name,
        cell: ({ own }) => (
          <span className={styles.cell}>
            <SafeText text={own.name} />{' '}
            {own.flaky && own.outcome !== 'flaky' && (
              <StateGlyph tone="contradicted" size={14} label={words.tests.flakyMark} />
            )}
            {own.retries > 0 && (
              <Badge look="outline">{`${words.tests.retries} ${own.retries}`}</Badge>
            )}
          </span>
        ),
      },
      {
        id: 'suite',
        header: words.tests.suite,
        width: 120,
        sortValue: ({ suite }) => suite,
        cell: ({ suite }) => suite !== undefined && <SafeText text={suite} />,
      },
      {
        id: 'duration',
        header: words.tests.duration,
        width: 108,
        align: 'end',
        sortValue: ({ own }) => own.durationMs,
        cell: ({ own }) => own.durationMs !== undefined && format.duration(own.durationMs),
      },
    ],
    [words, format],
  );
}

function CaseDetail({ row: { own, suite } }: { readonly row: Row }): ReactNode {
  const words = useReportWords();
  const format = useFormat();
  const items: KeyValue[] = [
    {
      id: 'outcome',
      name: words.tests.outcome,
      value: (
        <ToneText tone={tones[own.outcome]}>
          {words.tests.outcomes[own.outcome]}
          {own.flaky && `, ${words.tests.flakyMark}`}
        </ToneText>
      ),
    },
  ];
  const add = (id: string, name: string, value: string | undefined): void => {
    if (value !== undefined && value !== '') {
      items.push({ id, name, value: <SafeText text={value} multiline /> });
    }
  };
  add('suite', words.tests.suite, own.group ?? suite);
  if (own.file !== undefined) {
    const place = own.line === undefined ? own.file : `${own.file}:${own.line}`;
    items.push({ id: 'file', name: words.tests.file, value: <CodeRef code={place} /> });
  }
  add('variant', words.tests.variant, own.variant);
  add('tags', words.tests.tags, own.tags?.join(', '));
  if (own.durationMs !== undefined) {
    add('duration', words.tests.duration, format.duration(own.durationMs));
  }
  if (own.retries > 0) add('retries', words.tests.retries, String(own.retries));
  return (
    <>
      <p className={styles.name}>
        <strong>
          <SafeText text={own.name} />
        </strong>
      </p>
      <KeyValueList items={items} />
      {own.message !== undefined && <OutputText label={words.tests.message} text={own.message} />}
      {own.detail !== undefined && own.detail !== own.message && (
        <OutputText label={words.tests.detail} text={own.detail} />
      )}
      {own.output !== undefined && <OutputText label={words.tests.output} text={own.output} />}
    </>
  );
}
