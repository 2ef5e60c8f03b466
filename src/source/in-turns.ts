/** Runs tasks in the order in which they come, so many at a time. */
export function inTurns(width: number): (task: () => Promise<void>) => Promise<void> {
  const lanes = Array.from({ length: width }, () => Promise.resolve());
  let next = 0;
  return (task) => {
    const lane = next % width;
    next += 1;
    const turn = (lanes[lane] ?? Promise.resolve()).then(task, task);
    lanes[lane] = turn;
    return turn;
  };
}
