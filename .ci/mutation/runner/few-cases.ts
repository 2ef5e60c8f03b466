import fc from 'fast-check';

/**
 * Stands in for `fast-check` while mutants are measured: no property tries more cases than `LAW_RUNS`,
 * whatever it asks for. A mutant that lives through these is seldom found by a thousand.
 */

const most = Number(process.env['LAW_RUNS'] ?? 100);

function assert<T>(property: fc.IAsyncProperty<T>, asked?: fc.Parameters<T>): Promise<void>;
function assert<T>(property: fc.IProperty<T>, asked?: fc.Parameters<T>): void;
function assert<T>(property: fc.IRawProperty<T>, asked: fc.Parameters<T> = {}): unknown {
  return fc.assert(property, { ...asked, numRuns: Math.min(asked.numRuns ?? most, most) });
}

// biome-ignore lint/style/noDefaultExport: what the tests import is the default.
export default { ...fc, assert };
