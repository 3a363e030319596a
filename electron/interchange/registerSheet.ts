import type { RegisterRow } from "../contract/register.ts";
import { listInWords } from "../domain/indonesian.ts";
import { put, setUpPage, styles } from "./sheetStyle.ts";
import { createBook, writeBook } from "./workbook.ts";

type Line = { row: RegisterRow; run: RegisterRow["runs"][number] | null };

const stateWords = { inForce: "berlaku", replaced: "digantikan", revoked: "dicabut" } as const;

const columns: { head: string; width: number; of: (line: Line) => string | number }[] = [
  { head: "Nomor seri", width: 13, of: ({ row }) => row.serial },
  { head: "Dokumen", width: 52, of: ({ row }) => row.title },
  { head: "Versi hasil", width: 9, of: ({ row }) => row.version ?? "" },
  { head: "Kali ke-", width: 9, of: ({ run }) => run?.run ?? "" },
  { head: "Keluar (UTC)", width: 25, of: ({ row, run }) => run?.at ?? row.runs[0]?.at ?? "" },
  { head: "Oleh", width: 20, of: ({ run }) => (run ? (run.actor ?? "tanpa akun") : "") },
  { head: "Dari", width: 16, of: ({ run }) => run?.place ?? "" },
  { head: "Ke", width: 24, of: ({ run }) => run?.target ?? "" },
  { head: "Alasan dikeluarkan lagi", width: 34, of: ({ run }) => run?.reason ?? "" },
  { head: "Keadaan", width: 13, of: ({ row }) => stateWords[row.state] },
  { head: "Dicabut (UTC)", width: 25, of: ({ row }) => row.revokedAt ?? "" },
  { head: "Alasan pencabutan", width: 34, of: ({ row }) => row.revokedWhy ?? "" },
  { head: "Terlihat di kertas (UTC)", width: 25, of: ({ row }) => row.seenAt ?? "" },
  { head: "Banyaknya halaman", width: 11, of: ({ row }) => row.pages ?? "" },
  { head: "Halaman terlihat", width: 18, of: ({ row }) => listInWords(row.seenPages.map(String)) },
  { head: "Penanda tangan elektronik", width: 28, of: ({ row }) => row.signed?.signer ?? "" },
  { head: "Hash isi", width: 66, of: ({ row }) => row.content ?? "" },
];

/** The register of papers as a workbook: a line for each time that one went out. */
export async function writeRegisterSheet(given: {
  title: string;
  rows: RegisterRow[];
  now: Date;
  sample: boolean;
}): Promise<Uint8Array> {
  const book = createBook(given.now);
  book.title = given.title;
  const sheet = book.addWorksheet("Register");
  put(sheet, 1, 1, given.title, styles.title);
  columns.forEach(({ head, width }, index) => {
    sheet.getColumn(index + 1).width = width;
    put(sheet, 3, index + 1, head, styles.head);
  });
  const lines = given.rows.flatMap((row): Line[] =>
    row.runs.length === 0 ? [{ row, run: null }] : row.runs.map((run) => ({ row, run })),
  );
  lines.forEach((line, index) =>
    columns.forEach(({ of }, column) => put(sheet, index + 4, column + 1, of(line), styles.wrapped)),
  );
  setUpPage(sheet, {
    frozenRows: 3,
    frozenColumns: 2,
    titleRows: "3:3",
    onePageWide: true,
    footer: given.title,
    sample: given.sample,
  });
  return writeBook(book);
}
