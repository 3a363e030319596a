import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../contract/errors.ts";
import { libraryIndicator, type RoundRow, type RoundRules } from "../contract/rounds.ts";
import type { ReadDb } from "../database/open.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import {
  deleteRecusal,
  deleteRound,
  findRecusalRound,
  insertRecusal,
  insertRound,
  listRounds,
  type StoredRound,
} from "../database/queries/rounds.ts";
import { listSeals } from "../database/queries/security.ts";
import { countSheet } from "../database/queries/sheets.ts";
import { diffFacts, type FactChange } from "../domain/facts.ts";
import { openPointsOf, tieBreakSentence } from "../domain/roundCheck.ts";
import { type Context, announce, os } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { readAllFacts } from "./editionFacts.ts";
import { freeKey } from "./keys.ts";
import { getCategory, getPanelist, getRound } from "./lookup.ts";
import { saveRules } from "./roundRules.ts";
import { signStatement, statementsOf } from "./tieStatements.ts";

export const rounds = {
  get: os.rounds.get.handler(({ input, context }) =>
    describe(context.db, getRound(context.db, input.roundId)),
  ),

  list: os.rounds.list.handler(({ input, context }) =>
    listRounds(context.db, input.categoryId).map((round) => describe(context.db, round)),
  ),

  create: os.rounds.create.handler(({ input, context }) => {
    const { db } = context;
    const { editionId } = getCategory(db, input.categoryId);
    const id = command(context, editionId, { act: "rounds.create" }, () => {
      const taken = listRounds(db, input.categoryId).map(({ key }) => key);
      const panel =
        input.kind === "panel" ? listPanelists(db, editionId).map(({ id: panelistId }) => panelistId) : [];
      return insertRound(db, input.categoryId, freeKey(taken, "babak-", input.key), freshRules(input, panel));
    });
    changed(context, editionId);
    return describe(db, getRound(db, id));
  }),

  saveRules: os.rounds.saveRules.handler(({ input, context }) => {
    const { db } = context;
    const round = getRound(db, input.roundId);
    const { editionId } = getCategory(db, round.categoryId);
    refuseLosingScores(context, editionId, round, input.discardValues);
    command(context, editionId, { act: "rounds.saveRules" }, (record) => {
      // A key that is renamed moves the paths of its scores, which a command does not look at by itself.
      const before = isSecured(db, editionId) ? readAllFacts(db, editionId) : new Map();
      saveRules(db, editionId, round, input.rules, input.discardValues);
      if (before.size > 0) record(diffFacts(before, readAllFacts(db, editionId)).filter(isGiven));
    });
    changed(context, editionId);
    return describe(db, getRound(db, input.roundId));
  }),

  remove: os.rounds.remove.handler(({ input, context }) => {
    const { db } = context;
    const round = getRound(db, input.roundId);
    if (round.values > 0) {
      throw new AppError(
        "CONFLICT",
        `Babak "${round.name}" sudah mempunyai ${round.values} nilai, jadi tidak dapat dihapus. Kosongkan dulu nilainya di Penilaian.`,
      );
    }
    const { editionId } = getCategory(db, round.categoryId);
    command(context, editionId, { act: "rounds.remove" }, () => deleteRound(db, round.id));
    changed(context, editionId);
  }),

  recuse: os.rounds.recuse.handler(({ input, context }) => {
    const { db } = context;
    const round = getRound(db, input.roundId);
    const { editionId, entries } = getCategory(db, round.categoryId);
    const panelist = getPanelist(db, input.panelistId);
    const entry = entries.find(({ id }) => id === input.entryId);
    if (!entry || !round.panel.includes(panelist.id)) {
      throw new AppError(
        "INVALID",
        "Pilih panelis dari panel babak ini dan daerah dari peserta kategorinya.",
      );
    }
    if (
      round.recusals.some(({ panelistId, entryId }) => panelistId === panelist.id && entryId === entry.id)
    ) {
      throw new AppError("CONFLICT", `${panelist.name} sudah dinyatakan berhalangan menilai ${entry.label}.`);
    }
    if (listSeals(db, round.id).length > 0) {
      throw new AppError(
        "FORBIDDEN",
        "Babak ini sudah disegel, jadi tidak ada yang dapat diubah lagi. Ajukan koreksi bila ada yang keliru.",
      );
    }
    const given = countSheet(db, round.id, panelist.id, entry.id);
    if (given > 0) {
      throw new AppError(
        "CONFLICT",
        `Lembar ${panelist.name} untuk ${entry.label} sudah berisi ${given} nilai. Hapus dulu nilainya di Penilaian, lalu nyatakan berhalangan.`,
      );
    }
    command(context, editionId, { act: "rounds.recuse", reason: input.reason }, () =>
      insertRecusal(db, input),
    );
    changed(context, editionId);
    return describe(db, getRound(db, round.id));
  }),

  withdrawRecusal: os.rounds.withdrawRecusal.handler(({ input, context }) => {
    const { db } = context;
    const roundId = findRecusalRound(db, input.recusalId);
    if (roundId === null) throw new AppError("NOT_FOUND", "Pernyataan berhalangan ini sudah dicabut.");
    const { editionId } = getCategory(db, getRound(db, roundId).categoryId);
    command(context, editionId, { act: "rounds.withdrawRecusal" }, () => deleteRecusal(db, input.recusalId));
    changed(context, editionId);
    return describe(db, getRound(db, roundId));
  }),

  signStatement: os.rounds.signStatement.handler(async ({ input, context }) => {
    const { db } = context;
    const round = getRound(db, input.roundId);
    const { editionId } = getCategory(db, round.categoryId);
    await signStatement(context, editionId, round, input);
    announce(context, editionId, "rounds", "seals", "documents", "ledger");
    return describe(db, getRound(db, round.id));
  }),

  indicatorLibrary: os.rounds.indicatorLibrary.handler(({ context }) => {
    const text = readFileSync(join(context.paths.resources, "indicators.json"), "utf8");
    return z.array(libraryIndicator).parse(JSON.parse(text));
  }),
};

