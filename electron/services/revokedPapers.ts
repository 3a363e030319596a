import type { AwardRow } from "../contract/categories.ts";
import type { PaperRow } from "../contract/documents.ts";
import type { ReadDb } from "../database/open.ts";
import { listEntries } from "../database/queries/categories.ts";
import type { StoredDocument } from "../database/queries/documents.ts";
import type { StoredPrint } from "../database/queries/register.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { underEmbargo } from "./papers/states.ts";

/** The group of papers that nobody calls for any more. */
export const revokedGroup = "Dicabut";

/** Papers that a correction revoked and that the edition no longer calls for: somebody may still hold one. */
export function revokedAlone(
  papers: PaperRow[],
  prints: Map<string, StoredPrint>,
  stored: ReadonlyMap<string, StoredDocument>,
  usual: "A4" | "F4",
): PaperRow[] {
  const called = new Set(papers.map(({ key }) => key));
  return [...prints.values()]
    .filter(({ key, revokedAt }) => revokedAt !== null && !called.has(key))
    .map(({ key, serial, revokedWhy }) => ({
      key,
      kind: parseDocumentKey(key).kind,
      title: `${paperKindOf(key) ?? "Dokumen"} dicabut · seri ${serial}`,
      group: revokedGroup,
      state: "revoked",
      why: `${whyRevoked(revokedWhy)} Tarik lembar yang sudah keluar.`,
      number: null,
      date: null,
      paperSize: usual,
      issuedAt: null,
      printedAt: stored.get(key)?.printedAt ?? null,
    }));
}

/**
 * Charters that went out and that the ranking no longer gives to anybody they name: somebody may hold one. Where the
 * result is open again nobody is named yet, and what went out must wait with it.
 */
export function outForOthers(
  papers: PaperRow[],
  prints: ReadonlyMap<string, StoredPrint>,
  stored: ReadonlyMap<string, StoredDocument>,
  drafts: readonly Pick<PaperRow, "key" | "why">[],
  usual: "A4" | "F4",
  nameOf: (awardId: number, entryId: number) => string | null,
): PaperRow[] {
  const called = new Set(papers.map(({ key }) => key));
  const nobodyYet = drafts.filter(({ key }) => /^charter\/\d+\/0$/.test(key));
  const open = new Set(nobodyYet.map(({ key }) => key.split("/")[1]));
  const underSeal = new Set(
    nobodyYet.filter(({ why }) => why === underEmbargo).map(({ key }) => key.split("/")[1]),
  );
  const printed = [...stored.values()].filter(({ printedAt }) => printedAt !== null);
  const keys = new Set([...printed, ...prints.values()].map(({ key }) => key));
  return [...keys].flatMap((key) => {
    if (called.has(key)) return [];
    const document = stored.get(key);
    const printedAt = document?.printedAt ?? null;
    const parsed = parseDocumentKey(key);
    const { awardId, entryId } = parsed.at;
    if (parsed.kind !== "charter" || awardId === undefined || entryId === undefined) return [];
    const name = nameOf(awardId, entryId);
    if (name === null || underSeal.has(String(awardId))) return [];
    const since = printedAt === null ? "keluar" : "dicetak";
    const why = open.has(String(awardId))
      ? `Hasilnya terbuka lagi sejak piagam ini ${since}. Jangan dibagikan sebelum hasilnya selesai.`
      : `Hasilnya berubah sejak piagam ini ${since}, dan daerah ini bukan penerima lagi. Tarik lembar yang sudah tercetak.`;
    return [
      {
        key,
        kind: "charter" as const,
        title: `Piagam · ${name}`,
        group: revokedGroup,
        state: "revoked" as const,
        why,
        number: document?.number ?? null,
        date: document?.date ?? null,
        paperSize: document?.paperSize ?? usual,
        issuedAt: null,
        printedAt,
      },
    ];
  });
}

/** Why a print was revoked, as a sentence: somebody typed the reason of a correction. */
export function whyRevoked(why: string | null): string {
  const plain = (why ?? "Hasil yang menjadi dasarnya berubah").trim();
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}

/** Null where the award or the entry is gone. */
export function nameOfCharter(
  db: ReadDb,
  awards: readonly AwardRow[],
  awardId: number,
  entryId: number,
): string | null {
  const award = awards.find(({ id }) => id === awardId);
  const entry = award && listEntries(db, award.categoryId).find(({ id }) => id === entryId);
  return award && entry ? `${award.name} · ${entry.label}` : null;
}
