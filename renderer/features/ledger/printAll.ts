import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { AppError } from "../../../electron/contract/errors.ts";

/** About a hundred sheets of paper: more is read better in a workbook. */
const mostPrinted = 2_000;

/** Reads on until everything the filter shows stands on the page, then opens the print dialog. */
export async function printAll(
  entries: Pick<
    UseInfiniteQueryResult<{ pages: { entries: unknown[]; total: number }[] }>,
    "data" | "fetchNextPage"
  >,
): Promise<void> {
  const [first] = entries.data?.pages ?? [];
  if (first && first.total > mostPrinted) {
    throw new AppError(
      "TOO_LARGE",
      `Ada ${first.total} catatan, terlalu banyak untuk dicetak. Persempit saringannya, atau simpan sebagai Excel.`,
    );
  }
  let more = true;
  while (more) {
    const { data, hasNextPage, error } = await entries.fetchNextPage({ cancelRefetch: false });
    if (error) throw error;
    more = hasNextPage && data !== undefined;
  }
  // The last of them are on their way to the page.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  window.print();
}
