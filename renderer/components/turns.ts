/** Runs acts one after the other. */
export type Turns = <Result>(act: () => Promise<Result>) => Promise<Result>;

/**
 * A queue for acts that each build on what the one before left: two fields of a row saved at once would otherwise
 * each write the whole row, and the later undo the earlier.
 */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act);
    // A failed act is its caller's news; the next still gets its turn.
    last = mine.catch(() => {});
    return mine;
  };
}
