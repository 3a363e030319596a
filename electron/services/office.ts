import { randomBytes } from "node:crypto";
import type { OfficeView, RoundEvent, RoundEventView } from "../contract/office.ts";
import { AppError } from "../contract/errors.ts";
import { rights } from "../contract/rights.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { listCategories } from "../database/queries/categories.ts";
import { saveOffice, saveRoundEvent, type StoredEvent } from "../database/queries/office.ts";
import { listDetails, saveDetails } from "../database/queries/persons.ts";
import { listPrints, type StoredPrint } from "../database/queries/register.ts";
import { timeSlots } from "../documents/clockTimes.ts";
import { factPath } from "../domain/facts.ts";
import { drawByLot } from "../domain/lot.ts";
import { refuseAfterCeremony } from "./ceremonyDay.ts";
import { type Context, announce, os } from "./context.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { getCategory, getCategoryByKeys, getEdition, getRound, getRoundByKeys } from "./lookup.ts";
import { findNip, presentersOf, readEvent, readOffice, signerPerson } from "./officeData.ts";
import { sha256 } from "./sha256.ts";

export const office = {
  get: os.office.get.handler(({ input, context }) => viewOf(context, input.editionId)),

  save: os.office.save.handler(({ input, context }) => {
    const { editionId, details, nip } = input;
    getEdition(context.db, editionId);
    const { start, items } = details.ceremony;
    timeSlots(
      start,
      items.map(({ minutes }) => minutes),
    );
    command(context, editionId, { act: "office.save" }, () => {
      saveOffice(context.db, editionId, details);
      saveNip(context, editionId, nip);
    });
    return changed(context, editionId);
  }),

  saveRound: os.office.saveRound.handler(({ input, context }) => {
    const { roundId, event } = input;
    const editionId = panelRoundOf(context, roundId);
    refuseMidnight(event);
    if (event.date !== readEvent(context.db, roundId).date) {
      const { ceremonyDate } = getEdition(context.db, editionId);
      refuseAfterCeremony(getRound(context.db, roundId).name, event.date, ceremonyDate);
    }
    return change(context, editionId, roundId, "office.saveRound", (before) => ({ ...before, ...event }));
  }),

  setOrder: os.office.setOrder.handler(async ({ input, context }) => {
    const { roundId, entryIds } = input;
    const editionId = panelRoundOf(context, roundId);
    const presenting = await presentersNow(context, roundId);
    if (entryIds !== null && !isSameSet(entryIds, presenting)) {
      throw new AppError(
        "CONFLICT",
        "Finalis babak ini sudah berubah sejak urutannya disusun. Muat ulang halaman, lalu susun lagi.",
      );
    }
    const codes = new Map(presenting.map(({ id, code }) => [id, code]));
    const turns = entryIds && entryIds.map((id) => codes.get(id)!);
    return change(context, editionId, roundId, "office.setOrder", (before) => ({
      ...before,
      turns,
      lot: null,
    }));
  }),

  drawOrder: os.office.drawOrder.handler(async ({ input, context }) => {
    const { roundId, replaces } = input;
    const editionId = panelRoundOf(context, roundId);
    // Somebody else may have drawn since the window was filled: their order is not replaced unasked.
    if (!replaces && readEvent(context.db, roundId).turns !== null) {
      throw new AppError(
        "CONFLICT",
        "Urutan babak ini sudah ditetapkan. Muat ulang halaman, lalu pilih Undi ulang bila memang hendak diganti.",
      );
    }
    const presenting = await presentersNow(context, roundId);
    if (presenting.length < 2) {
      throw new AppError(
        "NOT_READY",
        "Urutan belum dapat diundi: finalis babak ini belum ada dua. Selesaikan dulu babak sebelumnya.",
      );
    }
    const lot = randomBytes(8).toString("hex");
    const codes = presenting.map(({ code }) => code).toSorted();
    return change(context, editionId, roundId, "office.drawOrder", (before) => ({
      ...before,
      turns: drawByLot(sha256, lot, codes),
      lot,
    }));
  }),
};

