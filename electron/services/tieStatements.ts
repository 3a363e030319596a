import { AppError } from "../contract/errors.ts";
import type { RoundRow, TieStatement } from "../contract/rounds.ts";
import type { ReadDb } from "../database/open.ts";
import { findAccount, isSecured, type StoredAccount } from "../database/queries/accounts.ts";
import type { StoredRound } from "../database/queries/rounds.ts";
import { insertSignature, listSignatures } from "../database/queries/security.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { shortHead } from "../domain/ledger.ts";
import { checkOwnPin, checkPin } from "./accounts.ts";
import type { Context } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { getCategory, getEdition, getPanelist } from "./lookup.ts";
import { sha256 } from "./sha256.ts";

interface Place {
  db: ReadDb;
  round: StoredRound;
  panelistId: number;
}

/** What each panelist of a round declares, with the signature under what stands there now. */
export function statementsOf(db: ReadDb, round: StoredRound): TieStatement[] {
  const panelists = new Set(round.recusals.map(({ panelistId }) => panelistId));
  return round.panel
    .filter((id) => panelists.has(id))
    .map((panelistId) => {
      const place = { db, round, panelistId };
      const hash = hashOf(place);
      const { editionId } = getCategory(db, round.categoryId);
      const signed = listSignatures(db, editionId, subjectOf(place)).findLast((one) => one.hash === hash);
      return {
        panelistId,
        hash,
        shortHash: shortHead(hash),
        signature: signed
          ? {
              name: signed.role === "witness" ? getPanelist(db, panelistId).name : signed.name,
              witness: signed.role === "witness" ? signed.name : null,
              signedAt: signed.signedAt,
            }
          : null,
      };
    });
}

/** Panelists of a round whose ties are declared and not signed: the round is not sealed over them. */
export function unsignedStatements(db: ReadDb, round: StoredRound): string[] {
  return statementsOf(db, round)
    .filter(({ signature }) => signature === null)
    .map(({ panelistId }) => getPanelist(db, panelistId).name);
}

/** Puts the panelist's own signature under the statement, or that of who saw it signed on paper. */
export async function signStatement(
  context: Context,
  editionId: number,
  round: StoredRound,
  input: { panelistId: number; hash: string; way: "pin" | "paper"; pin: string },
): Promise<void> {
  const { db, clock } = context;
  if (!isSecured(db, editionId))
    throw new AppError(
      "NOT_READY",
      "Pernyataan ditandatangani pada edisi yang diamankan. Amankan dulu di Persiapan, Pengamanan.",
    );
  const account =
    input.way === "pin" ? await checkPanelist(context, input) : await checkOwnPin(context, input.pin);
  command(context, editionId, { act: "rounds.signStatement" }, () => {
    const statement = statementsOf(db, round).find(({ panelistId }) => panelistId === input.panelistId);
    if (!statement) throw new AppError("NOT_FOUND", "Panelis ini tidak menyatakan berhalangan di babak ini.");
    if (statement.hash !== input.hash)
      throw new AppError(
        "CONFLICT",
        "Isinya sudah berubah sejak Anda membacanya. Baca lagi, lalu tanda tangani.",
      );
    if (statement.signature)
      throw new AppError("CONFLICT", `Pernyataan ${statement.signature.name} sudah ditandatangani.`);
    insertSignature(db, editionId, {
      subject: subjectOf({ db, round, panelistId: input.panelistId }),
      hash: statement.hash,
      accountId: account.id,
      name: account.name,
      role: input.way === "pin" ? "panelist" : "witness",
      signedAt: clock.now(),
    });
  });
}

/** "ditandatangani dengan PIN sendiri", as minutes say it. */
export function signatureWords({ signature }: TieStatement): string {
  if (!signature) return "pernyataannya belum ditandatangani";
  return signature.witness === null
    ? "pernyataannya ditandatangani dengan PIN sendiri"
    : `pernyataannya ditandatangani di atas kertas, disaksikan ${signature.witness}`;
}

async function checkPanelist(
  context: Context,
  { panelistId, pin }: { panelistId: number; pin: string },
): Promise<StoredAccount> {
  const { name, accountId } = getPanelist(context.db, panelistId);
  const account = accountId === null ? null : findAccount(context.db, accountId);
  if (!account) {
    throw new AppError(
      "NOT_READY",
      `${name} belum mempunyai akun. Hubungkan akunnya di Persiapan, Panelis, atau pakai tanda tangan di atas kertas.`,
    );
  }
  return checkPin(context, account.id, pin);
}

function subjectOf({ db, round, panelistId }: Place): string {
  const { key } = getCategory(db, round.categoryId);
  return `berhalangan/${key}/${round.key}/${getPanelist(db, panelistId).key}`;
}

/** Everything the panelist puts their name to, by the names they read. */
function hashOf({ db, round, panelistId }: Place): string {
  const { editionId, name: category, entries } = getCategory(db, round.categoryId);
  const { year, title } = getEdition(db, editionId);
  const label = new Map(entries.map((entry) => [entry.id, entry.label]));
  return sha256(
    canonicalJson({
      format: "lencana/recusal@1",
      edition: { year, title },
      category,
      round: round.name,
      panelist: getPanelist(db, panelistId).name,
      ties: tiesOf(round, panelistId).map(({ entryId, reason }) => ({
        entry: label.get(entryId) ?? "",
        reason,
      })),
    }),
  );
}

export function tiesOf({ recusals }: Pick<RoundRow, "recusals">, panelistId: number): RoundRow["recusals"] {
  return recusals.filter((one) => one.panelistId === panelistId);
}
