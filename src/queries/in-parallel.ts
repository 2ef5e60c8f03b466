/** Runs a task for each entry, at most `width` at a time. Answers are in the order of the entries. */
export async function inParallel<T, R>(
  entries: readonly T[],
  width: number,
  task: (entry: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(entries.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next; index < entries.length; index = next) {
      next += 1;
      const entry = entries[index];
      if (entry !== undefined) results[index] = await task(entry);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, entries.length) }, worker));
  return results;
}