async function viewOf(context: Context, editionId: number): Promise<OfficeView> {
  const { db, session } = context;
  getEdition(db, editionId);
  const { signer, ...details } = readOffice(db, editionId);
  const role = session?.account?.role;
  const mayChange = !isSecured(db, editionId) || rights.preparing.some((permitted) => permitted === role);
  const { office: position, name, rank } = signer;
  const out = listPrints(db, editionId);
  const rounds = await Promise.all(
    listCategories(db, editionId).map(async ({ id, name: category, rounds: all }) => {
      const ranked = await context.rankings.ranked(id);
      const byKeys = getCategoryByKeys(db, id);
      return all.flatMap((round, index): RoundEventView[] => {
        if (round.kind !== "panel") return [];
        const { turns, lot, ...event } = readEvent(db, round.id);
        return [
          {
            ...event,
            roundId: round.id,
            title: `${category} · ${round.name}`,
            entries: presentersOf(byKeys, ranked[index], { turns }).map(({ id: entryId, label }) => ({
              id: entryId,
              label,
            })),
            order: turns === null ? null : lot === null ? "given" : "lot",
            lot,
            lettersOut: countLettersOut(out, round.id),
          },
        ];
      });
    }),
  );
  return {
    ...details,
    signer: { office: position, name, rank },
    nip: mayChange ? signer.nip : null,
    rounds: rounds.flat(),
  };
}

/** Finalists of a round whose invitation went out and was not revoked since. */
function countLettersOut(out: readonly StoredPrint[], roundId: number): number {
  const keys = out
    .filter(({ wentOut, revokedAt }) => wentOut && revokedAt === null)
    .filter(({ key }) => key.startsWith(`invitation/${roundId}/`))
    .map(({ key }) => key);
  return new Set(keys).size;
}

/** The NIP is personal: it stands beside the edition and is never told in its ledger, only that it was changed. */
function saveNip(context: Context, editionId: number, nip: string | null): void {
  const { db } = context;
  if (findNip(db, editionId) === nip) return;
  const before = listDetails(db, editionId).find(({ person }) => person === signerPerson);
  saveDetails(db, {
    editionId,
    person: signerPerson,
    nip,
    phone: before?.phone ?? null,
    email: before?.email ?? null,
  });
  appendEvent(context, editionId, { act: "pribadi.simpan", subject: factPath("pribadi", signerPerson) });
}

/** The edition of a panel round; a desk round has nothing to be held. */
function panelRoundOf({ db }: Context, roundId: number): number {
  const round = getRound(db, roundId);
  if (round.kind !== "panel") {
    throw new AppError("INVALID", `Babak "${round.name}" dinilai di meja, jadi tidak mempunyai acara.`);
  }
  return getCategory(db, round.categoryId).editionId;
}

async function presentersNow(context: Context, roundId: number) {
  const { byKeys, index } = getRoundByKeys(context.db, roundId);
  const ranked = await context.rankings.ranked(byKeys.id);
  return presentersOf(byKeys, ranked[index], { turns: null });
}

function isSameSet(ids: readonly number[], entries: readonly { id: number }[]): boolean {
  return (
    new Set(ids).size === ids.length &&
    ids.length === entries.length &&
    entries.every(({ id }) => ids.includes(id))
  );
}

/** What would run past midnight is refused as it is typed, not when it is printed. */
function refuseMidnight({ start, presentationMinutes, interviewMinutes, pauses }: RoundEvent): void {
  timeSlots(start, [
    (presentationMinutes ?? 0) + (interviewMinutes ?? 0),
    ...pauses.map(({ minutes }) => minutes),
  ]);
}

function change(
  context: Context,
  editionId: number,
  roundId: number,
  act: string,
  to: (before: StoredEvent) => StoredEvent,
): Promise<OfficeView> {
  command(context, editionId, { act }, () =>
    saveRoundEvent(context.db, roundId, to(readEvent(context.db, roundId))),
  );
  return changed(context, editionId);
}

function changed(context: Context, editionId: number): Promise<OfficeView> {
  announce(context, editionId, "office", "documents");
  return viewOf(context, editionId);
}
