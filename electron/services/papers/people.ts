import { headOfficeLabel } from "../../domain/names.ts";
import { entriesOfRound, seatedPanelists } from "../officeData.ts";
import type { EditionSource } from "../paperSource.ts";
import { panelRoundsOf } from "./officeStates.ts";

/** Heads of all regions that present in any category, each once, in the order of the register. */
export function finalistHeads({ categories, regions }: EditionSource) {
  const codes = new Set(
    panelRoundsOf(categories).flatMap(({ category, index }) =>
      entriesOfRound(category.byKeys, category.ranked[index]).map(({ code }) => code),
    ),
  );
  return [...regions.values()]
    .filter(({ code }) => codes.has(code))
    .map((region) => ({ name: region.head?.name ?? null, office: headOfficeLabel(region) }));
}

/** Everybody who sits on a panel. */
export function panelOfEdition({ panelists, categories }: EditionSource) {
  return seatedPanelists(panelists.values(), categories);
}
