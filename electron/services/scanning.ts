import type { ScanAnswer } from "../contract/register.ts";
import { AppError } from "../contract/errors.ts";
import { saveDocument } from "../database/queries/documents.ts";
import { findEditionOfSerial, findPrint, type StoredPrint } from "../database/queries/register.ts";
import {
  forgetSeen,
  insertSeenPage,
  listSeenPages,
  saveSeen,
  type SeenHow,
} from "../database/queries/seen.ts";
import type { Paper } from "../documents/paperData.ts";
import { listInWords, timeText } from "../domain/indonesian.ts";
import { type PaperCode, readPaperCode } from "../domain/paperCode.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import { announce, type Context } from "./context.ts";
import { readPapers } from "./readPapers.ts";
import { hidesRecipient } from "./embargo.ts";
import { command } from "./ledgerWriting.ts";
import { whyRevoked } from "./revokedPapers.ts";
import { lackingPages } from "./seenCounts.ts";

/** Holds the code of a sheet against the record; only a right one changes anything. */
export async function scanPaper(
  context: Context,
  editionId: number,
  { code: text, by }: { code: string; by?: Exclude<SeenHow, "typed"> | undefined },
): Promise<ScanAnswer> {
  const code = readPaperCode(text);
  if (!code)
    return unknown(
      "Ini bukan kode verifikasi internal Lencana. Pindai kode di kaki dokumen, atau ketik nomor serinya.",
    );
  const print = findPrint(context.db, editionId, code.serial);
  if (!print) return notOfHere(context, editionId, code);
  if (hidesRecipient(context, print.key)) {
    throw new AppError("FORBIDDEN", "Piagam ini baru dapat diperiksa setelah hasil diumumkan.");
  }
  const title = print.title ?? paperKindOf(print.key) ?? print.key;
  const about = { serial: print.serial, title, page: null };
  const held = await holdAgainstRecord(context, editionId, code, print);
  if ("kind" in held) {
    const { kind, sentence } = held;
    return { ...about, kind, sentence: `${title} (seri ${print.serial}): ${sentence}` };
  }
  // Whatever another window did in the meantime counts.
  const { seenAt, pages } = findPrint(context.db, editionId, print.serial) ?? print;
  const of = pages ?? code.page?.of ?? 1;
  const how: SeenHow = code.content === null ? "typed" : (by ?? "scanner");
  if (of > 1) {
    const sheetOf = (page: number) => sheetWords(held.paper, page, of);
    const whole = { ...print, title, seenAt, of, how, sheetOf };
    return scanPage(context, editionId, whole, code.page?.number ?? null);
  }
  if (code.page && code.page.number > 1) {
    const why =
      pages === null
        ? "keluar sebelum setiap halaman berkode, jadi banyaknya halaman tidak tercatat; ketik nomor serinya saja bila semua halamannya ada"
        : `hanya satu halaman; ketik nomor serinya saja, misalnya ${print.serial}`;
    return { ...about, kind: "page", sentence: `${title} ${why}.` };
  }
  if (seenAt !== null) {
    return {
      ...about,
      kind: "double",
      sentence: `${title} (seri ${print.serial}) sudah dibaca ${timeText(seenAt)}. Bila ini lembar kedua, tarik salah satunya.`,
    };
  }
  noteSeen(context, editionId, print, how);
  return { ...about, kind: "right", sentence: `${title} benar dan tercetak.` };
}

/** Whose sheet a page is, of score sheets that take a page each: " · Kota Batu". */
function sheetWords(paper: Paper, page: number, of: number): string {
  const sheet =
    paper.kind === "scoreSheet" && paper.sheets.length === of ? paper.sheets[page - 1] : undefined;
  return sheet ? ` (${sheet.entry})` : "";
}

/** Notes one page of a paper of several; the last that lacked makes it printed. */
function scanPage(
  context: Context,
  editionId: number,
  print: StoredPrint & { title: string; of: number; how: SeenHow; sheetOf: (page: number) => string },
  page: number | null,
): ScanAnswer {
  const { serial, title, of, how, sheetOf } = print;
  const seen = listSeenPages(context.db, editionId).filter((one) => one.serial === serial);
  const lacking = lackingPages(of, new Set(seen.map((one) => one.page)));
  const about = { serial, title, page: page === null ? null : { number: page, of } };
  if (page === null || page > of) {
    const what = page === null ? `terdiri atas ${of} halaman` : `hanya ${of} halaman`;
    return {
      ...about,
      kind: "page",
      page: null,
      sentence: `${title} ${what}; ketik nomor seri beserta halamannya, misalnya ${serial}/${lacking[0] ?? of}.`,
    };
  }
  const before = seen.find((one) => one.page === page);
  if (before) {
    return {
      ...about,
      kind: "double",
      sentence: `${title} (seri ${serial}) halaman ${page}${sheetOf(page)} sudah dibaca ${timeText(before.seenAt)}. Bila ini lembar kedua, tarik salah satunya.`,
    };
  }
  const left = lacking.filter((one) => one !== page);
  noteSeen(context, editionId, print, how, { page, of, isLast: left.length === 0 });
  const sentence =
    left.length === 0
      ? `${title} lengkap ${of} halaman, benar dan tercetak.`
      : `${title} halaman ${page} dari ${of}${sheetOf(page)} benar; kurang ${lackingWords(left, sheetOf)}.`;
  return { ...about, kind: "right", sentence };
}

