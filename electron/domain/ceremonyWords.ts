/** Stands in the words of a step for whoever does it. */
export const actorPlaceholder = "{petugas}";

/** Lines of the words, each read as a paragraph; one in square brackets is a note that is not read. */
export function paragraphsOf(words: string, actor: string | null): { text: string; cue: boolean }[] {
  return words
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const cue = /^\[(.*)\]$/.exec(line)?.[1]?.trim();
      return { text: (cue ?? line).replaceAll(actorPlaceholder, actor ?? ""), cue: cue !== undefined };
    });
}
