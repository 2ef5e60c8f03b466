/**
 * What `toMatchSnapshot` compares with while mutants are measured: what the same call said before any
 * mutant was active. That this is what the snapshot file says is for the usual run of the tests.
 */

const said = new Map<string, readonly unknown[]>();
let test = '';
let now: unknown[] = [];
let isRecording = false;

export function beginGolden(id: string, records: boolean): void {
  test = id;
  now = [];
  isRecording = records;
}

export function endGolden(): void {
  if (isRecording) said.set(test, now);
}

/** @returns what is expected of this call, or nothing while it is recorded */
export function expectedOf(value: unknown): { readonly expected: unknown } | undefined {
  const index = now.length;
  now.push(isRecording ? structuredClone(value) : undefined);
  return isRecording ? undefined : { expected: said.get(test)?.[index] };
}
