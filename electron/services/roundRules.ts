import { AppError, type Problem } from "../contract/errors.ts";
import type { IndicatorRules, RoundRules } from "../contract/rounds.ts";
import type { WriteDb } from "../database/open.ts";
import { listEntries } from "../database/queries/categories.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import {
  deleteIndicator,
  insertIndicator,
  type StoredIndicator,
  type StoredRound,
  updateIndicators,
  updateRound,
} from "../database/queries/rounds.ts";
import {
  countIndicatorValues,
  countPanelistValues,
  deleteIndicatorValues,
  deletePanelistSheets,
  listIndicatorValues,
} from "../database/queries/sheets.ts";
import { canonicalDecimal, compare, findScaleFault, hundred, parseDecimal, zero } from "../domain/exact.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import { getCategory } from "./lookup.ts";

/** Saves a round's rules whole, or refuses with every reason. Run inside a transaction. */
export function saveRules(
  db: WriteDb,
  editionId: number,
  round: StoredRound,
  asked: RoundRules,
  discardValues: number,
): void {
  const rules = canonical(asked);
  const problems = [...problemsOfRules(rules), ...problemsOfPeople(db, editionId, round, rules)];
  if (problems.length > 0) throw refusal(problems);
  if (rules.kind !== round.kind && round.values > 0) {
    throw new AppError(
      "CONFLICT",
      `Babak "${round.name}" sudah mempunyai ${round.values} nilai, jadi jenisnya tidak dapat diganti.`,
    );
  }
  const kept = new Map<number, StoredIndicator & { position: number }>(
    rules.indicators.flatMap((one, position) => {
      const { id } = one;
      return id ? [[id, { ...one, id, position }]] : [];
    }),
  );
  const dropped = round.indicators.filter(({ id }) => !kept.has(id));
  const leaving = round.panel.filter((id) => !rules.panel.includes(id));
  discard(db, round, dropped, leaving, discardValues);
  const offScale = [...kept.values()].flatMap((indicator) => valuesOffScale(db, round, indicator));
  if (offScale.length > 0) throw refusal(offScale);

  updateRound(db, round.id, rules);
  for (const { id } of dropped) deleteIndicator(db, id);
  updateIndicators(db, [...kept.values()]);
  rules.indicators.forEach((indicator, position) => {
    if (!indicator.id) insertIndicator(db, round.id, indicator, position);
  });
}

function discard(
  db: WriteDb,
  round: StoredRound,
  dropped: { id: number; name: string }[],
  leaving: number[],
  agreed: number,
): void {
  const { editionId } = getCategory(db, round.categoryId);
  const names = new Map(listPanelists(db, editionId).map(({ id, name }) => [id, `panelis ${name}`]));
  const losses = [
    ...dropped.map(({ id, name }) => ({
      what: `indikator "${name}"`,
      count: countIndicatorValues(db, round.id, id),
    })),
    ...leaving.map((id) => ({ what: names.get(id)!, count: countPanelistValues(db, round.id, id) })),
  ].filter(({ count }) => count > 0);
  const lost = losses.reduce((total, { count }) => total + count, 0);
  if (lost > 0 && lost !== agreed) {
    const list = losses.map(({ what, count }) => `${count} nilai pada ${what}`).join(", ");
    throw new AppError(
      "CONFLICT",
      `Perubahan ini akan membuang ${list}. Nilai yang dibuang tidak dapat dikembalikan.`,
      {
        losesValues: lost,
      },
    );
  }
  for (const { id } of dropped) deleteIndicatorValues(db, round.id, id);
  for (const id of leaving) deletePanelistSheets(db, round.id, id);
}

function canonical(rules: RoundRules): RoundRules {
  const exact = (text: string) => canonicalDecimal(text) ?? text;
  return {
    ...rules,
    carry: exact(rules.carry),
    advance:
      rules.advance && "atLeast" in rules.advance ? { atLeast: exact(rules.advance.atLeast) } : rules.advance,
    indicators: rules.indicators.map((indicator) => ({
      ...indicator,
      weight: exact(indicator.weight),
      scale: {
        min: exact(indicator.scale.min),
        max: exact(indicator.scale.max),
        step: indicator.scale.step === null ? null : exact(indicator.scale.step),
      },
    })),
  };
}

