import type { LedgerRow } from "../contract/ledger.ts";
import { applicationChain, type LedgerFilter, findHead, listLedger } from "../database/queries/ledger.ts";
import { showPlainValue } from "../domain/factSentences.ts";
import { showFactValue } from "../domain/factWords.ts";
import { isFactAct } from "../domain/facts.ts";
import type { FactNames } from "../domain/factNames.ts";
import { type LedgerBody, readBody, shortHead } from "../domain/ledger.ts";
import { writeLedgerSheet } from "../interchange/ledgerSheet.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listRegions } from "../database/queries/regions.ts";
import { type Context, os } from "./context.ts";
import { isUnsettled } from "./keyedScores.ts";
import { type LedgerHiding, ledgerHidingOf } from "./ledgerHiding.ts";
import { actSentence, placeNames } from "./ledgerWords.ts";
import { appendEvent } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";

type Filter = {
  editionId: number;
  chain: "edition" | "accounts";
  regionCode: string | null;
  panelistKey: string | null;
  text: string;
  kind: string;
};

export const ledger = {
  list: os.ledger.list.handler(({ input, context }) => {
    const { editionId, before, limit } = input;
    const chain = chainOf(input);
    const hiding = ledgerHidingOf(context, editionId);
    const filter = filterOf(context, input, hiding);
    const { entries, total } = listLedger(context.db, chain, filter, { before, limit });
    const head = findHead(context.db, chain);
    return {
      entries: rowsOf(context, editionId, entries, hiding),
      total,
      head: head?.hash ?? null,
      shortHead: head && shortHead(head.hash),
    };
  }),

  exportFile: os.ledger.exportFile.handler(async ({ input, context }) => {
    const { editionId } = input;
    const edition = getEdition(context.db, editionId);
    const hiding = ledgerHidingOf(context, editionId);
    const filter = filterOf(context, input, hiding);
    const { entries } = listLedger(context.db, chainOf(input), filter, { before: null, limit: mostExported });
    const bytes = await writeLedgerSheet({
      title: `Buku catatan ${edition.title}`,
      rows: rowsOf(context, editionId, entries, hiding),
      now: new Date(context.clock.now()),
    });
    appendEvent(context, editionId, {
      act: "ekspor",
      subject: "bukucatatan",
      details: { entries: entries.length },
    });
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return new File([Uint8Array.from(bytes)], `buku-catatan-${edition.year}.xlsx`, { type });
  }),
};

function chainOf({ editionId, chain }: Filter): number {
  return chain === "accounts" ? applicationChain : editionId;
}

/** A sheet holds 1,048,576 rows. */
const mostExported = 1_000_000;

function rowsOf(
  context: Context,
  editionId: number,
  entries: ReturnType<typeof listLedger>["entries"],
  { hide }: LedgerHiding,
): LedgerRow[] {
  const names = placeNames(context.db, editionId);
  const blind =
    context.session?.account?.role === "verifier" || context.session?.account?.role === "operator";
  return entries.map((entry) => {
    const body = readBody(entry);
    const embargo = hide(body);
    const { seq, at, actor, from, act, subject, old, new: after, reason } = { ...body, ...embargo };
    // Whoever may still have to judge between two readings must not learn either from the ledger.
    const hidden = blind && isUnsettled(context.db, editionId, subject);
    return {
      seq,
      at,
      who: actor?.name ?? "Tanpa akun",
      role: actor ? showFactValue(actor.role, "role") : "",
      from,
      act,
      sentence: embargo
        ? `${sentenceOf(body, embargo.subject, names)} (${embargo.note}).`
        : actSentence(body, names, { hidden }),
      subject,
      old: hidden ? null : showPlainValue(subject, old),
      new: hidden ? null : showPlainValue(subject, after),
      reason,
    };
  });
}

/** What was done, without what it was done with. */
function sentenceOf(body: LedgerBody, subject: string, names: FactNames): string {
  const act = isFactAct(body) ? { ...body, subject } : { ...body, subject, new: null };
  return actSentence(act, names, { hidden: true }).replace(/\.$/, "");
}

const kinds: Record<string, string[]> = {
  all: [],
  scores: ["nilai/%", "ketikan/%"],
  rules: [
    "babak/%",
    "indikator/%",
    "kategori/%",
    "penghargaan/%",
    "kebijakan",
    "tatanilai/%",
    "pengetikan/%",
  ],
  signatures: ["tandatangan/%", "segel/%", "koreksi/%", "pengumuman"],
  papers: [
    "dokumen",
    "dokumen/%",
    "cetak/%",
    "halaman/%",
    "keluar/%",
    "polanomor/%",
    "bertandatangan/%",
    "surat",
    "acara/%",
    "rancangan/%",
    "rancanganpiagam/%",
    "periksanama/%",
    "temuannama/%",
    "pengaturan/%",
    "lambang/%",
    "templat",
    "peringkat",
    "keberatan",
    "bukucatatan",
    "bundel",
  ],
  access: ["akun/%", "akunpanelis/%", "cadangan", "jam", "aman", "pribadi", "pribadi/%"],
};

function filterOf(
  { db }: Context,
  { editionId, regionCode, panelistKey, text, kind }: Filter,
  { subjects }: LedgerHiding,
): LedgerFilter {
  const wanted = text.trim().toLowerCase();
  const named = (label: string) => wanted !== "" && label.toLowerCase().includes(wanted);
  const regions = listRegions(db, editionId).filter(({ label }) => named(label));
  const panelists = listPanelists(db, editionId).filter(({ name }) => named(name));
  return {
    allOf: [
      kinds[kind] ?? [],
      regionCode === null ? [] : aboutRegion(regionCode),
      panelistKey === null ? [] : aboutPanelist(panelistKey),
    ].filter((patterns) => patterns.length > 0),
    text: wanted,
    unsearched: subjects,
    textSubjects: [
      ...regions.flatMap(({ code }) => aboutRegion(code)),
      ...panelists.flatMap(({ key }) => aboutPanelist(key)),
    ],
  };
}

/** Patterns of subjects that are about a region, wherever: in a path of its own, or in a decision among others. */
function aboutRegion(code: string): string[] {
  return [`%/${escaped(code)}`, `%/${escaped(code)}/%`, `%/%${escaped(code)}%`];
}

function aboutPanelist(key: string): string[] {
  const part = escaped(key);
  return [`%/p:${part}/%`, `panelis/${part}`, `berhalangan/%/${part}/%`];
}

function escaped(part: string): string {
  return part.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
