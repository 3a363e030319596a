/** Something that Ctrl+K can find. */
export interface Findable {
  id: string;
  group: string;
  title: string;
  /** A second line; searched too. */
  detail: string;
  /** A route of the application, or an act. */
  go: string | (() => void);
}

export interface FoundGroup {
  group: string;
  items: Findable[];
}

interface FindLimits {
  perGroup: number;
}

/**
 * Findables that hold every word of the question, best first: a title that begins so, then a word that does, then
 * the rest. Groups keep the order in which they are given.
 */
export function find(items: readonly Findable[], question: string, { perGroup }: FindLimits): FoundGroup[] {
  const words = plain(question).split(" ").filter(Boolean);
  const groups = new Map<string, { item: Findable; rank: number }[]>();
  for (const item of items) {
    const rank = rankOf(item, words);
    if (rank === null) continue;
    const found = groups.get(item.group);
    if (found) found.push({ item, rank });
    else groups.set(item.group, [{ item, rank }]);
  }
  return [...groups].map(([group, found]) => ({
    group,
    items: found
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, perGroup)
      .map(({ item }) => item),
  }));
}

function rankOf({ title, detail }: Findable, words: string[]): number | null {
  const [head, rest] = [plain(title), plain(detail)];
  if (!words.every((word) => head.includes(word) || rest.includes(word))) return null;
  if (words.length === 0 || head.startsWith(words.join(" "))) return 0;
  if (words.every((word) => ` ${head}`.includes(` ${word}`))) return 1;
  return words.every((word) => head.includes(word)) ? 2 : 3;
}

function plain(text: string): string {
  return text.toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "");
}
