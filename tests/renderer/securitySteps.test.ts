import { describe, expect, it } from "vitest";
import type { SecurityView } from "../../electron/contract/security.ts";
import { contactOf, countBlankable } from "../../renderer/features/security/persons.ts";
import { findSignaturesFault, toggleSigner } from "../../renderer/features/security/policy.ts";
import { nextStep, policyWords, signatureEffect } from "../../renderer/features/security/steps.ts";

const signature = { accountId: 1, name: "Sri", role: "secretary", signedAt: "2021-10-01T02:00:00Z" };

function secured(changes: Partial<SecurityView> = {}): SecurityView {
  return {
    editionId: 1,
    securedAt: "2021-10-01T01:00:00Z",
    policy: { signatures: 2, signers: [1, 2, 3], panelistNames: "named" },
    signing: { signatures: 2, signers: [1, 2, 3] },
    ruleBooks: [
      { version: 1, frozenAt: null, hash: null, shortHash: null, reason: null, signatures: [signature] },
    ],
    presentHash: "ab",
    openPoints: [],
    papersOut: 0,
    ...changes,
  };
}

describe("where a secured edition stands", () => {
  it("names what keeps the rule book from being signed before anything else", () => {
    const view = secured({ openPoints: ['Babak "Paparan": bobot baru 90.'] });
    expect(nextStep(view, 1).sentence).toContain('Babak "Paparan": bobot baru 90.');
  });

  it("asks for more people while the secretary is alone", () => {
    expect(nextStep(secured(), 1)).toMatchObject({ state: "waiting" });
    expect(nextStep(secured(), 2)).toMatchObject({ state: "signing" });
  });

  it("counts the signatures that are still missing", () => {
    expect(nextStep(secured(), 3).sentence).toContain("menunggu 1 tanda tangan lagi");
  });

  it("says that the rule book is in force", () => {
    const [book] = secured().ruleBooks;
    const frozen = { ...book!, frozenAt: "2021-10-02T01:00:00Z", hash: "ab", shortHash: "AB" };
    expect(nextStep(secured({ ruleBooks: [frozen] }), 3)).toMatchObject({ state: "inForce" });
  });
});

describe("what a signature does", () => {
  it("freezes the rule book when it is the last one needed", () => {
    expect(signatureEffect(1, 2)).toMatch(/^Ini tanda tangan ke-2 dari 2\. Dengan ini tata nilai dibekukan/);
  });

  it("leaves it open before that", () => {
    expect(signatureEffect(0, 3)).toContain("Masih perlu 2 lagi");
  });
});

describe("who signs", () => {
  const { policy } = secured();

  it("never needs more signatures than there are people", () => {
    expect(toggleSigner(policy!, 3, false)).toMatchObject({ signers: [1, 2], signatures: 2 });
    const two = toggleSigner(policy!, 3, false);
    expect(toggleSigner(two, 1, false)).toMatchObject({ signers: [2], signatures: 1 });
    expect(toggleSigner({ ...two, signers: [2] }, 2, false)).toMatchObject({ signers: [], signatures: 1 });
  });

  it("names nobody twice", () => {
    expect(toggleSigner(policy!, 2, true).signers).toEqual([1, 3, 2]);
  });

  it("is said in numbers", () => {
    expect(policyWords(2, 3)).toBe("2 dari 3 orang");
    expect(policyWords(3, 3)).toBe("3 dari 3 orang");
  });
});

describe("what is held on people", () => {
  const persons = [
    {
      person: "panelis/P1",
      name: "A",
      held: [
        { what: "Nama", value: "A" },
        { what: "NIP", value: "19700101" },
      ],
    },
    { person: "panelis/P2", name: "B", held: [{ what: "Nama", value: "B" }] },
    { person: "kepala/35.20", name: "C", held: [{ what: "Foto", value: "tersimpan" }] },
  ];

  it("is typed over where it is known and empty where it is not", () => {
    expect(contactOf(persons[0]!)).toEqual({ nip: "19700101", phone: "", email: "" });
  });

  it("is counted by people, and a name alone is nothing to blank", () => {
    expect(countBlankable(persons)).toBe(2);
  });
});

it("as many signatures are asked for as there are people named, and one at least", () => {
  expect(findSignaturesFault(2, 3)).toBeNull();
  expect(findSignaturesFault(0, 3)).toContain("Paling sedikit satu");
  expect(findSignaturesFault(9, 3)).toContain("Paling banyak 3");
  expect(signatureEffect(2, 2)).toContain("tidak diperlukan lagi");
});
