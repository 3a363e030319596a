import { AppError } from "../contract/errors.ts";
import type { RegisterRow } from "../contract/register.ts";
import { listPrintRuns } from "../database/queries/printRuns.ts";
import { listPrints, type StoredPrint } from "../database/queries/register.ts";
import { listSeenPages } from "../database/queries/seen.ts";
import { findSignedFile, listSignedPapers } from "../database/queries/signedPapers.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import { writeRegisterSheet } from "../interchange/registerSheet.ts";
import { type Context, os } from "./context.ts";
import { hidesRecipient } from "./embargo.ts";
import { getEdition } from "./lookup.ts";
import { giveNumbers, listNumberPatterns, saveNumberPattern } from "./paperNumbers.ts";
import { scanPaper, unseePaper } from "./scanning.ts";
import { countSeen } from "./seenCounts.ts";
import { sha256 } from "./sha256.ts";
import { fileSignedPaper } from "./signedPapers.ts";

export const register = {
  list: os.register.list.handler(({ input, context }) => listRegister(context, input.editionId)),

  exportFile: os.register.exportFile.handler(async ({ input, context }) => {
    const { title, year, sample } = getEdition(context.db, input.editionId);
    const bytes = await writeRegisterSheet({
      title: `Register dokumen ${title} (${year})`,
      rows: listRegister(context, input.editionId),
      now: new Date(context.clock.now()),
      sample,
    });
    return new File([Uint8Array.from(bytes)], `Register dokumen ${year}.xlsx`, { type: sheetMime });
  }),

  scan: os.register.scan.handler(({ input, context }) => scanPaper(context, input.editionId, input)),
  unsee: os.register.unsee.handler(({ input, context }) =>
    unseePaper(context, input.editionId, input.serial),
  ),
  counts: os.register.counts.handler(({ input, context }) => countSeen(context, input.editionId)),

  patterns: os.register.patterns.handler(({ input, context }) =>
    listNumberPatterns(context, input.editionId),
  ),
  savePattern: os.register.savePattern.handler(({ input, context }) => saveNumberPattern(context, input)),
  giveNumbers: os.register.giveNumbers.handler(({ input, context }) => giveNumbers(context, input)),

  fileSigned: os.register.fileSigned.handler(({ input, context }) => fileSignedPaper(context, input)),

  signedFile: os.register.signedFile.handler(({ input, context }) => {
    const { editionId, serial } = input;
    const filed = listSignedPapers(context.db, editionId).find((one) => one.serial === serial);
    if (!filed) throw new AppError("NOT_FOUND", `Belum ada PDF bertanda tangan untuk nomor seri ${serial}.`);
    if (hidesRecipient(context, filed.key)) {
      throw new AppError("FORBIDDEN", "Piagam ini terbuka setelah hasil diumumkan.");
    }
    const bytes = findSignedFile(context.db, editionId, filed.hash);
    if (!bytes || sha256(bytes) !== filed.hash) {
      throw new AppError(
        "STORAGE",
        `PDF bertanda tangan nomor seri ${serial} rusak di basis data. Ambil dari cadangan, atau simpan lagi berkas aslinya.`,
      );
    }
    return new File([bytes], `Bertanda tangan ${serial}.pdf`, { type: "application/pdf" });
  }),
};

const sheetMime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function listRegister(context: Context, editionId: number): RegisterRow[] {
  const { db } = context;
  getEdition(db, editionId);
  const runs = Map.groupBy(listPrintRuns(db, editionId), ({ serial }) => serial);
  const seenPages = Map.groupBy(listSeenPages(db, editionId), ({ serial }) => serial);
  const signed = new Map(listSignedPapers(db, editionId).map((one) => [one.serial, one]));
  const newest = new Set<string>();
  return listPrints(db, editionId).map((print): RegisterRow => {
    const { serial, content, revokedAt, revokedWhy, pages, seenAt, seenBy, seenHow, wentOut } = print;
    const replaced = newest.has(print.key);
    if (wentOut) newest.add(print.key);
    const hidden = hidesRecipient(context, print.key);
    const filed = signed.get(serial);
    return {
      serial,
      ...(hidden
        ? { key: "charter", title: "Piagam · penerimanya terbuka setelah hasil diumumkan", number: null }
        : { key: print.key, title: titleOf(print), number: print.number }),
      // Rounds come in the order of their ids: the last is the one that the paper ranks by.
      version:
        Object.entries(print.versions)
          .toSorted(([a], [b]) => Number(a) - Number(b))
          .at(-1)?.[1] ?? null,
      // Of a charter it would be quickly found by trying who may receive it.
      content: hidden ? null : content,
      state: revokedAt !== null ? "revoked" : !wentOut ? "calledOff" : replaced ? "replaced" : "inForce",
      revokedAt,
      revokedWhy,
      pages,
      seenAt,
      seenBy,
      seenHow,
      seenPages: (seenPages.get(serial) ?? []).map(({ page }) => page),
      runs: runs.get(serial) ?? [],
      signed: filed ? { signer: filed.signer, issuer: filed.issuer, filedAt: filed.filedAt } : null,
    };
  });
}

function titleOf({ title, key }: StoredPrint): string {
  return title ?? paperKindOf(key) ?? key;
}
