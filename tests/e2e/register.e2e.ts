import type { Page } from "@playwright/test";
import { readPdf } from "../documents/readPdf.ts";
import { scannedPdf } from "../support/scannedPdf.ts";
import { type Application, expect, test } from "./application.ts";
import { expectNoViolations } from "./violations.ts";
import { goTo, pick, sample, typeOver } from "./walking.ts";

test("what is printed is seen on paper before it counts as printed", async ({ application, page }) => {
  test.setTimeout(300_000);
  const log = page.getByRole("log", { name: "Hasil baca" });
  const field = page.getByLabel("Kode atau nomor seri");
  const counts = page.getByRole("region", { name: "Hitungan lembar" });

  await test.step("charters are numbered by a pattern, in the order of the list", async () => {
    await goTo(page, sample.numbering);
    const charters = page.getByRole("region", { name: "Penomoran piagam", exact: true });
    await charters.getByLabel("Pola nomor").fill("914/{nomor}/213.2/{tahun}");
    await expect(charters.getByText("{nomor} tidak dikenal dalam pola nomor")).toBeVisible();
    await charters.getByLabel("Pola nomor").fill("914/{urut}/213.2/{tahun}");
    await charters.getByLabel("Pola nomor").blur();
    await charters.getByLabel("Mulai dari").fill("41");
    await charters.getByRole("button", { name: "Beri nomor 6 dokumen" }).click();
    await expect(charters.getByText("6 dari 6 sudah bernomor.")).toBeVisible();
  });

  const saved = await saveCharters(application, page);
  const { pages } = await readPdf(saved);
  const serials = pages.map(({ text }) => /No\. seri ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1] ?? "");

  await test.step("they carry their numbers, as the ceremony hands them out", () => {
    expect(pages.map(({ text }) => /914\/\d+\/213\.2\/2021/.exec(text)?.[0])).toEqual(
      [43, 46, 42, 45, 41, 44].map((number) => `914/${number}/213.2/2021`),
    );
    expect(new Set(serials).size).toBe(6);
  });

  await test.step("a scan of all but one names the one that is missing", async () => {
    await page.getByRole("button", { name: "Periksa hasil cetak" }).click();
    await expect(counts.getByText("0 dari 3 piagam tercetak")).toHaveCount(2);
    await field.fill(serials[0]!.toLowerCase());
    await page.keyboard.press("Enter");
    await expect(log).toContainText("Suprawoto, Bupati Magetan benar dan tercetak.");
    await expect(counts).toContainText("1 dari 3 piagam tercetak");
    await expect(counts).toContainText(/Kurang: Piagam 1 · Maryoto Birowo.*; Piagam 2 · Eri Cahyadi/);
  });

  await test.step("the saved PDF itself is no scan, and makes nothing printed", async () => {
    const act = () => page.getByRole("button", { name: "Pilih berkas…" }).click();
    await pick(page, act, { name: "piagam.pdf", content: saved });
    await expect(log.getByText("Bukan lembar", { exact: true })).toHaveCount(6, { timeout: 60_000 });
    await expect(log).toContainText("piagam.pdf halaman 6 adalah berkas PDF dokumennya");
    await expect(counts).toContainText("1 dari 3 piagam tercetak");
  });

  await test.step("the whole scan is read off its pictures; what came before is double", async () => {
    const act = () => page.getByRole("button", { name: "Pilih berkas…" }).click();
    await pick(page, act, { name: "pindaian.pdf", content: await scannedPdf(saved) });
    await expect(log.getByText("Benar", { exact: true })).toHaveCount(6, { timeout: 150_000 });
    await expect(log.getByText("Ganda", { exact: true })).toHaveCount(1);
    await expect(counts.getByText("3 dari 3 piagam tercetak")).toHaveCount(2);
    await expect(counts).not.toContainText("Piagam 2 · Eri");
    await expectNoViolations(page);
  });

  await test.step("what is no sheet of ours is said, and changes nothing", async () => {
    const act = () => page.getByRole("button", { name: "Pilih berkas…" }).click();
    await pick(page, act, { name: "surat.pdf", content: "bukan PDF" });
    await expect(log).toContainText("surat.pdf tidak dapat dibuka. Pilih PDF, JPG, atau PNG yang utuh.");
    await field.fill("https://contoh.go.id/verifikasi");
    await page.keyboard.press("Enter");
    await expect(log).toContainText("Ini bukan kode verifikasi internal Lencana.");
  });

  await test.step("a name mended afterwards makes the sheet wrong", async () => {
    await goTo(page, sample.regions);
    await typeOver(
      page,
      page.getByRole("textbox", { name: "Nama kepala daerah Kota Surabaya" }),
      "Eri Cahyadhi",
    );
    await goTo(page, sample.scanning);
    await expect(counts).toContainText(/Isinya berubah sejak dicetak: Piagam 2 · Eri Cahyadhi/);
    await field.fill(serials[2]!);
    await page.keyboard.press("Enter");
    await expect(log).toContainText("isinya berubah sejak dicetak; yang berlaku berseri");
  });

  await test.step("out again with the same content asks why, and the register keeps the answer", async () => {
    await goTo(page, sample.documents);
    await page.getByLabel("Saring menurut jenis").selectOption("charter");
    await page.getByRole("row", { name: /Piagam 1 · Maryoto Birowo/ }).click();
    await page.getByRole("button", { name: "Simpan" }).click();
    await expect(page.getByText("sudah pernah keluar dengan isi yang sama")).toBeVisible();
    await page.getByRole("combobox", { name: "Alasan" }).fill("Kertas macet atau rusak");
    await application.savedBy(() => page.getByRole("button", { name: "Keluarkan lagi" }).click());
    await goTo(page, sample.register);
    const register = page.getByRole("region", { name: "Register" });
    await expect(register.getByRole("row", { name: /Maryoto Birowo/ })).toContainText(
      /2\. .*PDF disimpan · Kertas macet atau rusak/,
    );
    await expect(register.getByRole("row", { name: /Maryoto Birowo/ })).toContainText("Tercetak");
    await expect(register.getByRole("row", { name: /Maryoto Birowo/ })).toContainText("914/41/213.2/2021");
    await expectNoViolations(page);
  });
});