/** A round with what follows from its rules: open points and the chain in words. */
export function describe(db: ReadDb, round: StoredRound): RoundRow {
  const { entries, rounds: all } = getCategory(db, round.categoryId);
  const place = {
    first: round.position === 0,
    last: round.position === all.length - 1,
    entries: entries.length,
  };
  const indicators = round.indicators.map((indicator) => ({ ...indicator, id: indicator.key }));
  const draft = { ...round, indicators, panel: round.panel.map(String), tieBreak: [] };
  return {
    ...round,
    statements: statementsOf(db, round),
    openPoints: openPointsOf(draft, place),
    tieBreakSentence: tieBreakSentence(round.tieBreak, indicators),
  };
}

function freshRules({ name, kind }: Pick<RoundRules, "name" | "kind">, panel: number[]): RoundRules {
  return {
    name,
    kind,
    panel,
    aggregate: "mean",
    decimals: 2,
    carry: "0",
    quorum: kind === "panel" ? Math.max(1, Math.min(3, panel.length)) : 0,
    advance: null,
    tieBreak: ["decision"],
    indicators: [],
  };
}

/** What somebody typed, in force or not. */
function isGiven({ subject }: FactChange): boolean {
  return subject.startsWith("nilai/") || subject.startsWith("ketikan/");
}

/** Scores of a secured edition are never thrown away with an indicator or a panelist. */
function refuseLosingScores(
  { db }: Context,
  editionId: number,
  round: StoredRound,
  discardValues: number,
): void {
  if (discardValues > 0 && isSecured(db, editionId)) {
    throw new AppError(
      "FORBIDDEN",
      `Edisi ini sudah diamankan, jadi nilai di babak "${round.name}" tidak dapat dibuang bersama aturannya.`,
    );
  }
}

function changed(context: Context, editionId: number): void {
  announce(context, editionId, "rounds", "categories", "panelists", "sheets", "results", "documents");
}
