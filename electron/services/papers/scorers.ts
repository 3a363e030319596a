import type { StoredRound } from "../../database/queries/rounds.ts";
import type { CategoryAround } from "./kind.ts";

export interface Scorer {
  /** 0 is the desk. */
  panelistId: number;
  name: string;
}

/** Who fills sheets of a round. */
export function scorersOf({ panelists }: Pick<CategoryAround, "panelists">, round: StoredRound): Scorer[] {
  if (round.kind === "desk") return [{ panelistId: 0, name: "Meja sekretariat" }];
  return round.panel.map((panelistId) => ({ panelistId, name: panelists.get(panelistId)!.name }));
}
