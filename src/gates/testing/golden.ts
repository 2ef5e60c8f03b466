import { expect } from 'vitest';

/**
 * Holds everything that was said against what stands in the snapshot beside the test: parameters of
 * reasons, quantities and places too, so that none of them changes unseen.
 */
export function golden<T>(said: T): T {
  expect(said).toMatchSnapshot();
  return said;
}

/** As {@link golden}, with each member of a large answer on one line. */
export function goldenLines(said: unknown): void {
  const text = (value: unknown): string => JSON.stringify(value, plainly) ?? 'nothing';
  const lines =
    typeof said === 'object' && said !== null
      ? Object.entries(said).map(([name, value]) => `${name}: ${text(value)}`)
      : [text(said)];
  expect(lines).toMatchSnapshot();
}

/** What JSON has no word for: gaps among numbers, typed lists, maps, members that say nothing. */
function plainly(_name: string, value: unknown): unknown {
  if (value === undefined) return 'undefined';
  if (Number.isNaN(value)) return 'NaN';
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) return [...Object.values(value)];
  return value instanceof Map ? [...value] : value;
}
