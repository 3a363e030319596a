import type { Person } from "./secured.ts";

/** Sends papers to a printer and types the serial of every page off them, as somebody does who holds the sheets. */
export async function printAndSee(api: Person["api"], editionId: number, keys: string[]): Promise<void> {
  const { runs } = await api.documents.make({
    editionId,
    keys,
    bundle: keys.length === 1 ? "onePdf" : "zip",
    reason: "Dicetak lagi",
    despiteNames: true,
  });
  const rows = await api.register.list({ editionId });
  for (const { serial } of runs) {
    const pages = rows.find((row) => row.serial === serial)?.pages ?? 1;
    for (let page = 1; page <= pages; page++) {
      const { kind, sentence } = await api.register.scan({ editionId, code: `${serial}/${page}` });
      if (kind !== "right" && kind !== "double") throw new Error(sentence);
    }
  }
}
