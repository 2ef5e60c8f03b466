import type { ReactNode } from 'react';
import type { EvidenceDetail } from '../../derive/evidence-types.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { useValues } from '../../parts/use-values.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { type KeyValue, KeyValueList } from '../../ui/key-values.tsx';
import { ExactTime, RelativeTime } from '../../ui/relative-time.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { useFormat } from '../../ui/wording/use-format.ts';
import styles from './evidence-detail.module.css';
import { useDetailWords } from './words/use-detail-words.ts';

/** Everything that the record says about a piece, those fields that it has. */
export function RecordList({
  detail: { evidence, row },
  now,
}: {
  readonly detail: EvidenceDetail;
  readonly now: string;
}): ReactNode {
  const words = useDetailWords();
  const format = useFormat();
  const values = useValues();
  const items: KeyValue[] = [];
  const add = (id: keyof typeof words.fields, value: ReactNode): void => {
    if (value !== undefined) items.push({ id, name: words.fields[id], value });
  };
  const text = (value: string | undefined): ReactNode =>
    value === undefined ? undefined : <SafeText text={value} />;
  const code = (value: string | undefined): ReactNode =>
    value === undefined ? undefined : <CodeRef code={value} />;

  const { producer, collector } = evidence;
  add(
    'producer',
    producer && (
      <>
        <CodeRef code={producer.id} id />
        {producer.role !== undefined && (
          <>
            {' '}
            <SafeText text={words.role(producer.role)} />
          </>
        )}
        {row.advisory && `. ${words.advisoryNote}`}
      </>
    ),
  );
  add('collectedAt', evidence.collectedAt && <When at={evidence.collectedAt} now={now} />);
  add('observedAt', evidence.observedAt && <When at={evidence.observedAt} now={now} />);
  add(
    'validFor',
    evidence.validFor === undefined ? undefined : format.duration(evidence.validFor * 1000),
  );
  add(
    'collector',
    collector && <SafeText text={[collector.name, collector.version].filter(Boolean).join(' ')} />,
  );
  add('run', evidence.runUrl && <ExternalLink address={evidence.runUrl} />);
  add('commit', evidence.commit && <CodeRef code={evidence.commit} most={16} />);
  add('strength', text(evidence.strength));
  add('rawStatus', text(evidence.rawStatus));
  add('covers', evidence.covers && <Codes codes={evidence.covers} />);
  add(
    'supersedes',
    evidence.supersedes && (
      <ul className={styles.codes}>
        {evidence.supersedes.map((id) => (
          <li key={id}>
            <EvidenceLink evidence={id}>
              <CodeRef code={id} id />
            </EvidenceLink>
          </li>
        ))}
      </ul>
    ),
  );
  add('path', code(evidence.path));
  add('uri', evidence.uri && <ExternalLink address={evidence.uri} />);
  add('mediaType', code(evidence.mediaType));
  add('size', evidence.size === undefined ? undefined : format.bytes(evidence.size));
  const { digest } = evidence;
  add(
    'sha256',
    digest && (
      <span className={styles.copyable}>
        <CodeRef code={digest.sha256} most={32} />
        <CopyButton text={digest.sha256} label={words.copyDigest} />
      </span>
    ),
  );
  add(
    'source',
    evidence.source && (
      <CodeRef
        code={
          evidence.source.line === undefined
            ? evidence.source.path
            : `${evidence.source.path}:${evidence.source.line}`
        }
      />
    ),
  );
  const annotations = Object.entries(evidence.annotations ?? {});
  add(
    'annotations',
    annotations.length > 0 ? (
      <ul>
        {annotations.map(([name, value]) => (
          <li key={name}>
            <CodeRef code={name} />: <SafeText text={values.scalar(value)} />
          </li>
        ))}
      </ul>
    ) : undefined,
  );
  return <KeyValueList items={items} />;
}

function When({ at, now }: { readonly at: string; readonly now: string }): ReactNode {
  return (
    <>
      <ExactTime at={at} /> (<RelativeTime at={at} now={now} />)
    </>
  );
}

function Codes({ codes }: { readonly codes: readonly string[] }): ReactNode {
  return (
    <ul className={styles.codes}>
      {[...new Set(codes)].map((entry) => (
        <li key={entry}>
          <CodeRef code={entry} id />
        </li>
      ))}
    </ul>
  );
}
