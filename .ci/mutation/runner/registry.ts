/** What test files declare when they are loaded: a flat list of tests, each with what runs before it. */

export type Body = () => unknown;

export interface DeclaredTest {
  /** File, suites and name; the same in every load. */
  readonly id: string;
  readonly name: string;
  readonly body: Body;
  readonly before: readonly Body[];
  readonly after: readonly Body[];
}

interface Suite {
  readonly name: string;
  readonly before: Body[];
  readonly after: Body[];
}

let tests: DeclaredTest[] = [];
let suites: Suite[] = [];
const seen = new Map<string, number>();

/** Declares what the body of a test file says. */
export async function declared(
  file: string,
  load: () => Promise<unknown>,
): Promise<readonly DeclaredTest[]> {
  tests = [];
  suites = [{ name: file, before: [], after: [] }];
  seen.clear();
  await load();
  return tests;
}

export function suite(name: string, body: Body): void {
  suites.push({ name, before: [], after: [] });
  body();
  suites.pop();
}

export function test(name: string, body: Body): void {
  const path = [...suites.map((own) => own.name), name].join(' > ');
  const count = (seen.get(path) ?? 0) + 1;
  seen.set(path, count);
  // The hooks are those lists themselves: a hook may be declared after the test.
  const around = suites.slice();
  tests.push({
    id: count === 1 ? path : `${path} (${count})`,
    name: path,
    body,
    get before() {
      return around.flatMap((own) => own.before);
    },
    get after() {
      return around.toReversed().flatMap((own) => own.after);
    },
  });
}

export function before(body: Body): void {
  suites.at(-1)?.before.push(body);
}

export function after(body: Body): void {
  suites.at(-1)?.after.push(body);
}
