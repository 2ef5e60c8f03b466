import { type ReactNode, useMemo } from 'react';
import type {
  AttestationReport,
  AttestationStatement,
  Predicate,
} from '../../../formats/reports/attestation-report.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { type KeyValue, KeyValueList } from '../../../ui/key-values.tsx';
import { ToneText } from '../../../ui/page-heading.tsx';
import { ExactTime } from '../../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../../ui/safe-text.tsx';
import type { Column } from '../../../ui/table-columns.ts';
import { JsonViewer } from '../viewers/json-viewer.tsx';
import type { Entry } from './locate-entry.ts';
import styles from './report.module.css';
import type { ReportProps } from './report-props.ts';
import { ReportTable } from './report-table.tsx';
import { useReportWords } from './words/use-report-words.ts';

/** Subjects and materials that are listed one by one. */
const mostListed = 200;

interface Row extends Entry {
  readonly own: AttestationStatement;
  readonly number: number;
}

const textOf = ({ own }: Row): string =>
  [
    own.predicateType,
    ...own.subjects.flatMap(({ name, uri, digests }) => [
      name ?? uri ?? '',
      ...digests.map(({ value }) => value),
    ]),
  ].join('\n');

/** Signed claims: what each says of what. Whether a signature is good is told elsewhere. */
export function AttestationReportView({
  name,
  report,
  pointer,
  onPoint,
}: ReportProps<AttestationReport>): ReactNode {
  const words = useReportWords();
  const rows = useMemo(
    () => report.statements.map((own, at): Row => ({ own, number: at + 1, pointer: own.pointer })),
    [report],
  );
  const columns = useColumns();
  const [only] = rows;
  return (
    <div className={styles.report}>
      <p className={styles.summary}>
        <span className={styles.answer}>{words.attestation.summary(rows.length)}</span>
        <span className={styles.quiet}>{words.attestation.notVerified}</span>
      </p>
      {rows.length === 1 && only !== undefined ? (
        <StatementDetail name={name} statement={only.own} />
      ) : (
        <ReportTable
          label={words.attestation.label}
          rows={rows}
          columns={columns}
          textOf={textOf}
          pointer={pointer}
          onPoint={onPoint}
          detail={(row) => <StatementDetail name={name} statement={row.own} />}
        />
      )}
    </div>
  );
}

function resultOf(predicate: Predicate): string | undefined {
  return predicate.kind === 'vsa' || predicate.kind === 'test-result'
    ? predicate.result
    : undefined;
}

function useColumns(): readonly Column<Row>[] {
  const words = useReportWords();
  return useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'number',
        header: words.attestation.statement,
        width: 96,
        align: 'end',
        sortValue: ({ number }) => number,
        cell: ({ number }) => number,
      },
      {
        id: 'type',
        header: words.attestation.predicateType,
        fixed: true,
        sortValue: ({ own }) => own.predicateType,
        cell: ({ own }) => <SafeText text={own.predicateType} className={styles.cell} />,
      },
      {
        id: 'subjects',
        header: words.attestation.subjects,
        width: 88,
        align: 'end',
        sortValue: ({ own }) => own.subjects.length,
        cell: ({ own }) => own.subjects.length,
      },
      {
        id: 'result',
        header: words.attestation.result,
        width: 88,
        sortValue: ({ own }) => resultOf(own.predicate),
        cell: ({ own }) => <Result result={resultOf(own.predicate)} />,
      },
    ],
    [words],
  );
}

function Result({ result }: { readonly result: string | undefined }): ReactNode {
  const words = useReportWords();
  switch (result) {
    case 'passed':
      return <ToneText tone="passed">{words.attestation.passed}</ToneText>;
    case 'warned':
      return <ToneText tone="missing">{words.attestation.warned}</ToneText>;
    case 'failed':
      return <ToneText tone="failed">{words.attestation.failed}</ToneText>;
    default:
      return null;
  }
}

