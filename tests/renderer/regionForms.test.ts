import { describe, expect, it } from "vitest";
import type { RegionRow } from "../../electron/contract/regions.ts";
import { findRegions } from "../../renderer/features/regions/findRegions.ts";
import {
  isComplete,
  withAgencyHead,
  withAgencyName,
  withGelar,
  withHeadName,
  withHeadTitle,
} from "../../renderer/features/regions/people.ts";

const kediri: RegionRow = {
  id: 1,
  code: "35.71",
  type: "kota",
  name: "Kediri",
  label: "Kota Kediri",
  twin: true,
  head: null,
  agency: null,
  headPicture: false,
};
const known: RegionRow = {
  ...kediri,
  head: { title: "Pj. Wali Kota", name: "Abdullah Abu Bakar" },
  agency: { name: "BKPSDM Kota Kediri", head: "Un Achmad Nurdin" },
};

describe("the head of a region", () => {
  it("is Wali Kota in a kota until said otherwise", () => {
    expect(withHeadName(kediri, "Abdullah Abu Bakar").head).toEqual({
      title: "Wali Kota",
      name: "Abdullah Abu Bakar",
    });
  });

  it("keeps a title typed before when the name changes", () => {
    expect(withHeadName(known, "Zanariah").head).toEqual({ title: "Pj. Wali Kota", name: "Zanariah" });
  });

  it("is unknown again when the name is emptied", () => {
    expect(withHeadName(known, "").head).toBeNull();
  });

  it("has no title before it has a name", () => {
    expect(withHeadTitle(kediri, "Pj. Wali Kota")).toBe("Isi nama kepala daerah dulu");
  });

  it("goes back to the usual title when that is emptied", () => {
    expect(withHeadTitle(known, "")).toMatchObject({ head: { title: "Wali Kota" } });
  });
});

describe("the agency of a region", () => {
  it("has no head before it has a name, and no loss of one by emptying the name", () => {
    expect(withAgencyHead(kediri, "Un Achmad Nurdin")).toBe("Isi nama perangkat daerah dulu");
    expect(withAgencyName(known, "")).toBe("Kosongkan kepala perangkat daerah dulu");
  });

  it("is complete without its own head", () => {
    expect(isComplete({ head: known.head, agency: { name: "BKD", head: null } })).toBe(true);
    expect(isComplete({ head: null, agency: known.agency })).toBe(false);
  });
});

describe("finding one of the 514", () => {
  const all = [
    { code: "35.06", type: "kabupaten" as const, name: "Kediri", province: "Jawa Timur" },
    { code: "35.71", type: "kota" as const, name: "Kediri", province: "Jawa Timur" },
    { code: "33.74", type: "kota" as const, name: "Semarang", province: "Jawa Tengah" },
    { code: "62.02", type: "kabupaten" as const, name: "Kotawaringin Timur", province: "Kalimantan Tengah" },
  ];
  const labels = (search: string, province: string | null = null) =>
    findRegions(all, search, province).map(({ type, name }) => `${type} ${name}`);

  it("takes type, name, code and province together", () => {
    expect(labels("kota ked")).toEqual(["kota Kediri"]);
    expect(labels("35.06")).toEqual(["kabupaten Kediri"]);
    expect(labels("kota jawa tengah")).toEqual(["kota Semarang"]);
  });

  it("puts names that begin so first", () => {
    expect(labels("kota")).toEqual(["kabupaten Kotawaringin Timur", "kota Kediri", "kota Semarang"]);
  });

  it("keeps to a province when one is chosen", () => {
    expect(labels("", "Jawa Timur")).toEqual(["kabupaten Kediri", "kota Kediri"]);
    expect(labels("", "Bali")).toEqual([]);
  });
});

describe("titles told apart from a name", () => {
  const gelar = { before: "Drs.", after: null };

  it("go with the name of their column", () => {
    expect(withGelar(known, "name", gelar).head?.gelar).toEqual(gelar);
    expect(withGelar(known, "agencyHead", gelar).agency?.headGelar).toEqual(gelar);
    expect(withGelar(known, "title", gelar)).toEqual({ head: known.head, agency: known.agency });
  });

  it("are not sent on with another name", () => {
    const titled = { ...known, ...withGelar(known, "agencyHead", gelar) };
    expect(withAgencyHead(titled, "Orang Lain")).toEqual({
      head: known.head,
      agency: { name: "BKPSDM Kota Kediri", head: "Orang Lain" },
    });
  });
});
