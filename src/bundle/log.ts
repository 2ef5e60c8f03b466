import type { Problem } from '../model/problem.ts';
import { limits } from './limits.ts';
import { type ProblemCode, problem } from './problem-codes.ts';

const setsAside: ReadonlySet<ProblemCode> = new Set([
  'record-unreadable',
  'condition-unknown-kind',
  'condition-unreadable',
]);

/** Collects the problems of one file. Beyond the limit it counts, and keeps what is affected. */
export class ProblemLog {
  readonly file: string;
  readonly #listed: Problem[] = [];
  readonly #affected = new Set<string>();
  readonly #places = new Set<string>();
  #unlisted = 0;

  constructor(file: string) {
    this.file = file;
  }

  report(code: ProblemCode, path: string, details: Partial<Problem> = {}): void {
    if (setsAside.has(code)) this.#places.add(path);
    this.add(problem(code, { file: this.file, path, ...details }));
  }

  /** Whether the value at a pointer, or something that holds it, was reported as set aside. */
  covers(path: string): boolean {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
      if (this.#places.has(at)) return true;
      if (at === '') return false;
    }
  }

  add(entry: Problem): void {
    if (this.#listed.length < limits.problems) {
      this.#listed.push(entry);
      return;
    }
    this.#unlisted += 1;
    if (entry.severity !== 'warning') for (const id of entry.affects ?? []) this.#affected.add(id);
  }

  get problems(): readonly Problem[] {
    if (this.#unlisted === 0) return this.#listed;
    const rest = problem('problems-not-listed', {
      file: this.file,
      params: { count: this.#unlisted },
      affects: [...this.#affected],
    });
    return [...this.#listed, rest];
  }
}
