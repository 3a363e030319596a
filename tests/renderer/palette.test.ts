import { describe, expect, it } from "vitest";
import { find } from "../../renderer/app/palette.ts";
import type { Findable } from "../../renderer/app/palette.ts";

const item = (group: string, title: string, detail = ""): Findable => ({
  id: `${group}/${title}`,
  group,
  title,
  detail,
  go: "/",
});

const items = [
  item("Daerah", "Kabupaten Kediri", "35.06 · Bupati Hanindhito Himawan Pramana"),
  item("Daerah", "Kota Kediri", "35.71"),
  item("Lembar nilai", "Kota Kediri · Jusuf Irianto", "Paparan"),
  item("Dokumen", "Piagam · Wali Kota Kediri", "Lencana"),
  item("Panelis", "José Irianto", "P3"),
];

const titles = (question: string, perGroup = 5) =>
  find(items, question, { perGroup }).flatMap(({ items: found }) => found.map(({ title }) => title));

describe("Ctrl+K", () => {
  it("tells twins apart by their type", () => {
    expect(titles("kota kediri")).toEqual([
      "Kota Kediri",
      "Kota Kediri · Jusuf Irianto",
      "Piagam · Wali Kota Kediri",
    ]);
    expect(titles("kab kediri")).toEqual(["Kabupaten Kediri"]);
  });

  it("finds a region by its code or the name of its head", () => {
    expect(titles("35.06")).toEqual(["Kabupaten Kediri"]);
    expect(titles("hanindhito")).toEqual(["Kabupaten Kediri"]);
  });

  it("finds a sheet by region and panelist, in any order", () => {
    expect(titles("irianto kediri")).toEqual(["Kota Kediri · Jusuf Irianto"]);
  });

  it("does not mind accents or capitals", () => {
    expect(titles("JOSE")).toEqual(["José Irianto"]);
  });

  it("puts a title that begins so before one that only holds it", () => {
    expect(find(items, "kota", { perGroup: 5 })[0]?.items.map(({ title }) => title)).toEqual(["Kota Kediri"]);
    const both = [item("D", "Wilayah Mokota"), item("D", "Baru Kota"), item("D", "Kota Baru")];
    expect(find(both, "kota", { perGroup: 5 })[0]?.items.map(({ title }) => title)).toEqual([
      "Kota Baru",
      "Baru Kota",
      "Wilayah Mokota",
    ]);
  });

  it("shows no more of a group than asked, and nothing where nothing fits", () => {
    expect(titles("", 1)).toHaveLength(4);
    expect(titles("surabaya")).toEqual([]);
  });
});
