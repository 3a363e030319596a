import type { PaperRow } from "../contract/documents.ts";
import type { AwardRow, CategoryRow } from "../contract/categories.ts";
import type { EditionRow } from "../contract/editions.ts";
import type { ReadDb } from "../database/open.ts";
import { listAwards, listCategories, listEntries } from "../database/queries/categories.ts";

import { listDocuments, type StoredDocument } from "../database/queries/documents.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listPrints, type StoredPrint } from "../database/queries/register.ts";
import { listRounds, type StoredRound } from "../database/queries/rounds.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { getCategoryByKeys, getEdition } from "./lookup.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { type Recipient, recipientsOf } from "./recipients.ts";
import { hidesRecipient, hidesSealedResult, hidesWinners } from "./embargo.ts";
import { alteredSentence, isFinal, isOfficial, sealStanding } from "./roundAtWork.ts";
import { describe } from "./rounds.ts";
import { listRuleBookPapers } from "./ruleBookPaper.ts";
import { settingsOf } from "./settings.ts";

type Draft = Pick<PaperRow, "key" | "kind" | "title" | "group" | "state" | "why"> & { date?: string | null };

interface Surroundings {
  edition: EditionRow;
  category: CategoryRow;
  rounds: StoredRound[];
  ranked: RankedRound[];
  byKeys: CategoryByKeys;
  /** Rank and recipients are hidden from whoever asks. */
  hidden: boolean;
  /** And the values of the last round with them. */
  withoutValues: boolean;
}

/** Every paper an edition calls for, with its state, in the order of the work. */
export async function listPapers(context: Context, editionId: number): Promise<PaperRow[]> {
  const { db } = context;
  const edition = getEdition(db, editionId);
  const awards = listAwards(db, editionId);
  const stored = new Map(listDocuments(db, editionId).map((document) => [document.key, document]));
  const usual = settingsOf(db).paperSize;
  const lists = await Promise.all(
    listCategories(db, editionId).map(async (category) => {
      const ranked = await context.rankings.ranked(category.id);
      const byKeys = getCategoryByKeys(db, category.id);
      const hidden = hidesWinners(context, byKeys, ranked);
      const withoutValues = hidesSealedResult(context, byKeys);
      const rounds = listRounds(db, category.id);
      const around = { edition, category, rounds, ranked, byKeys, hidden, withoutValues };
      const recipients = recipientsOf(db, byKeys, ranked);
      return [
        ...around.rounds.flatMap((round, index) => papersOfRound(context, around, round, index)),
        ...awards
          .filter(({ categoryId }) => categoryId === category.id)
          .flatMap((award) => chartersOf(context, around, award, recipients)),
      ];
    }),
  );
  const prints = newestPrints(context, editionId);
  const papers = [...listRuleBookPapers(context, editionId), ...lists.flat()].map((draft) =>
    withDetails(draft, stored.get(draft.key), usual, prints.get(draft.key)),
  );
  const revoked = revokedAlone(papers, prints, stored, usual).filter(
    ({ key }) => !hidesRecipient(context, key),
  );
  return [
    ...papers,
    ...revoked,
    ...printedForOthers([...papers, ...revoked], stored.values(), lists.flat(), usual, (awardId, entryId) =>
      nameOfCharter(db, awards, awardId, entryId),
    ),
  ];
}

/** Of each paper that went out with a sealed result, the serial given last. */
function newestPrints({ db }: Context, editionId: number): Map<string, StoredPrint> {
  return new Map(
    listPrints(db, editionId)
      .toReversed()
      .map((print) => [print.key, print]),
  );
}

/** Papers that a correction revoked and that the edition no longer calls for: somebody may still hold one. */
function revokedAlone(
  papers: PaperRow[],
  prints: Map<string, StoredPrint>,
  stored: ReadonlyMap<string, StoredDocument>,
  usual: "A4" | "F4",
): PaperRow[] {
  const called = new Set(papers.map(({ key }) => key));
  return [...prints.values()]
    .filter(({ key, revokedAt }) => revokedAt !== null && !called.has(key))
    .map(({ key, serial }) => ({
      key,
      kind: "charter",
      title: `Piagam dicabut · seri ${serial}`,
      group: "Dicabut",
      state: "revoked",
      why: "Hasil yang menjadi dasarnya sudah dikoreksi. Tarik lembar yang sudah keluar.",
      number: null,
      date: null,
      paperSize: usual,
      issuedAt: null,
      printedAt: stored.get(key)?.printedAt ?? null,
    }));
}

