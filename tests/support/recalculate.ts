import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Workbook } from "@cj-tech-master/excelts";
import { calculateFormulas } from "@cj-tech-master/excelts/formula";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** "Sheet!A1" → what the formula there gives; errors as their text. */
export type Computed = Map<string, number | string | boolean>;

/** The values that a workbook's formula cells carry in the file. */
export async function shownValues(bytes: Uint8Array): Promise<Computed> {
  const book = new Workbook();
  await book.xlsx.load(bytes);
  return valuesOf(book);
}

/** Computes every formula of a workbook anew with a formula engine that knows nothing of how it was written. */
export async function recalculate(bytes: Uint8Array): Promise<Computed> {
  const book = new Workbook();
  await book.xlsx.load(withoutShownValues(bytes));
  calculateFormulas(book);
  return valuesOf(book);
}

// An office without its spreadsheet program would write nothing.
const officePath = ["/usr/bin/localc"].find((path) => existsSync(path)) ?? null;

/** Engines to check a workbook with: the built-in one always, and an office where one is installed. */
export const engines: { name: string; compute: (bytes: Uint8Array) => Promise<Computed> }[] = [
  { name: "a formula engine", compute: recalculate },
];
if (officePath !== null) {
  engines.push({ name: "the installed office", compute: (bytes) => recalculateInOffice(bytes, officePath) });
}

async function recalculateInOffice(bytes: Uint8Array, office: string): Promise<Computed> {
  const folder = mkdtempSync(join(tmpdir(), "lencana-office-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), withoutShownValues(bytes));
    execFileSync(
      office,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        join(folder, "out"),
        join(folder, "book.xlsx"),
      ],
      { stdio: "ignore", timeout: 220_000 },
    );
    return await shownValues(readFileSync(join(folder, "out", "book.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Formulas without values must be computed by whoever opens the file. */
function withoutShownValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!/worksheets\/sheet\d+\.xml$/.test(name)) continue;
    parts[name] = strToU8(strFromU8(part).replaceAll(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(parts);
}

function valuesOf(book: Workbook): Computed {
  const values: Computed = new Map();
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell;
        if (typeof value !== "object" || value === null || !("formula" in value)) return;
        const result: unknown = value.result;
        const shown =
          typeof result === "object" && result !== null && "error" in result ? result.error : result;
        if (typeof shown === "number" || typeof shown === "boolean")
          values.set(`${sheet.name}!${cell.address}`, shown);
        else values.set(`${sheet.name}!${cell.address}`, typeof shown === "string" ? shown : "");
      }),
    );
  }
  return values;
}
