import { type ReactNode, useMemo } from 'react';
import { formatBytes } from '../../../lib/format/number.ts';
import styles from './viewer.module.css';
import type { BytesViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

const most = 4096;

/** The first bytes of a file that no viewer understands. */
export function HexViewer({ name, bytes }: Pick<BytesViewerProps, 'name' | 'bytes'>): ReactNode {
  const words = useViewerWords();
  const dump = useMemo(() => hexDump(bytes.subarray(0, most)), [bytes]);
  const shown = formatBytes(Math.min(most, bytes.length)) ?? '';
  return (
    <div className={styles.viewer}>
      <p className={styles.quiet}>{words.hexNote(shown, formatBytes(bytes.length) ?? '')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.text} aria-label={words.hexOf(name)} tabIndex={0}>
        <pre className={styles.hex}>{dump}</pre>
      </section>
    </div>
  );
}

/** Offset, sixteen bytes, and those that are printable ASCII, line by line. */
export function hexDump(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += 16) {
    const row = [...bytes.subarray(start, start + 16)];
    const hex = row.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const text = row.map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.'));
    lines.push(`${start.toString(16).padStart(6, '0')}  ${hex.padEnd(47)}  ${text.join('')}`);
  }
  return lines.join('\n');
}
