/**
 * Does one thing after the other, each in a task of its own, so that the page can breathe between.
 *
 * @returns ends it, whatever is left
 */
export function inTurn(steps: Iterable<() => void>): () => void {
  const left = steps[Symbol.iterator]();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    waiting = setTimeout(() => {
      const step = left.next();
      if (step.done === true) return;
      step.value();
      next();
    });
  };
  next();
  return () => clearTimeout(waiting);
}