function problemsOfRules({ carry, indicators, tieBreak }: RoundRules): Problem[] {
  const problems: Problem[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  if (compare(parseDecimal(carry), zero) < 0 || compare(parseDecimal(carry), hundred) > 0) {
    add("carry", `Bawaan nilai ${formatDecimal(carry)} persen; harus 0–100.`);
  }
  indicators.forEach(({ key, name, weight, scale }, index) => {
    const at = `indicators[${index}]`;
    if (indicators.findIndex((other) => other.key === key) !== index) {
      add(
        `${at}.key`,
        `Kode indikator "${key}" tertulis dua kali; setiap indikator memerlukan kode sendiri.`,
      );
    }
    if (compare(parseDecimal(weight), zero) < 0)
      add(`${at}.weight`, `Bobot "${name}" tidak boleh di bawah 0.`);
    if (compare(parseDecimal(scale.min), parseDecimal(scale.max)) >= 0) {
      add(`${at}.scale`, `Skala "${name}": nilai terendah harus lebih kecil daripada nilai tertinggi.`);
    }
    if (scale.step !== null && compare(parseDecimal(scale.step), zero) <= 0) {
      add(`${at}.scale.step`, `Kelipatan "${name}" harus lebih besar daripada 0.`);
    }
  });
  const known = new Set([
    "previousRound",
    "exactTotal",
    "median",
    "panelistMajority",
    "decision",
    ...indicators.map(({ key }) => `indicator:${key}`),
  ]);
  tieBreak.forEach((key, index) => {
    if (!known.has(key))
      add(
        `tieBreak[${index}]`,
        `Penentu seri "${key.replace("indicator:", "")}" tidak ada lagi; hapus dari urutan.`,
      );
    if (tieBreak.indexOf(key) !== index) add(`tieBreak[${index}]`, "Penentu seri tertulis dua kali.");
  });
  return problems;
}

function problemsOfPeople(db: WriteDb, editionId: number, round: StoredRound, rules: RoundRules): Problem[] {
  const known = new Set(listPanelists(db, editionId).map(({ id }) => id));
  const own = new Set(round.indicators.map(({ id }) => id));
  const problems: Problem[] = [];
  if (rules.panel.some((id) => !known.has(id)) || new Set(rules.panel).size !== rules.panel.length) {
    problems.push({
      path: "panel",
      message: "Panel memuat panelis yang tidak terdaftar di edisi ini atau tertulis dua kali.",
    });
  }
  if (rules.kind === "desk" && rules.panel.length > 0) {
    problems.push({ path: "panel", message: "Babak meja tidak memakai panel; kosongkan panelnya." });
  }
  const ids = rules.indicators.flatMap(({ id }) => id ?? []);
  if (ids.some((id) => !own.has(id)) || new Set(ids).size !== ids.length) {
    problems.push({
      path: "indicators",
      message: "Indikator ini baru saja diubah di jendela lain. Muat ulang tata nilai sebelum menyimpan.",
    });
  }
  for (const { panelistId, reason } of round.recusals) {
    if (!rules.panel.includes(panelistId)) {
      problems.push({
        path: "panel",
        message: `Panelis yang dikeluarkan masih tercatat berhalangan (${reason}). Cabut dulu catatan berhalangannya.`,
      });
    }
  }
  return problems;
}

function valuesOffScale(
  db: WriteDb,
  round: StoredRound,
  indicator: IndicatorRules & { id?: number },
): Problem[] {
  const before = round.indicators.find(({ id }) => id === indicator.id);
  if (!before || JSON.stringify(before.scale) === JSON.stringify(indicator.scale)) return [];
  const labels = new Map(listEntries(db, round.categoryId).map(({ id, label }) => [id, label]));
  return listIndicatorValues(db, round.id, before.id)
    .filter(({ value }) => findScaleFault(value, indicator.scale) !== null)
    .map(({ value, entryId }) => ({
      path: `${indicator.name} · ${labels.get(entryId)}`,
      message: `Nilai ${formatDecimal(value)} untuk ${labels.get(entryId)} tidak sesuai dengan skala baru "${indicator.name}".`,
    }));
}

function refusal(problems: Problem[]): AppError {
  const more = problems.length > 1 ? ` (dan ${problems.length - 1} hal lain)` : "";
  return new AppError("INVALID", `Tata nilai belum disimpan: ${problems[0]!.message}${more}`, { problems });
}
