import { expect, test } from "vitest";
import { fillIn, placeholderFault, placeholders } from "../../electron/domain/placeholders.ts";

test("words are filled in line by line, and a line that is empty by its placeholders is left out", () => {
  const values = { nama: "Suprawoto", jabatan: null, nomor: null, anugerah: null };
  expect(fillIn("kepada {nama}\n{jabatan}\ndan {anugerah}\nselesai", values)).toEqual([
    ["kepada ", "Suprawoto"],
    ["selesai"],
  ]);
});

test("a number that is not known yet is left dotted", () => {
  expect(fillIn("Nomor: {nomor}", { nomor: null })).toEqual([["Nomor: ", { dots: 52 }]]);
});

test("what is filled in is not filled in again", () => {
  expect(fillIn("{nama}", { nama: "{nomor}" })).toEqual([["{nomor}"]]);
});

test("an unknown placeholder is named, with those there are", () => {
  const fault = placeholderFault("Nomor {nomer}");
  expect(fault).toMatch(/^Isian \{nomer\} tidak dikenal\. Yang tersedia: /);
  for (const { key } of placeholders) expect(fault).toContain(`{${key}}`);
});

test.each(["{nama", "nama}", "{{nama}}", "{na\nma}"])("braces that do not pair are a fault: %s", (text) => {
  expect(placeholderFault(text)).toMatch(/kurung kurawal/);
});

test("every placeholder there is may be used", () => {
  expect(placeholderFault(placeholders.map(({ key }) => `{${key}}`).join(" "))).toBeNull();
});
