import fc from 'fast-check';

/** The same plans for every mutant, fewer of them, and no search for a smaller counterexample. */
fc.configureGlobal({
  seed: 20_261_121,
  numRuns: Number(process.env['LAW_RUNS'] ?? 100),
  endOnFailure: true,
});
