import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId, useMemo } from 'react';
import type { EvidenceDetail } from '../../derive/evidence-types.ts';
import type { EvidenceReading } from '../../formats/evidence-reading.ts';
import type { Pointer } from '../../model/common.ts';
import type { Evidence } from '../../model/evidence.ts';
import { formatPointer, parsePointer } from '../../parts/pointer-text.ts';
import { useOpenProject, useSnapshot } from '../../parts/project-context.tsx';
import type { SearchProps } from '../../parts/search-props.ts';
import { usePointerWords } from '../../parts/wording/pointers.ts';
import { readingQuery } from '../../queries/evidence-options.ts';
import { evidenceContentQuery } from '../../queries/options.ts';
import { Button } from '../../ui/button.tsx';
import { Banner, EmptyState, ErrorState } from '../../ui/feedback.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SafeText } from '../../ui/safe-text.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ContentFailure } from './content-failure.tsx';
import { DigestLine } from './digest-line.tsx';
import { saveFile } from './download.ts';
import styles from './evidence-detail.module.css';
import type { EvidenceSearch } from './evidence-search.ts';
import { isShown, ReportViewer, type ShownReport, showsEntry } from './reports/report-viewer.tsx';
import { ContentViewer } from './viewers/content-viewer.tsx';
import { ViewerBoundary } from './viewers/viewer-boundary.tsx';
import {
  chooseViewer,
  showsPlace,
  type ViewerChoice,
  type ViewerKind,
} from './viewers/viewer-kind.ts';
import type { ValueTarget } from './viewers/viewer-props.ts';
import { useDetailWords } from './words/use-detail-words.ts';

/** Larger files stay with the engine. Bytes. */
const shownAtOnce = 16 * 1024 * 1024;

const LargeContent = lazy(async () => ({
  default: (await import('./large/large-content.tsx')).LargeContent,
}));
const ReadingRemarks = lazy(async () => ({
  default: (await import('./reports/reading-remarks.tsx')).ReadingRemarks,
}));

type Props = SearchProps<EvidenceSearch> & { readonly detail: EvidenceDetail };

/** The bytes of a piece: whether they are the recorded ones, and what they say. */
export function ContentSection({
  detail,
  search,
  setSearch,
  level: Heading,
}: Props & { readonly level: 'h2' | 'h3' }): ReactNode {
  const words = useDetailWords();
  const id = useId();
  const { session, request } = useOpenProject();
  const { evidence } = detail;
  const hasFile = evidence.path !== undefined;
  const isKnownLarge = (evidence.size ?? 0) > shownAtOnce;
  const { data, error, refetch } = useQuery({
    ...evidenceContentQuery(session, request, evidence.id),
    enabled: hasFile && !isKnownLarge,
  });
  const retry = (): void => void refetch();
  return (
    <section className={styles.content} aria-labelledby={id}>
      <Heading id={id} className={styles.subheading}>
        {words.content}
      </Heading>
      {!hasFile ? (
        <ContentFailure evidence={evidence} failure={{ code: 'record-only' }} onRetry={retry} />
      ) : isKnownLarge || (data?.ok === false && data.error.code === 'too-large') ? (
        <Suspense fallback={<SkeletonRows rows={6} />}>
          <LargeOfPiece detail={detail} search={search} setSearch={setSearch} />
        </Suspense>
      ) : error !== null ? (
        <ErrorState
          what={words.faces.engine.what}
          remedy={words.faces.engine.remedy}
          action={<Button onClick={retry}>{words.tryAgain}</Button>}
          details={error.message}
        />
      ) : data === undefined ? (
        <>
          <p role="status" className={styles.quiet}>
            {words.hashing}
          </p>
          <SkeletonRows rows={6} />
        </>
      ) : data.ok ? (
        <>
          <DigestLine
            state={data.digest}
            recorded={evidence.digest?.sha256}
            computed={data.sha256}
          />
          <Bytes
            detail={detail}
            bytes={data.bytes}
            mediaType={data.mediaType}
            search={search}
            setSearch={setSearch}
          />
        </>
      ) : (
        <ContentFailure evidence={evidence} failure={data.error} onRetry={retry} />
      )}
    </section>
  );
}

