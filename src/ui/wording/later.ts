import type { Language } from '../../lib/language.ts';

/**
 * Words that are fetched when their language is first wanted, so that nobody pays for a language
 * that nobody reads. Made once, at the top of a module.
 */
export class Later<Words> {
  #load: () => Promise<Words>;
  #promise: Promise<Words> | undefined;
  #attempt: Promise<void> | undefined;
  #hasFailed = false;
  /** The words once they are there. */
  value: Words | undefined;

  constructor(load: () => Promise<Words>) {
    this.#load = load;
  }

  /** Rejects when the words cannot be fetched; asks again the next time. */
  fetch(): Promise<Words> {
    this.#promise ??= this.#load().then(
      (words) => {
        this.value = words;
        return words;
      },
      (error: unknown) => {
        this.#promise = undefined;
        throw error;
      },
    );
    return this.#promise;
  }

  /** Asks for the words; never rejects. */
  attempt(): Promise<void> {
    this.#attempt ??= this.fetch().then(
      () => undefined,
      () => {
        this.#hasFailed = true;
      },
    );
    return this.#attempt;
  }

  /**
   * For rendering: the words, or none when they cannot be fetched. Until that is known it throws the
   * promise to wait for, which starts the render anew; `use` would go on in its middle, where React
   * loses count of the hooks around it.
   */
  read(): Words | undefined {
    if (this.value === undefined && !this.#hasFailed) throw this.attempt();
    return this.value;
  }
}

const known = new Map<Language, Set<Later<unknown>>>();
const wanted = new Set<Language>();

/** Words of one language in a module of their own: `de: later('de', () => import('./de.ts').then((m) => m.de))`. */
export function later<Words>(language: Language, load: () => Promise<Words>): Later<Words> {
  const words = new Later(load);
  const others = known.get(language) ?? new Set();
  known.set(language, others.add(words));
  // A page that comes after the choice brings its words along.
  if (wanted.has(language)) void words.attempt();
  return words;
}

/**
 * Fetches the words of all parts that are loaded by now, so that a change of language happens at once.
 * Rejects when one of them cannot be fetched.
 */
export async function fetchWords(language: Language): Promise<void> {
  wanted.add(language);
  await Promise.all([...(known.get(language) ?? [])].map((words) => words.fetch()));
}
