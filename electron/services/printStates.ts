import type { RegisterRow } from "../contract/register.ts";
import { listPrintRuns } from "../database/queries/printRuns.ts";
import { listPrints, type StoredPrint } from "../database/queries/register.ts";
import { listSeenPages } from "../database/queries/seen.ts";
import type { Context } from "./context.ts";
import { readPapers } from "./readPapers.ts";

/** What a paper would be now; both null where it can no longer be made. */
export interface Present {
  serial: string | null;
  content: string | null;
}

/** How something that went out stands to what its paper would say now. */
export interface PrintState {
  print: StoredPrint;
  state: RegisterRow["state"];
  /** Sheets of it are on paper, no longer right, and nobody has said that they were taken back. */
  toWithdraw: boolean;
}

/** Everything that went out, the newest first, held against the papers as they are now. */
export async function listPrintStates(
  context: Context,
  editionId: number,
): Promise<{ prints: PrintState[]; present: ReadonlyMap<string, Present> }> {
  const present = await readPresent(context, editionId);
  const stateOf = statesOf(present);
  const isOnPaper = onPaperIn(context, editionId);
  const prints = listPrints(context.db, editionId).map((print) => {
    const state = stateOf(print);
    const isWrong = state === "outdated" || state === "replaced" || state === "revoked";
    return { print, state, toWithdraw: isWrong && print.withdrawnAt === null && isOnPaper(print) };
  });
  return { prints, present };
}

/** What each paper that went out would be now, by its key. Those that may not be read yet are left out. */
async function readPresent(context: Context, editionId: number): Promise<ReadonlyMap<string, Present>> {
  const keys = new Set(
    listPrints(context.db, editionId).flatMap(({ key, wentOut, revokedAt }) =>
      wentOut && revokedAt === null ? [key] : [],
    ),
  );
  if (keys.size === 0) return new Map();
  const { papers, failures } = await readPapers(context, editionId, [...keys], { keepGoing: true });
  return new Map([
    ...papers.map(({ key, issue }) => [key, issue ?? nothing] as const),
    ...failures.filter(({ error }) => error.code !== "FORBIDDEN").map(({ key }) => [key, nothing] as const),
  ]);
}

const nothing: Present = { serial: null, content: null };

/** Says of prints, the newest first, how each stands to what its paper would say now. */
function statesOf(present: ReadonlyMap<string, Present>) {
  const newest = new Set<string>();
  return ({ key, serial, content, form, revokedAt, wentOut }: StoredPrint): RegisterRow["state"] => {
    const which = `${form} ${key}`;
    const isNewest = wentOut && !newest.has(which);
    if (wentOut) newest.add(which);
    if (revokedAt !== null) return "revoked";
    if (!wentOut) return "calledOff";
    const now = present.get(key);
    // Nothing is known of what a paper said that went out before there was a register, or that may not be read yet.
    if (now === undefined || content === null) return isNewest ? "inForce" : "replaced";
    if (form === "docx" ? now.content === content : now.serial === serial) return "inForce";
    return isNewest ? "outdated" : "replaced";
  };
}

/** Whether sheets of it are known to be on paper: some were seen, or it was sent to a printer. */
function onPaperIn({ db }: Context, editionId: number): (print: StoredPrint) => boolean {
  const seen = new Set(listSeenPages(db, editionId).map(({ serial }) => serial));
  const sent = new Set(
    listPrintRuns(db, editionId).flatMap(({ serial, target, outcome }) =>
      target.startsWith(toPrinter) && (outcome === null || outcome === "sent") ? [serial] : [],
    ),
  );
  return ({ serial, seenAt, form }) =>
    form === "pdf" && (seenAt !== null || seen.has(serial) || sent.has(serial));
}

/** How the target of a run to a printer begins; anything else is a file. */
export const toPrinter = "printer ";
