import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, X } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId } from 'react';
import type { EvidenceDetail } from '../../derive/evidence-types.ts';
import { EvidenceLink } from '../../parts/links.tsx';
import { useOpenProject } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { evidenceDetailQuery } from '../../queries/options.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Banner, EmptyState } from '../../ui/feedback.tsx';
import { Icon } from '../../ui/icon.tsx';
import { CodeRef, SafeText } from '../../ui/safe-text.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ContentSection } from './content-section.tsx';
import styles from './evidence-detail.module.css';
import type { EvidenceSearch } from './evidence-search.ts';
import { FactList } from './fact-list.tsx';
import { RecordList } from './record-list.tsx';
import { ReferenceList } from './reference-list.tsx';
import { hasRelations, RelationList } from './relation-list.tsx';
import { useDetailWords } from './words/use-detail-words.ts';

const PieceReview = lazy(async () => ({
  default: (await import('./review/piece-review.tsx')).PieceReview,
}));

export interface EvidenceDetailPaneProps extends SearchProps<EvidenceSearch> {
  readonly id: string;
  readonly now: string;
  /** `alone` takes the place of the list and offers the way back. */
  readonly look: 'beside' | 'alone';
  /** The marks stand above it already. */
  readonly isReviewed?: boolean;
  readonly onClose: () => void;
}

/** One piece of evidence: is it what was recorded, who relies on it, what is in it, where it is from. */
export function EvidenceDetailPane({
  id,
  search,
  setSearch,
  now,
  look,
  isReviewed = false,
  onClose,
}: EvidenceDetailPaneProps): ReactNode {
  const words = useDetailWords();
  const { session, request } = useOpenProject();
  const { data, error } = useQuery(evidenceDetailQuery(session, request, id));
  if (error !== null) throw error;
  // The name is the heading of the page where the list is not there.
  const level = look === 'alone' ? 'h2' : 'h3';
  const relations = data !== undefined && data !== null && (
    <>
      <Part level={level} title={words.references}>
        <ReferenceList detail={data} at={search.at} />
      </Part>
      {hasRelations(data.relations) && (
        <Part level={level} title={words.related}>
          <RelationList relations={data.relations} />
        </Part>
      )}
    </>
  );
  return (
    <div className={styles.detail} data-look={look}>
      {look === 'alone' && !isReviewed && (
        <Button
          look="quiet"
          size="small"
          icon={<Icon of={ArrowLeft} />}
          className={styles.back}
          onClick={onClose}
        >
          {words.back}
        </Button>
      )}
      {data === undefined ? (
        <SkeletonRows rows={8} rowHeight={40} />
      ) : data === null ? (
        <EmptyState
          title={words.unknown(id)}
          action={<Button onClick={onClose}>{words.back}</Button>}
        >
          {words.unknownWhy}
        </EmptyState>
      ) : (
        <>
          <Head detail={data} look={look} onClose={onClose} />
          <Remarks detail={data} />
          {!isReviewed && relations}
          {!isReviewed && (
            <Suspense fallback={<SkeletonRows rows={1} rowHeight={40} />}>
              <PieceReview detail={data} />
            </Suspense>
          )}
          <ContentSection level={level} detail={data} search={search} setSearch={setSearch} />
          {isReviewed && relations}
          <Part level={level} title={words.record}>
            <RecordList detail={data} now={now} />
          </Part>
          {(data.evidence.facts ?? []).length > 0 && (
            <Part level={level} title={words.facts}>
              <FactList detail={data} at={search.at} />
            </Part>
          )}
        </>
      )}
    </div>
  );
}

function Head({
  detail: { evidence, row },
  look,
  onClose,
}: {
  readonly detail: EvidenceDetail;
  readonly look: EvidenceDetailPaneProps['look'];
  readonly onClose: () => void;
}): ReactNode {
  const words = useDetailWords();
  const Heading = look === 'alone' ? 'h1' : 'h2';
  return (
    <header className={styles.head}>
      <div className={styles.marks}>
        <CodeRef code={evidence.id} id strong />
        <Badge>
          <SafeText text={evidence.kind} />
        </Badge>
        {row.advisory && <Badge look="outline">{words.advisory}</Badge>}
        {look === 'beside' && (
          <span className={styles.close}>
            <IconButton label={words.close} icon={<Icon of={X} />} onClick={onClose} />
          </span>
        )}
      </div>
      <Heading tabIndex={-1} className={styles.title}>
        <SafeText text={evidence.name} />
      </Heading>
    </header>
  );
}

/** What speaks against it, before anything else. */
function Remarks({
  detail: { evidence, row, relations },
}: {
  readonly detail: EvidenceDetail;
}): ReactNode {
  const words = useDetailWords();
  const warnings = evidence.warnings ?? [];
  const [newer] = relations.supersededBy;
  return (
    <>
      {newer !== undefined && (
        <Banner tone="missing" title={words.superseded}>
          <EvidenceLink evidence={newer.id}>
            <SafeText text={newer.name} />
          </EvidenceLink>
        </Banner>
      )}
      {row.states.includes('stale') && (
        <Banner tone="stale" title={words.stale}>
          {words.staleWhy}
        </Banner>
      )}
      {evidence.inadmissible !== undefined && (
        <Banner tone="failed" title={words.inadmissible}>
          <SafeText text={evidence.inadmissible.reason} />
        </Banner>
      )}
      {warnings.length > 0 && (
        <Banner tone="missing" title={words.warnings}>
          <ul>
            {[...new Set(warnings)].map((warning) => (
              <li key={warning}>
                <SafeText text={warning} />
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

function Part({
  level: Heading,
  title,
  children,
}: {
  readonly level: 'h2' | 'h3';
  readonly title: string;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <Heading id={id} className={styles.subheading}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
