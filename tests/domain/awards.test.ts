import { describe, expect, it } from "vitest";
import { awardRecipients } from "../../electron/domain/awards.ts";
import type { Award, AwardRecipient, Region } from "../../electron/domain/edition.ts";
import { rankOne, simpleDesk } from "../support/simpleRound.ts";

const regions: Region[] = [
  {
    code: "35.06",
    type: "kabupaten",
    name: "Kediri",
    head: { title: "Bupati", name: "Hanindhito" },
    agency: { name: "BKD Kabupaten Kediri", head: null },
  },
  { code: "35.71", type: "kota", name: "Kediri", head: null, agency: null },
  { code: "35.20", type: "kabupaten", name: "Magetan", head: null, agency: null },
];
const entries = regions.map(({ code }) => code);
const decided = rankOne(entries, simpleDesk({ "35.06": "90", "35.71": "80", "35.20": "70" }));

function award(places: number, recipient: AwardRecipient = "head"): Award {
  return { id: "lencana", category: "utama", places, name: "Lencana", recipient };
}

describe("the recipients of an award", () => {
  it("are the heads of the first places, each with name and title", () => {
    expect(awardRecipients(award(2), decided, regions)).toEqual([
      { place: 1, entry: "35.06", name: "Hanindhito", title: "Bupati Kediri" },
      { place: 2, entry: "35.71", name: null, title: "Wali Kota Kediri" },
    ]);
  });

  it("are agencies with the region as title", () => {
    expect(awardRecipients(award(2, "agency"), decided, regions)).toEqual([
      { place: 1, entry: "35.06", name: "BKD Kabupaten Kediri", title: "Kabupaten Kediri" },
      { place: 2, entry: "35.71", name: null, title: "Kota Kediri" },
    ]);
  });

  it("are regions by type and name", () => {
    expect(awardRecipients(award(1, "region"), decided, regions)).toEqual([
      { place: 1, entry: "35.06", name: "Kabupaten Kediri", title: null },
    ]);
  });

  it("are nobody while the last round is incomplete or there is none", () => {
    expect(awardRecipients(award(1), { ...decided, complete: false }, regions)).toEqual([]);
    expect(awardRecipients(award(1), null, regions)).toEqual([]);
  });

  it("leave out those tied over the last place, and keep those tied above it", () => {
    const tied = rankOne(entries, simpleDesk({ "35.06": "90", "35.71": "90", "35.20": "70" }), [1, 2]);
    expect(awardRecipients(award(1), tied, regions)).toEqual([]);
    expect(awardRecipients(award(2), tied, regions).map(({ place, entry }) => [place, entry])).toEqual([
      [1, "35.06"],
      [1, "35.71"],
    ]);
  });
});
