/** A column of numbers as a picture of it: of each run of rows the lowest, the highest and the first gap. */
export interface ColumnSketch {
  readonly points: readonly SketchPoint[];
  /** Rows looked at so far, and how many of them hold a number. */
  readonly rows: number;
  readonly count: number;
  /** Of all numbers so far; absent when there is none. */
  readonly low?: number;
  readonly high?: number;
  /** Of the bytes, 0 to 1. */
  readonly share: number;
  readonly isComplete: boolean;
}

export interface SketchPoint {
  /** 1-based, without the header. */
  readonly row: number;
  readonly value: number | null;
}

interface Run {
  low?: SketchPoint;
  high?: SketchPoint;
  gap?: SketchPoint;
}

/** Runs that are kept at most; then two become one. */
const mostRuns = 600;

/**
 * Sketches a column that comes row by row and of which nobody knows how long it gets: in the room of some
 * hundred runs, and without losing any peak.
 */
export class ColumnSketcher {
  #runs: Run[] = [];
  /** Rows of a run. */
  #span = 1;
  rows = 0;
  count = 0;

  /** The next row. What is no number is a gap. */
  add(field: string | undefined): void {
    const text = field?.trim() ?? '';
    const number = text === '' ? Number.NaN : Number(text);
    const value = Number.isFinite(number) ? number : null;
    const index = Math.floor(this.rows / this.#span);
    this.rows += 1;
    if (value !== null) this.count += 1;
    if (index >= mostRuns) {
      this.#halve();
      this.#take(Math.floor((this.rows - 1) / this.#span), { row: this.rows, value });
    } else this.#take(index, { row: this.rows, value });
  }

  sketch(share: number, isComplete: boolean): ColumnSketch {
    const lows = this.#runs.flatMap(({ low }) => low?.value ?? []);
    const highs = this.#runs.flatMap(({ high }) => high?.value ?? []);
    return {
      points: this.#runs.flatMap(pointsOf),
      rows: this.rows,
      count: this.count,
      ...(lows.length > 0 && { low: Math.min(...lows), high: Math.max(...highs) }),
      share,
      isComplete,
    };
  }

  #take(index: number, point: SketchPoint): void {
    const run = this.#runs[index] ?? {};
    this.#runs[index] = run;
    mix(run, point);
  }

  #halve(): void {
    const halved: Run[] = [];
    for (const [index, { low, high, gap }] of this.#runs.entries()) {
      const run = halved[index >> 1] ?? {};
      halved[index >> 1] = run;
      for (const point of [low, high, gap]) if (point !== undefined) mix(run, point);
    }
    this.#runs = halved;
    this.#span *= 2;
  }
}

function mix(run: Run, point: SketchPoint): void {
  const { value } = point;
  if (value === null) run.gap ??= point;
  else {
    if (value < (run.low?.value ?? Number.POSITIVE_INFINITY)) run.low = point;
    if (value > (run.high?.value ?? Number.NEGATIVE_INFINITY)) run.high = point;
  }
}

function pointsOf({ low, high, gap }: Run): readonly SketchPoint[] {
  const points = [low, high, gap].filter((point) => point !== undefined);
  return [...new Set(points)].sort((a, b) => a.row - b.row);
}
