import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ItemDetail } from '../../derive/types.ts';
import { useOpenProject } from '../../parts/project-context.tsx';
import { itemTone } from '../../parts/tones.ts';
import { useStateWords } from '../../parts/wording/states.ts';
import type { StateWords } from '../../parts/wording/states-en.ts';
import { itemDetailQuery } from '../../queries/options.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState, ErrorState } from '../../ui/feedback.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { StateBadge } from '../../ui/state-glyph.tsx';
import { type TabItem, Tabs } from '../../ui/tabs.tsx';
import { type Formats, useFormat } from '../../ui/wording/use-format.ts';
import { useCompareWords } from './compare/words.ts';
import type { GraphSearch } from './graph-search.ts';
import styles from './inspector.module.css';
import { InspectorEvidence } from './inspector-evidence.tsx';
import { InspectorGates } from './inspector-gates.tsx';
import { InspectorLinks } from './inspector-links.tsx';
import { InspectorSlack } from './inspector-slack.tsx';
import { InspectorWhy } from './inspector-why.tsx';
import { useInspectorWords } from './inspector-words.ts';
import { Marks } from './marks.tsx';
import { useMoreWords } from './more-words.ts';
import { AssumeComplete } from './scenario/assume-menu.tsx';
import { WouldBe } from './scenario/would-be.tsx';
import type { InspectorWords } from './words/inspector-en.ts';
import { useGraphWords } from './words.tsx';

type Tab = NonNullable<GraphSearch['tab']>;

export interface InspectorProps {
  readonly item: string;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  /** The revision that alone has the item, where a comparison shows what is gone. */
  readonly onlyIn: string | undefined;
  /** Absent where the frame around it, a sheet, can close it. */
  readonly onClose?: () => void;
}

/** Everything about one item: what it is, what it needs, why it is as it is, and the proof. */
export function Inspector({ item, tab, onTab, onlyIn, onClose }: InspectorProps): ReactNode {
  const words = useInspectorWords();
  const { retry } = useGraphWords();
  const { noSuchItem } = useMoreWords();
  const { only, onlyRemedy } = useCompareWords();
  const { session, request } = useOpenProject();
  const { data: detail, error, refetch } = useQuery(itemDetailQuery(session, request, item));
  return (
    <div className={classNames(styles.inspector, onClose === undefined && styles.framed)}>
      {onClose !== undefined && (
        <IconButton
          className={styles.close}
          label={words.closeInspector}
          icon={<Icon of={X} />}
          onClick={onClose}
        />
      )}
      {error !== null ? (
        <ErrorState
          what={words.detailFailed}
          where={<CodeRef code={item} id />}
          remedy={words.detailFailedRemedy}
          action={<Button onClick={() => void refetch()}>{retry}</Button>}
        />
      ) : detail === undefined ? (
        <SkeletonRows rows={8} />
      ) : detail === null ? (
        <EmptyState title={onlyIn === undefined ? noSuchItem(item) : only(onlyIn)}>
          {onlyIn === undefined ? words.noSuchItemRemedy : onlyRemedy}
        </EmptyState>
      ) : (
        <Details detail={detail} tab={tab} onTab={onTab} />
      )}
    </div>
  );
}

function Details({
  detail,
  tab,
  onTab,
}: {
  readonly detail: ItemDetail;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
}): ReactNode {
  const words = useInspectorWords();
  const states = useStateWords();
  const format = useFormat();
  const { row } = detail;
  const declared = row.declared;
  const tabs: readonly TabItem<Tab>[] = [
    { value: 'why', label: words.why, content: <InspectorWhy detail={detail} /> },
    {
      value: 'gates',
      label: words.gates,
      count: detail.gates.length,
      content: <InspectorGates gates={detail.gates} item={row.id} />,
    },
    {
      value: 'evidence',
      label: words.evidence,
      count: detail.evidence.length,
      content: <InspectorEvidence rows={detail.evidence} />,
    },
    { value: 'links', label: words.links, content: <InspectorLinks detail={detail} /> },
  ];
  return (
    <>
      <header className={styles.header}>
        <p className={styles.status}>
          <CodeRef code={row.id} id strong />
          <StateBadge tone={itemTone[row.state]} word={states.item[row.state]} />
          <span className={styles.declared}>
            {declared === undefined ? (
              words.notDeclared
            ) : (
              <SafeText text={declaredSays(detail, words, states, format)} />
            )}
          </span>
        </p>
        <h2 className={styles.title}>
          <SafeText text={row.title} />
        </h2>
        <About detail={detail} />
        <p className={styles.needs}>
          <Needs detail={detail} />
        </p>
        <InspectorSlack item={row.id} />
        <WouldBe item={row.id} />
        {row.state === 'contradicted' && <p className={styles.differs}>{words.differs}</p>}
        <Marks readiness={row.readiness} permission={row.permission} />
        <p>
          <AssumeComplete item={{ kind: 'item', item: row.id }} />
        </p>
      </header>
      <Tabs label={words.tabs} tabs={tabs} value={tab} onChange={onTab} />
    </>
  );
}

/** `declared: done by m.osei, 17 Nov 2026`, as far as it is recorded. */
function declaredSays(
  { row, item }: ItemDetail,
  words: InspectorWords,
  states: StateWords,
  format: Formats,
): string {
  const word = row.declaredRaw ?? (row.declared === undefined ? '' : states.declared[row.declared]);
  const { by, at } = item.declared ?? {};
  return words.declared(word, by, at === undefined ? undefined : format.date(at));
}

/** Whose it is, of what kind, and what the plan says that it is for. */
function About({ detail }: { readonly detail: ItemDetail }): ReactNode {
  const words = useInspectorWords();
  const { row, item } = detail;
  const purpose = item.goal ?? item.description;
  const says = [
    row.owner === undefined ? undefined : words.ownedBy(row.owner),
    row.classTitle,
  ].filter((part) => part !== undefined);
  return (
    <>
      {purpose !== undefined && (
        <p className={styles.needs}>
          <SafeText text={purpose} />
        </p>
      )}
      {says.length > 0 && (
        <p className={styles.needs}>
          <SafeText text={says.join(' · ')} />
        </p>
      )}
    </>
  );
}

/** More names than these are counted. */
const MOST_NAMES = 4;

function Needs({ detail }: { readonly detail: ItemDetail }): ReactNode {
  const words = useInspectorWords();
  const needed = detail.dependsOn.filter((edge) => edge.status !== 'optional');
  if (needed.length === 0) return words.needsNothing;
  const names = needed.slice(0, MOST_NAMES).map((edge) => edge.on);
  const done = needed.filter((edge) => edge.status === 'satisfied').length;
  return <SafeText text={words.needs(names, needed.length - names.length, done, needed.length)} />;
}