function Bytes({
  detail: { evidence },
  bytes,
  mediaType,
  search,
  setSearch,
}: Props & { readonly bytes: Uint8Array; readonly mediaType: string }): ReactNode {
  const words = useDetailWords();
  const path = evidence.path ?? evidence.name;
  const choice = useMemo(() => chooseViewer(mediaType, path, bytes), [mediaType, path, bytes]);
  const pointer = useMemo(
    () => (search.at === undefined ? undefined : parsePointer(search.at)),
    [search.at],
  );
  const { reading, isWaiting } = useReading(evidence.id, choice);
  const report = isShown(reading?.report) ? reading.report : undefined;
  const isWithoutLines = choice.kind === 'csv' || choice.kind === 'yaml';
  // A place named by its line is shown where there are lines.
  const needsText =
    isWithoutLines &&
    pointer !== undefined &&
    (pointer.kind === 'lines' || pointer.kind === 'test');
  const kind: ViewerKind =
    choice.isText && (search.as === 'text' || needsText) ? 'text' : choice.kind;
  const isDefault = search.as === undefined || search.as === 'report';
  const hasEntry = useMemo(
    () => report !== undefined && isDefault && showsEntry(report, pointer),
    [report, isDefault, pointer],
  );
  const showsReport = report !== undefined && hasEntry;
  const targets = useTargets(evidence);
  const onPoint = (next: Pointer): void => setSearch({ at: formatPointer(next) });
  return (
    <>
      <div className={styles.actions}>
        <ShapeControl
          report={report}
          kind={choice.kind}
          isText={choice.isText}
          value={showsReport ? 'report' : kind === 'text' ? 'text' : 'data'}
          // A place that the chosen shape does not have is left.
          onChange={(shape) =>
            setSearch(
              {
                as:
                  shape === 'text' || (shape === 'data' && report !== undefined)
                    ? shape
                    : undefined,
                ...((shape === 'report' || (needsText && shape === 'data')) && { at: undefined }),
              },
              { replace: true },
            )
          }
        />
        <Button icon={<Icon of={Download} />} onClick={() => saveFile(path, bytes)}>
          {words.download}
        </Button>
      </div>
      {reading !== undefined && report !== undefined && (
        <Suspense fallback={null}>
          <ReadingRemarks reading={reading} />
        </Suspense>
      )}
      {!showsReport && <PlaceRemark at={search.at} pointer={pointer} kind={kind} />}
      {bytes.length === 0 ? (
        <EmptyState title={words.empty} />
      ) : isWaiting ? (
        <SkeletonRows rows={6} />
      ) : showsReport ? (
        <ViewerBoundary
          key={path}
          fallback={(reason) => (
            <Banner tone="failed" title={words.viewerFailed}>
              <SafeText text={reason} />
            </Banner>
          )}
        >
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <ReportViewer
              name={evidence.name}
              report={report}
              pointer={pointer}
              onPoint={onPoint}
            />
          </Suspense>
        </ViewerBoundary>
      ) : (
        <ContentViewer
          key={kind}
          kind={kind}
          name={evidence.name}
          path={path}
          mediaType={mediaType}
          bytes={bytes}
          reading={reading}
          targets={targets}
          pointer={pointer}
          onPoint={onPoint}
        />
      )}
    </>
  );
}

function LargeOfPiece(props: Props): ReactNode {
  return <LargeContent {...props} targets={useTargets(props.detail.evidence)} />;
}

/** The targets of the metrics whose points stand in a piece. */
function useTargets({ facts }: Evidence): readonly ValueTarget[] {
  const { metrics } = useSnapshot();
  return useMemo(() => {
    const targets: ValueTarget[] = [];
    for (const fact of facts ?? []) {
      if (fact.type !== 'series') continue;
      const metric = metrics.find(({ id }) => id === fact.metric);
      if (metric?.target === undefined) continue;
      const column = fact.pointer?.kind === 'rows' ? fact.pointer.column : undefined;
      targets.push({ title: metric.title, unit: metric.unit, column, ...metric.target });
    }
    return targets;
  }, [facts, metrics]);
}

/** What the reader of its format makes of a text; tables and documents are shown as they are. */
function useReading(
  evidence: string,
  { kind, isText }: ViewerChoice,
): { readonly reading: EvidenceReading | undefined; readonly isWaiting: boolean } {
  const { session, request } = useOpenProject();
  const isAsked = isText && kind !== 'csv' && kind !== 'markdown';
  const { data, isLoading } = useQuery({
    ...readingQuery(session, request, evidence),
    enabled: isAsked,
  });
  return { reading: data?.ok === true ? data.value : undefined, isWaiting: isLoading };
}

type Shape = 'report' | 'data' | 'text';

/** A report, the data that it is written in, or its text: those that there are. */
function ShapeControl({
  report,
  kind,
  isText,
  value,
  onChange,
}: {
  readonly report: ShownReport | undefined;
  readonly kind: ViewerKind;
  readonly isText: boolean;
  readonly value: Shape;
  readonly onChange: (shape: Shape) => void;
}): ReactNode {
  const words = useDetailWords();
  const options: readonly { readonly value: Shape; readonly label: string }[] = [
    ...(report === undefined ? [] : [{ value: 'report' as const, label: words.asReport }]),
    ...(kind === 'text' ? [] : [{ value: 'data' as const, label: words.asItIs }]),
    ...(isText ? [{ value: 'text' as const, label: words.asText }] : []),
  ];
  if (options.length < 2) return <span />;
  return (
    <SegmentedControl label={words.show} value={value} options={options} onChange={onChange} />
  );
}

/** Says why the place that the link names is not marked. */
function PlaceRemark({
  at,
  pointer,
  kind,
}: {
  readonly at: string | undefined;
  readonly pointer: Pointer | undefined;
  readonly kind: ViewerKind;
}): ReactNode {
  const words = useDetailWords();
  const places = usePointerWords();
  if (at === undefined) return null;
  if (pointer === undefined) {
    return (
      <Banner tone="missing" title={words.badPlace}>
        {words.badPlaceWhy}
      </Banner>
    );
  }
  if (showsPlace(kind, pointer)) return null;
  return (
    <Banner tone="missing" title={words.misfit}>
      <SafeText text={words.misfitWhy(places.place(pointer))} />
    </Banner>
  );
}
