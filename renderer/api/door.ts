import type { SessionView } from "../../electron/contract/accounts.ts";

export type Person = NonNullable<SessionView["account"]>;

export interface DoorState {
  /** Whose page this is; null while nobody has signed in at it. */
  person: Person | null;
  /** The page stays as it is behind it, until somebody has signed in. */
  shut: boolean;
  /** Why, as the server says; null where somebody locked it. */
  sentence: string | null;
}

export interface Door {
  state: () => DoorState;
  subscribe: (listener: () => void) => () => void;
  /** Carries a call out; one that asks for a sign-in waits here and is carried out again after it. */
  pass: <Result>(call: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;
  /** How the server sees this window; never opens the door. */
  told: (session: SessionView) => void;
  /** Somebody has just signed in. */
  admit: (session: SessionView) => void;
  lock: () => void;
  /** Nobody signs in after all: what waits is refused. */
  turnAway: () => void;
}

interface DoorOptions {
  /** The sentence of an error that asks for a sign-in; null for any other. */
  findSignIn: (error: unknown) => string | null;
  /** Somebody else sits here now: nothing of the page before may be left. */
  onStranger: () => void;
}

/** Stands between the page and its calls: nothing typed is lost, and nothing is sent under another's name. */
export function createDoor({ findSignIn, onStranger }: DoorOptions): Door {
  let state: DoorState = { person: null, shut: false, sentence: null };
  let opening = Promise.withResolvers<"opened" | "turnedAway">();
  const listeners = new Set<() => void>();

  const update = (changes: Partial<DoorState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  const shut = (sentence: string | null) => {
    if (!state.shut) update({ shut: true, sentence });
  };
  const settle = (how: "opened" | "turnedAway", changes: Partial<DoorState>) => {
    const before = opening;
    opening = Promise.withResolvers();
    update({ shut: false, sentence: null, ...changes });
    before.resolve(how);
  };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async pass(call, signal) {
      for (;;) {
        // Asked for before the call: who signs in while it is under way opens the door for it too.
        const opened = opening.promise;
        try {
          return await call();
        } catch (error) {
          const sentence = findSignIn(error);
          if (sentence === null) throw error;
          if (opened === opening.promise) shut(sentence);
          if ((await firstOf(opened, signal)) !== "opened") throw error;
        }
      }
    },
    told({ account, locked, why }) {
      const { person } = state;
      if (account && person && account.id !== person.id) return onStranger();
      if (account && !person) update({ person: account });
      if (locked || (person && !account)) shut(why);
    },
    admit({ account }) {
      if (!account) return;
      const { person } = state;
      if (person && person.id !== account.id) return onStranger();
      settle("opened", { person: account });
    },
    lock: () => shut(null),
    turnAway: () => settle("turnedAway", {}),
  };
}

function firstOf<Result>(promise: Promise<Result>, signal?: AbortSignal): Promise<Result | "aborted"> {
  if (!signal) return promise;
  return new Promise((resolve) => {
    const abort = () => resolve("aborted");
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    void promise.then((result) => {
      signal.removeEventListener("abort", abort);
      resolve(result);
    });
  });
}
