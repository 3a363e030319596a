import type { Signatory } from "./officeWords.ts";

/** The steps of the ceremony, in their order. */
export const ceremonyOrder = [
  "opening",
  "anthem",
  "report",
  "address",
  "awards",
  "governor",
  "prayer",
  "closing",
] as const;

export type CeremonyStep = (typeof ceremonyOrder)[number];

export interface CeremonyItem {
  step: CeremonyStep;
  /** Null: not known yet, and neither are the times after it. */
  minutes: number | null;
  /** Who does it; null leaves the usual one, or dots. */
  by: string | null;
}

/** Who stands at the lectern for a step, where the office has not said. */
export function usualActor(step: CeremonyStep, signatory: Signatory): string | null {
  if (step === "opening" || step === "closing") return "Pembawa acara";
  if (step === "anthem") return "Seluruh hadirin";
  if (step === "awards" || step === "governor") return signatory.title;
  return null;
}

/** What the programme and the script call a step. */
export function stepTitle(step: CeremonyStep, words: { editionTitle: string; signatory: Signatory }): string {
  return {
    opening: "Pembukaan",
    anthem: "Menyanyikan lagu kebangsaan Indonesia Raya",
    report: "Laporan penyelenggara",
    address: "Sambutan",
    awards: `Pemberian penghargaan ${words.editionTitle}`,
    governor: `Sambutan ${words.signatory.title}`,
    prayer: "Doa",
    closing: "Penutup",
  }[step];
}
