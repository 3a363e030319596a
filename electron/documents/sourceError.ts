import { PaperError } from "./paperError.ts";

export interface Diagnostic {
  path: string;
  message: string;
  /** Counted from 0; null where Typst knows no place. */
  range: { start: { line: number; character: number } } | null;
}

/** Typst's most usual complaints in our words; the others are quoted as they are. */
const known: [RegExp, (match: RegExpExecArray) => string][] = [
  [/^unknown variable: (.+)/, ([, name]) => `nama “${name}” tidak dikenal`],
  [/^unclosed (?:delimiter|raw text|string)/, () => "kurung atau tanda kutip yang dibuka tidak ditutup"],
  [/^unexpected (.+)/, ([, what]) => `ada “${what}” yang tidak pada tempatnya`],
  [/^expected (.+?),? found (.+)/, ([, what, found]) => `di sini perlu ${what}, bukan ${found}`],
  [/^unknown font family: (.+)/, ([, name]) => `huruf “${name}” tidak disertakan dalam aplikasi`],
  [/^file not found/, () => "berkas yang disebut tidak ada di folder templat"],
  [
    /access denied|outside of project root/,
    () => "berkas di luar folder templat tidak boleh dibaca; pakailah gambar dari rancangan",
  ],
  [
    /download package|package not found/,
    () => "paket dari jaringan tidak dipakai; tulis isinya di sumber ini",
  ],
  [
    /condition is always true|loop seems to be infinite|maximum .* depth exceeded/,
    () => "perulangan ini tidak pernah selesai",
  ],
  [
    /^(?:dictionary does not contain key|.* does not contain field) "?(.+?)"?$/,
    ([, key]) => `data “${key}” tidak ada`,
  ],
];

/** A mistake in an expert's own template: which line, and what. */
export function sourceError(sourcePath: string, diagnostics: readonly Diagnostic[]): PaperError {
  // What stands in our own files is told by the line of the source that called it, where there is one.
  const first = diagnostics.find(({ path, range }) => path.endsWith(sourcePath) && range) ?? diagnostics[0];
  const message = first?.message.split(", hints:")[0]?.trim() ?? "tidak dapat disusun";
  const line = first?.path.endsWith(sourcePath) && first.range ? first.range.start.line + 1 : null;
  const where = line === null ? "Sumber rancangan" : `Sumber rancangan baris ${line}`;
  return new PaperError(
    "INVALID",
    `${where}: ${explain(message)}. Perbaiki sumbernya; rancangan terakhir yang benar tetap dipakai.`,
    line === null ? {} : { problems: [{ path: `baris ${line}`, message: explain(message) }] },
    new Error(message),
  );
}

function explain(message: string): string {
  for (const [pattern, words] of known) {
    const match = pattern.exec(message);
    if (match) return words(match);
  }
  return `Typst berkata “${message}”`;
}
