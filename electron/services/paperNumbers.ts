import { AppError } from "../contract/errors.ts";
import type { PaperRow } from "../contract/documents.ts";
import { listDocuments, saveDocument } from "../database/queries/documents.ts";
import { listPatterns, savePattern } from "../database/queries/paperNumbers.ts";
import { listPrints } from "../database/queries/register.ts";
import { isNumbered, numberBy, numberCodes, patternProblem } from "../domain/paperNumbers.ts";
import { paperKindOf, paperKinds } from "../domain/paperKinds.ts";
import { announce, type Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import { hidesRecipient } from "./embargo.ts";
import { command } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";

type Kind = PaperRow["kind"];

export function listNumberPatterns({ db }: Context, editionId: number): { kind: Kind; pattern: string }[] {
  return listPatterns(db, editionId).flatMap(({ kind, pattern }) =>
    isKind(kind) ? [{ kind, pattern }] : [],
  );
}

export function saveNumberPattern(
  context: Context,
  { editionId, kind, pattern }: { editionId: number; kind: Kind; pattern: string },
): void {
  getEdition(context.db, editionId);
  const problem = pattern === "" ? null : patternProblem(pattern);
  if (problem) throw new AppError("INVALID", problem, { problems: [{ path: "pattern", message: problem }] });
  command(context, editionId, { act: "register.savePattern" }, () =>
    savePattern(context.db, editionId, kind, pattern === "" ? null : pattern),
  );
  announce(context, editionId, "register");
}

/** Numbers papers in the order of the list, as the decree names them; refuses all where one cannot be numbered. */
export async function giveNumbers(
  context: Context,
  { editionId, keys, start }: { editionId: number; keys: string[]; start: number },
): Promise<{ key: string; number: string }[]> {
  const { db } = context;
  const edition = getEdition(db, editionId);
  const patterns = new Map(listPatterns(db, editionId).map(({ kind, pattern }) => [kind, pattern]));
  const all = await listPapers(context, editionId);
  const chosen = all.filter(({ key }) => keys.includes(key));
  if (chosen.length < new Set(keys).size) {
    throw new AppError("NOT_FOUND", "Ada dokumen terpilih yang sudah tidak ada. Muat ulang daftar dokumen.");
  }
  const numbers = chosen.map(({ key, kind, title, date }, index) => {
    const pattern = patterns.get(kind);
    if (pattern === undefined) {
      throw new AppError(
        "NOT_READY",
        `Pola nomor ${paperKinds[kind].toLowerCase()} belum ditetapkan. Isi pola nomornya dahulu.`,
      );
    }
    const parts = {
      order: start + index,
      date,
      year: edition.year,
      code: isNumbered(kind) ? numberCodes[kind] : "",
    };
    const number = numberBy(pattern, parts);
    if (number === null) {
      throw new AppError(
        "NOT_READY",
        `Tanggal "${title}" belum diisi, padahal pola nomornya memuat bulan. Isi tanggalnya dahulu.`,
      );
    }
    return { key, number };
  });
  for (const { number } of numbers) refuseUsedNumber(context, { editionId, keys, papers: all, number });
  command(context, editionId, { act: "register.giveNumbers" }, () => {
    for (const { key, number } of numbers) saveDocument(db, editionId, key, { number });
  });
  announce(context, editionId, "documents");
  return numbers;
}

/**
 * One number names one paper: two with the same could not be told apart in the register of letters. A paper that went out
 * keeps its number taken, also where the edition no longer calls for it.
 */
export function refuseUsedNumber(
  context: Context,
  given: { editionId: number; keys: readonly string[]; papers: readonly PaperRow[]; number: string },
): void {
  const { db } = context;
  const { editionId, keys, papers, number } = given;
  const called = new Map(papers.map(({ key, title }) => [key, title]));
  const out = new Set(listPrints(db, editionId).map(({ key }) => key));
  const isTaken = (key: string) => called.has(key) || out.has(key) || hidesRecipient(context, key);
  const other = listDocuments(db, editionId).find(
    (one) =>
      one.number !== null &&
      alike(one.number) === alike(number) &&
      !keys.includes(one.key) &&
      isTaken(one.key),
  );
  if (!other) return;
  const title =
    called.get(other.key) ??
    (hidesRecipient(context, other.key)
      ? "dokumen yang belum diumumkan"
      : `${paperKindOf(other.key) ?? "dokumen"} yang tidak berlaku lagi`);
  throw new AppError("CONFLICT", `Nomor ${number} sudah dipakai "${title}". Ketik nomor lain.`);
}

/** What the eye takes for the same number is the same. */
function alike(number: string): string {
  return number
    .normalize("NFKC")
    .replaceAll(/[\s\p{Cf}]/gu, "")
    .toLocaleUpperCase("id");
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(paperKinds, kind);
}
