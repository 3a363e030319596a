import {
  add,
  canonicalDecimal,
  compare,
  hundred,
  parseDecimal,
  roundHalfAway,
  zero,
} from "../domain/exact.ts";
import type { DecimalText, Indicator } from "../domain/edition.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import {
  orDefault,
  orNull,
  readChoice,
  readDecimalValue,
  readId,
  readList,
  readName,
  readObject,
  type Slot,
  tell,
  whole,
} from "./editionFields.ts";
import { reportRepeats } from "./editionIds.ts";
import { placed } from "./editionRegister.ts";

export type Scale = Indicator["scale"];

/** What could be read of an indicator: sheets are checked against it even where another part is wrong. */
export interface ReadIndicator {
  readonly id: string | undefined;
  readonly weight: DecimalText | undefined;
  readonly scale: Scale | undefined;
  readonly indicator: Indicator | undefined;
}

/** The indicators of a round: ids unique, weights summing to exactly 100. */
export function readIndicators(slot: Slot): (ReadIndicator | undefined)[] | undefined {
  const read = readList(slot, "indikator", readIndicator);
  const ids = read?.map((each) => each?.id);
  reportRepeats(placed(ids, slot.path, "id"), slot.report, "id indikator harus berbeda dalam satu babak");
  if (read !== undefined) checkWeights(slot, read);
  return read;
}

function readIndicator(slot: Slot): ReadIndicator | undefined {
  const fields = readObject(slot, ["id", "name", "weight", "scale", "direction"], "indikator");
  if (fields === undefined) return undefined;
  const id = readId(fields.id);
  const weight = readWeight(fields.weight);
  const scale = readScale(fields.scale);
  const indicator = whole<Indicator>({
    id,
    name: readName(fields.name),
    weight,
    scale,
    direction: readChoice(fields.direction, ["higher", "lower"]),
  });
  return { id, weight, scale, indicator };
}

function readWeight(slot: Slot): DecimalText | undefined {
  const weight = readDecimalValue(slot);
  if (weight === undefined || !weight.startsWith("-")) return weight;
  return tell(slot, `Bobot ${formatDecimal(weight)} kurang dari 0; isi bobot 0–100.`);
}

function readScale(slot: Slot): Scale | undefined {
  const fields = readObject(slot, ["min", "max", "step"], "skala");
  if (fields === undefined) return undefined;
  const scale = whole<Scale>({
    min: readDecimalValue(fields.min),
    max: readDecimalValue(fields.max),
    step: orDefault(fields.step, null, (step) => orNull(step, readStep)),
  });
  if (scale === undefined || compare(parseDecimal(scale.min), parseDecimal(scale.max)) < 0) return scale;
  const [min, max] = [formatDecimal(scale.min), formatDecimal(scale.max)];
  return tell(
    slot,
    `Batas bawah ${min} tidak di bawah batas atas ${max}; min harus lebih kecil daripada max.`,
  );
}

function readStep(slot: Slot): DecimalText | undefined {
  const step = readDecimalValue(slot);
  if (step === undefined || compare(parseDecimal(step), zero) > 0) return step;
  return tell(slot, `Langkah skala ${formatDecimal(step)}; harus lebih besar dari 0.`);
}

/** Silent while a weight could not be read: the sum is not known then. */
function checkWeights(slot: Slot, indicators: readonly (ReadIndicator | undefined)[]): void {
  let total = zero;
  for (const indicator of indicators) {
    if (indicator?.weight === undefined) return;
    total = add(total, parseDecimal(indicator.weight));
  }
  if (compare(total, hundred) === 0) return;
  // Exact: no decimal that was read has more than 60 digits behind the point.
  const sum = canonicalDecimal(roundHalfAway(total, 60)) ?? "";
  tell(slot, `Jumlah bobot ${formatDecimal(sum)}; harus tepat 100.`);
}
