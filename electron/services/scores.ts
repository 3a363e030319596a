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
import type { DecimalText } from "../domain/edition.ts";
import { canonicalDecimal, findScaleFault } from "../domain/exact.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import type { RoundAtWork } from "./roundAtWork.ts";

const fewEntries = 8;

/** A value for one cell; `was` is what its author saw there, undefined where that does not matter. */
export interface ScoreToSave {
  panelistId: number | null;
  entryId: number;
  indicatorId: number;
  value: DecimalText | null;
  was?: DecimalText | null | undefined;
}

/** Saves scores into sheets, all or none; gives how many changed. Run inside a transaction. */
export function saveScores(
  db: WriteDb,
  at: RoundAtWork,
  scores: ScoreToSave[],
  savedAt: string,
  via: EnteredVia,
): { changed: number; unchanged: number } {
  const present = presentValues(db, at, scores);
  const problems: Problem[] = [];
  const stale: Problem[] = [];
  const accepted: (ScoreToSave & { before: DecimalText | null })[] = [];
  const check = scoreCheck(at);
  for (const score of scores) {
    const value = score.value === null ? null : canonicalDecimal(score.value);
    const fault = check(score, value);
    const before = present.get(placeOf(score)) ?? null;
    if (fault) problems.push(fault);
    else if (score.was !== undefined && (score.was && canonicalDecimal(score.was)) !== before) {
      stale.push(staleProblem(at, score, before));
    } else accepted.push({ ...score, value, before });
  }
  if (problems.length > 0) throw refusal("INVALID", problems);
  if (stale.length > 0) throw refusal("CONFLICT", stale);
  const changes = accepted.filter(({ value, before }) => value !== before);
  const enteredAt = Date.parse(savedAt);
  for (const { entryId, panelistId, indicatorId, value } of changes) {
    const sheetId = openSheet(db, at.round.id, entryId, panelistId);
    if (value === null) deleteScore(db, sheetId, indicatorId);
    else setScore(db, sheetId, indicatorId, value, enteredAt, via);
  }
  return { changed: changes.length, unchanged: scores.length - changes.length };
}

function presentValues(db: WriteDb, at: RoundAtWork, scores: ScoreToSave[]): Map<string, DecimalText> {
  const entries = new Set(scores.map(({ entryId }) => entryId));
  const panelists = new Set(scores.map(({ panelistId }) => panelistId));
  // A typed value touches one sheet of perhaps 514 × 100: only a block is worth reading whole.
  const rows =
    entries.size <= fewEntries
      ? [...entries].flatMap((entryId) => listEntryScores(db, at.round.id, entryId))
      : [...panelists].flatMap((panelistId) => listPanelistScores(db, at.round.id, panelistId));
  return new Map(rows.map((row) => [placeOf(row), row.value]));
}

function scoreCheck({ round, entries }: RoundAtWork) {
  const labels = new Map(entries.map(({ id, label }) => [id, label]));
  const indicators = new Map(round.indicators.map((indicator) => [indicator.id, indicator]));
  const recused = new Set(round.recusals.map(({ panelistId, entryId }) => `${panelistId}:${entryId}`));
  return ({ entryId, panelistId, indicatorId }: ScoreToSave, value: DecimalText | null): Problem | null => {
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
    if (recused.has(`${panelistId}:${entryId}`)) {
      return { path, message: `Panelis ini berhalangan menilai ${label}; lembarnya tidak dapat diisi.` };
    }
    if (value === null) return null;
    const fault = findScaleFault(value, indicator.scale);
    if (!fault) return null;
    const { min, max, step } = indicator.scale;
    const range = `${formatDecimal(min)}–${formatDecimal(max)}`;
    const rule = step === null ? `harus ${range}` : `harus ${range}, kelipatan ${formatDecimal(step)}`;
    return {
      path,
      message: `${label}, ${indicator.name}: ${formatDecimal(value)} tidak sesuai skala; ${rule}.`,
    };
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

function refusal(code: "INVALID" | "CONFLICT", problems: Problem[]): AppError {
  const more = problems.length > 1 ? ` Masih ada ${problems.length - 1} sel lain.` : "";
  return new AppError(code, `Tidak ada yang disimpan. ${problems[0]!.message}${more}`, { problems });
}

function placeOf({ panelistId, entryId, indicatorId }: Omit<ScoreToSave, "value" | "was">): string {
  return `${panelistId ?? 0}:${entryId}:${indicatorId}`;
}
