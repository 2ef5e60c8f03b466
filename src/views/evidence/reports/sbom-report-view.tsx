import { type ReactNode, useMemo } from 'react';
import type { SbomComponent, SbomSummary } from '../../../formats/reports/sbom-summary.ts';
import { type KeyValue, KeyValueList } from '../../../ui/key-values.tsx';
import { ToneText } from '../../../ui/page-heading.tsx';
import { ExactTime } from '../../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import { StateGlyph } from '../../../ui/state-glyph.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import type { Entry } from './locate-entry.ts';
import styles from './report.module.css';
import type { ReportProps } from './report-props.ts';
import { type Facet, ReportTable } from './report-table.tsx';
import { useReportWords } from './words/use-report-words.ts';

/** Names that are listed one by one. */
const mostListed = 100;
const standards = { cyclonedx: 'CycloneDX', spdx: 'SPDX' } as const;

interface Row extends Entry {
  readonly own: SbomComponent;
  readonly vulnerabilities: SbomSummary['vulnerabilities'];
}

const textOf = ({ own }: Row): string =>
  [own.name, own.version, own.type, own.purl, own.group, ...own.licences].join('\n');

/** What a bill of materials lists, with licences and known vulnerabilities. */
export function SbomReportView({ report, pointer, onPoint }: ReportProps<SbomSummary>): ReactNode {
  const words = useReportWords();
  const rows = useMemo(() => rowsOf(report), [report]);
  const columns = useColumns();
  const facets = useMemo(
    (): readonly Facet<Row>[] => [
      {
        id: 'vulnerable',
        label: words.sbom.vulnerable,
        has: ({ vulnerabilities }) => vulnerabilities.length > 0,
      },
      {
        id: 'unlicensed',
        label: words.sbom.unlicensed,
        has: ({ own }) => own.licences.length === 0,
      },
    ],
    [words],
  );
  const standard = `${standards[report.standard]} ${report.version}`;
  const items: KeyValue[] = [];
  if (report.subject !== undefined) {
    const { name, version } = report.subject;
    items.push({
      id: 'subject',
      name: words.sbom.subject,
      value: <SafeText text={[name, version].filter(Boolean).join(' ')} />,
    });
  }
  if (report.createdAt !== undefined) {
    items.push({
      id: 'created',
      name: words.sbom.created,
      value: <ExactTime at={report.createdAt} />,
    });
  }
  if (report.tools.length > 0) {
    items.push({
      id: 'tools',
      name: words.sbom.tools,
      value: <SafeText text={report.tools.join(', ')} />,
    });
  }
  if (report.licences.length > 0) {
    items.push({
      id: 'licences',
      name: words.sbom.licences,
      value: (
        <SafeText
          text={report.licences
            .slice(0, mostListed)
            .map(({ licence, components }) => `${licence} ${components}`)
            .join(', ')}
        />
      ),
    });
  }
  return (
    <div className={styles.report}>
      <p className={styles.answer}>{words.sbom.summary(report.components.length, standard)}</p>
      <KeyValueList items={items} />
      <ReportTable
        label={words.sbom.label}
        rows={rows}
        columns={columns}
        textOf={textOf}
        facets={facets}
        pointer={pointer}
        onPoint={onPoint}
        detail={(row) => <ComponentDetail row={row} report={report} />}
      />
    </div>
  );
}

function rowsOf({ components, vulnerabilities }: SbomSummary): readonly Row[] {
  const byId = new Map<string, SbomSummary['vulnerabilities'][number][]>();
  for (const vulnerability of vulnerabilities) {
    for (const id of new Set(vulnerability.affects)) {
      const list = byId.get(id) ?? [];
      byId.set(id, list);
      list.push(vulnerability);
    }
  }
  return components.map((own) => ({
    own,
    name: own.name,
    pointer: own.pointer,
    vulnerabilities: (own.id === undefined ? undefined : byId.get(own.id)) ?? [],
  }));
}

function useColumns(): readonly Column<Row>[] {
  const words = useReportWords();
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'name',
        header: words.sbom.name,
        fixed: true,
        sortValue: ({ own }) => own.name,
        cell: ({ own, vulnerabilities }) => (
          <span className={styles.cell}>
            <SafeText text={own.name} />{' '}
            {vulnerabilities.length > 0 && (
              <StateGlyph tone="missing" size={14} label={words.sbom.vulnerable} />
            )}
          </span>
        ),
      },
      {
        id: 'version',
        header: words.sbom.version,
        width: 112,
        sortValue: ({ own }) => own.version,
        cell: ({ own }) => own.version !== undefined && <CodeRef code={own.version} />,
      },
      {
        id: 'type',
        header: words.sbom.type,
        width: 136,
        sortValue: ({ own }) => own.type,
        cell: ({ own }) => <SafeText text={own.type} />,
      },
      {
        id: 'licences',
        header: words.sbom.licences,
        width: 160,
        sortValue: ({ own }) => own.licences.join(', '),
        cell: ({ own }) =>
          own.licences.length === 0 ? (
            <span className={styles.quiet}>{words.none}</span>
          ) : (
            <SafeText text={own.licences.join(', ')} />
          ),
      },
    ],
    [words],
  );
}

function ComponentDetail({
  row: { own, vulnerabilities },
  report,
}: {
  readonly row: Row;
  readonly report: SbomSummary;
}): ReactNode {
  const words = useReportWords();
  const on = report.dependencies.filter(({ from }) => from === own.id).map(({ to }) => to);
  const items: KeyValue[] = [
    { id: 'purl', name: words.sbom.purl, value: own.purl && <CodeRef code={own.purl} /> },
    {
      id: 'licences',
      name: words.sbom.licences,
      value: <SafeText text={own.licences.join(', ') || words.none} />,
    },
    {
      id: 'digests',
      name: words.sbom.digests,
      value: own.digests.map(({ algorithm, value }) => (
        <CodeRef key={algorithm} code={`${algorithm}:${value}`} most={48} />
      )),
    },
    {
      id: 'dependsOn',
      name: words.sbom.dependsOn,
      value: on.length > 0 && <SafeText text={on.slice(0, mostListed).join(', ')} />,
    },
    {
      id: 'vulnerabilities',
      name: words.sbom.vulnerabilities,
      value: vulnerabilities.length > 0 && (
        <ul className={styles.list}>
          {vulnerabilities.map(({ id, severity, state, pointer }) => (
            <li key={JSON.stringify(pointer)}>
              <ToneText tone="missing">
                <SafeText text={[id, severity, state].filter(Boolean).join(' ')} />
              </ToneText>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <>
      <p className={styles.name}>
        <strong>
          <SafeText text={[own.name, own.version].filter(Boolean).join(' ')} />
        </strong>
      </p>
      <KeyValueList items={items.filter(({ value }) => value !== undefined && value !== false)} />
    </>
  );
}
