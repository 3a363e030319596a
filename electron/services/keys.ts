import { AppError } from "../contract/errors.ts";

/** The key asked for, refused when taken; without one the first free `‹prefix›‹n›`. */
export function freeKey(taken: Iterable<string>, prefix: string, asked?: string): string {
  const used = new Set(taken);
  if (asked !== undefined) {
    if (used.has(asked)) throw new AppError("CONFLICT", `Kode "${asked}" sudah dipakai. Pilih kode lain.`);
    return asked;
  }
  let number = 1;
  while (used.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}
