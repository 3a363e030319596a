import { describe, expect, it } from "vitest";
import type { RegionRow } from "../../electron/contract/regions.ts";
import { regionLabel } from "../../electron/domain/names.ts";
import { layPasted } from "../../renderer/features/regions/pastedPeople.ts";

function region(
  id: number,
  type: "kabupaten" | "kota",
  name: string,
  head: RegionRow["head"] = null,
): RegionRow {
  const label = regionLabel({ type, name });
  return { id, code: `35.0${id}`, type, name, label, twin: true, head, agency: null, headPicture: false };
}

const regions = [
  region(1, "kabupaten", "Kediri"),
  region(2, "kabupaten", "Madiun"),
  region(3, "kota", "Kediri", { title: "Wali Kota", name: "Abdullah Abu Bakar" }),
];

describe("names pasted from a spreadsheet", () => {
  it("go row after row from where they were pasted", () => {
    const { rows, left, byName } = layPasted(regions, { row: 1, column: "name" }, [
      ["Ahmad Dawami"],
      ["Zanariah"],
    ]);
    expect(rows.map(({ region: { label }, people }) => [label, people.head])).toEqual([
      ["Kabupaten Madiun", { title: "Bupati", name: "Ahmad Dawami" }],
      ["Kota Kediri", { title: "Wali Kota", name: "Zanariah" }],
    ]);
    expect({ left, byName }).toEqual({ left: 0, byName: false });
  });

  it("say which rows have no region left below", () => {
    expect(layPasted(regions, { row: 2, column: "name" }, [["A B"], ["C D"], ["E F"]])).toMatchObject({
      left: 2,
    });
  });

  it("go to the regions that the first column names with their type, in any order", () => {
    const { rows, byName } = layPasted(regions, { row: 0, column: "name" }, [
      ["KOTA KEDIRI", "Zanariah"],
      ["Kab. Kediri", "Hanindhito Himawan Pramana"],
    ]);
    expect(byName).toBe(true);
    expect(rows.map(({ region: { id }, people }) => [id, people.head?.name])).toEqual([
      [3, "Zanariah"],
      [1, "Hanindhito Himawan Pramana"],
    ]);
  });

  it("are not matched by a bare name that two regions share", () => {
    const { byName, rows } = layPasted(regions, { row: 0, column: "name" }, [["Kediri", "Zanariah"]]);
    expect(byName).toBe(false);
    expect(rows[0]?.fault).toBe("Kolom pertama berisi nama daerah tanpa Kabupaten atau Kota");
  });

  it("may bring the title to the left of the name", () => {
    const { rows } = layPasted(regions, { row: 0, column: "title" }, [["Pj. Bupati", "Heru Wahono Santoso"]]);
    expect(rows[0]).toMatchObject({
      people: { head: { title: "Pj. Bupati", name: "Heru Wahono Santoso" } },
      fault: null,
    });
  });

  it("show what stood there before", () => {
    const { rows } = layPasted(regions, { row: 2, column: "name" }, [["Zanariah"]]);
    expect(rows[0]?.changes).toEqual([{ column: "name", before: "Abdullah Abu Bakar", after: "Zanariah" }]);
  });

  it("leave rows alone that are the same, and skip empty rows of the block", () => {
    const { rows } = layPasted(regions, { row: 2, column: "name" }, [[" Abdullah  Abu Bakar "], [""]]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.changes).toEqual([]);
  });

  it("name what cannot be taken", () => {
    const faults = (column: "agencyHead" | "name", block: string[][]) =>
      layPasted(regions, { row: 0, column }, block).rows.map(({ fault }) => fault);
    expect(faults("agencyHead", [["Un Achmad"]])).toEqual(["Isi nama perangkat daerah dulu"]);
    expect(faults("name", [["A", "B", "C", "D"]])).toEqual(["Ada kolom yang tidak muat di sebelah kanan"]);
    expect(faults("name", [["N".repeat(201)]])).toEqual(["Paling panjang 200 huruf"]);
  });
});
