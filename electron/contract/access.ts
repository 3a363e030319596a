import { oc } from "@orpc/contract";
import { z } from "zod";
import { rights } from "./rights.ts";

/** Who somebody is in the work of a secured edition. */
export const role = z.enum(["secretary", "chair", "operator", "verifier", "auditor", "viewer"]);
export type Role = z.infer<typeof role>;

/** Who may call a procedure on a secured edition; an open edition is anybody's. */
export interface Access {
  /** "anybody": also without signing in, for what says nothing of any edition. */
  may: readonly Role[] | "anybody";
}

const withAccess = oc.$meta<Access>({ may: [] });
const by = (may: readonly Role[]) => withAccess.meta({ may });

/** One builder a kind of act: a procedure says what it is, and with that who may do it. */
export const anybodyMay = withAccess.meta({ may: "anybody" });
export const reading = by(rights.reading);
/** Register, rule book, awards and everything else that is set up before the first score. */
export const preparing = by(rights.preparing);
/** Values of paper sheets, by keyboard or spreadsheet. */
export const typing = by(rights.typing);
/** Settles what two operators read differently, or accepts what one has typed. */
export const verifying = by(rights.verifying);
export const deciding = by(rights.deciding);
/** Checks printed names a second time. */
export const checking = by(rights.checking);
/** Puts one's own name and PIN to something. */
export const signing = by(rights.signing);
export const printing = by(rights.printing);
/** Reads the ledger, exports what proves a result. */
export const auditing = by(rights.auditing);
/** Accounts, settings and backups of the whole installation. */
export const administering = by(rights.administering);
