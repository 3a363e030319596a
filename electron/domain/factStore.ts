import type { Json } from "./canonicalJson.ts";

/** Facts to read, however they are kept. */
export type ReadFacts = Pick<ReadonlyMap<string, Json>, "get" | "size"> & Iterable<[string, Json]>;

export type FactStore = ReadFacts & {
  set(path: string, value: Json): void;
  delete(path: string): void;
};

/**
 * Facts kept by their path up to its last part: those of one sheet lie together, so that the replay of a million scores
 * does not look through one map of a million long keys.
 */
export function createFactStore(): FactStore {
  const shelves = new Map<string, Map<string, Json>>();
  let size = 0;
  let near = "";
  let shelf: Map<string, Json> | undefined;
  const cut = (path: string) => path.lastIndexOf("/") + 1;
  /** Entries of a ledger that follow each other are mostly of one sheet. */
  const find = (path: string, end: number) => {
    if (shelf && near.length === end && path.startsWith(near)) return shelf;
    near = path.slice(0, end);
    return (shelf = shelves.get(near));
  };
  return {
    get size() {
      return size;
    },
    get(path) {
      const end = cut(path);
      return find(path, end)?.get(path.slice(end));
    },
    set(path, value) {
      const end = cut(path);
      let own = find(path, end);
      if (!own) shelves.set(near, (own = shelf = new Map()));
      const before = own.size;
      own.set(path.slice(end), value);
      size += own.size - before;
    },
    delete(path) {
      const end = cut(path);
      if (find(path, end)?.delete(path.slice(end))) size -= 1;
    },
    *[Symbol.iterator]() {
      for (const [start, own] of shelves) {
        for (const [end, value] of own) yield [start + end, value];
      }
    },
  };
}
