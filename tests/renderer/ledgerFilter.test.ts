import { describe, expect, it } from "vitest";
import {
  filterQuery,
  filterWords,
  isFiltered,
  readFilter,
  whenWords,
  whoWords,
} from "../../renderer/features/ledger/filter.ts";

const everything = { chain: "edition", regionCode: null, panelistKey: null, text: "", kind: "all" } as const;

describe("the filter of the ledger in the address", () => {
  it("comes back as it was put there", () => {
    const filter = {
      chain: "edition",
      regionCode: "35.20",
      panelistKey: "P 3",
      text: "Madiun & Magetan",
      kind: "scores",
    } as const;
    expect(readFilter(new URLSearchParams(filterQuery(filter)))).toEqual(filter);
    expect(readFilter(new URLSearchParams(filterQuery({ ...everything, chain: "accounts" })))).toEqual({
      ...everything,
      chain: "accounts",
    });
  });

  it("is empty where everything is looked at", () => {
    expect(filterQuery(everything)).toBe("");
    expect(readFilter(new URLSearchParams())).toEqual(everything);
    expect(isFiltered(everything)).toBe(false);
    expect(isFiltered({ ...everything, regionCode: "35.20" })).toBe(true);
  });

  it("leaves out what makes no sense there", () => {
    expect(readFilter(new URLSearchParams("jenis=apa&daerah=&buku=lain"))).toEqual(everything);
    expect(readFilter(new URLSearchParams({ cari: "x".repeat(300) })).text).toHaveLength(100);
  });
});

it("an entry says who, with the role where there is an account, and when to the second", () => {
  expect(whoWords({ who: "Andi Prasetyo", role: "operator" })).toBe("Andi Prasetyo, operator");
  expect(whoWords({ who: "Tanpa akun", role: "" })).toBe("Tanpa akun");
  expect(whenWords(new Date(2022, 9, 12, 9, 0, 5).toISOString())).toBe("12 Oktober 2022 pukul 09.00.05");
});

it("the filter stands on paper in words", () => {
  const names = { region: "Kabupaten Magetan", panelist: "Jusuf Irianto" };
  expect(filterWords(everything, names)).toBe("");
  expect(
    filterWords({ ...everything, regionCode: "35.20", panelistKey: "P3", kind: "scores", text: "87" }, names),
  ).toBe("Daerah: Kabupaten Magetan; Panelis: Jusuf Irianto; Jenis: Nilai dan ketikan; Memuat “87”");
});
