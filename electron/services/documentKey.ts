import { AppError } from "../contract/errors.ts";
import { kinds } from "./papers/index.ts";
import type { NamedPaper } from "./papers/kind.ts";

/** What a paper's key names, by the kind that knows it. */
export function parseDocumentKey(key: string): NamedPaper {
  const [kind, ...numbers] = key.split("/");
  const read = numbers.map((text) => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN));
  const known = kinds.find((one) => one.kind === kind);
  const named = read.some(Number.isNaN) ? null : known?.find(read);
  if (named) return named;
  throw new AppError("NOT_FOUND", `Dokumen "${key.slice(0, 60)}" tidak dikenal. Muat ulang daftar dokumen.`);
}
