import { useQueries, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { EvidenceDetail } from '../../../derive/evidence-types.ts';
import type { Pointer } from '../../../model/common.ts';
import type { Evidence } from '../../../model/evidence.ts';
import { formatPointer, parsePointer } from '../../../parts/pointer-text.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import type { SearchProps } from '../../../parts/search-props.ts';
import {
  fileBytesQuery,
  fileDigestQuery,
  openFileQuery,
} from '../../../queries/evidence-options.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { DigestLine } from '../digest-line.tsx';
import { saveFile } from '../download.ts';
import detailStyles from '../evidence-detail.module.css';
import type { EvidenceSearch } from '../evidence-search.ts';
import { ColumnChoice } from '../viewers/column-choice.tsx';
import { HexRows, rowBytes, useHexView } from '../viewers/hex-viewer.tsx';
import { claimedKind } from '../viewers/viewer-kind.ts';
import type { ValueTarget } from '../viewers/viewer-props.ts';
import { useDetailWords } from '../words/use-detail-words.ts';
import { askAgain, engineStopped, FileTrouble, type Trouble, troubleOf } from './file-trouble.tsx';
import { LargeChart } from './large-chart.tsx';
import { LargeRows } from './large-rows.tsx';
import { useLargeWords } from './words/use-large-words.ts';

const LargeReport = lazy(async () => ({
  default: (await import('./large-report.tsx')).LargeReport,
}));

type Shape = 'data' | 'text' | 'report';

type Props = SearchProps<EvidenceSearch> & {
  readonly detail: EvidenceDetail;
  /** Of the metrics whose points stand in the piece. */
  readonly targets: readonly ValueTarget[];
};

/** A file that stays with the engine: opened at once, hashed beside, scrolled and searched there. */
export function LargeContent({
  detail: { evidence },
  search,
  setSearch,
  targets,
}: Props): ReactNode {
  const words = useLargeWords();
  const detailWords = useDetailWords();
  const format = useFormat();
  const { session, request } = useOpenProject();
  const file = useQuery(openFileQuery(session, request, evidence.id));
  const digest = useQuery({
    ...fileDigestQuery(session, request, evidence.id),
    // The rows come first; hashing takes longer than finding lines.
    enabled: file.data?.ok === true,
  });
  const pointer = useMemo(
    () => (search.at === undefined ? undefined : parsePointer(search.at)),
    [search.at],
  );
  const unopened = troubleOf([file]);
  if (unopened !== undefined) {
    return <FileTrouble evidence={evidence} trouble={unopened} onRetry={() => askAgain([file])} />;
  }
  if (file.data?.ok !== true) {
    return (
      <>
        <p role="status" className={detailStyles.quiet}>
          {words.opening}
        </p>
        <SkeletonRows rows={8} />
      </>
    );
  }
  const opened = file.data.value;
  const unhashed = troubleOf([digest]);
  const isLine = pointer?.kind === 'lines' || pointer?.kind === 'test';
  const claimed = claimedKind(opened.mediaType, evidence.path ?? evidence.name);
  const isFormatted =
    opened.isText && opened.header === undefined && claimed !== undefined && claimed !== 'csv';
  const onPoint = (next: Pointer): void => setSearch({ at: formatPointer(next) });
  const options: readonly { readonly value: Shape; readonly label: string }[] = [
    ...(opened.header === undefined ? [] : [{ value: 'data' as const, label: detailWords.asItIs }]),
    ...(opened.isText ? [{ value: 'text' as const, label: detailWords.asText }] : []),
    // A report of a hundred megabytes takes seconds: it is read when somebody wants it.
    ...(opened.hasReport === true
      ? [{ value: 'report' as const, label: detailWords.asReport }]
      : []),
  ];
  const wanted = options.find(({ value }) => value === search.as)?.value;
  const shape: Shape = wanted ?? (isLine || opened.header === undefined ? 'text' : 'data');
  return (
    <>
      {digest.data?.ok === true ? (
        <DigestLine
          state={digest.data.value.digest}
          recorded={evidence.digest?.sha256}
          computed={digest.data.value.sha256}
        />
      ) : unhashed !== undefined ? (
        <FileTrouble evidence={evidence} trouble={unhashed} onRetry={() => askAgain([digest])} />
      ) : (
        <p role="status" className={detailStyles.quiet}>
          {words.hashing}
        </p>
      )}
      <div className={detailStyles.actions}>
        {options.length < 2 ? (
          <span />
        ) : (
          <SegmentedControl
            label={detailWords.show}
            value={shape}
            options={options}
            onChange={(next) =>
              setSearch(
                { as: next === options[0]?.value ? undefined : next, at: undefined },
                { replace: true },
              )
            }
          />
        )}
        <Save evidence={evidence} size={opened.size} />
      </div>
      <p className={detailStyles.quiet}>
        {words.note(format.bytes(opened.size) ?? '')} {isFormatted && words.asLines}
      </p>
      {shape === 'report' ? (
        <Suspense fallback={<SkeletonRows rows={6} />}>
          <LargeReport evidence={evidence} pointer={pointer} onPoint={onPoint} />
        </Suspense>
      ) : opened.isText ? (
        <>
          {shape === 'data' && opened.header !== undefined && (
            <ColumnChoice header={opened.header} pointer={pointer} onPoint={onPoint} />
          )}
          {shape === 'data' && pointer?.kind === 'cell' && (
            <LargeChart
              evidence={evidence}
              column={pointer.column}
              from={pointer.row}
              to={pointer.row}
              targets={targets.filter(
                (target) => (target.column ?? pointer.column) === pointer.column,
              )}
            />
          )}
          <LargeRows
            key={shape}
            evidence={evidence}
            size={opened.size}
            header={shape === 'data' ? opened.header : undefined}
            pointer={pointer}
            onPoint={onPoint}
          />
        </>
      ) : (
        <LargeHex evidence={evidence} size={opened.size} />
      )}
    </>
  );
}

/** The whole file comes to the page only when somebody wants to keep it. */
function Save({
  evidence,
  size,
}: {
  readonly evidence: Evidence;
  readonly size: number;
}): ReactNode {
  const words = useDetailWords();
  const large = useLargeWords();
  const { session, request } = useOpenProject();
  const [state, setState] = useState<'idle' | 'busy' | Trouble>('idle');
  const save = async (): Promise<void> => {
    setState('busy');
    try {
      const answer = await session.files.bytes(request, evidence.id, 0, size);
      if (answer.ok) saveFile(evidence.path ?? evidence.name, answer.value);
      setState(answer.ok ? 'idle' : answer.error);
    } catch (cause) {
      setState(engineStopped(cause));
    }
  };
  if (typeof state === 'object') {
    return <FileTrouble evidence={evidence} trouble={state} onRetry={() => void save()} />;
  }
  return (
    <Button icon={<Icon of={Download} />} disabled={state === 'busy'} onClick={() => void save()}>
      {state === 'busy' ? large.preparing : words.download}
    </Button>
  );
}

/** Bytes that are asked for at a time. */
const partBytes = 16 * 1024;

function LargeHex({
  evidence,
  size,
}: {
  readonly evidence: Evidence;
  readonly size: number;
}): ReactNode {
  const { session, request } = useOpenProject();
  const view = useHexView(size);
  const from = Math.floor((view.rows.first * rowBytes) / partBytes);
  const to = Math.max(from, Math.floor((view.rows.end * rowBytes - 1) / partBytes));
  const answers = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, offset) =>
      fileBytesQuery(session, request, evidence.id, (from + offset) * partBytes, partBytes),
    ),
  });
  const trouble = troubleOf(answers);
  const rowOf = (row: number): Uint8Array | undefined => {
    const part = Math.floor((row * rowBytes) / partBytes);
    const inside = row * rowBytes - part * partBytes;
    const answer = answers[part - from]?.data;
    return answer?.ok === true ? answer.value.subarray(inside, inside + rowBytes) : undefined;
  };
  return (
    <>
      {trouble !== undefined && (
        <FileTrouble evidence={evidence} trouble={trouble} onRetry={() => askAgain(answers)} />
      )}
      <HexRows name={evidence.name} size={size} view={view} rowOf={rowOf} />
    </>
  );
}
