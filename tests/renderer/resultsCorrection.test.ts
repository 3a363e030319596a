import { describe, expect, it } from "vitest";
import { readChanges } from "../../renderer/features/results/correctionDraft.ts";

const draft = { key: "a", entry: "4", panelist: "3", indicator: "9", value: "87,5" };

describe("the form of a request for correction", () => {
  it("is read exactly, the desk as nobody's sheet", () => {
    const { request } = readChanges([draft, { ...draft, panelist: "0" }], "  kertas menulis lain ");
    expect(request).toEqual({
      reason: "kertas menulis lain",
      changes: [
        { entryId: 4, panelistId: 3, indicatorId: 9, value: "87.5" },
        { entryId: 4, panelistId: null, indicatorId: 9, value: "87.5" },
      ],
    });
  });

  it("says in each line what is missing or wrong there", () => {
    const { faults } = readChanges(
      [
        { ...draft, entry: "" },
        { ...draft, panelist: "" },
        { ...draft, indicator: "" },
        { ...draft, value: "delapan" },
        draft,
        draft,
      ],
      "kertas menulis lain",
    );
    expect(faults?.changes).toEqual([
      "Pilih daerahnya",
      "Pilih panelisnya",
      "Pilih indikatornya",
      "Harus angka, misalnya 12,5",
      // The same cell as the line above, whatever it becomes.
      "Nilai ini sudah ada di atas",
      "Nilai ini sudah ada di atas",
    ]);
    expect(faults?.reason).toBeNull();
  });

  it("wants a reason", () => {
    expect(readChanges([draft], " ").faults).toEqual({
      changes: [null],
      reason: "Tulis alasan koreksi ini",
    });
  });
});
