import { useState } from 'react';

/**
 * A value that the owner may control. Without a controlled value it lives here.
 * @returns the value and a setter that also tells the owner.
 */
export function useControlled<Value>(
  controlled: Value | undefined,
  initial: Value,
  onChange: ((value: Value) => void) | undefined,
): readonly [Value, (value: Value) => void] {
  const [own, setOwn] = useState(initial);
  const set = (value: Value): void => {
    if (controlled === undefined) setOwn(value);
    onChange?.(value);
  };
  return [controlled === undefined ? own : controlled, set];
}
