import { listCategories } from "../database/queries/categories.ts";
import { findPrint } from "../database/queries/register.ts";
import { factParts } from "../domain/facts.ts";
import { findField, type Json } from "../domain/canonicalJson.ts";
import type { LedgerBody } from "../domain/ledger.ts";
import type { Context } from "./context.ts";
import { hidesRecipient, hidesSealedResult } from "./embargo.ts";
import { getCategoryByKeys } from "./lookup.ts";

/** What the ledger withholds from whoever reads it before the results are announced. */
export interface LedgerHiding {
  /** The entry as it may be read, with a word on what it withholds; null where nothing is withheld. */
  hide: (body: LedgerBody) => (Pick<LedgerBody, "subject" | "old" | "new"> & { note: string }) | null;
  /** LIKE patterns of the subjects in whose text nobody may search: how many fit would tell what it says. */
  subjects: string[];
}

const ofRound = ["nilai", "ketikan", "keputusan", "koreksi"];
const later = "terbuka setelah hasil diumumkan";

/** Scores of a last round under embargo, and to whom charters were given, as the ledger has them. */
export function ledgerHidingOf(context: Context, editionId: number): LedgerHiding {
  const places = new Set(
    listCategories(context.db, editionId).flatMap(({ id }) => {
      const byKeys = getCategoryByKeys(context.db, id);
      const last = byKeys.rounds.at(-1);
      return last && hidesSealedResult(context, byKeys) ? [`${byKeys.category.id}/${last.round.id}`] : [];
    }),
  );
  if (places.size === 0) return { hide: () => null, subjects: [] };
  const hidesKey = (key: unknown) => typeof key === "string" && hidesRecipient(context, key);
  return {
    hide({ subject, old, new: after }) {
      const [kind = "", a = "", b = ""] = factParts(subject);
      if (ofRound.includes(kind) && places.has(`${a}/${b}`))
        return { subject, old: null, new: null, note: `isinya ${later}` };
      if (kind === "dokumen" && hidesKey(a))
        return { subject: "dokumen/charter", old: null, new: null, note: `penerimanya ${later}` };
      if (
        (kind === "cetak" || kind === "bertandatangan") &&
        hidesKey(findField(after, "key") ?? findField(old, "key"))
      )
        return { subject, old: null, new: null, note: `penerimanya ${later}` };
      // Trying out who may receive a charter would soon make the very PDF.
      if (kind === "keluar" && hidesKey(findPrint(context.db, editionId, a)?.key))
        return { subject, old: withoutPdf(old), new: withoutPdf(after), note: `hash PDF-nya ${later}` };
      const keys = subject === "dokumen" ? findField(after, "keys") : null;
      if (Array.isArray(keys) && keys.some(hidesKey))
        return { subject, old: null, new: null, note: `penerimanya ${later}` };
      return null;
    },
    subjects: [
      ...[...places].flatMap((place) => ofRound.map((kind) => `${kind}/${escaped(place)}/%`)),
      "dokumen",
      "dokumen/charter%",
      "cetak/%",
      "keluar/%",
      "bertandatangan/%",
    ],
  };
}

function withoutPdf(value: Json): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => !field.startsWith("pdf")));
}

function escaped(part: string): string {
  return part.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
