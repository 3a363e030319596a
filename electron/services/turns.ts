/** Carries out what is asked under one key one after the other, in the order it was asked. */
export type InTurn = <T>(key: number, work: () => Promise<T>) => Promise<T>;

/** Queues of their own for each owner, as long as the owner lives. */
export function createTurns(): (owner: object) => InTurn {
  const queues = new WeakMap<object, Map<number, Promise<unknown>>>();
  return (owner) => (key, work) => {
    const queue = queues.get(owner) ?? new Map<number, Promise<unknown>>();
    queues.set(owner, queue);
    const turn = (queue.get(key) ?? Promise.resolve()).then(work);
    // A turn that fails is over as well.
    const over = turn.then(
      () => {},
      () => {},
    );
    queue.set(key, over);
    return turn;
  };
}
