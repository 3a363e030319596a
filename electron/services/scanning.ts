import type { ScanAnswer, SeenCount } from "../contract/register.ts";
import { AppError } from "../contract/errors.ts";
import { saveDocument } from "../database/queries/documents.ts";
import {
  findEditionOfSerial,
  findPrint,
  listPrints,
  saveSeen,
  type StoredPrint,
} from "../database/queries/register.ts";
import { timeText } from "../domain/indonesian.ts";
import { codeHashLength, type PaperCode, readPaperCode } from "../domain/paperCode.ts";
import { paperKindOf } from "../domain/paperKinds.ts";
import { announce, type Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import { readPapers } from "./documents.ts";
import { hidesRecipient } from "./embargo.ts";
import { command } from "./ledgerWriting.ts";

/** Papers of which every page carries the code, so that seeing it again says nothing. */
const onEveryPage = new Set(["scoreSheet", "blankSheet"]);
/** What is handed out or filed on paper, and so must be seen. */
const counted = new Set(["charter", "panelistCharter", "minutes"]);

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
  const about = { serial: print.serial, title };
  const fault = await faultOf(context, editionId, code, print);
  if (fault) return { ...about, ...fault, sentence: `${title} (seri ${print.serial}): ${fault.sentence}` };
  if (print.seenAt !== null && !onEveryPage.has(kindOf(print.key))) {
    return {
      ...about,
      kind: "double",
      sentence: `${title} (seri ${print.serial}) sudah terlihat ${timeText(print.seenAt)}. Bila ini lembar kedua, tarik salah satunya.`,
    };
  }
  if (print.seenAt === null) noteSeen(context, editionId, print);
  return { ...about, kind: "right", sentence: `${title} benar dan tercetak.` };
}

/** Takes back that a sheet was seen. */
export function unseePaper(context: Context, editionId: number, serial: string): void {
  const print = findPrint(context.db, editionId, serial);
  if (!print)
    throw new AppError("NOT_FOUND", `Nomor seri ${serial} tidak ada di register. Muat ulang halaman.`);
  if (print.seenAt === null)
    throw new AppError("CONFLICT", `Nomor seri ${serial} belum terlihat, jadi tidak ada yang ditarik.`);
  if (hidesRecipient(context, print.key)) {
    throw new AppError("FORBIDDEN", "Piagam ini baru dapat diperiksa setelah hasil diumumkan.");
  }
  command(context, editionId, { act: "register.unsee" }, () => {
    saveSeen(context.db, editionId, serial, null);
    saveDocument(context.db, editionId, print.key, { printedAt: null });
  });
  announce(context, editionId, "documents", "editions");
}

/** Charters and minutes that the edition calls for, held against the sheets that were seen. */
export async function countSeen(context: Context, editionId: number): Promise<SeenCount[]> {
  // Charters first: they are what is handed out.
  const rank = ({ kind }: { kind: string }) => (kind === "charter" ? 0 : 1);
  const papersOfEdition = await listPapers(context, editionId);
  const called = papersOfEdition
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(
      ({ kind, state }) =>
        counted.has(kind) && (state === "ready" || state === "printed" || state === "revoked"),
    );
  const printed = called.filter(({ state }) => state === "printed").map(({ key }) => key);
  const { papers } = await readPapers(context, editionId, printed, { keepGoing: true });
  const present = new Map(papers.map(({ key, issue }) => [key, issue?.serial]));
  const seen = Map.groupBy(
    listPrints(context.db, editionId).filter(
      ({ seenAt, revokedAt }) => seenAt !== null && revokedAt === null,
    ),
    ({ key }) => key,
  );
  const isOutdated = (key: string) =>
    !(seen.get(key) ?? []).some(({ serial }) => serial === present.get(key));
  const isSeen = (key: string) => printed.includes(key) && seen.has(key) && !isOutdated(key);
  // What nobody calls for any more is named by the list of papers as revoked, not here as missing.
  return Array.from(
    Map.groupBy(called, ({ group, kind }) => `${kind} ${group}`).values(),
    (members): SeenCount => {
      const named = members.map(({ key, title }) => ({ key, title }));
      return {
        group: members[0]!.group,
        what: paperKindOf(members[0]!.key) ?? "Dokumen",
        called: members.length,
        seen: named.filter(({ key }) => isSeen(key)).length,
        missing: named.filter(({ key }) => !isSeen(key)),
        outdated: named.filter(({ key }) => seen.has(key) && printed.includes(key) && isOutdated(key)),
      };
    },
  );
}

function noteSeen(context: Context, editionId: number, { serial, key }: StoredPrint): void {
  const at = context.clock.now();
  command(context, editionId, { act: "register.scan" }, () => {
    saveSeen(context.db, editionId, serial, { at, by: context.session?.account?.name ?? null });
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
  if (code.content !== null && print.content?.slice(0, codeHashLength) !== code.content) {
    return {
      kind: "wrong",
      sentence: "kodenya tidak cocok dengan yang dikeluarkan. Tarik lembar ini dan cetak ulang.",
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
  };
}

function unknown(sentence: string): ScanAnswer {
  return { kind: "unknown", sentence, serial: null, title: null };
}

function kindOf(key: string): string {
  return key.split("/")[0] ?? "";
}
