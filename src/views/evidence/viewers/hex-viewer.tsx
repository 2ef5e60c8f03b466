import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { TextField } from '../../../ui/field.tsx';
import { useFormat } from '../../../ui/wording/use-format.ts';
import { type ScaledRows, useScaledRows } from '../large/use-scaled-rows.ts';
import styles from './viewer.module.css';
import type { BytesViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Bytes a row, and its height in CSS pixels; the style sheet says the same. */
export const rowBytes = 16;
const rowHeight = 20;

/** Which rows of a file are in view, and the box that they scroll in. */
export interface HexView {
  readonly rows: ScaledRows;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** @param size bytes of the file */
export function useHexView(size: number): HexView {
  const scroller = useRef<HTMLElement>(null);
  const count = Math.ceil(size / rowBytes);
  return { rows: useScaledRows({ count, rowHeight, head: 0, scroller }), scroller };
}

/** Every byte of a file that no viewer understands. */
export function HexViewer({ name, bytes }: Pick<BytesViewerProps, 'name' | 'bytes'>): ReactNode {
  const view = useHexView(bytes.length);
  return (
    <HexRows
      name={name}
      size={bytes.length}
      view={view}
      rowOf={(row) => bytes.subarray(row * rowBytes, (row + 1) * rowBytes)}
    />
  );
}

/** Rows of bytes, as many as are in view. */
export function HexRows({
  name,
  size,
  view: { rows, scroller },
  rowOf,
}: {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly view: HexView;
  /** `undefined` while the bytes are on their way. */
  readonly rowOf: (row: number) => Uint8Array | undefined;
}): ReactNode {
  const words = useViewerWords();
  const format = useFormat();
  const digits = Math.max(6, Math.max(0, size - 1).toString(16).length);
  const visible = Array.from({ length: rows.end - rows.first }, (_, offset) => rows.first + offset);
  return (
    <div className={styles.viewer}>
      <div className={styles.tools}>
        <p className={styles.quiet}>{words.hexNote(format.bytes(size) ?? '')}</p>
        <GoToByte onGo={(offset) => rows.reveal(Math.floor(offset / rowBytes))} size={size} />
      </div>
      <section
        ref={scroller}
        className={styles.bytes}
        aria-label={words.hexOf(name)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        onScroll={rows.onScroll}
      >
        <div className={styles.hexSpace} style={{ height: rows.height }}>
          <pre className={styles.hex} style={{ top: rows.top }}>
            {visible.map((row) => hexRow(row * rowBytes, rowOf(row), digits)).join('\n')}
          </pre>
        </div>
      </section>
    </div>
  );
}

/** Offset, sixteen bytes, and those that are printable ASCII. */
export function hexRow(offset: number, bytes: Uint8Array | undefined, digits: number): string {
  const place = offset.toString(16).padStart(digits, '0');
  if (bytes === undefined) return `${place}  …`;
  const row = [...bytes];
  const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const text = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.'));
  return `${place}  ${hex.padEnd(47)}  ${text.join('')}`;
}

/** An offset as it stands before the rows: hexadecimal. */
function GoToByte({
  onGo,
  size,
}: {
  readonly onGo: (offset: number) => void;
  readonly size: number;
}): ReactNode {
  const words = useViewerWords();
  const [value, setValue] = useState('');
  return (
    <form
      className={styles.goTo}
      onSubmit={(event) => {
        event.preventDefault();
        const text = value.trim().replace(/^0x/i, '');
        if (/^[0-9a-f]{1,12}$/i.test(text)) onGo(Math.min(Number.parseInt(text, 16), size - 1));
      }}
    >
      <TextField
        label={words.goToByte}
        hideLabel
        placeholder={words.goToByte}
        value={value}
        onChange={setValue}
      />
    </form>
  );
}
