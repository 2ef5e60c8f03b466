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

/** Work that pauses now and then, as steps; what comes of it is told with the last one. */
export function* stepsOf<T>(
  work: Generator<void, T>,
  done: (result: T) => void,
): Generator<() => void, void> {
  for (let isOver = false; !isOver; ) {
    yield () => {
      const next = work.next();
      if (next.done !== true) return;
      isOver = true;
      done(next.value);
    };
  }
}

/** The same without a pause. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const next = work.next();
    if (next.done === true) return next.value;
  }
}
