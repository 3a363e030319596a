import type { ScanAnswer } from "../contract/register.ts";
import { AppError } from "../contract/errors.ts";
import { saveDocument } from "../database/queries/documents.ts";
import {
  findEditionOfSerial,
  findPrint,
  forgetSeen,
  insertSeenPage,
  listSeenPages,
  saveSeen,
  type StoredPrint,
} from "../database/queries/register.ts";
import { listInWords, timeText } from "../domain/indonesian.ts";
import { type PaperCode, readPaperCode } from "../domain/paperCode.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import { announce, type Context } from "./context.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { readPapers } from "./readPapers.ts";
import { hidesRecipient } from "./embargo.ts";
import { command } from "./ledgerWriting.ts";
import { lackingPages } from "./seenCounts.ts";

/** Holds the code of a sheet against the record; only a right one changes anything. */
export async function scanPaper(context: Context, editionId: number, text: string): Promise<ScanAnswer> {
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
  const fault = await faultOf(context, editionId, code, print);
  if (fault) return { ...about, ...fault, sentence: `${title} (seri ${print.serial}): ${fault.sentence}` };
  // Whatever another window did in the meantime counts.
  const { seenAt, pages } = findPrint(context.db, editionId, print.serial) ?? print;
  const isShared = parseDocumentKey(print.key).seen === "anyPage";
  const of = isShared ? 1 : (pages ?? code.page?.of ?? 1);
  if (of > 1) return scanPage(context, editionId, { ...print, title, seenAt, of }, code.page?.number ?? null);
  if (!isShared && code.page && code.page.number > 1) {
    const why =
      pages === null
        ? "keluar sebelum setiap halaman berkode, jadi banyaknya halaman tidak tercatat; ketik nomor serinya saja bila semua halamannya ada"
        : `hanya satu halaman; ketik nomor serinya saja, misalnya ${print.serial}`;
    return { ...about, kind: "page", sentence: `${title} ${why}.` };
  }
  if (seenAt !== null && !isShared) {
    return {
      ...about,
      kind: "double",
      sentence: `${title} (seri ${print.serial}) sudah terlihat ${timeText(seenAt)}. Bila ini lembar kedua, tarik salah satunya.`,
    };
  }
  if (seenAt === null) noteSeen(context, editionId, print);
  return { ...about, kind: "right", sentence: `${title} benar dan tercetak.` };
}

/** Notes one page of a paper of several; the last that lacked makes it printed. */
function scanPage(
  context: Context,
  editionId: number,
  print: StoredPrint & { title: string; of: number },
  page: number | null,
): ScanAnswer {
  const { serial, title, of } = print;
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
      sentence: `${title} (seri ${serial}) halaman ${page} sudah terlihat ${timeText(before.seenAt)}. Bila ini lembar kedua, tarik salah satunya.`,
    };
  }
  const left = lacking.filter((one) => one !== page);
  noteSeen(context, editionId, print, { page, of, isLast: left.length === 0 });
  const sentence =
    left.length === 0
      ? `${title} lengkap ${of} halaman, benar dan tercetak.`
      : `${title} halaman ${page} dari ${of} benar; kurang halaman ${listInWords(left.map(String))}.`;
  return { ...about, kind: "right", sentence };
}

/** Takes back that a paper was seen, with all of its pages. */
export function unseePaper(context: Context, editionId: number, serial: string): void {
  const print = findPrint(context.db, editionId, serial);
  if (!print)
    throw new AppError("NOT_FOUND", `Nomor seri ${serial} tidak ada di register. Muat ulang halaman.`);
  const isInPart = listSeenPages(context.db, editionId).some((page) => page.serial === serial);
  if (print.seenAt === null && !isInPart)
    throw new AppError("CONFLICT", `Nomor seri ${serial} belum terlihat, jadi tidak ada yang ditarik.`);
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
  page: { page: number; of: number; isLast: boolean } | null = null,
): void {
  const at = context.clock.now();
  const by = context.session?.account?.name ?? null;
  command(context, editionId, { act: "register.scan" }, () => {
    if (page) {
      const { isLast: _, ...which } = page;
      insertSeenPage(context.db, editionId, { serial, seenAt: at, seenBy: by, ...which });
    }
    if (seenAt !== null || page?.isLast === false) return;
    saveSeen(context.db, editionId, serial, { at, by });
    saveDocument(context.db, editionId, key, { printedAt: at });
  });
  announce(context, editionId, "documents", "editions");
}

/** Why a sheet that did go out is not the record; null where it is. */
async function faultOf(
  context: Context,
  editionId: number,
  code: PaperCode,
  print: StoredPrint,
): Promise<Pick<ScanAnswer, "kind" | "sentence"> | null> {
  if (print.revokedAt !== null) {
    return {
      kind: "revoked",
      sentence: `sudah dicabut. ${print.revokedWhy ?? ""}. Tarik lembar ini.`.replaceAll("..", "."),
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
  const issue = papers[0]?.issue;
  if (!issue) {
    const why = failures[0]?.sentence ?? "Hasil yang menjadi dasarnya terbuka lagi.";
    return { kind: "wrong", sentence: `tidak berlaku lagi. ${why} Jangan dibagikan.` };
  }
  // What went out before there was a register has only the version of its result to be held against.
  const same =
    print.content === null
      ? JSON.stringify(print.versions) === JSON.stringify(issue.versions)
      : issue.serial === print.serial;
  if (same) return null;
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
