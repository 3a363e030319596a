import { describe, expect, it } from "vitest";
import type { EditionRow } from "../../electron/contract/editions.ts";
import { editionFormSchema, toFields, toForm } from "../../renderer/features/editions/editionForm.ts";

const edition: EditionRow = {
  id: 1,
  sample: false,
  createdAt: "2021-09-01T00:00:00.000Z",
  updatedAt: "2021-09-01T00:00:00.000Z",
  year: 2021,
  title: "ASN Achievement Awards 2021",
  theme: "Jatim Bangkit",
  organiser: null,
  venue: null,
  ceremonyDate: "2021-10-12",
  signatory: null,
};

function problemsOf(part: Partial<ReturnType<typeof toForm>>): string[] {
  const read = editionFormSchema.safeParse({ ...toForm(edition), ...part });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
}

describe("the form of an edition", () => {
  it("gives back the fields it was filled from", () => {
    const { id: _id, sample: _sample, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = edition;
    expect(toFields(toForm(edition))).toEqual(fields);
  });

  it("keeps the signatory's titles only while they are those of the name", () => {
    const gelar = { before: "Dra. Hj.", after: "M.Si." };
    const named = (name: string) => {
      const signatory = { name, title: "Gubernur Jawa Timur", place: "Surabaya", gelar };
      return toFields(toForm({ ...edition, signatory })).signatory?.gelar;
    };
    expect(named("Dra. Hj. Khofifah Indar Parawansa, M.Si.")).toEqual(gelar);
    expect(named("Khofifah Indar Parawansa")).toBeNull();
  });

  it("names the empty title", () => {
    expect(problemsOf({ title: "  " })).toEqual(["title"]);
  });

  it("wants a signatory whole or not at all", () => {
    expect(problemsOf({ signatory: { name: "", title: "", place: " " } })).toEqual([]);
    expect(problemsOf({ signatory: { name: "Khofifah Indar Parawansa", title: "", place: "" } })).toEqual([
      "signatory.title",
      "signatory.place",
    ]);
  });

  it("refuses a year that is no year", () => {
    expect(problemsOf({ year: "" })).toEqual(["year"]);
    expect(problemsOf({ year: 21 })).toEqual(["year"]);
  });
});
