import { describe, expect, it } from "vitest";
import { headOfficeLabel, regionLabel } from "../../electron/domain/names.ts";

describe("the name of a region", () => {
  it("always says its type, so that twins are told apart", () => {
    expect(regionLabel({ type: "kabupaten", name: "Kediri" })).toBe("Kabupaten Kediri");
    expect(regionLabel({ type: "kota", name: "Kediri" })).toBe("Kota Kediri");
  });

  it("gives its head the registered title, and the one of its type while there is none", () => {
    const head = { title: "Penjabat Bupati", name: "A" };
    expect(headOfficeLabel({ type: "kabupaten", name: "Magetan", head })).toBe("Penjabat Bupati Magetan");
    expect(headOfficeLabel({ type: "kota", name: "Surabaya", head: null })).toBe("Wali Kota Surabaya");
  });
});
