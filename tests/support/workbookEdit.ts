import { Workbook } from "@cj-tech-master/excelts";

/** A workbook as somebody would leave it: loaded, changed and saved by another program. */
export async function editWorkbook(
  bytes: Uint8Array,
  edit: (book: Workbook) => void | Promise<void>,
): Promise<Uint8Array> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  await edit(book);
  return await book.xlsx.writeBuffer({ validate: false });
}

/** A workbook of one sheet with these rows, from A1. */
export async function workbookOf(
  name: string,
  rows: (
    | string
    | number
    | Date
    | boolean
    | null
    | { formula: string; result?: number | string }
    | { error: "#DIV/0!" }
  )[][],
  edit: (book: Workbook) => void = () => {},
): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet(name);
  for (const [row, values] of rows.entries()) {
    for (const [column, value] of values.entries())
      if (value !== null) sheet.getCell(row + 1, column + 1).value = value;
  }
  edit(book);
  return await book.xlsx.writeBuffer({ validate: false });
}
