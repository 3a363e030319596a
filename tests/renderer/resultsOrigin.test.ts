import { expect, it } from "vitest";
import { originWords, type Sources } from "../../renderer/features/results/origin.ts";

const vina = { accountId: 3, name: "Vina", role: "verifier", signedAt: "2021-10-05T03:00:00.000Z" };
const sources: Sources = {
  corrections: [
    {
      number: 1,
      state: "done",
      requestedBy: "Vina",
      changes: [{ what: "Kabupaten Magetan · Inovasi · Ratna", old: "82", new: "97" }],
      signatures: [vina, { ...vina, accountId: 4, name: "Kadir" }],
    },
  ],
  sheets: [
    { panelistId: 7, by: ["Andi", "Budi"] },
    { panelistId: 8, by: [] },
  ],
};

function valueOf(panelistId: number, panelist: string, value: string, enteredVia = "diketik") {
  return { panelistId, panelist, value, normalised: null, recused: false, enteredAt: null, enteredVia };
}

const of = (value: ReturnType<typeof valueOf>, indicator = "Inovasi") =>
  originWords(sources, { entry: "Kabupaten Magetan", indicator: { name: indicator }, value });

it("a score says who typed it, where that is known", () => {
  expect(of(valueOf(7, "Ratna", "82"))).toBe("diketik Andi dan Budi");
  expect(of(valueOf(8, "Wahyu", "82"))).toBe("diketik");
  expect(of(valueOf(7, "Ratna", "82", "dari templat"))).toBe("dari templat");
});

it("a corrected score says so, with who asked for it and who signed", () => {
  expect(of(valueOf(7, "Ratna", "97"))).toBe(
    "dikoreksi lewat koreksi 1: diajukan Vina, ditandatangani Vina dan Kadir",
  );
  expect(of(valueOf(7, "Ratna", "97"), "Kebijakan")).toBe("diketik Andi dan Budi");
  expect(of(valueOf(8, "Wahyu", "97"))).toBe("diketik");
});
