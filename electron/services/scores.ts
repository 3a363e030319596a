import { AppError, type Problem } from "../contract/errors.ts";
import type { WriteDb } from "../database/open.ts";
import {
  deleteScore,
  type EnteredVia,
  listEntryScores,
  listPanelistScores,
  openSheet,
  setScore,
} from "../database/queries/sheets.ts";
import type { DecimalText, Indicator } from "../domain/edition.ts";
import { scorePath } from "../domain/editionFacts.ts";
import { canonicalDecimal, findScaleFault } from "../domain/exact.ts";
import type { FactChange } from "../domain/facts.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import type { Record } from "./ledgerWriting.ts";
import type { RoundAtWork } from "./roundAtWork.ts";

const fewEntries = 8;

/** Where a value stands in a round; panelist null is the desk. */
export interface Place {
  panelistId: number | null;
  entryId: number;
  indicatorId: number;
}

/** A value for one cell; `was` is what its author saw there, undefined where that does not matter. */
export interface ScoreToSave extends Place {
  value: DecimalText | null;
  was?: DecimalText | null | undefined;
}

/** How a save went, in cells. */
export interface SaveOutcome {
  changed: number;
  unchanged: number;
}

/** Saves scores into sheets and puts them in force, all or none. Run inside a command. */
export function saveScores(
  db: WriteDb,
  at: RoundAtWork,
  scores: ScoreToSave[],
  { savedAt, via, record }: { savedAt: string; via: EnteredVia; record: Record },
): SaveOutcome {
  const present = presentValues(db, at, scores);
  const changes = checkScores(at, scores, (place) => present.get(placeOf(place)) ?? null);
  const enteredAt = Date.parse(savedAt);
  const sheetIds = new Map<string, number>();
  const told: (Place & { old: DecimalText | null; new: DecimalText | null })[] = [];
  for (const { value, panelistId, entryId, indicatorId } of changes) {
    const place = { panelistId, entryId, indicatorId };
    // Not what the check saw: one save may name a cell twice, and the ledger tells both.
    const old = present.get(placeOf(place)) ?? null;
    const sheet = `${panelistId}:${entryId}`;
    const sheetId = sheetIds.get(sheet) ?? openSheet(db, at.round.id, entryId, panelistId);
    sheetIds.set(sheet, sheetId);
    if (value === null) deleteScore(db, sheetId, indicatorId);
    else setScore(db, sheetId, indicatorId, value, enteredAt, via);
    present.set(placeOf(place), value);
    told.push({ ...place, old, new: value });
  }
  record(factsOf(at, told));
  return { changed: changes.length, unchanged: scores.length - changes.length };
}

/** Made only where they are asked for: an open edition keeps no ledger. */
function* factsOf(
  at: RoundAtWork,
  told: readonly (Place & { old: DecimalText | null; new: DecimalText | null })[],
): Generator<FactChange> {
  for (const { old, new: value, ...place } of told) yield { subject: pathOf(at, place), old, new: value };
}

/** The scores that would change what their author is shown, or a refusal with every reason. */
export function checkScores(
  at: RoundAtWork,
  scores: ScoreToSave[],
  shown: (place: Place) => DecimalText | null,
): (ScoreToSave & { before: DecimalText | null })[] {
  const problems: Problem[] = [];
  const stale: Problem[] = [];
  const accepted: (ScoreToSave & { before: DecimalText | null })[] = [];
  const check = scoreCheck(at);
  for (const score of scores) {
    const value = score.value === null ? null : canonicalDecimal(score.value);
    const fault = check(score, value);
    const before = shown(score);
    if (fault) problems.push(fault);
    else if (score.was !== undefined && (score.was && canonicalDecimal(score.was)) !== before) {
      stale.push(staleProblem(at, score, before));
    } else accepted.push({ ...score, value, before });
  }
  if (problems.length > 0) throw refusal("INVALID", problems);
  if (stale.length > 0) throw refusal("CONFLICT", stale);
  return accepted.filter(({ value, before }) => value !== before);
}

/** The path of a score in the ledger. */
export function pathOf({ byKeys, round }: RoundAtWork, { panelistId, entryId, indicatorId }: Place): string {
  return scorePath(
    byKeys.category.id,
    round.key,
    panelistId === null ? null : byKeys.panelistKeyOf.get(panelistId)!,
    byKeys.codeOf.get(entryId)!,
    round.indicators.find(({ id }) => id === indicatorId)!.key,
  );
}

