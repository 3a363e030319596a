import type { LedgerRow } from "../contract/ledger.ts";
import { put, setUpPage, styles } from "./sheetStyle.ts";
import { createBook, writeBook } from "./workbook.ts";

const columns: { head: string; width: number; of: (row: LedgerRow) => string | number }[] = [
  { head: "No.", width: 8, of: ({ seq }) => seq },
  { head: "Waktu (UTC)", width: 25, of: ({ at }) => at },
  { head: "Siapa", width: 24, of: ({ who }) => who },
  { head: "Dari", width: 16, of: ({ from }) => from },
  { head: "Apa", width: 60, of: ({ sentence }) => sentence },
  { head: "Semula", width: 18, of: ({ old }) => old ?? "" },
  { head: "Menjadi", width: 18, of: (row) => row.new ?? "" },
  { head: "Alasan", width: 40, of: ({ reason }) => reason ?? "" },
];

/** Entries of the ledger as a workbook, in the order given. */
export async function writeLedgerSheet(given: {
  title: string;
  rows: LedgerRow[];
  now: Date;
}): Promise<Uint8Array> {
  const book = createBook(given.now);
  book.title = given.title;
  const sheet = book.addWorksheet("Buku catatan");
  put(sheet, 1, 1, given.title, styles.title);
  columns.forEach(({ head, width }, index) => {
    sheet.getColumn(index + 1).width = width;
    put(sheet, 3, index + 1, head, styles.head);
  });
  given.rows.forEach((row, index) =>
    columns.forEach(({ of }, column) => put(sheet, index + 4, column + 1, of(row), styles.wrapped)),
  );
  setUpPage(sheet, {
    frozenRows: 3,
    frozenColumns: 1,
    titleRows: "3:3",
    onePageWide: true,
    footer: given.title,
    sample: false,
  });
  return writeBook(book);
}
