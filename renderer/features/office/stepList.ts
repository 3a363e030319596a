import { ceremonyStep, type CeremonyStep } from "../../../electron/contract/office.ts";
import type { TypedItem } from "./detailsForm.ts";

/** A step with what tells it from the others while the list is open, so that a row keeps the focus as it moves. */
export interface ListedStep {
  id: number;
  item: TypedItem;
}

/** The steps under the ids they had; under new ones where the list was changed elsewhere. */
export function listedSteps(items: readonly TypedItem[], known: readonly number[]): ListedStep[] {
  return items.map((item, place) => ({ id: known.length === items.length ? known[place]! : place, item }));
}

/** Usual steps that the ceremony leaves out. */
export function absentSteps(items: readonly TypedItem[]): CeremonyStep[] {
  return ceremonyStep.options.filter((step) => step !== "own" && !items.some((item) => item.step === step));
}

/** With one step more: before the closing where that is the last. */
export function addedAt(steps: readonly ListedStep[], step: CeremonyStep): ListedStep[] {
  const at = steps.at(-1)?.item.step === "closing" && step !== "closing" ? steps.length - 1 : steps.length;
  const id = Math.max(-1, ...steps.map((one) => one.id)) + 1;
  return steps.toSpliced(at, 0, { id, item: { step, title: "", minutes: "", by: "", words: "" } });
}
