import type { CeremonyItem, CeremonyStep } from "../domain/edition.ts";
import { actorPlaceholder } from "../domain/ceremonyWords.ts";
import type { Signatory } from "./officeWords.ts";

/** The usual steps of the ceremony, in their order. */
export const ceremonyOrder = [
  "opening",
  "anthem",
  "report",
  "address",
  "awards",
  "governor",
  "prayer",
  "closing",
] as const satisfies readonly CeremonyStep[];

/** Who stands at the lectern for a step; null where nobody is known. */
export function actorOf(
  { step, by }: Pick<CeremonyItem, "step" | "by">,
  signatory: Signatory,
): string | null {
  if (by !== null) return by;
  if (step === "opening" || step === "closing") return "Pembawa acara";
  if (step === "anthem") return "Seluruh hadirin";
  if (step === "awards" || step === "governor") return signatory.title;
  return null;
}

/** Whether a step cannot be read out because the script would say who does it, and nobody is named. */
export function lacksActor(item: CeremonyItem, signatory: Signatory): boolean {
  const said =
    item.words === undefined
      ? item.step === "report" || item.step === "address" || item.step === "prayer"
      : item.words.includes(actorPlaceholder);
  return said && actorOf(item, signatory) === null;
}

/** What the programme and the script call a step. */
export function stepTitle(
  { step, title }: Pick<CeremonyItem, "step" | "title">,
  words: { editionTitle: string; signatory: Signatory },
): string {
  if (title !== undefined) return title;
  return {
    opening: "Pembukaan",
    anthem: "Menyanyikan lagu kebangsaan Indonesia Raya",
    report: "Laporan penyelenggara",
    address: "Sambutan",
    awards: `Pemberian penghargaan ${words.editionTitle}`,
    governor: `Sambutan ${words.signatory.title}`,
    prayer: "Doa",
    closing: "Penutup",
    own: "Acara",
  }[step];
}
