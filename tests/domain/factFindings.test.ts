import { expect, test } from "vitest";
import type { Json } from "../../electron/domain/canonicalJson.ts";
import {
  describeChainFault,
  describeReplayFault,
  findFactFindings,
} from "../../electron/domain/factFindings.ts";
import { namesFromFacts } from "../../electron/domain/factNames.ts";
import type { Facts } from "../../electron/domain/facts.ts";

const ledger: Facts = new Map<string, Json>([
  ["daerah/35.06", { type: "kabupaten", name: "Kediri", position: 0 }],
  ["daerah/35.20", { type: "kabupaten", name: "Magetan", position: 1 }],
  ["daerah/35.71", { type: "kota", name: "Kediri", position: 2 }],
  ["panelis/P1", { name: "P1", institution: null, position: 0 }],
  ["babak/utama/paparan", { name: "Paparan" }],
  ["indikator/utama/paparan/KEB", { name: "KEBIJAKAN", weight: "100" }],
  ["nilai/utama/paparan/p:P1/35.06/KEB", "90"],
  ["nilai/utama/paparan/p:P1/35.20/KEB", "87"],
  ["nilai/utama/paparan/meja/35.71/KEB", "87.5"],
  ["segel/utama/paparan/1", { hash: "ab", sealedAt: "2026-10-05T02:00:00.000Z" }],
]);
const names = namesFromFacts(ledger);

/** What is said when the data differ so from the ledger. */
function said(changes: Record<string, Json>, latestAt: string | null = null): string[] {
  const data = new Map(ledger);
  for (const [path, value] of Object.entries(changes)) {
    if (value === null) data.delete(path);
    else data.set(path, value);
  }
  return findFactFindings(data, ledger, names, latestAt);
}

test("data that fit the ledger give no sentence", () => {
  expect(said({})).toEqual([]);
});

test("a changed score says whose, by whom, for what, and both values", () => {
  expect(said({ "nilai/utama/paparan/p:P1/35.20/KEB": "90.25" })).toEqual([
    "Nilai Kabupaten Magetan oleh P1 untuk KEBIJAKAN (Paparan) di basis data 90,25, menurut buku catatan 87.",
  ]);
  expect(said({ "nilai/utama/paparan/meja/35.71/KEB": null })).toEqual([
    "Nilai Kota Kediri untuk KEBIJAKAN (Paparan) tidak ada di basis data, menurut buku catatan 87,5.",
  ]);
  expect(said({ "nilai/utama/paparan/p:P1/35.71/KEB": "1" })).toEqual([
    "Nilai Kota Kediri oleh P1 untuk KEBIJAKAN (Paparan) ada di basis data (1), tetapi tidak ada di buku catatan.",
  ]);
});

test("two scores in each other's place are one swap", () => {
  expect(
    said({ "nilai/utama/paparan/p:P1/35.06/KEB": "87", "nilai/utama/paparan/p:P1/35.20/KEB": "90" }),
  ).toEqual([
    "Nilai Kabupaten Kediri dan Kabupaten Magetan oleh P1 untuk KEBIJAKAN (Paparan) tertukar: di basis data 87 dan 90, menurut buku catatan 90 dan 87.",
  ]);
});

test("a renamed region is named as the ledger has it, field by field", () => {
  expect(said({ "daerah/35.20": { type: "kota", name: "Kediri", position: 1 } })).toEqual([
    'Daerah 35.20 (Kabupaten Magetan): jenis daerah di basis data "kota", menurut buku catatan "kabupaten".',
    'Daerah 35.20 (Kabupaten Magetan): nama di basis data "Kediri", menurut buku catatan "Magetan".',
  ]);
});

test("data younger than the ledger have lost their entries", () => {
  const signature = { name: "Siti", role: "chair", signedAt: "2026-10-05T03:00:00.000Z" };
  const [first] = said({ "tandatangan/x/ab/1": signature }, "2026-10-05T02:30:00.000Z");
  expect(first).toBe(
    "Basis data memuat kejadian pada 5 Oktober 2026 pukul 10.00.00 WIB, sesudah catatan terakhir (5 Oktober 2026 pukul 09.30.00 WIB): ekor buku catatan dihapus di luar program.",
  );
  expect(said({ "tandatangan/x/ab/1": signature }, "2026-10-05T03:00:00.000Z")).toHaveLength(1);
});

test.each<[Record<string, Json>, RegExp]>([
  [
    { "segel/utama/paparan/1": { hash: "cd", sealedAt: "2026-10-05T02:00:00.000Z" } },
    /^Segel babak Paparan versi 1: hash/,
  ],
  [
    { "indikator/utama/paparan/KEB": { name: "KEBIJAKAN", weight: "99" } },
    /^Indikator KEBIJAKAN di babak Paparan: bobot di basis data 99, menurut buku catatan 100\.$/,
  ],
  [
    { "keputusan/utama/paparan/35.06+35.71": { reason: "x" } },
    /^Keputusan seri Kabupaten Kediri, Kota Kediri di babak Paparan ada/,
  ],
  [
    { "berhalangan/utama/paparan/P1/35.20": "Saudara" },
    /^Halangan P1 menilai Kabupaten Magetan di babak Paparan ada/,
  ],
  [
    { "ketikan/utama/paparan/p:P1/35.20/KEB/2": { value: "8", account: 1 } },
    /^Ketikan kedua Kabupaten Magetan oleh P1 untuk KEBIJAKAN \(Paparan\) ada/,
  ],
  [{ "peserta/utama/35.20": { position: 0 } }, /^Peserta Kabupaten Magetan di kategori utama ada/],
  [{ "entah/apa": true }, /^Fakta entah\/apa ada di basis data \(ya\)/],
])("%j is told in the words of the field", (change, sentence) => {
  expect(said(change)[0]).toMatch(sentence);
});

test("a fault of the chain says which entry, and about what where that can still be read", () => {
  const fault = { kind: "altered" as const, seq: 7, subject: "nilai/utama/paparan/p:P1/35.20/KEB" };
  expect(describeChainFault(fault, names)).toBe(
    "Catatan ke-7 (Nilai Kabupaten Magetan oleh P1 untuk KEBIJAKAN (Paparan)) tidak lagi seperti saat ditulis: isinya diubah di luar program.",
  );
  expect(describeChainFault({ kind: "missing", seq: 7 })).toMatch(/^Catatan ke-7 hilang/);
  expect(describeReplayFault({ seq: 3, subject: "edisi", expected: "1", found: null }, names)).toBe(
    "Catatan ke-3 (Keterangan edisi) berangkat dari 1, padahal catatan sebelumnya meninggalkan kosong.",
  );
});
