import type { Board } from "../contract/sheets.ts";
import type { KeyedSheetRow } from "../database/queries/keyings.ts";
import type { TwoHanded } from "./keyedSheets.ts";

type Fill = Pick<Board["cells"][number], "state" | "given">;

/** How far a sheet is whose values are in force as soon as they are typed. */
export function fillOf(given: number, wanted: number): Fill {
  if (given === 0) return { state: "empty", given };
  return { state: given < wanted ? "partial" : "complete", given };
}

/** How a sheet that takes two people stands; `wanted` cells make it whole. */
export function keyedState(
  { first, second, differences, unsettled, inForce }: KeyedSheetRow,
  wanted: number,
  keying: TwoHanded,
): "empty" | "once" | "differs" | "waiting" | "agreed" {
  if (wanted > 0 && inForce >= wanted) return "agreed";
  if (first + second === 0) return "empty";
  if (differences > 0) return "differs";
  return keying === "confirm" && unsettled > 0 && inForce + unsettled >= wanted ? "waiting" : "once";
}

/** The same for the board, where a sheet that nobody has typed to its end is one to go on with. */
export function keyedFill(row: KeyedSheetRow | undefined, wanted: number, keying: TwoHanded): Fill {
  if (!row) return { state: "empty", given: 0 };
  const state = keyedState(row, wanted, keying);
  const given = Math.max(row.first, row.second, row.inForce);
  if (state === "agreed") return { state: "complete", given };
  if (state === "empty") return fillOf(row.inForce, wanted);
  if (state === "once" && row.inForce + row.unsettled < wanted) return { state: "partial", given };
  return { state, given };
}
