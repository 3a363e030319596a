import { z } from "zod";

/** Values that many nouns share. Every sentence here is shown to the user. */
export const id = z.number().int().positive();

export const decimalText = z
  .string()
  .max(60)
  .regex(/^-?\d+(\.\d+)?$/, "Harus angka, misalnya 87 atau 87.5");

export const isoDate = z.iso.date("Harus tanggal yang ada, misalnya 2021-10-12");

const lineOfText = z
  .string()
  .trim()
  .refine((text) => !/\p{Cc}/u.test(text), "Tidak boleh memuat karakter kendali");

/** A name or title: one line, 1–200 characters. */
export const name = lineOfText.min(1, "Wajib diisi").max(200, "Paling panjang 200 huruf");
export const optionalName = lineOfText.max(200, "Paling panjang 200 huruf").nullable();
/** Titles before and after a person's name, apart from the full name they stand in; absent where they are not kept apart. */
export const gelar = z.object({ before: name.nullable(), after: name.nullable() }).nullable().optional();
export const reason = z.string().trim().min(3, "Tulis alasannya").max(2000, "Paling panjang 2.000 huruf");
/** An id inside the edition file: "P1", "paparan", "KEBIJAKAN". */
export const key = lineOfText.min(1, "Wajib diisi").max(64, "Paling panjang 64 huruf");

export const paperSize = z.enum(["A4", "F4"]);
/** Names a run of heavy work, chosen by the caller, so that its progress can be watched and it can be cancelled. */
export const jobId = z.string().min(8).max(64).optional();
export const file = z.file();