test("a print says on which printer, and one that came to nothing is called off", async ({ page }) => {
  // A browser without a screen has no print dialog, and falls over when it is asked for one.
  await page.evaluate(() => {
    const dialog = { focus() {}, print() {} };
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", { get: () => dialog });
  });
  await goTo(page, sample.documents);
  await page.getByLabel("Saring menurut jenis").selectOption("minutes");
  await page
    .getByRole("grid", { name: "Dokumen" })
    .getByRole("row", { name: /Berita acara/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Cetak", exact: true }).click();
  const asking = page.getByRole("dialog", { name: "Cetak dokumen" });
  await asking.getByLabel("Printer").fill("HP LaserJet lantai 2");
  await expectNoViolations(page);
  await asking.getByRole("button", { name: "Cetak" }).click();
  const after = page.getByRole("dialog", { name: "Apakah hasil cetaknya sudah di tangan Anda?" });
  await after.getByRole("button", { name: "Tidak jadi dicetak" }).click();
  await goTo(page, sample.register);
  const row = page.getByRole("region", { name: "Register" }).getByRole("row", { name: /Berita acara/ });
  await expect(row).toContainText("printer HP LaserJet lantai 2 · dibatalkan");
  await expect(row).toContainText("Tidak jadi dicetak");
});

async function saveCharters(application: Application, page: Page): Promise<Uint8Array> {
  await goTo(page, sample.documents);
  await page.getByLabel("Saring menurut jenis").selectOption("charter");
  const grid = page.getByRole("grid", { name: "Dokumen" });
  await grid.getByRole("row", { name: /Piagam 1 · Maryoto Birowo/ }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(page.getByRole("heading", { name: "6 dokumen dipilih" })).toBeVisible();
  await expect(page.getByText("Piagam berurut penyerahan")).toBeVisible();
  await page.getByRole("button", { name: "Simpan 6 dokumen" }).click();
  const { bytes } = await application.savedBy(() =>
    page.getByRole("menuitem", { name: "Satu PDF berisi semuanya" }).click(),
  );
  return bytes;
}