/**
 * Charters that were printed and that the ranking no longer gives to anybody they name: somebody may hold one. Where the
 * result is open again nobody is named yet, and what was printed must wait with it.
 */
function printedForOthers(
  papers: PaperRow[],
  stored: Iterable<StoredDocument>,
  drafts: Draft[],
  usual: "A4" | "F4",
  nameOf: (awardId: number, entryId: number) => string | null,
): PaperRow[] {
  const called = new Set(papers.map(({ key }) => key));
  const nobodyYet = drafts.filter(({ key }) => /^charter\/\d+\/0$/.test(key));
  const open = new Set(nobodyYet.map(({ key }) => key.split("/")[1]));
  const underSeal = new Set(
    nobodyYet.filter(({ why }) => why === underEmbargo).map(({ key }) => key.split("/")[1]),
  );
  return [...stored].flatMap((document) => {
    if (document.printedAt === null || called.has(document.key)) return [];
    const parsed = parseDocumentKey(document.key);
    if (parsed.kind !== "charter") return [];
    const name = nameOf(parsed.awardId, parsed.entryId);
    if (name === null || underSeal.has(String(parsed.awardId))) return [];
    const why = open.has(String(parsed.awardId))
      ? "Hasilnya terbuka lagi sejak piagam ini dicetak. Jangan dibagikan sebelum hasilnya selesai."
      : "Hasilnya berubah sejak piagam ini dicetak, dan daerah ini bukan penerima lagi. Tarik lembar yang sudah tercetak.";
    return [
      {
        key: document.key,
        kind: "charter" as const,
        title: `Piagam · ${name}`,
        group: "Dicabut",
        state: "revoked" as const,
        why,
        number: document.number,
        date: document.date,
        paperSize: document.paperSize ?? usual,
        issuedAt: null,
        printedAt: document.printedAt,
      },
    ];
  });
}

/** Null where the award or the entry is gone. */
function nameOfCharter(
  db: ReadDb,
  awards: readonly AwardRow[],
  awardId: number,
  entryId: number,
): string | null {
  const award = awards.find(({ id }) => id === awardId);
  const entry = award && listEntries(db, award.categoryId).find(({ id }) => id === entryId);
  return award && entry ? `${award.name} · ${entry.label}` : null;
}

function withDetails(
  draft: Draft,
  stored: StoredDocument | undefined,
  usual: "A4" | "F4",
  print: StoredPrint | undefined,
): PaperRow {
  const printedAt = stored?.printedAt ?? null;
  const revoked = print !== undefined && print.revokedAt !== null;
  // Ticked before the version now in force went out: what was printed then is another paper.
  const isOlder = printedAt !== null && print !== undefined && printedAt < print.issuedAt;
  const printed = printedAt !== null && !isOlder && draft.state === "ready";
  return {
    ...draft,
    state: revoked && draft.state === "ready" ? "revoked" : printed ? "printed" : draft.state,
    why:
      revoked && draft.state === "ready"
        ? `Seri ${print.serial} dicabut karena hasilnya dikoreksi. Cetak penggantinya.`
        : draft.why,
    number: stored?.number ?? null,
    date: stored?.date ?? draft.date ?? null,
    paperSize: stored?.paperSize ?? usual,
    issuedAt: print?.revokedAt === null ? print.issuedAt : null,
    printedAt,
  };
}

