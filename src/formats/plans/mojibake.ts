/** What was repaired, or nothing. */
export interface RepairedText {
  readonly text: string;
  /** The encoding that the UTF-8 bytes were once read as. */
  readonly encoding?: 'mac-roman' | 'windows-1252';
  /** First repaired line, 1-based, and how many were. */
  readonly line?: number;
  readonly lines: number;
}

/** The upper half of Mac OS Roman, in order of the bytes 0x80 to 0xFF. */
const macRoman =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
/** Windows-1252, 0x80 to 0x9F; the holes are control characters, and above it is Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const tables = [
  { encoding: 'mac-roman', bytes: tableOf(macRoman) },
  { encoding: 'windows-1252', bytes: tableOf(windows1252, true) },
] as const;

function tableOf(upper: string, isLatin = false): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [index, character] of [...upper].entries()) table.set(character, 0x80 + index);
  if (isLatin) {
    for (let byte = 0xa0; byte <= 0xff; byte += 1) table.set(String.fromCharCode(byte), byte);
  }
  return table;
}

/**
 * Repairs UTF-8 text whose bytes were read in a single-byte encoding and saved again (`â‰¥` for `≥`).
 * A line is taken back only when all of it decodes to UTF-8 again and holds at least one sequence of
 * several bytes: text that merely uses such letters is left alone.
 */
export function repairMojibake(text: string): RepairedText {
  if (!/[\u0080-\uffff]/.test(text)) return { text, lines: 0 };
  const lines = text.split('\n');
  let best:
    | {
        readonly fixed: ReadonlyMap<number, string>;
        readonly encoding: 'mac-roman' | 'windows-1252';
      }
    | undefined;
  for (const { encoding, bytes } of tables) {
    const fixed = new Map<number, string>();
    for (const [index, line] of lines.entries()) {
      const back = takenBack(line, bytes);
      if (back !== undefined) fixed.set(index, back);
    }
    if (fixed.size > (best?.fixed.size ?? 0)) best = { fixed, encoding };
  }
  if (best === undefined) return { text, lines: 0 };
  const { fixed, encoding } = best;
  return {
    text: lines.map((line, index) => fixed.get(index) ?? line).join('\n'),
    encoding,
    line: Math.min(...fixed.keys()) + 1,
    lines: fixed.size,
  };
}

function takenBack(line: string, table: ReadonlyMap<string, number>): string | undefined {
  if (!/[\u0080-\uffff]/.test(line)) return undefined;
  const bytes: number[] = [];
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : table.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  try {
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return decoded === line ? undefined : decoded;
  } catch {
    return undefined;
  }
}
