import { randomBytes } from "node:crypto";
import { sameSecret } from "./guard.ts";

/** The secrets of one run: the session every window shares, and the one-time token that lets a window in. */
export interface Access {
  readonly session: string;
  /** The token that works now. */
  token(): string;
  /** Whether it was the right token; it is then spent, and a fresh one takes its place. */
  spend(given: string): boolean;
}

export function createAccess(newSecret = () => randomBytes(32).toString("base64url")): Access {
  const session = newSecret();
  let token = newSecret();
  return {
    session,
    token: () => token,
    spend(given) {
      if (!sameSecret(given, token)) return false;
      token = newSecret();
      return true;
    },
  };
}