function StatementDetail({
  name,
  statement,
}: {
  readonly name: string;
  readonly statement: AttestationStatement;
}): ReactNode {
  const words = useReportWords();
  const { predicate, subjects, envelope } = statement;
  const json = useMemo(() => JSON.stringify(predicate.value, null, 2) ?? 'null', [predicate]);
  const signatures = envelope?.signatures ?? [];
  const items: KeyValue[] = [
    {
      id: 'type',
      name: words.attestation.predicateType,
      value: (
        <>
          {words.attestation.kinds[predicate.kind]} <CodeRef code={statement.predicateType} />
        </>
      ),
    },
    ...claims(predicate, words),
    {
      id: 'signatures',
      name: words.attestation.signatures(signatures.length),
      value:
        signatures.length === 0 ? (
          words.attestation.unsigned
        ) : (
          <ul className={styles.list}>
            {signatures.map(({ keyId, pointer }) => (
              <li key={JSON.stringify(pointer)}>
                {words.attestation.keyId} <CodeRef code={keyId ?? words.none} most={48} />
              </li>
            ))}
          </ul>
        ),
    },
    {
      id: 'subjects',
      name: words.attestation.subjects,
      value: (
        <ul className={styles.list}>
          {subjects.slice(0, mostListed).map(({ name: subject, uri, digests, pointer }) => (
            <li key={JSON.stringify(pointer)}>
              <SafeText text={subject ?? uri ?? ''} />{' '}
              {digests.map(({ algorithm, value }) => (
                <CodeRef key={algorithm} code={`${algorithm}:${value}`} most={40} />
              ))}
            </li>
          ))}
          {subjects.length > mostListed && <li>{words.shown(mostListed, subjects.length)}</li>}
        </ul>
      ),
    },
  ];
  return (
    <>
      <KeyValueList items={items} />
      <Disclosure summary={words.attestation.predicate}>
        <JsonViewer name={name} text={json} pointer={undefined} onPoint={() => undefined} />
      </Disclosure>
    </>
  );
}

type Words = ReturnType<typeof useReportWords>;

/** What the claim says, by its kind. */
function claims(predicate: Predicate, { attestation: words }: Words): readonly KeyValue[] {
  const items: KeyValue[] = [];
  const text = (id: string, name: string, value: string | undefined): void => {
    if (value !== undefined) items.push({ id, name, value: <SafeText text={value} /> });
  };
  const time = (id: string, name: string, at: string | undefined): void => {
    if (at !== undefined) items.push({ id, name, value: <ExactTime at={at} /> });
  };
  const list = (id: string, name: string, values: readonly string[]): void => {
    if (values.length > 0) text(id, name, values.slice(0, mostListed).join(', '));
  };
  switch (predicate.kind) {
    case 'vsa':
      items.push({ id: 'result', name: words.result, value: <Result result={predicate.result} /> });
      text('verifier', words.verifier, predicate.verifier);
      time('verifiedAt', words.verifiedAt, predicate.verifiedAt);
      text('resource', words.resource, predicate.resource);
      text('policy', words.policy, predicate.policy);
      list('levels', words.levels, predicate.levels);
      break;
    case 'test-result':
      items.push({ id: 'result', name: words.result, value: <Result result={predicate.result} /> });
      list('failed', words.failed, predicate.failed);
      list('warned', words.warned, predicate.warned);
      list('passed', words.passed, predicate.passed);
      break;
    case 'provenance':
      text('builder', words.builder, predicate.builder);
      text('buildType', words.buildType, predicate.buildType);
      text('source', words.source, predicate.source);
      time('started', words.started, predicate.startedAt);
      time('finished', words.finished, predicate.finishedAt);
      list(
        'materials',
        words.materials,
        predicate.materials.map(({ uri, digests }) => uri ?? digests[0]?.value ?? ''),
      );
      break;
    case 'other':
      break;
  }
  return items;
}
