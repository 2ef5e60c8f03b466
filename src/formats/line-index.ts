/** Lines of a text that comes in parts. Offsets count characters from the start of the whole. */
export class LineFinder {
  readonly #starts = [0];
  #length = 0;

  /** The next part. */
  add(part: string): void {
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      this.#starts.push(this.#length + at + 1);
    }
    this.#length += part.length;
  }

  /** The 1-based line of an offset, in logarithmic time. */
  lineOf(offset: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

/** Finds the 1-based line of offsets in a text, in logarithmic time. */
export function lineIndex(text: string): (offset: number) => number {
  const lines = new LineFinder();
  lines.add(text);
  return (offset) => lines.lineOf(offset);
}
