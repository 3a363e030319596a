import { describe, expect, it } from "vitest";
import type { OfficeView } from "../../electron/contract/office.ts";
import { detailsSchema, toForm, toInput } from "../../renderer/features/office/detailsForm.ts";
import { absentSteps, addedAt, listedSteps } from "../../renderer/features/office/stepList.ts";

const view: OfficeView = {
  signer: { office: null, name: null, rank: null },
  nip: null,
  bases: [],
  budget: null,
  copies: [],
  ceremony: {
    start: null,
    items: [
      { step: "opening", minutes: 5, by: null },
      { step: "awards", minutes: 30, by: null },
      { step: "own", minutes: 7, by: "Sanggar Bima", title: "Tari Remo", words: "Oleh {petugas}." },
      { step: "closing", minutes: null, by: null },
    ],
    guests: [],
  },
  rounds: [],
};
const form = toForm(view);

describe("the steps of the ceremony as they are typed", () => {
  it("come back as they were, without what nobody gave", () => {
    expect(toInput(form).details.ceremony.items).toEqual(view.ceremony.items);
  });

  it("take a new one before the closing, and keep the ids of the others", () => {
    const known = [7, 3, 5, 4];
    const steps = addedAt(listedSteps(form.items, known), "own");
    expect(steps.map(({ id, item }) => [id, item.step])).toEqual([
      [7, "opening"],
      [3, "awards"],
      [5, "own"],
      [8, "own"],
      [4, "closing"],
    ]);
    const withoutClosing = listedSteps(form.items.slice(0, 3), []);
    expect(addedAt(withoutClosing, "closing").at(-1)?.item.step).toBe("closing");
  });

  it("offer the usual ones that are left out", () => {
    expect(absentSteps(form.items)).toEqual(["anthem", "report", "address", "governor", "prayer"]);
  });

  it("must have a name, said at the row", () => {
    const [opening, awards] = form.items;
    const nameless = { ...opening!, step: "own" as const, title: " " };
    const read = detailsSchema.safeParse({ ...form, items: [opening!, nameless, awards!] });
    expect(read.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["ceremony.items.1.title", "Beri nama mata acara ini"],
    ]);
  });

  it("cannot do without the awards", () => {
    const read = detailsSchema.safeParse({ ...form, items: form.items.slice(2) });
    expect(read.error?.issues[0]?.message).toBe(
      "Pemberian penghargaan tidak dapat dihapus dari susunan acara",
    );
  });
});
