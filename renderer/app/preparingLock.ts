import { roleNames } from "../../electron/contract/rights.ts";
import type { Seat } from "./seat.ts";

/** What keeps whoever sits here from changing what is prepared; null where nothing does. */
export interface PreparingLock {
  /** all: nobody but the secretary changes it · rules: what stands in the signed rule book */
  scope: "all" | "rules";
  sentence: string;
}

/** Why preparation can only be read, and what to do about it. */
export function preparingLock({ secured, account, security, may }: Seat): PreparingLock | null {
  if (!secured) return null;
  if (!may("preparing")) {
    const seated = account
      ? `Anda masuk sebagai ${roleNames[account.role]}: semuanya dapat dibaca di sini, tidak diubah.`
      : "Semuanya dapat dibaca di sini, tidak diubah.";
    return {
      scope: "all",
      sentence: `Hanya sekretaris yang mengubah persiapan. ${seated}`,
    };
  }
  const [newest] = security?.ruleBooks ?? [];
  if (newest?.frozenAt == null) return null;
  return {
    scope: "rules",
    sentence: `Tata nilai versi ${newest.version} sudah ditandatangani dan dibekukan. Untuk mengubahnya, buka perubahan bernomor di Pengamanan.`,
  };
}
