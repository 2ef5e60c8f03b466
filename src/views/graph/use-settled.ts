import { useDeferredValue, useMemo } from 'react';

/**
 * The value; where it is much, as soon as the page has nothing more urgent to do, so that what is
 * made of it may take its time in pieces. Never the value of another owner.
 */
export function useSettled<T>(owner: object, value: T | undefined, isMuch: boolean): T | undefined {
  const given = useMemo(() => ({ owner, value }), [owner, value]);
  const settled = useDeferredValue(given);
  if (!isMuch) return value;
  return settled.owner === owner ? settled.value : undefined;
}