function papersOfRound(context: Context, around: Surroundings, round: StoredRound, index: number): Draft[] {
  const ranked = around.ranked[index]!;
  const group = `${around.category.name} · ${round.name}`;
  const open = describe(context.db, round).openPoints[0];
  const names = new Map(listPanelists(context.db, around.edition.id).map(({ id, name }) => [id, name]));
  const scorers = round.kind === "desk" ? [0] : round.panel;
  const entries = ranked.result.results.length;
  const noSheets =
    open ?? (entries === 0 ? "Peserta babak ini belum ada; selesaikan babak sebelumnya." : null);
  const result = resultState(context, around, round, ranked, noSheets);
  // A filled sheet ranks nobody, so it waits for the announcement only where the values do.
  const filled = resultState(context, { ...around, hidden: around.withoutValues }, round, ranked, noSheets);
  const sheets = scorers.flatMap((panelistId): Draft[] => {
    const who = panelistId === 0 ? "Meja sekretariat" : names.get(panelistId)!;
    const base = { group, state: noSheets ? ("blocked" as const) : ("ready" as const), why: noSheets ?? "" };
    return [
      {
        ...base,
        key: `blankSheet/${round.id}/${panelistId}`,
        kind: "blankSheet",
        title: `Lembar penilaian kosong · ${who}`,
      },
      {
        ...filled,
        group,
        key: `scoreSheet/${round.id}/${panelistId}`,
        kind: "scoreSheet",
        title: `Lembar penilaian terisi · ${who}`,
      },
    ];
  });
  const tied = new Set(round.recusals.map(({ panelistId }) => panelistId));
  const statements = scorers
    .filter((panelistId) => tied.has(panelistId))
    .map(
      (panelistId): Draft => ({
        key: `statement/${round.id}/${panelistId}`,
        kind: "statement",
        title: `Pernyataan berhalangan · ${names.get(panelistId)!}`,
        group,
        state: "ready",
        why: "",
      }),
    );
  return [
    ...statements,
    ...sheets,
    {
      ...result,
      group,
      key: `recap/${round.id}`,
      kind: "recap",
      title: `Rekapitulasi nilai · ${round.name}`,
    },
    {
      ...result,
      group,
      key: `minutes/${round.id}`,
      kind: "minutes",
      title: `Berita acara penilaian · ${round.name}`,
    },
  ];
}

function resultState(
  { db }: Context,
  { byKeys, hidden }: Surroundings,
  round: StoredRound,
  ranked: RankedRound,
  blocked: string | null,
): Pick<Draft, "state" | "why"> {
  if (blocked) return { state: "blocked", why: blocked };
  if (hidden && byKeys.rounds.at(-1)?.id === round.id) return { state: "blocked", why: underEmbargo };
  if (round.values === 0) return { state: "blocked", why: "Belum ada nilai yang dimasukkan." };
  if (isOfficial(db, byKeys, ranked)) return { state: "ready", why: "" };
  if (sealStanding(db, ranked) === "altered") return { state: "blocked", why: alteredSentence };
  if (isFinal(ranked)) return { state: "draft", why: "Babak ini belum disegel." };
  if (ranked.rulesOpen)
    return { state: "blocked", why: "Tata nilai babak sebelumnya belum lengkap. Selesaikan di Persiapan." };
  const earlier = byKeys.rounds[0]?.id === round.id ? "" : " atau babak sebelumnya";
  const why = ranked.result.complete
    ? "Ada seri di batas yang belum diputuskan."
    : `Nilai babak ini${earlier} belum lengkap.`;
  return { state: "draft", why };
}

const underEmbargo = "Hasil akhir belum diumumkan.";

function chartersOf(
  { db }: Context,
  { edition, category, ranked, byKeys, hidden }: Surroundings,
  award: AwardRow,
  all: Recipient[],
): Draft[] {
  const group = `${category.name} · ${award.name}`;
  const base = { kind: "charter" as const, group, date: edition.ceremonyDate };
  const last = ranked.at(-1);
  if (hidden || !isOfficial(db, byKeys, last)) {
    const open =
      last && sealStanding(db, last) === "altered"
        ? alteredSentence
        : isFinal(last)
          ? "Babak terakhir belum disegel."
          : last?.rulesOpen
            ? "Tata nilai belum lengkap. Selesaikan di Persiapan."
            : "Hasil babak terakhir belum lengkap atau serinya belum diputuskan.";
    const why = hidden ? underEmbargo : last ? open : "Kategori ini belum mempunyai babak.";
    return [
      { ...base, key: `charter/${award.id}/0`, title: `Piagam · ${award.name}`, state: "blocked", why },
    ];
  }
  return all
    .filter(({ awardId }) => awardId === award.id)
    .map((recipient) => {
      const why = whyNot(edition, recipient);
      const who = recipient.name ?? recipient.regionLabel;
      const office = recipient.title && !who.endsWith(recipient.title) ? `, ${recipient.title}` : "";
      return {
        ...base,
        key: `charter/${award.id}/${recipient.entryId}`,
        title: `Piagam ${recipient.place} · ${who}${office}`,
        state: why ? ("blocked" as const) : ("ready" as const),
        why: why ?? "",
      };
    });
}

function whyNot(edition: EditionRow, { name, title, regionLabel }: Recipient): string | null {
  const who = title ?? `perangkat daerah kepegawaian ${regionLabel}`;
  if (name === null) return `Nama ${who} belum diisi. Lengkapi di Persiapan, Daerah.`;
  if (edition.signatory === null) return "Pejabat penanda tangan belum diisi. Lengkapi di Persiapan, Edisi.";
  return null;
}
