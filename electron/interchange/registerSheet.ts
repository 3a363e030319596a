import type { RegisterRow } from "../contract/register.ts";
import { listInWords, timeText } from "../domain/indonesian.ts";
import { put, setUpPage, styles } from "./sheetStyle.ts";
import { createBook, writeBook } from "./workbook.ts";

type Line = { row: RegisterRow; run: RegisterRow["runs"][number] | null };

const stateWords = {
  inForce: "berlaku",
  outdated: "isinya berubah",
  replaced: "digantikan",
  revoked: "dicabut",
  calledOff: "tidak jadi dicetak",
} as const;
const outcomeWords = { sent: "terkirim", cancelled: "dibatalkan", failed: "gagal" } as const;
const howWords = {
  scanner: "pemindai genggam",
  camera: "kamera",
  file: "hasil pindai atau foto",
  typed: "nomor seri diketik",
} as const;

const columns: { head: string; width: number; of: (line: Line) => string | number }[] = [
  { head: "Nomor seri", width: 13, of: ({ row }) => row.serial },
  { head: "Dokumen", width: 52, of: ({ row }) => row.title },
  { head: "Nomor", width: 24, of: ({ row }) => row.number ?? "" },
  { head: "Versi hasil", width: 9, of: ({ row }) => row.version ?? "" },
  { head: "Kali ke-", width: 9, of: ({ run }) => run?.run ?? "" },
  { head: "Keluar", width: 32, of: ({ run }) => timeOf(run?.at) },
  { head: "Oleh", width: 20, of: ({ run }) => (run ? (run.actor ?? "tanpa akun") : "") },
  { head: "Dari", width: 16, of: ({ run }) => run?.place ?? "" },
  { head: "Ke", width: 24, of: ({ run }) => run?.target ?? "" },
  { head: "Kabar pencetakan", width: 16, of: ({ run }) => (run?.outcome ? outcomeWords[run.outcome] : "") },
  { head: "Alasan dikeluarkan lagi", width: 34, of: ({ run }) => run?.reason ?? "" },
  { head: "Keadaan", width: 13, of: ({ row }) => stateWords[row.state] },
  { head: "Dicabut pada", width: 32, of: ({ row }) => timeOf(row.revokedAt) },
  { head: "Alasan pencabutan", width: 34, of: ({ row }) => row.revokedWhy ?? "" },
  { head: "Ditarik pada", width: 32, of: ({ row }) => timeOf(row.withdrawnAt) },
  {
    head: "Ditarik oleh",
    width: 20,
    of: ({ row }) => (row.withdrawnAt ? (row.withdrawnBy ?? "tanpa akun") : ""),
  },
  { head: "Tercetak (lembar terakhir dibaca)", width: 32, of: ({ row }) => timeOf(row.seenAt) },
  { head: "Dibaca oleh", width: 20, of: ({ row }) => (row.seenAt ? (row.seenBy ?? "tanpa akun") : "") },
  { head: "Dibaca dengan", width: 22, of: ({ row }) => (row.seenHow ? howWords[row.seenHow] : "") },
  { head: "Banyaknya halaman", width: 11, of: ({ row }) => row.pages ?? "" },
  { head: "Halaman dibaca", width: 18, of: ({ row }) => listInWords(row.seenPages.map(String)) },
  { head: "Penanda tangan elektronik", width: 28, of: ({ row }) => row.signed?.signer ?? "" },
  { head: "Hash isi", width: 66, of: ({ row }) => row.content ?? "" },
];

function timeOf(at: string | null | undefined): string {
  return at ? timeText(at) : "";
}

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
