// biome-ignore-all lint/a11y/useSemanticElements: rows of a real table cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the box scrolls, its rows are only read
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { visibleText } from '../../../lib/text/visible.ts';
import type { Pointer } from '../../../model/common.ts';
import type { Evidence } from '../../../model/evidence.ts';
import { useOpenProject } from '../../../parts/project-context.tsx';
import { fileCountQuery } from '../../../queries/evidence-options.ts';
import { Button } from '../../../ui/button.tsx';
import { Banner } from '../../../ui/feedback.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { AnsiText } from '../viewers/ansi-text.tsx';
import { FindBar, stepHit } from '../viewers/find-bar.tsx';
import viewerStyles from '../viewers/viewer.module.css';
import { useViewerWords } from '../viewers/words/use-viewer-words.ts';
import { askAgain, FileTrouble, troubleOf } from './file-trouble.tsx';
import styles from './large.module.css';
import { type Part, useFileParts } from './use-file-parts.ts';
import { useFileSearch } from './use-file-search.ts';
import { useScaledRows } from './use-scaled-rows.ts';
import { useLargeWords } from './words/use-large-words.ts';

/** Heights in CSS pixels; the style sheet says the same. */
const rowHeight = 20;
const headHeight = 28;
/** Columns that are drawn. */
const mostColumns = 200;

export interface LargeRowsProps {
  readonly evidence: Evidence;
  /** Bytes. */
  readonly size: number;
  /** Of a table; lines have none. */
  readonly header: readonly string[] | undefined;
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
}

