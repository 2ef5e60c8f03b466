/** Whether two lists hold the same members in the same order. */
export function shallowEqual<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((member, index) => Object.is(member, b[index]));
}
