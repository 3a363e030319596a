import type { ProseBlock, ProseCard } from "./proseData.ts";

export interface TableCardsWords {
  /** One a person, as they sit; the name or, where it is not known, the office. */
  cards: readonly ProseCard[];
}

/** Kartu meja: a folded card a person, the name to be read from both sides. */
export function tableCardBlocks({ cards }: TableCardsWords): ProseBlock[] {
  return [{ kind: "cards", cards }];
}
