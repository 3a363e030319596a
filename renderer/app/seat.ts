import { useQuery } from "@tanstack/react-query";
import { rights } from "../../electron/contract/rights.ts";
import type { Right } from "../../electron/contract/rights.ts";
import type { SessionView } from "../../electron/contract/accounts.ts";
import type { SecurityView } from "../../electron/contract/security.ts";
import { query } from "../api/client.ts";
import { findCode } from "../api/errors.tsx";
import { useDoor } from "../api/session.ts";

/** Who sits at this window, and what they may do in an edition. */
export interface Seat {
  /** Roles, rule book, keying and seals hold. While not known yet, an edition counts as open, so that nothing jumps. */
  secured: boolean;
  account: SessionView["account"];
  /** Who signs, and the rule book; undefined while not known. */
  security: SecurityView | undefined;
  /** On an open edition everything is anybody's. */
  may: (right: Right) => boolean;
}

/** The seat at this window in an edition; null: in none. */
export function useSeat(editionId: number | null): Seat {
  const security = useQuery({
    ...query.security.get.queryOptions({ input: { editionId: editionId ?? 0 } }),
    enabled: editionId !== null,
  });
  // Behind a lock the page stays that of whoever sits here, so that nothing on it comes and goes.
  const account = useDoor().person;
  // Only a secured edition asks who one is.
  const refused = ["SIGN_IN", "FORBIDDEN"].includes(findCode(security.error) ?? "");
  const secured = refused || typeof security.data?.securedAt === "string";
  return {
    secured,
    account,
    security: security.data,
    may: (right) => !secured || (account !== null && isGiven(right, account.role)),
  };
}

function isGiven(right: Right, role: string): boolean {
  return rights[right].some((one) => one === role);
}
