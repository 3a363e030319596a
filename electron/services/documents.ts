import { openAsBlob } from "node:fs";
import type { EditionRow } from "../contract/editions.ts";
import { AppError } from "../contract/errors.ts";
import { saveDocument } from "../database/queries/documents.ts";
import { settlePrintRun } from "../database/queries/printRuns.ts";
import { listPrints } from "../database/queries/register.ts";
import { forgetSeen } from "../database/queries/seen.ts";
import { inHandingOrder } from "../documents/handingOrder.ts";
import type { Paper } from "../documents/paperData.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import { makeTemporaryFolder, removeTemporaryFiles } from "../platform/temporaryFiles.ts";
import type { PaperFile } from "../work/paperFile.ts";
import { type Context, announce, os } from "./context.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { listPapers } from "./documentList.ts";
import { type Going, type Issue, recordIssues, refuseAgainWithoutReason } from "./issuing.ts";
import { underJob } from "./jobs.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";
import { findUsedNumbers, refuseUsedNumber } from "./paperNumbers.ts";
import { holdNames } from "./openNames.ts";
import { placeOf, renderForPreview, resourcesOf } from "./paperRun.ts";
import { listPresentPapers } from "./presentPapers.ts";
import { toPrinter } from "./printStates.ts";
import { readPapers } from "./readPapers.ts";
import { serialOf } from "./stamping.ts";

export const documents = {
  list: os.documents.list.handler(({ input, context }) => listPresentPapers(context, input.editionId)),

  preview: os.documents.preview.handler(async ({ input, context, signal }) => {
    const { key, title, paper } = (await readPapers(context, input.editionId, [input.key])).papers[0]!;
    const pdf = await renderForPreview(context, paper, signal);
    return new File([pdf], `${fileName(title, key)}.pdf`, { type: "application/pdf" });
  }),

  make: os.documents.make.handler(async ({ input, context, signal }) => {
    const read = await readPapers(context, input.editionId, input.keys, { keepGoing: true });
    const names = await holdNames(context, input.editionId, read.papers, {
      despite: input.despiteNames ?? false,
      signal,
    });
    const used = findUsedNumbers(
      context,
      input.editionId,
      read.papers.flatMap(({ issue }) => issue ?? []),
    );
    const failures = [
      ...[...read.failures, ...names.failures].map(({ key, sentence }) => ({ key, sentence })),
      ...[...used].map(([key, sentence]) => ({ key, sentence })),
    ];
    const held = new Set(failures.map(({ key }) => key));
    const papers = inHandingOrder(read.papers.filter(({ key }) => !held.has(key)));
    const edition = getEdition(context.db, input.editionId);
    // What an office edits further is no longer the paper of that serial: it goes out with none on it.
    const isEdited = input.bundle === "docx";
    if (isEdited && input.to === "printer") throw new AppError("INVALID", notPrintable);
    const going = goingOf(context, input);
    const toIssue = papers.flatMap(({ issue }) =>
      issue ? [isEdited ? asEdited(edition, issue) : issue] : [],
    );
    refuseAgainWithoutReason(context, input.editionId, toIssue, going.reason);
    const place = placeOf(
      papers.map(({ paper }) => paper),
      "bulk",
    );
    const name =
      papers.length === 1
        ? fileName(papers[0]!.title, papers[0]!.key)
        : fileName(`Dokumen ${edition.title}`, String(edition.year));
    const folder = makeTemporaryFolder(context.paths.temporary);
    const made = await underJob(context, input.job, signal, (options) =>
      context.work.run(
        place.lane,
        "makePapers",
        {
          ...resourcesOf(context),
          bundle: input.bundle,
          folder,
          name,
          papers: papers.map(({ key, title, paper }, index) => ({
            key,
            title,
            // Numbered, so that a folder lists them in the order of the ceremony.
            name: `${numbered(index + 1, papers.length)}${fileName(title, key)}`,
            paper: isEdited ? withoutSerial(paper) : paper,
          })),
        },
        { ...options, ...place.limit },
      ),
    ).catch((error: unknown) => {
      removeTemporaryFiles(folder);
      throw error;
    });
    const all = [...failures, ...made.failures];
    if (!made.file) {
      removeTemporaryFiles(folder);
      throw new AppError("INVALID", `Tidak ada dokumen yang dapat dibuat. ${all[0]?.sentence ?? ""}`.trim(), {
        problems: all.map(({ key, sentence }) => ({ path: key, message: sentence })),
      });
    }
    if (input.to === "printer" && made.file.extension === "zip") {
      removeTemporaryFiles(folder);
      throw new AppError("INVALID", severalFiles);
    }
    const failed = new Set(made.failures.map(({ key }) => key));
    const out = papers.filter(({ key }) => !failed.has(key));
    const issues = out.flatMap(({ key, issue }) =>
      issue
        ? [
            {
              ...(isEdited ? asEdited(edition, issue) : issue),
              pages: made.pages[key] ?? null,
              file: made.ownFiles[key] ?? null,
            },
          ]
        : [],
    );
    const despite = out.flatMap(({ title, key }) => {
      const words = names.despite.get(key);
      return words === undefined ? [] : [`${title} (${words})`];
    });
    const details = {
      keys: out.map(({ key }) => key),
      serials: issues.map(({ serial }) => serial),
      ...(despite.length > 0 && { despite }),
    };
    const runs = command(context, input.editionId, { act: "documents.make" }, () => {
      appendEvent(context, input.editionId, { act: "ekspor", subject: "dokumen", details });
      return recordIssues(context, input.editionId, issues, {
        ...going,
        despite: names.despite,
        at: context.clock.now(),
      });
    });
    announce(context, input.editionId, "documents", "ledger");
    return { ...(await handOut(context, made.file, name)), failures: all, runs };
  }),

  settlePrint: os.documents.settlePrint.handler(({ input, context }) => {
    const { editionId, runs, outcome } = input;
    getEdition(context.db, editionId);
    command(context, editionId, { act: "documents.settlePrint" }, () => {
      for (const run of runs) {
        if (settlePrintRun(context.db, editionId, { ...run, outcome })) continue;
        throw new AppError(
          "CONFLICT",
          `Pencetakan nomor seri ${run.serial} sudah dijawab, atau tidak ada di register. Muat ulang halaman.`,
        );
      }
    });
    announce(context, editionId, "documents");
  }),

  setDetails: os.documents.setDetails.handler(async ({ input, context }) => {
    const { editionId, keys, ...details } = input;
    getEdition(context.db, editionId);
    // Whoever may not see a paper yet, or makes up its key, changes nothing of it.
    const papers = await listPapers(context, editionId);
    for (const key of keys) {
      parseDocumentKey(key);
      if (!papers.some((paper) => paper.key === key))
        throw new AppError("NOT_FOUND", "Dokumen ini sudah tidak ada. Muat ulang daftar dokumen.");
    }
    const given = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    if (given.number === "") given.number = null;
    if (typeof given.number === "string" && /[{}]/.test(given.number)) {
      const pattern =
        "Nomor satu dokumen tidak memuat kurung kurawal. Ketik nomornya sendiri, atau tulis polanya di Register dokumen, Penomoran.";
      throw new AppError("INVALID", pattern, { problems: [{ path: "number", message: pattern }] });
    }
    if (typeof given.number === "string") {
      if (keys.length > 1) {
        const several = `Nomor ${given.number} tidak dapat dipakai ${keys.length} dokumen sekaligus. Ketik nomor lain.`;
        throw new AppError("CONFLICT", several);
      }
      refuseUsedNumber(context, { editionId, keys, papers, number: given.number });
    }
    command(context, editionId, { act: "documents.setDetails" }, () => {
      for (const key of keys) saveDocument(context.db, editionId, key, given);
    });
    announce(context, editionId, "documents");
  }),

  unmarkPrinted: os.documents.unmarkPrinted.handler(async ({ input, context }) => {
    const { editionId, keys, reason } = input;
    const { db } = context;
    const rows = new Map((await listPapers(context, editionId)).map((row) => [row.key, row]));
    for (const key of keys) {
      if (rows.has(key)) continue;
      throw new AppError("NOT_FOUND", "Dokumen ini sudah tidak ada. Muat ulang daftar dokumen.");
    }
    command(context, editionId, { act: "documents.unmarkPrinted", reason }, () => {
      for (const key of keys) saveDocument(db, editionId, key, { printedAt: null });
      for (const { key, serial } of listPrints(db, editionId))
        if (keys.includes(key)) forgetSeen(db, editionId, serial);
    });
    announce(context, editionId, "documents", "editions");
  }),
};

