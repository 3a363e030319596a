import { AppError } from "../contract/errors.ts";
import { findSignedFile, listSignedPapers } from "../database/queries/signedPapers.ts";
import { writeRegisterSheet } from "../interchange/registerSheet.ts";
import { os } from "./context.ts";
import { hidesRecipient } from "./embargo.ts";
import { getEdition } from "./lookup.ts";
import { listRegister } from "./registerRows.ts";
import { giveNumbers, listNumberPatterns, saveNumberPattern } from "./paperNumbers.ts";
import { scanPaper, unseePaper } from "./scanning.ts";
import { withdrawSheets } from "./withdrawing.ts";
import { countSeen } from "./seenCounts.ts";
import { sha256 } from "./sha256.ts";
import { fileSignedPaper } from "./signedPapers.ts";

export const register = {
  list: os.register.list.handler(({ input, context }) => listRegister(context, input.editionId)),

  exportFile: os.register.exportFile.handler(async ({ input, context }) => {
    const { title, year, sample } = getEdition(context.db, input.editionId);
    const bytes = await writeRegisterSheet({
      title: `Register dokumen ${title} (${year})`,
      rows: await listRegister(context, input.editionId),
      now: new Date(context.clock.now()),
      sample,
    });
    return new File([Uint8Array.from(bytes)], `Register dokumen ${year}.xlsx`, { type: sheetMime });
  }),

  scan: os.register.scan.handler(({ input, context }) => scanPaper(context, input.editionId, input)),
  unsee: os.register.unsee.handler(({ input, context }) =>
    unseePaper(context, input.editionId, input.serial),
  ),
  withdraw: os.register.withdraw.handler(({ input, context }) =>
    withdrawSheets(context, input.editionId, input.serial),
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
