import fc from 'fast-check';

const { LAW_RUNS: asked, PROPERTY_SEED: seed } = process.env;

/** Cases a law; `LAW_RUNS=100000` is the long mode, with other plans each time. */
export const numRuns = Number(asked ?? 1000);

/** In the usual run every law sees the same plans, so that they need to be made and judged only once. */
export const isShared = asked === undefined && seed !== 'random';

/** A law that speaks of fewer than one case in so many is not tried. */
const MOST_CHUNKS = 10;

const drawn = new Map<unknown, (readonly unknown[])[]>();

/**
 * `fc.assert` over as many cases, which laws over the same arbitrary share. Cases that a law does not
 * speak of (`fc.pre`) are no runs and are made up for. What fails is run again on its own, so that
 * fast-check makes the counterexample smaller.
 *
 * @throws what `check` throws of the first case that breaks it
 */
export function holdsFor<T>(cases: fc.Arbitrary<T>, check: (value: T) => void): void {
  if (!isShared) {
    fc.assert(fc.property(cases, check), { numRuns });
    return;
  }
  let runs = 0;
  for (let chunk = 0; runs < numRuns; chunk += 1) {
    if (chunk > MOST_CHUNKS) throw new Error(`The law speaks of ${runs} cases only.`);
    for (const value of chunkOf(cases, chunk)) {
      if (runs === numRuns) return;
      if (passes(check, value)) runs += 1;
    }
  }

  function passes(ask: (value: T) => void, value: T): boolean {
    try {
      ask(value);
      return true;
    } catch (error) {
      if (fc.PreconditionFailure.isFailure(error)) return false;
      fc.assert(fc.property(cases, check), { numRuns });
      throw error;
    }
  }
}

function chunkOf<T>(cases: fc.Arbitrary<T>, chunk: number): readonly T[] {
  const chunks = drawn.get(cases) ?? [];
  drawn.set(cases, chunks);
  const start = fc.readConfigureGlobal().seed ?? 0;
  chunks[chunk] ??= fc.sample(cases, { numRuns, seed: start + chunk });
  // What is kept for an arbitrary was drawn from it.
  return chunks[chunk] as readonly T[];
}
