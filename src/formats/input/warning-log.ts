import type { ReaderWarning, WarningCode } from '../reading.ts';

/** So many of one kind are listed; a file with a million faults has no million sentences. */
const listedOfEach = 50;

/** Collects what a reader notices; beyond a limit of each kind it only counts. */
export class WarningLog {
  readonly #listed: ReaderWarning[] = [];
  readonly #counts = new Map<WarningCode, number>();

  add(code: WarningCode, details: Omit<ReaderWarning, 'code'> = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= listedOfEach) this.#listed.push({ code, ...details });
  }

  /** The same once for the whole file. */
  once(code: WarningCode, details: Omit<ReaderWarning, 'code'> = {}): void {
    if (!this.#counts.has(code)) this.add(code, details);
  }

  has(code: WarningCode): boolean {
    return this.#counts.has(code);
  }

  addAll(warnings: readonly ReaderWarning[]): void {
    for (const { code, ...details } of warnings) this.add(code, details);
  }

  get warnings(): readonly ReaderWarning[] {
    const cut = [...this.#counts].filter(([, count]) => count > listedOfEach);
    return [
      ...this.#listed,
      ...cut.map(
        ([of, found]): ReaderWarning => ({
          code: 'list-cut',
          params: { of, limit: listedOfEach, found },
        }),
      ),
    ];
  }
}
