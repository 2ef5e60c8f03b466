import fc from 'fast-check';

/**
 * Properties see the same cases in every run, so that a run that fails fails again. Whoever looks
 * for more sets `PROPERTY_SEED`, to a number or to `random`, or runs the laws in their long mode.
 */
const { PROPERTY_SEED: wanted, LAW_RUNS: runs } = process.env;
const isFree = wanted === 'random' || (wanted === undefined && runs !== undefined);

if (!isFree) fc.configureGlobal({ seed: Number(wanted ?? 20_261_121) });
