import { expect } from 'vitest';

/**
 * Holds everything that was said against what stands in the snapshot beside the test: parameters of
 * reasons, quantities and places too, so that none of them changes unseen.
 */
export function golden<T>(said: T): T {
  expect(said).toMatchSnapshot();
  return said;
}
