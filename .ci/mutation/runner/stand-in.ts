import { format } from 'node:util';
import { chai, expect } from 'vitest';
import { expectedOf } from './golden.ts';
import { after, type Body, before, suite, test } from './registry.ts';

/**
 * Stands in for `vitest` while mutants are measured: tests are declared once and run again and again in
 * one process. `expect` is Vitest's own. What is not here, no test of the engine uses.
 */

chai.use((own, utils) => {
  utils.addMethod(own.Assertion.prototype, 'toMatchSnapshot', function (this: object) {
    const received: unknown = utils.flag(this, 'object');
    const golden = expectedOf(received);
    if (golden !== undefined) expect(received).toStrictEqual(golden.expected);
  });
});

type Declare = (name: string, body: Body) => void;

/** The position of a row keeps names apart. */
function rowName(name: string, values: readonly unknown[], index: number): string {
  const count = [...name.matchAll(/%[sdifjoO]/g)].length;
  return `${format(name, ...values.slice(0, count))} #${index + 1}`;
}

const each =
  (declare: Declare) =>
  (rows: readonly unknown[]) =>
  (name: string, body: (...values: unknown[]) => unknown): void => {
    for (const [index, row] of rows.entries()) {
      const values: unknown[] = Array.isArray(row) ? row : [row];
      declare(rowName(name, values, index), () => body(...values));
    }
  };

const skip: Declare = () => {
  // Not declared, so not run: as in the usual run.
};

function declaring(declare: Declare) {
  const chosen = (condition: unknown) =>
    Object.assign((name: string, body: Body) => (condition ? declare : skip)(name, body), {
      each: each(condition ? declare : skip),
    });
  return Object.assign((name: string, body: Body) => declare(name, body), {
    skip,
    each: each(declare),
    skipIf: (condition: unknown) => chosen(!condition),
    runIf: (condition: unknown) => chosen(condition),
  });
}

export { expect };
export const describe = declaring(suite);
export const it = declaring(test);
export { it as test };
export const beforeEach = before;
export const afterEach = after;
/** Time limits are the measurement's own. */
export const vi = { setConfig: () => undefined };
