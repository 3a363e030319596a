import type { DecimalText, Recusal, RoundKind, Sheet } from "../domain/edition.ts";
import { findScaleFault } from "../domain/exact.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import { readEntryOf, readPanelistOf } from "./editionDecisions.ts";
import {
  readDecimalValue,
  readList,
  readObject,
  readRecord,
  type Slot,
  slotOf,
  tell,
  whole,
  wholeList,
} from "./editionFields.ts";
import type { KnownIds } from "./editionIds.ts";
import type { ReadIndicator, Scale } from "./editionIndicators.ts";
import { itemPath, keyPath, quoted } from "./problemText.ts";

/** What the sheets of a round are held against; undefined where it could not be read. */
export interface SheetRules {
  readonly kind: RoundKind | undefined;
  readonly panel: KnownIds;
  readonly entries: KnownIds;
  readonly recusals: readonly Recusal[];
  readonly indicators: readonly (ReadIndicator | undefined)[];
}

/** Says what is wrong with a value of one indicator, null where it fits. */
type ValueCheck = (value: DecimalText) => string | null;

/** The sheets of a round: one per pair, of people who may judge, with values on their scales. */
export function readSheets(slot: Slot, rules: SheetRules): Sheet[] | undefined {
  const checks = checksOf(rules.indicators);
  const sheets = readList(slot, "lembar nilai", (item) => readSheet(item, rules, checks));
  if (sheets === undefined) return undefined;
  reportSecondSheets(slot, sheets);
  reportRecused(slot, sheets, rules.recusals);
  return wholeList(sheets);
}

function readSheet(slot: Slot, rules: SheetRules, checks: ReadonlyMap<string, ValueCheck> | undefined) {
  const fields = readObject(slot, ["entry", "panelist", "values"], "lembar nilai");
  if (fields === undefined) return undefined;
  return whole<Sheet>({
    entry: readEntryOf(fields.entry, rules.entries),
    panelist: readSheetPanelist(fields.panelist, rules),
    values: readValues(fields.values, checks),
  });
}

function readSheetPanelist(slot: Slot, { kind, panel }: SheetRules): string | null | undefined {
  if (slot.value === null) {
    if (kind !== "panel") return null;
    return tell(slot, "Tertulis null; lembar nilai babak panel harus menyebut id panelisnya.");
  }
  if (kind !== "desk") return readPanelistOf(slot, panel);
  return tell(slot, 'Babak "desk" tidak dinilai panelis; "panelist" harus ada dan berisi null.');
}

/** Indicator id → exact value; a key that is absent is a value not yet given. */
function readValues(slot: Slot, checks: ReadonlyMap<string, ValueCheck> | undefined) {
  const object = readRecord(slot, "nilai per indikator");
  if (object === undefined) return undefined;
  const values: Record<string, DecimalText> = {};
  for (const id of Object.keys(object)) {
    const check = checks?.get(id);
    if (checks !== undefined && check === undefined) {
      const path = keyPath(slot.path, id);
      slot.report(path, `Indikator ${quoted(id)} tidak ada di babak ini; tulis id indikator yang ada.`);
      continue;
    }
    const valueSlot = slotOf(object, id, slot);
    const value = readDecimalValue(valueSlot);
    if (value === undefined) continue;
    const fault = check?.(value) ?? null;
    if (fault === null) values[id] = value;
    else tell(valueSlot, fault);
  }
  return values;
}

/** Undefined while an indicator's id could not be read: then no id can be called unknown. */
function checksOf(indicators: readonly (ReadIndicator | undefined)[]): Map<string, ValueCheck> | undefined {
  const checks = new Map<string, ValueCheck>();
  for (const indicator of indicators) {
    if (indicator?.id === undefined) return undefined;
    checks.set(indicator.id, checkOn(indicator.scale));
  }
  return checks;
}

/** The same few values come again and again in a round of 514 × 100, so each is weighed once. */
function checkOn(scale: Scale | undefined): ValueCheck {
  const known = new Map<DecimalText, string | null>();
  return (value) => {
    if (scale === undefined) return null;
    const before = known.get(value);
    if (before !== undefined) return before;
    const found = scaleFaultSentence(value, scale);
    known.set(value, found);
    return found;
  };
}

function scaleFaultSentence(value: DecimalText, scale: Scale): string | null {
  const fault = findScaleFault(value, scale);
  if (fault === null) return null;
  const [shown, min, max] = [value, scale.min, scale.max].map((each) => formatDecimal(each));
  if (fault === "offScale") return `Nilai ${shown} di luar skala; harus dari ${min} sampai ${max}.`;
  return `Nilai ${shown} tidak tepat pada langkah skala; harus kelipatan ${formatDecimal(scale.step ?? "1")} dihitung dari ${min}.`;
}

function reportSecondSheets(slot: Slot, sheets: readonly (Sheet | undefined)[]): void {
  const first = new Map<string, string>();
  sheets.forEach((sheet, index) => {
    if (sheet === undefined) return;
    const pair = JSON.stringify([sheet.entry, sheet.panelist]);
    const path = itemPath(slot.path, index);
    const earlier = first.get(pair);
    if (earlier === undefined) {
      first.set(pair, path);
      return;
    }
    const whose = sheet.panelist === null ? "" : ` dari panelis ${quoted(sheet.panelist)}`;
    slot.report(
      path,
      `Lembar nilai kedua untuk peserta ${sheet.entry}${whose}; yang pertama ada di ${earlier}, sisakan satu.`,
    );
  });
}

function reportRecused(
  slot: Slot,
  sheets: readonly (Sheet | undefined)[],
  recusals: readonly Recusal[],
): void {
  const recused = new Set(recusals.map(({ entry, panelist }) => JSON.stringify([entry, panelist])));
  sheets.forEach((sheet, index) => {
    if (sheet === undefined || !recused.has(JSON.stringify([sheet.entry, sheet.panelist]))) return;
    slot.report(
      itemPath(slot.path, index),
      `Panelis ${quoted(sheet.panelist ?? "")} tercatat tidak menilai peserta ${sheet.entry}; hapus lembar ini atau catatannya di "recusals".`,
    );
  });
}