/** It stays on the disk, from where it is read as it goes out; a window of our own only learns what it is named by. */
async function handOut({ keepFile }: Context, { path, extension, mime }: PaperFile, name: string) {
  const content = keepFile ? [] : [await openAsBlob(path)];
  const file = new File(content, `${name}.${extension}`, { type: mime });
  return { file, kept: keepFile?.(path) ?? null };
}

const notPrintable =
  "Berkas .docx tidak dicetak dari sini, karena masih dapat disunting. Simpan berkasnya, atau cetak sebagai PDF.";

const severalFiles =
  "Dokumen yang dipilih berlainan jenis, tanggal, atau kertas, jadi tidak dapat dicetak sekaligus. Cetak per kelompok, atau simpan ZIP lalu cetak dari sana.";

function asEdited(edition: EditionRow, issue: Issue): Issue {
  const serial = serialOf(edition, { ...issue, content: issue.content ?? "" }, "docx");
  return { ...issue, serial, form: "docx" };
}

function withoutSerial<P extends Paper>(paper: P): P {
  return paper.proof ? { ...paper, proof: { ...paper.proof, serial: null, code: null } } : paper;
}

interface Wanted {
  bundle: string;
  to?: "printer" | "file" | undefined;
  printer?: string | null | undefined;
  reason?: string | null | undefined;
}

/** Where the file goes, as far as the window knows: in the system's print dialog another printer may still be chosen. */
function goingOf({ about }: Context, { to, printer, reason, bundle }: Wanted): Omit<Going, "at"> {
  const saved = bundle === "docx" ? ".docx disimpan" : "PDF disimpan";
  const printed = `${toPrinter}${printer ?? `tidak disebut (${about.shell})`}`;
  return { target: to === "printer" ? printed : saved, reason: reason ?? null };
}

/** "007 " of hundreds; nothing of a single one. */
function numbered(order: number, of: number): string {
  return of === 1 ? "" : `${String(order).padStart(String(of).length, "0")} `;
}

/** A file name that every system takes: the title without signs, and the key to tell namesakes apart. */
function fileName(title: string, key: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/[^\p{Letter}\p{Number} .,-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100);
  const [, ...place] = key.split("/");
  if (place.length === 0) return plain;
  const words = paperKindOf(key)?.toLowerCase() ?? "lencana";
  return `${plain || "dokumen"} (${[words, ...place].join("-")})`;
}
