import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { readAnsiLine } from '../../../formats/logs/ansi.ts';
import type { LogLine, LogSpan, LogStyle } from '../../../formats/reports/log-text.ts';
import { Banner } from '../../../ui/feedback.tsx';
import { TextField } from '../../../ui/field.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { Spans } from './ansi-text.tsx';
import { FindBar, mostHits, stepHit } from './find-bar.tsx';
import { findLines, type LineRange, pointedLines, splitLines } from './text-lines.ts';
import { useVirtualRows } from './use-virtual-rows.ts';
import styles from './viewer.module.css';
import type { TextViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Height of a line in CSS pixels; the style sheet says the same. */
const lineHeight = 20;
/** Of a line at most this many characters are shown. */
const longest = 4000;

/** Text, line by line with numbers: logs, XML, SQL, YAML, and whatever has no viewer of its own. */
export function TextViewer({ name, text, pointer, onPoint }: TextViewerProps): ReactNode {
  const words = useViewerWords();
  const scroller = useRef<HTMLDivElement>(null);
  const { lines, styled } = useLines(text);
  const marked = useMemo(() => pointedLines(lines, pointer), [lines, pointer]);
  const { first, end, before, after, reveal } = useVirtualRows({
    count: lines.length,
    rowHeight: lineHeight,
    scroller,
  });
  const markedFrom = marked?.from;
  useEffect(() => {
    if (markedFrom !== undefined) reveal(markedFrom - 1, 'center');
  }, [markedFrom, reveal]);

  const [query, setQuery] = useState('');
  const [hit, setHit] = useState(0);
  const hits = useMemo(() => findLines(lines, query, mostHits), [lines, query]);
  const found = hits[hit];
  const show = (index: number): void => {
    setHit(index);
    const line = hits[index];
    if (line !== undefined) reveal(line, 'center');
  };

  const digits = String(lines.length).length;
  return (
    <div className={styles.viewer}>
      <Missing marked={marked} lines={lines.length} pointer={pointer} />
      <div className={styles.tools}>
        <FindBar
          query={query}
          onQuery={(next) => {
            setQuery(next);
            setHit(0);
            const line = findLines(lines, next, 1)[0];
            if (line !== undefined) reveal(line, 'center');
          }}
          count={hits.length}
          at={hit}
          onStep={(step) => show(stepHit(hit, step, hits.length))}
        />
        <GoToLine
          lines={lines.length}
          onGo={(line) => onPoint({ kind: 'lines', from: line, to: line })}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section ref={scroller} className={styles.text} aria-label={words.textOf(name)} tabIndex={0}>
        <ol className={styles.lines} style={{ paddingBlock: `${before}px ${after}px` }}>
          {lines.slice(first, end).map((line, offset) => {
            const index = first + offset;
            const isMarked = covers(marked, index + 1);
            return (
              <li
                key={index}
                data-row={index}
                aria-setsize={lines.length}
                aria-posinset={index + 1}
                aria-current={isMarked ? 'location' : undefined}
                className={styles.line}
                data-found={index === found}
              >
                <button
                  type="button"
                  // By keyboard the field above leads to any line.
                  tabIndex={-1}
                  aria-label={words.lineNumber(index + 1)}
                  className={styles.number}
                  style={{ minWidth: `${digits + 2}ch` }}
                  onClick={() => onPoint({ kind: 'lines', from: index + 1, to: index + 1 })}
                >
                  {index + 1}
                </button>
                <code className={styles.code}>
                  {isMarked ? (
                    <mark className={styles.mark}>
                      <LineText line={line} spans={styled?.[index]?.spans} />
                    </mark>
                  ) : (
                    <LineText line={line} spans={styled?.[index]?.spans} />
                  )}
                </code>
              </li>
            );
          })}
        </ol>
      </section>
    </div>
  );
}

function covers(range: LineRange | undefined, line: number): boolean {
  return range !== undefined && line >= range.from && line <= range.to;
}

interface Lines {
  /** Without the escapes of a terminal. */
  readonly lines: readonly string[];
  /** The same lines with their colours, where there are any. */
  readonly styled?: readonly LogLine[];
}

/** The lines of a text; one that holds escapes of a terminal is read as a log. */
function useLines(text: string): Lines {
  return useMemo(() => {
    const plain = splitLines(text);
    if (!text.includes('\u001b') && !text.includes('\u009b')) return { lines: plain };
    let before: LogStyle = {};
    const styled = plain.map((line) => {
      const read = readAnsiLine(line, before);
      before = read.after;
      return read;
    });
    return { lines: styled.map((line) => line.text), styled };
  }, [text]);
}

function LineText({
  line,
  spans,
}: {
  readonly line: string;
  readonly spans: readonly LogSpan[] | undefined;
}): ReactNode {
  const words = useViewerWords();
  const rest = line.length - longest;
  if (rest <= 0 && spans !== undefined) return <Spans spans={spans} />;
  return (
    <>
      <SafeText text={rest > 0 ? line.slice(0, longest) : line} multiline />
      {rest > 0 && <span className={styles.rest}>{words.restOfLine(rest)}</span>}
    </>
  );
}

/** Says that the link names a place which the file does not have. */
function Missing({
  marked,
  lines,
  pointer,
}: {
  readonly marked: LineRange | undefined;
  readonly lines: number;
  readonly pointer: TextViewerProps['pointer'];
}): ReactNode {
  const words = useViewerWords();
  if (marked !== undefined) return null;
  if (pointer?.kind === 'lines' || (pointer?.kind === 'test' && pointer.line !== undefined)) {
    return (
      <Banner tone="missing" title={words.notFound}>
        {words.noSuchLine(lines)}
      </Banner>
    );
  }
  if (pointer?.kind === 'test') {
    return (
      <Banner tone="missing" title={words.notFound}>
        <SafeText text={words.noSuchCase(pointer.name)} />
      </Banner>
    );
  }
  return null;
}

function GoToLine({
  lines,
  onGo,
}: {
  readonly lines: number;
  readonly onGo: (line: number) => void;
}): ReactNode {
  const words = useViewerWords();
  const [value, setValue] = useState('');
  return (
    <form
      className={styles.goTo}
      onSubmit={(event) => {
        event.preventDefault();
        const line = Number(value);
        if (Number.isInteger(line) && line >= 1) onGo(Math.min(line, lines));
      }}
    >
      <TextField
        label={words.goToLine}
        hideLabel
        placeholder={words.goToLine}
        value={value}
        onChange={setValue}
      />
    </form>
  );
}
