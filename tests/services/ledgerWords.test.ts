import { afterAll, beforeAll, expect, test } from "vitest";
import { errorOf } from "../support/application.ts";
import { openSecured, type Person, pin, seal, type Secured, signRuleBook } from "../support/secured.ts";
import { openTypedSheet, typeRound } from "../support/typing.ts";
import { printAndSee } from "../support/printed.ts";

/** A whole journey: typed twice, sent back, resolved, sealed, declared, printed, exported, corrected. */
let secured: Secured;
beforeAll(async () => {
  secured = await openSecured({ keying: "double" });
  const { siti, andi, budi, vina, kadir, editionId, panel, category } = secured;
  const value = (code: string, panelist: number, indicator: number) =>
    `${50 + 5 * panelist + indicator + (Number(code.slice(3)) % 9)}`;
  const sheet = openTypedSheet(secured, "35.20", 0);
  await sheet.type(andi, "1");
  await sheet.clear(andi);
  await typeRound(secured, andi, value);
  const misread = (code: string, panelist: number, indicator: number) =>
    code === "35.20" && panelist === 0 && indicator === 0 ? "77" : value(code, panelist, indicator);
  await typeRound(secured, budi, misread);
  await sheet.resolve(vina, 0, 2);
  const other = openTypedSheet(secured, "35.20", 1);
  await other.sendBack(vina, "Baris tertukar");
  await typeRound(secured, andi, value);
  await typeRound(secured, budi, misread);
  await errorOf(siti.api.accounts.signIn({ accountId: siti.session.account!.id, pin: "000000" }));
  await siti.api.accounts.signIn({ accountId: siti.session.account!.id, pin });
  await seal(siti, editionId, panel.id);
  await printAndSee(siti.api, editionId, [`minutes/${panel.id}`]);
  await siti.api.documents.make({ editionId, keys: [`recap/${panel.id}`], bundle: "onePdf" });
  await siti.api.seals.bundle({ editionId });
  await kadir.api.seals.declare({ editionId, embargoUntil: "2030-01-01T00:00:00.000Z", pin });
  const entryId = category.entries.find(({ code }) => code === "35.20")!.id;
  const request = await vina.api.seals.requestCorrection({
    roundId: panel.id,
    reason: "Angka di kertas terbaca keliru",
    changes: [{ entryId, panelistId: panel.panel[0]!, indicatorId: panel.indicators[0]!.id, value: "90" }],
  });
  await siti.api.seals.signCorrection({ correctionId: request.id, hash: request.hash, pin });
  await siti.api.security.amendRuleBook({ editionId, reason: "Penanda tangan ditambah" });
  await signRuleBook(siti, editionId);
});
afterAll(() => secured.close());

const entriesOf = async ({ api }: Person, chain: "edition" | "accounts" = "edition") => {
  const filter = { editionId: secured.editionId, chain, regionCode: null, panelistKey: null, text: "" };
  const all = [];
  for (let before: number | null = null; ; ) {
    const { entries } = await api.ledger.list({ ...filter, kind: "all", before, limit: 500 });
    all.push(...entries);
    if (entries.length < 500) return all;
    before = entries.at(-1)!.seq;
  }
};

test("every entry has an Indonesian sentence, with a name for everything and no path or word of the code", async () => {
  const entries = [
    ...(await entriesOf(secured.kadir)),
    // Before the announcement, with what is withheld.
    ...(await entriesOf(secured.rudi)),
    ...(await entriesOf(secured.rudi, "accounts")),
  ];
  expect(entries.length).toBeGreaterThan(200);
  for (const { sentence, act, who } of entries) {
    expect(sentence, act).toMatch(/^[A-Z].*\.$/s);
    expect(sentence, act).not.toMatch(
      /undefined|Fakta |Tindakan |nilai\/|segel\/|[{}[\]]|\b(secretary|double|mean|higher|true|false|null)\b/,
    );
    expect(who).not.toBe("Tanpa akun");
  }
});

test.each([
  [/^Nilai Kabupaten Magetan oleh .+ untuk .+ \(.+\) diisi 77 · diputuskan pihak ketiga\.$/],
  [/^Nilai Kabupaten Magetan oleh .+ untuk .+ \(.+\) diubah dari 77 menjadi 90 · koreksi\.$/],
  [/^Ketikan pertama Kabupaten Magetan .+ dihapus, semula 1 · pengetik mengulang lembarnya\.$/],
  [/^Ketikan (pertama|kedua) Kabupaten Magetan .+ · lembar dikembalikan untuk diketik ulang\.$/],
  [/^Segel babak .+ versi 1 dipasang\.$/],
  [/^Segel babak .+ versi 2 dipasang · koreksi\.$/],
  [/^Tanda tangan Siti untuk segel babak .+ versi 1 dibubuhkan\.$/],
  [/^Cara mengetik babak .+ diisi diketik dua kali\.$/],
  [/^Rincian berita acara \(minutes\/\d+\) diubah: waktu cetak dari kosong menjadi .+ WIB\.$/],
  [/^Cetakan nomor seri .+ dicatat\.$/],
  [
    /^Cetakan nomor seri .+ diubah: waktu pencabutan dari kosong menjadi .+ WIB; alasan pencabutan dari kosong menjadi "Koreksi 1 .+" · koreksi\.$/,
  ],
  [/^Dokumen diekspor: kunci recap\/\d+, nomor seri [0-9A-Z-]{9}\.$/],
  [/^Bukti hasil diekspor: kepala buku catatan [0-9A-Z-]{19}\.$/],
  [/^Pengumuman hasil ditetapkan\.$/],
  [/^Tata nilai versi 2 dibuka\.$/],
])("an entry reads %s", async (sentence) => {
  const sentences = (await entriesOf(secured.kadir)).map((entry) => entry.sentence);
  expect(sentences.filter((one) => sentence.test(one))).not.toEqual([]);
});

test("accounts and PINs are a chain of their own", async () => {
  const sentences = (await entriesOf(secured.rudi, "accounts")).map((entry) => entry.sentence);
  expect(sentences).toContain("PIN salah diketik untuk Siti (sekretaris).");
  expect(sentences).toContain("Siti (sekretaris) masuk.");
  expect(sentences).toContain("Akun Andi (operator) dibuat.");
  expect(sentences.join(" ")).not.toContain(pin);
});