function presentValues(db: WriteDb, at: RoundAtWork, scores: ScoreToSave[]): Map<string, DecimalText | null> {
  const entries = new Set(scores.map(({ entryId }) => entryId));
  const panelists = new Set(scores.map(({ panelistId }) => panelistId));
  // A typed value touches one sheet of perhaps 514 × 100: only a block is worth reading whole.
  const rows =
    entries.size <= fewEntries
      ? [...entries].flatMap((entryId) => listEntryScores(db, at.round.id, entryId))
      : [...panelists].flatMap((panelistId) => listPanelistScores(db, at.round.id, panelistId));
  return new Map<string, DecimalText | null>(rows.map((row) => [placeOf(row), row.value]));
}

/** Says why a value may not stand in a place of the round; null where it may. */
export function scoreCheck({ round, entries, panel }: Pick<RoundAtWork, "round" | "entries" | "panel">) {
  const labels = new Map(entries.map(({ id, label }) => [id, label]));
  const indicators = new Map(round.indicators.map((indicator) => [indicator.id, indicator]));
  const faults = new Map(round.indicators.map(({ id, scale }) => [id, scaleCheck(scale)]));
  const recused = new Set(round.recusals.map(({ panelistId, entryId }) => `${panelistId}:${entryId}`));
  return ({ entryId, panelistId, indicatorId }: Place, value: DecimalText | null): Problem | null => {
    const label = labels.get(entryId);
    const indicator = indicators.get(indicatorId);
    if (!label || !indicator) {
      const what = label ? "Indikator ini tidak ada lagi" : "Daerah ini tidak (lagi) ikut dalam babak ini";
      return {
        path: placeOf({ entryId, indicatorId, panelistId }),
        message: `${what}. Muat ulang lembar nilainya.`,
      };
    }
    const path = `${label} · ${indicator.name}`;
    if (!panel.includes(panelistId)) {
      return {
        path,
        message: "Panelis ini tidak (lagi) duduk di panel babak ini. Muat ulang lembar nilainya.",
      };
    }
    if (recused.has(`${panelistId}:${entryId}`)) {
      return { path, message: `Panelis ini berhalangan menilai ${label}; lembarnya tidak dapat diisi.` };
    }
    if (value === null) return null;
    if (!faults.get(indicatorId)?.(value)) return null;
    const { min, max, step } = indicator.scale;
    const range = `${formatDecimal(min)}–${formatDecimal(max)}`;
    const rule = step === null ? `harus ${range}` : `harus ${range}, kelipatan ${formatDecimal(step)}`;
    return {
      path,
      message: `${label}, ${indicator.name}: ${formatDecimal(value)} tidak sesuai skala; ${rule}.`,
    };
  };
}

/** A block repeats its values: each is held against a scale once. */
function scaleCheck(scale: Indicator["scale"]): (value: DecimalText) => boolean {
  const known = new Map<DecimalText, boolean>();
  return (value) => {
    const faulty = known.get(value) ?? findScaleFault(value, scale) !== null;
    known.set(value, faulty);
    return faulty;
  };
}

function staleProblem(
  { round, entries }: RoundAtWork,
  score: ScoreToSave,
  before: DecimalText | null,
): Problem {
  const label = entries.find(({ id }) => id === score.entryId)?.label;
  const indicator = round.indicators.find(({ id }) => id === score.indicatorId)?.name;
  const now = before === null ? "kosong" : formatDecimal(before);
  return {
    path: `${label} · ${indicator}`,
    message: `${label}, ${indicator}: sudah diubah di jendela lain dan kini ${now}. Periksa, lalu ketik lagi bila perlu.`,
  };
}

/** One error for all that is wrong: the first reason, and how many more there are. */
export function refusal(
  code: "INVALID" | "CONFLICT" | "FORBIDDEN",
  problems: Problem[],
  thing: "sel" | "lembar" = "sel",
): AppError {
  const more = problems.length > 1 ? ` Masih ada ${problems.length - 1} ${thing} lain.` : "";
  return new AppError(code, `Tidak ada yang disimpan. ${problems[0]!.message}${more}`, { problems });
}

function placeOf({ panelistId, entryId, indicatorId }: Place): string {
  return `${panelistId ?? 0}:${entryId}:${indicatorId}`;
}
