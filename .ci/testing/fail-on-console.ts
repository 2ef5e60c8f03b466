import { afterEach, beforeEach, expect } from 'vitest';

/**
 * Fails a test that lets an error or a warning through to the console. A test that expects one spies
 * on that method itself (`vi.spyOn(console, 'error').mockImplementation(...)`) and asserts on it.
 */
const watched = ['error', 'warn'] as const;
const originals = { error: console.error, warn: console.warn };
let unexpected: string[] = [];

beforeEach(() => {
  unexpected = [];
  for (const method of watched) {
    console[method] = (...args: unknown[]) => {
      unexpected.push(`console.${method}: ${args.map(describe).join(' ')}`);
      originals[method](...args);
    };
  }
});

afterEach(() => {
  const seen = unexpected;
  for (const method of watched) console[method] = originals[method];
  expect(seen, 'unexpected output on the console').toEqual([]);
});

function describe(value: unknown): string {
  return value instanceof Error ? (value.stack ?? value.message) : String(value);
}
