import { oc } from "@orpc/contract";
import { z } from "zod";

/** Who somebody is in the work of a secured edition. */
export const role = z.enum(["secretary", "chair", "operator", "verifier", "auditor", "viewer"]);
export type Role = z.infer<typeof role>;
const everyRole = role.options;

/** Who may call a procedure on a secured edition; an open edition is anybody's. */
export interface Access {
  /** "anybody": also without signing in, for what says nothing of any edition. */
  may: readonly Role[] | "anybody";
}

const withAccess = oc.$meta<Access>({ may: [] });
const by = (...roles: Role[]) => withAccess.meta({ may: roles });

/** One builder a kind of act: a procedure says what it is, and with that who may do it. */
export const anybodyMay = withAccess.meta({ may: "anybody" });
export const reading = by(...everyRole);
/** Register, rule book, awards and everything else that is set up before the first score. */
export const preparing = by("secretary");
/** Values of paper sheets, by keyboard or spreadsheet. */
export const typing = by("operator");
/** Settles what two operators read differently, or accepts what one has typed. */
export const verifying = by("verifier");
export const deciding = by("chair", "secretary");
/** Puts one's own name and PIN to something. */
export const signing = by("secretary", "chair", "verifier");
export const printing = by("secretary", "operator", "verifier", "chair");
/** Reads the ledger, exports what proves a result. */
export const auditing = by("auditor", "secretary", "chair", "verifier");
/** Accounts, settings and backups of the whole installation. */
export const administering = by("secretary");
