import type { Problem } from "../contract/errors.ts";
import type { Edition } from "../domain/edition.ts";
import { reportSheetsWithoutAdvancing } from "./editionAdvancement.ts";
import { readAwards, readCategories } from "./editionCategories.ts";
import { orDefault, readFlag, readObject, type Slot, tell, whole, wholeList } from "./editionFields.ts";
import { knownIds } from "./editionIds.ts";
import { readEditionHead, readPanelists, readRegions } from "./editionRegister.ts";
import { parseEditionText } from "./editionText.ts";
import { createProblemList } from "./problemList.ts";
import { quoted } from "./problemText.ts";

export { writeEdition } from "./editionWriting.ts";

/** The format this application reads and writes. */
export const editionFormat = "lencana/edition@1";

/** 64 MiB: a file above this is refused before it is read. The largest edition thinkable takes a fifth of it. */
export const editionFileLimitBytes = 64 * 1024 * 1024;

/**
 * Reads an edition file (`lencana/edition@1`) and holds it against every rule of the format. Numbers are read as
 * the exact decimals written. Either the whole edition, or every problem found, each with its JSON path.
 */
export function readEdition(text: string): { edition: Edition } | { problems: Problem[] } {
  const parsed = parseEditionText(text);
  if ("problem" in parsed) return { problems: [parsed.problem] };
  const problems = createProblemList();
  const edition = readRoot({ value: parsed.value, path: "$", report: problems.report });
  if (edition !== undefined && problems.count() === 0) {
    // Only a file that is right otherwise can be ranked, and only the ranking knows who advanced.
    reportSheetsWithoutAdvancing(edition, problems.report);
  }
  if (problems.count() > 0) return { problems: problems.list() };
  if (edition === undefined) throw new Error("an edition is unreadable but nothing says why");
  return { edition };
}

function readRoot(slot: Slot): Edition | undefined {
  const keys = ["format", "sample", "edition", "regions", "panelists", "categories", "awards"] as const;
  const fields = readObject(slot, keys, `edisi dengan format ${quoted(editionFormat)}`);
  if (fields === undefined) return undefined;
  checkFormat(fields.format);
  const sample = orDefault(fields.sample, false, readFlag);
  const head = readEditionHead(fields.edition);
  const regions = readRegions(fields.regions);
  const panelists = readPanelists(fields.panelists);
  const categories = readCategories(fields.categories, knownIds(regions.ids), knownIds(panelists.ids));
  const awards = readAwards(fields.awards, knownIds(categories.ids));
  const lists = whole<Pick<Edition, "regions" | "panelists" | "categories" | "awards">>({
    regions: wholeList(regions.items),
    panelists: wholeList(panelists.items),
    categories: wholeList(categories.items),
    awards,
  });
  if (sample === undefined || head === undefined || lists === undefined) return undefined;
  return { sample, ...head, ...lists };
}

function checkFormat(slot: Slot): void {
  if (slot.value === editionFormat) return;
  const expected = `format yang dikenal hanya ${quoted(editionFormat)}`;
  if (slot.value === undefined) tell(slot, `Belum ada; ${expected}.`);
  else if (typeof slot.value !== "string") tell(slot, `Bukan teks; ${expected}.`);
  else tell(slot, `Tertulis ${quoted(slot.value)}; ${expected}.`);
}
