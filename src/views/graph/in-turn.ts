/** Does one thing after the other, each in a task of its own, so that the page can breathe between. */
export function inTurn([first, ...rest]: readonly (() => void)[]): void {
  if (first === undefined) return;
  setTimeout(() => {
    first();
    inTurn(rest);
  });
}
