import type { z } from "zod";
import type { Explanation } from "../../../electron/contract/results.ts";
import type { CorrectionView } from "../../../electron/contract/seals.ts";
import type { keyedSheet } from "../../../electron/contract/keyings.ts";
import { listInWords } from "../../../electron/domain/indonesian.ts";

type Indicator = Explanation["indicators"][number];
type Value = Indicator["values"][number];

/** What is known beside an explanation of where a round's scores come from. */
export interface Sources {
  /** Of this round. */
  corrections: readonly Pick<CorrectionView, "number" | "state" | "changes" | "requestedBy" | "signatures">[];
  /** Of this entry; empty where what is typed holds at once. */
  sheets: readonly Pick<z.infer<typeof keyedSheet>, "panelistId" | "by">[];
}

/** Who gave a score and how: "dikoreksi (koreksi 1 oleh Vina)", "diketik Andi dan Budi", "dari templat". */
export function originWords(
  { corrections, sheets }: Sources,
  { entry, indicator, value }: { entry: string; indicator: Pick<Indicator, "name">; value: Value },
): string | null {
  if (value.enteredVia === null) return null;
  const correction = corrections.findLast(
    ({ state, changes }) =>
      state === "done" &&
      changes.some(
        (change) => change.what === placeWords(entry, indicator, value) && change.new === value.value,
      ),
  );
  if (correction) {
    const signed = listInWords(correction.signatures.map(({ name }) => name));
    return `dikoreksi lewat koreksi ${correction.number}: diajukan ${correction.requestedBy}, ditandatangani ${signed}`;
  }
  const by = sheets.find(({ panelistId }) => panelistId === (value.panelistId ?? 0))?.by ?? [];
  return value.enteredVia === "diketik" && by.length > 0 ? `diketik ${listInWords(by)}` : value.enteredVia;
}

/** A score as a request for correction names it. */
function placeWords(entry: string, indicator: Pick<Indicator, "name">, value: Value): string {
  const panelist = value.panelistId === null ? "meja sekretariat" : value.panelist;
  return `${entry} · ${indicator.name} · ${panelist}`;
}