const mostLackingNamed = 8;

/** "halaman 2 dan 5"; of very many only the first. */
function lackingWords(pages: readonly number[], sheetOf: (page: number) => string): string {
  const named = pages.slice(0, mostLackingNamed).map((page) => `${page}${sheetOf(page)}`);
  if (pages.length <= mostLackingNamed) return `halaman ${listInWords(named)}`;
  return `${pages.length} halaman: ${named.join(", ")}, dan seterusnya`;
}

/** Takes back that a paper was seen, with all of its pages. */
export function unseePaper(context: Context, editionId: number, serial: string): void {
  const print = findPrint(context.db, editionId, serial);
  if (!print)
    throw new AppError("NOT_FOUND", `Nomor seri ${serial} tidak ada di register. Muat ulang halaman.`);
  const isInPart = listSeenPages(context.db, editionId).some((page) => page.serial === serial);
  if (print.seenAt === null && !isInPart)
    throw new AppError("CONFLICT", `Nomor seri ${serial} belum dibaca, jadi tidak ada yang diurungkan.`);
  if (hidesRecipient(context, print.key)) {
    throw new AppError("FORBIDDEN", "Piagam ini baru dapat diperiksa setelah hasil diumumkan.");
  }
  command(context, editionId, { act: "register.unsee" }, () => {
    forgetSeen(context.db, editionId, serial);
    saveDocument(context.db, editionId, print.key, { printedAt: null });
  });
  announce(context, editionId, "documents", "editions");
}

/** Without a page the whole paper is seen. */
function noteSeen(
  context: Context,
  editionId: number,
  { serial, key, seenAt }: StoredPrint,
  how: SeenHow,
  page: { page: number; of: number; isLast: boolean } | null = null,
): void {
  const at = context.clock.now();
  const by = context.session?.account?.name ?? null;
  command(context, editionId, { act: "register.scan" }, () => {
    if (page) {
      const { isLast: _, ...which } = page;
      insertSeenPage(context.db, editionId, { serial, seenAt: at, seenBy: by, seenHow: how, ...which });
    }
    if (seenAt !== null || page?.isLast === false) return;
    saveSeen(context.db, editionId, serial, { at, by, how });
    saveDocument(context.db, editionId, key, { printedAt: at });
  });
  announce(context, editionId, "documents", "editions");
}

/** The paper as it would be made now, which the sheet is, or why a sheet that did go out is not the record. */
async function holdAgainstRecord(
  context: Context,
  editionId: number,
  code: PaperCode,
  print: StoredPrint,
): Promise<Pick<ScanAnswer, "kind" | "sentence"> | { paper: Paper }> {
  if (print.revokedAt !== null) {
    return {
      kind: "revoked",
      sentence: `sudah dicabut. ${whyRevoked(print.revokedWhy)} Tarik lembar ini.`,
    };
  }
  if (print.form === "docx") {
    return {
      kind: "wrong",
      sentence:
        "seri ini milik berkas .docx, yang tidak berkode dan masih dapat disunting. Cetak PDF-nya, lalu pindai lembar itu.",
    };
  }
  if (code.content !== null && print.content?.startsWith(code.content) !== true) {
    return {
      kind: "wrong",
      sentence: "kodenya tidak cocok dengan yang dikeluarkan. Tarik lembar ini dan cetak ulang.",
    };
  }
  const of = code.page?.of ?? null;
  if (of !== null && print.pages !== null && of !== print.pages) {
    return {
      kind: "wrong",
      sentence: `lembar ini dari cetakan ${of} halaman, padahal yang berlaku ${print.pages} halaman. Tarik semua lembar cetakan itu.`,
    };
  }
  const { papers, failures } = await readPapers(context, editionId, [print.key], { keepGoing: true });
  const [failure] = failures;
  // Whoever may not see the result yet is not told that a right sheet is wrong.
  if (failure?.error.code === "FORBIDDEN") throw failure.error;
  const [present] = papers;
  const issue = present?.issue;
  if (!present || !issue) {
    const why = failure?.sentence ?? "Hasil yang menjadi dasarnya terbuka lagi.";
    return { kind: "wrong", sentence: `tidak berlaku lagi. ${why} Jangan dibagikan.` };
  }
  // What went out before there was a register has only the version of its result to be held against.
  const same =
    print.content === null
      ? JSON.stringify(print.versions) === JSON.stringify(issue.versions)
      : issue.serial === print.serial;
  if (same) return { paper: present.paper };
  return {
    kind: "wrong",
    sentence: `isinya berubah sejak dicetak; yang berlaku berseri ${issue.serial}. Cetak ulang, lalu tarik lembar ini.`,
  };
}

function notOfHere({ db }: Context, editionId: number, { serial }: PaperCode): ScanAnswer {
  const other = findEditionOfSerial(db, serial, editionId);
  if (other === null) {
    return unknown(
      `Nomor seri ${serial} tidak pernah keluar dari edisi ini. Periksa lembarnya, atau ketik lagi nomornya.`,
    );
  }
  return {
    kind: "otherEdition",
    sentence: `Nomor seri ${serial} milik edisi lain: ${other}. Pisahkan lembar ini.`,
    serial,
    title: null,
    page: null,
  };
}

function unknown(sentence: string): ScanAnswer {
  return { kind: "unknown", sentence, serial: null, title: null, page: null };
}
