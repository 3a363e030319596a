import type { CeremonyItem, CeremonyStep } from "./edition.ts";

/** What the office's own screens call a step; papers say more. */
export const stepNames: Record<CeremonyStep, string> = {
  opening: "Pembukaan",
  anthem: "Lagu kebangsaan",
  report: "Laporan penyelenggara",
  address: "Sambutan",
  awards: "Pemberian penghargaan",
  governor: "Sambutan penanda tangan piagam",
  prayer: "Doa",
  closing: "Penutup",
  own: "Mata acara baru",
};

/** The name of a step by its key; an unknown key stands for itself. */
export function stepNamed(key: string): string {
  return Object.entries(stepNames).find(([step]) => step === key)?.[1] ?? key;
}

/** What lists and buttons call a step. */
export function calledStep({ step, title = "" }: Pick<CeremonyItem, "step" | "title">): string {
  return title.trim() || stepNames[step];
}

/** Stands in the words of a step for whoever does it. */
export const actorPlaceholder = "{petugas}";

/** A name that ends in a title, "S.H.", has its full stop already. */
function withActor(line: string, actor: string): string {
  const stopped = actor.endsWith(".") ? line.replaceAll(`${actorPlaceholder}.`, actorPlaceholder) : line;
  return stopped.replaceAll(actorPlaceholder, actor);
}

/** Lines of the words, each read as a paragraph; one in square brackets is a note that is not read. */
export function paragraphsOf(words: string, actor: string | null): { text: string; cue: boolean }[] {
  return words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const cue = /^\[(.*)\]$/.exec(line)?.[1]?.trim();
      return { text: withActor(cue ?? line, actor ?? ""), cue: cue !== undefined };
    });
}