/** Lines of a text or rows of a table, very many of them. */
export function LargeRows({ evidence, size, header, pointer, onPoint }: LargeRowsProps): ReactNode {
  const { id, name } = evidence;
  const words = useLargeWords();
  const viewer = useViewerWords();
  const format = useFormat();
  const { session, request } = useOpenProject();
  const unit = header === undefined ? 'lines' : 'rows';
  const counted = useQuery(fileCountQuery(session, request, id, unit));
  const known = counted.data?.ok === true ? counted.data.value : undefined;
  const count = known?.count ?? 0;
  const scroller = useRef<HTMLDivElement>(null);
  const head = header === undefined ? 0 : headHeight;
  const rows = useScaledRows({ count, rowHeight, head, scroller });
  const { reveal } = rows;
  const parts = useFileParts(id, unit, rows.first, rows.end);
  const latestReveal = useRef(reveal);
  useEffect(() => {
    latestReveal.current = reveal;
  });
  const place = placeOf(pointer, unit);
  const from = place?.from;
  const isAhead = from !== undefined && from > count;
  const isMissing = from !== undefined && (from < 1 || (isAhead && known?.isComplete === true));
  useEffect(() => {
    // A place behind what is counted is gone to when the count has come to it.
    if (from !== undefined && !isMissing && !isAhead) latestReveal.current(from - 1);
  }, [from, isMissing, isAhead]);

  const [hit, setHit] = useState(0);
  const search = useFileSearch(id, size, unit, (first) => {
    setHit(0);
    reveal(first);
  });
  const show = (index: number): void => {
    setHit(index);
    const row = search.hits[index];
    if (row !== undefined) reveal(row);
  };
  const point = (number: number): void => onPoint({ kind: unit, from: number, to: number });
  const shown = header?.slice(0, mostColumns);
  const digits = String(count).length;
  const visible = Array.from({ length: rows.end - rows.first }, (_, offset) => rows.first + offset);
  const uncounted = troubleOf([counted]);
  if (uncounted !== undefined) {
    return (
      <FileTrouble evidence={evidence} trouble={uncounted} onRetry={() => askAgain([counted])} />
    );
  }
  return (
    <div className={viewerStyles.viewer}>
      {isMissing && (
        <Banner tone="missing" title={viewer.notFound}>
          {unit === 'lines' ? viewer.noSuchLine(count) : viewer.noSuchRow(from, count)}
        </Banner>
      )}
      <div className={viewerStyles.tools}>
        <FindBar
          query={search.query}
          onQuery={search.setQuery}
          count={search.hits.length}
          at={hit}
          isPartial={!search.isDone}
          onStep={(step) => show(stepHit(hit, step, search.hits.length))}
        />
        <GoTo
          label={unit === 'lines' ? viewer.goToLine : words.goToRow}
          most={count}
          onGo={point}
        />
      </div>
      <SearchProgress search={search} />
      {search.trouble !== undefined && (
        <FileTrouble evidence={evidence} trouble={search.trouble} onRetry={search.retry} />
      )}
      {parts.trouble !== undefined && search.trouble === undefined && (
        <FileTrouble evidence={evidence} trouble={parts.trouble} onRetry={parts.retry} />
      )}
      <p className={viewerStyles.quiet}>
        {unit === 'lines' ? words.lines(count) : words.rows(count)}
        {known?.isComplete === false &&
          `, ${words.counting(format.percent(Math.floor(known.share * 100) / 100) ?? '')}`}
      </p>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={rows.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        role="table"
        aria-label={unit === 'lines' ? viewer.textOf(name) : viewer.tableOf(name)}
        aria-rowcount={count}
      >
        {shown !== undefined && (
          <div role="row" className={styles.head}>
            <span
              role="columnheader"
              className={styles.number}
              style={{ width: `${digits + 3}ch` }}
            >
              {words.row}
            </span>
            {shown.map((title, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
              <span key={index} role="columnheader" className={styles.field}>
                <SafeText text={title} />
              </span>
            ))}
          </div>
        )}
        <div role="presentation" style={{ height: rows.height }} className={styles.space}>
          <div role="presentation" className={styles.rows} style={{ top: rows.top }}>
            {visible.map((index) => {
              const isMarked =
                place !== undefined && index + 1 >= place.from && index + 1 <= place.to;
              return (
                <div
                  key={index}
                  role="row"
                  aria-rowindex={index + 1}
                  aria-current={isMarked ? 'location' : undefined}
                  data-found={search.hits[hit] === index}
                  className={styles.row}
                >
                  <span
                    role="rowheader"
                    style={{ width: `${digits + 3}ch` }}
                    className={styles.number}
                  >
                    <button
                      type="button"
                      // By keyboard the field above leads to any row.
                      tabIndex={-1}
                      aria-label={
                        unit === 'lines' ? viewer.lineNumber(index + 1) : words.markRow(index + 1)
                      }
                      onClick={() => point(index + 1)}
                    >
                      {index + 1}
                    </button>
                  </span>
                  <Row
                    part={parts.partOf(index)}
                    columns={shown?.length}
                    marked={isMarked ? markedColumn(place, header) : undefined}
                  />
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {header !== undefined && header.length > mostColumns && (
        <p className={viewerStyles.quiet}>{viewer.tooManyColumns(mostColumns, header.length)}</p>
      )}
    </div>
  );
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly column?: string | undefined;
}

function placeOf(pointer: Pointer | undefined, unit: 'lines' | 'rows'): Place | undefined {
  switch (pointer?.kind) {
    case 'lines':
      return unit === 'lines' ? pointer : undefined;
    case 'test':
      return unit === 'lines' && pointer.line !== undefined
        ? { from: pointer.line, to: pointer.line }
        : undefined;
    case 'rows':
      return unit === 'rows' ? pointer : undefined;
    case 'cell':
      return unit === 'rows'
        ? { from: pointer.row, to: pointer.row, column: pointer.column }
        : undefined;
    default:
      return undefined;
  }
}

/** The column that is meant; -1 when the whole row is. */
function markedColumn(place: Place | undefined, header: readonly string[] | undefined): number {
  return place?.column === undefined ? -1 : (header ?? []).indexOf(place.column);
}

function Row({
  part,
  columns,
  marked,
}: {
  readonly part: Part | 'lost' | undefined;
  readonly columns: number | undefined;
  readonly marked: number | undefined;
}): ReactNode {
  const words = useLargeWords();
  const viewer = useViewerWords();
  if (part === undefined || part === 'lost') {
    return (
      <span role="cell" className={styles.waiting}>
        {part === 'lost' ? words.lost : words.waiting}
      </span>
    );
  }
  if ('text' in part) {
    const text = (
      <>
        <AnsiText line={part.text} />
        {part.rest > 0 && <span className={viewerStyles.rest}>{viewer.restOfLine(part.rest)}</span>}
      </>
    );
    return (
      <code role="cell" className={styles.text}>
        {marked === undefined ? text : <mark className={viewerStyles.mark}>{text}</mark>}
      </code>
    );
  }
  return part.slice(0, columns).map((field, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place
    <span key={index} role="cell" className={styles.field} title={visibleText(field)}>
      {marked === index || marked === -1 ? (
        <mark className={viewerStyles.mark}>
          <SafeText text={field} />
        </mark>
      ) : (
        <SafeText text={field} />
      )}
    </span>
  ));
}

function SearchProgress({
  search: { progress, isStopped, stop },
}: {
  readonly search: ReturnType<typeof useFileSearch>;
}): ReactNode {
  const words = useLargeWords();
  const format = useFormat();
  if (isStopped) return <p className={viewerStyles.quiet}>{words.stopped}</p>;
  if (progress === undefined) return null;
  return (
    <div className={styles.progress}>
      <Progress
        label={words.searching}
        value={progress}
        detail={words.searched(format.percent(Math.floor(progress * 100) / 100) ?? '')}
      />
      <Button size="small" onClick={stop}>
        {words.stop}
      </Button>
    </div>
  );
}

function GoTo({
  label,
  most,
  onGo,
}: {
  readonly label: string;
  readonly most: number;
  readonly onGo: (number: number) => void;
}): ReactNode {
  const [value, setValue] = useState('');
  return (
    <form
      className={viewerStyles.goTo}
      onSubmit={(event) => {
        event.preventDefault();
        const number = Number(value);
        if (Number.isInteger(number) && number >= 1) onGo(Math.min(number, most));
      }}
    >
      <TextField label={label} hideLabel placeholder={label} value={value} onChange={setValue} />
    </form>
  );
}
