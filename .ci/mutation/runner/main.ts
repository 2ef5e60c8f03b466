import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { ForgetfulMap, forget } from './forgetful.ts';
import { beginGolden, endGolden } from './golden.ts';
import { type DeclaredTest, declared } from './registry.ts';

/**
 * Runs tests for Stryker in the process that loaded them. Vitest loads every test file anew for every
 * mutant, which takes some hundred times as long as the tests themselves.
 *
 * What stays in memory between two mutants could make the next one look found. So a test that finds a
 * mutant is run once more without it: if it fails again, everything is loaded anew and the mutant is
 * judged in that state. What was remembered can hide a mutant, and then it counts as undetected.
 */

/** Modules of ours that tests are given in place of others. */
const STAND_INS: ReadonlyMap<string, string> = new Map([
  ['vitest', new URL('./stand-in.ts', import.meta.url).href],
  ['fast-check', new URL('./few-cases.ts', import.meta.url).href],
]);

/** Where the runner itself stands; what it imports is the real thing. */
const OWN = new URL('./', import.meta.url).href;

/** What found the last mutants is likely to find the next one. */
const MOST_FINDERS = 40;

/** Tests that take longer wait until all others have had their look. */
const SLOW_MS = 50;

const namespace: InstrumenterContext = {};
Reflect.set(globalThis, INSTRUMENTER_CONSTANTS.NAMESPACE, namespace);

/** Which load of the tests and sources is in use; part of their addresses, so that each is its own. */
let load = 0;

Reflect.set(globalThis, 'ForgetfulMap', ForgetfulMap);

const isOfTree = (url: string): boolean =>
  url.startsWith(pathToFileURL(join(process.cwd(), 'src')).href);

registerHooks({
  resolve(specifier, context, next) {
    const url = STAND_INS.get(specifier);
    const isTests = context.parentURL?.startsWith(OWN) === false;
    if (url !== undefined && isTests) return { url, shortCircuit: true };
    const found = next(specifier, context);
    return isOfTree(found.url)
      ? { ...found, url: `${found.url.replace(/\?.*/, '')}?load=${load}` }
      : found;
  },
  load(url, context, next) {
    const found = next(url, context);
    if (!isOfTree(url) || found.source === undefined || found.source === null) return found;
    const source = Buffer.from(found.source as Uint8Array).toString();
    if (!source.includes('new WeakMap')) return found;
    return { ...found, source: `const WeakMap = globalThis.ForgetfulMap;${source}` };
  },
});

interface Outcome {
  readonly ms: number;
  readonly failure?: string;
}

async function runTest(test: DeclaredTest, records: boolean): Promise<Outcome> {
  const start = performance.now();
  const done = (failure?: string): Outcome => ({
    ms: performance.now() - start,
    ...(failure !== undefined && { failure }),
  });
  forget();
  beginGolden(test.id, records);
  try {
    for (const hook of test.before) await hook();
    await test.body();
    for (const hook of test.after) await hook();
    return done();
  } catch (error) {
    return done(error instanceof Error ? error.message : String(error));
  } finally {
    endGolden();
  }
}

class InProcessRunner implements TestRunner {
  readonly #ms = new Map<string, number>();
  #tests: ReadonlyMap<string, DeclaredTest> = new Map();
  /** Ids of the tests that found something lately, the last one first. */
  #finders: readonly string[] = [];
  /** Tests that were seen to pass in this load without a mutant. */
  #sound = new Set<string>();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    fc.configureGlobal({
      seed: 20_261_121,
      numRuns: Number(process.env['LAW_RUNS'] ?? 100),
      endOnFailure: true,
    });
    await this.#reload();
  }

  async #reload(): Promise<void> {
    load += 1;
    namespace.activeMutant = undefined;
    const globs = (process.env['MUTATION_TESTS'] ?? '').split(' ');
    const tests: DeclaredTest[] = [];
    for (const file of globSync(globs).sort()) {
      const url = pathToFileURL(join(process.cwd(), file)).href;
      tests.push(...(await declared(file, () => import(url))));
    }
    this.#tests = new Map(tests.map((test) => [test.id, test]));
    this.#sound = new Set();
  }

  /** Runs a test without a mutant, once a load. */
  async #baseline(test: DeclaredTest): Promise<Outcome> {
    namespace.activeMutant = undefined;
    const outcome = await runTest(test, true);
    this.#ms.set(test.id, outcome.ms);
    this.#sound.add(test.id);
    return outcome;
  }

  async dryRun(_options: DryRunOptions): Promise<DryRunResult> {
    const results: TestResult[] = [];
    for (const test of this.#tests.values()) {
      namespace.currentTestId = test.id;
      const { ms, failure } = await this.#baseline(test);
      const own = { id: test.id, name: test.name, timeSpentMs: ms };
      results.push(
        failure === undefined
          ? { ...own, status: TestStatus.Success }
          : { ...own, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    namespace.currentTestId = undefined;
    const { mutantCoverage } = namespace;
    return {
      status: DryRunStatus.Complete,
      tests: results,
      ...(mutantCoverage !== undefined && { mutantCoverage }),
    };
  }

  async #findBy(
    tests: readonly string[],
    { activeMutant, hitLimit }: MutantRunOptions,
  ): Promise<MutantRunResult & { readonly by?: DeclaredTest }> {
    namespace.hitLimit = hitLimit;
    namespace.hitCount = hitLimit === undefined ? undefined : 0;
    let count = 0;
    for (const id of tests) {
      const test = this.#tests.get(id);
      if (test === undefined) continue;
      if (!this.#sound.has(id)) {
        const { hitCount } = namespace;
        namespace.hitCount = undefined;
        await this.#baseline(test);
        namespace.hitCount = hitCount;
      }
      namespace.activeMutant = activeMutant.id;
      const { failure } = await runTest(test, false);
      namespace.activeMutant = undefined;
      count += 1;
      if (determineHitLimitReached(namespace.hitCount, hitLimit) !== undefined) {
        return { status: MutantRunStatus.Timeout, reason: 'Hit limit reached', by: test };
      }
      if (failure === undefined) continue;
      return {
        status: MutantRunStatus.Killed,
        killedBy: [id],
        failureMessage: failure,
        nrOfTests: count,
        by: test,
      };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: count };
  }

  /** Quick ones that found something lately, then the others, the quickest first. */
  #inOrder(tests: readonly string[]): readonly string[] {
    const asked = new Set(tests);
    const likely = this.#finders.filter(
      (id) => asked.has(id) && (this.#ms.get(id) ?? SLOW_MS) < SLOW_MS,
    );
    for (const id of likely) asked.delete(id);
    const rest = [...asked].sort(
      (a, b) => (this.#ms.get(a) ?? Infinity) - (this.#ms.get(b) ?? Infinity),
    );
    return [...likely, ...rest];
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const order = this.#inOrder(options.testFilter ?? [...this.#tests.keys()]);
    const { by, ...first } = await this.#findBy(order, options);
    if (by === undefined) return first;
    this.#finders = [by.id, ...this.#finders.filter((id) => id !== by.id)].slice(0, MOST_FINDERS);
    namespace.hitLimit = undefined;
    namespace.hitCount = undefined;
    if ((await runTest(by, false)).failure === undefined) return first;
    await this.#reload();
    const { by: _, ...second } = await this.#findBy(order, options);
    await this.#reload();
    return second;
  }
}

function inProcess(): TestRunner {
  return new InProcessRunner();
}
inProcess.inject = [] as const;

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'in-process', inProcess),
];
