import { randomBytes } from "node:crypto";
import { sameSecret } from "./guard.ts";

/** The secrets of one run: a session for each browser that came in, and the one-time token that lets the next one in. */
export interface Access {
  readonly sessions: readonly string[];
  /** The token that works now. */
  token(): string;
  /** A new session for the right token, which is then spent and replaced; null for a wrong one. */
  spend(given: string): string | null;
}

export function createAccess(newSecret = () => randomBytes(32).toString("base64url")): Access {
  const sessions: string[] = [];
  let token = newSecret();
  return {
    sessions,
    token: () => token,
    spend(given) {
      if (!sameSecret(given, token)) return null;
      token = newSecret();
      const session = newSecret();
      sessions.push(session);
      return session;
    },
  };
}
