import { describe, expect, it } from "vitest";
import type { CorrectionView, SealView } from "../../electron/contract/seals.ts";
import { correctionState, moveWords } from "../../renderer/features/results/correctionWords.ts";
import {
  correctionEffect,
  sealedSentence,
  sealEffect,
  sealState,
  signingRefusal,
} from "../../renderer/features/results/sealWords.ts";
import { changedLabels } from "../../renderer/features/results/versions.ts";

const siti = {
  accountId: 1,
  name: "Siti Aminah",
  role: "secretary",
  signedAt: "2021-10-05T03:00:00.000Z",
};

function seal(more: Partial<SealView> = {}): SealView {
  return {
    roundId: 1,
    roundName: "Paparan",
    state: "open",
    version: null,
    sealedAt: null,
    hash: null,
    conditions: [
      { sentence: "Semua lembar nilai lengkap", holds: false },
      { sentence: "Tidak ada seri yang belum diputuskan", holds: true },
    ],
    signatures: [],
    signaturesNeeded: 2,
    presentHash: "ab".repeat(32),
    ...more,
  };
}

describe("the seal of a round in words", () => {
  it("says how many conditions are not met, how many have signed, and which version is sealed", () => {
    expect(sealState(seal()).words).toBe("Belum dapat disegel · 1 syarat belum terpenuhi");
    expect(sealState(seal({ state: "ready", signatures: [siti] })).words).toBe(
      "Siap disegel · 1 dari 2 tanda tangan",
    );
    expect(sealState(seal({ state: "sealed", version: 2 })).words).toBe("Disegel · versi 2");
  });

  it("names who sealed the first version; a later one came by a correction", () => {
    const sealedAt = "2021-10-05T03:00:00.000Z";
    expect(sealedSentence(seal({ sealedAt, version: 1, signatures: [siti] }))).toContain("oleh Siti Aminah");
    expect(sealedSentence(seal({ sealedAt, version: 2 }))).toContain("lewat koreksi");
  });

  it("tells the last signer that it seals, and the others how many are still wanted", () => {
    expect(sealEffect(seal())).toContain("Masih perlu 1 lagi");
    expect(sealEffect(seal({ signatures: [siti] }))).toContain("Dengan ini babak disegel");
  });
});

describe("who may put their name to it", () => {
  const policy = { signatures: 2, signers: [1, 2], panelistNames: "named" as const };

  it("is whoever the rule book names, once each", () => {
    expect(signingRefusal(2, policy, seal({ signatures: [siti] }))).toBeNull();
    expect(signingRefusal(1, policy, seal({ signatures: [siti] }))).toContain("sudah menandatangani");
    expect(signingRefusal(3, policy, seal())).toContain("tidak termasuk penanda tangan");
  });

  it("is nobody while no signers are named", () => {
    expect(signingRefusal(1, null, seal())).toContain("belum ditetapkan");
  });
});

describe("a correction", () => {
  it("says where it stands", () => {
    const view = (state: CorrectionView["state"]): CorrectionView => ({
      id: 1,
      roundId: 1,
      number: 1,
      reason: "keliru",
      requestedBy: "Vina",
      requestedAt: "2021-10-05T03:00:00.000Z",
      state,
      changes: [],
      signatures: [siti],
      signaturesNeeded: 2,
      hash: "",
      moves: [],
      atRisk: { certain: 0, possible: 0 },
      revoked: [],
    });
    expect(correctionState(view("open")).words).toBe("Menunggu · 1 dari 2 tanda tangan");
    expect(correctionState(view("done")).words).toBe("Sudah dijalankan");
    expect(correctionState(view("withdrawn")).words).toBe("Ditarik");
  });

  it("says in numbers what the last signature revokes", () => {
    const of = (certain: number, possible: number, signatures = [siti]) =>
      correctionEffect({ ...seal({ signatures }), atRisk: { certain, possible } });
    expect(of(6, 0)).toContain(": 6 dokumen yang sudah keluar dicabut");
    expect(of(6, 2)).toContain("6 dokumen yang sudah keluar dan 2 dokumen babak sesudahnya, bila");
    expect(of(0, 2)).toContain(": 2 dokumen babak sesudahnya, bila");
    expect(of(0, 0)).toContain("belum ada dokumen yang keluar");
    expect(of(6, 0, [])).toContain("setelah 1 tanda tangan lagi. Saat itu: 6 dokumen");
  });

  it("says what stays where rank or total does not move", () => {
    expect(moveWords("Kota Kediri dari peringkat 3 ke 4 (87,50 → 86,90)")).toBe(
      "Kota Kediri dari peringkat 3 ke 4 (87,50 → 86,90)",
    );
    expect(moveWords("Kota Kediri dari peringkat 4 ke 4 (87,50 → 86,90)")).toBe(
      "Kota Kediri tetap peringkat 4 (87,50 → 86,90)",
    );
    expect(moveWords("Kota Kediri dari peringkat 3 ke 4 (86,59 → 86,59)")).toBe(
      "Kota Kediri dari peringkat 3 ke 4 (nilai tetap 86,59)",
    );
    expect(moveWords("Akibatnya terlihat nanti.")).toBe("Akibatnya terlihat nanti.");
  });

  it("asks for no signature more than enough, also where another was quicker", () => {
    const both = [siti, { ...siti, accountId: 2, name: "Kadir" }];
    expect(sealEffect(seal({ signatures: both }))).toContain("tidak diperlukan lagi");
    expect(
      correctionEffect({ ...seal({ signatures: both }), atRisk: { certain: 6, possible: 0 } }),
    ).toContain("tidak diperlukan lagi");
  });
});

it("a later version marks who stands otherwise than before, and how they stood", () => {
  const before = [
    { label: "Kabupaten Magetan", rank: 2, total: "86.13" },
    { label: "Kota Surabaya", rank: 1, total: "86.21" },
    { label: "Kabupaten Tuban", rank: 3, total: "83.71" },
  ];
  const after = [
    { label: "Kabupaten Magetan", rank: 1, total: "86.76" },
    { label: "Kota Surabaya", rank: 2, total: "86.21" },
    { label: "Kabupaten Tuban", rank: 3, total: "83.71" },
  ];
  expect([...changedLabels(before, after)]).toEqual([
    ["Kabupaten Magetan", "semula peringkat 2 (86,13)"],
    ["Kota Surabaya", "semula peringkat 1 (86,21)"],
  ]);
});
