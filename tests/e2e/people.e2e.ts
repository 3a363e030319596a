import { join } from "node:path";
import type { Page } from "@playwright/test";
import { verifyBundle } from "../../electron/commands/verifyBundle.ts";
import { verifierScript } from "../../electron/verifier/script.ts";
import { readPdf } from "../documents/readPdf.ts";
import { type Application, expect, test } from "./application.ts";
import { expectNoViolations } from "./violations.ts";
import { goTo, ranking, sample, scoreGrid, scoresOf } from "./walking.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");
const sealsTab = "/e/1/hasil?babak=segel";
const [first, second] = ["Seleksi indikator", "Paparan dan wawancara"];
const panel = [1, 2, 3, 4, 5];
const entries = [
  "Kabupaten Tulungagung",
  "Kabupaten Magetan",
  "Kabupaten Tuban",
  "Kabupaten Sumenep",
  "Kota Surabaya",
];
/** The sheets of each panelist as they lie on paper: a line an entry. */
type Papers = Map<number, string[][]>;

const siti = { name: "Siti Aminah", pin: "melati di pagar" };
const andi = { name: "Andi Prasetyo", pin: "246810", role: "Operator" };
const budi = { name: "Budi Santoso", pin: "135791", role: "Operator" };
const vina = { name: "Vina Lestari", pin: "864209", role: "Verifikator" };
const kadir = { name: "Kadir Hidayat", pin: "975310", role: "Ketua" };

test("people at windows of their own, from rule book over double keying and seal to correction", async ({
  application,
  page,
}) => {
  test.setTimeout(900_000);

  const papers = await test.step("the panel's sheets lie on paper, and none is typed yet", () =>
    takeAway(page));

  await test.step("the secretary secures the edition and adds the others", async () => {
    await secure(page);
    for (const person of [andi, budi, vina, kadir]) await addUser(page, person);
  });

  await test.step("two of two sign the rule book, which has the panel's round typed twice", async () => {
    await goTo(page, sample.security);
    await page
      .getByRole("radiogroup", { name: `Cara mengetik ${second}` })
      .getByText("Dua kali")
      .click();
    await expect(page.getByText("Dua operator mengetik tanpa saling melihat")).toBeVisible();
    await page.getByRole("checkbox", { name: kadir.name }).check();
    await page.getByLabel("Berapa tanda tangan").fill("2");
    await page.keyboard.press("Tab");
    await expect(page.getByText("Diperlukan 2 dari 2 orang.")).toBeVisible();
    await expect(page.getByText(/Tersimpan \d\d\.\d\d/)).toBeVisible();
  });

  const chair = await seat(application, kadir, sample.security);
  await test.step("nothing can be typed until both have signed", async () => {
    await sign(page, "Tanda tangani", siti);
    await expect(page.getByText("Tata nilai menunggu 1 tanda tangan lagi")).toBeVisible();
    await sign(chair, "Tanda tangani", kadir);
    await expect(page.getByText("Tata nilai versi 1 sudah ditandatangani dan berlaku")).toBeVisible();
  });

  await test.step("the first round is a draft until it is sealed", async () => {
    await goTo(page, sample.selectionResults);
    await expect(page.getByText("RANCANGAN", { exact: true })).toBeVisible();
    await expect(page.getByText("Lengkap, belum disegel")).toBeVisible();
    await page.getByRole("button", { name: "Ke halaman segel" }).click();
    await goTo(chair, sealsTab);
    await signSeal(page, first, siti, "PIN yang salah");
    await expect(page.getByRole("alert")).toHaveText(`PIN untuk ${siti.name} salah. Coba lagi.`);
    await givePin(page, siti);
    await expect(round(page, first)).toContainText("Siap disegel · 1 dari 2 tanda tangan");
    await signSeal(chair, first, kadir);
    await expect(round(page, first)).toContainText("Disegel · versi 1");
    await goTo(page, sample.selectionResults);
    await expect(page.getByText("Hasil disegel · versi 1")).toBeVisible();
    await expect(page.getByText("RANCANGAN", { exact: true })).toHaveCount(0);
  });

  const [one, other] =
    await test.step("two operators type the same papers, blind to each other", async () => {
      const left = await seat(application, andi, sample.panelBoard);
      await typeAll(left, papers);
      const right = await seat(application, budi, `${sample.panelBoard}/3`);
      await expect(right.getByText("Anda mengetik ketikan kedua lembar Kabupaten Tulungagung")).toBeVisible();
      await expect(scoresOf(right, "Kabupaten Magetan")).toHaveText(["", "", "", ""]);
      await typeAll(right, withSlip(papers));
      return [left, right];
    });

  await test.step("what two have typed is neither's alone any more", async () => {
    await goTo(other, `${sample.panelBoard}/1?peserta=2`);
    await scoresOf(other, entries[0]!).first().click();
    await other.getByRole("button", { name: "Kosongkan ketikan saya…" }).click();
    await other.getByRole("button", { name: "Kosongkan 4 nilai" }).click();
    await expect(other.getByText(/Mintalah verifikator mengembalikan lembarnya/)).toBeVisible();
    await other.keyboard.press("Escape");
    await expect(scoresOf(other, entries[0]!)).toHaveText(papers.get(1)![0]!);
  });

  const verifier = await seat(application, vina, sample.panelBoard);
  await test.step("where they differ, a third person decides with the paper in hand", async () => {
    await expect(verifier.getByRole("gridcell", { name: "berbeda" })).toHaveCount(1);
    await goTo(page, sealsTab);
    await expect(round(page, second)).toContainText("1 sel ketikan masih berbeda atau menunggu");
    await expect(round(page, second)).toContainText("Belum dapat disegel");
    await expectNoViolations(page);
    await verifier.getByRole("button", { name: "Periksa 1 lembar berbeda" }).click();
    const dialog = verifier.getByRole("dialog");
    await expect(dialog.getByRole("heading", { name: "Kabupaten Magetan" })).toBeVisible();
    await expect(dialog.getByRole("radio")).toHaveCount(2);
    await expectNoViolations(verifier);
    await dialog.getByRole("radio", { name: `82, Ketikan pertama, ${andi.name}` }).click();
    await dialog.getByRole("button", { name: "Tetapkan 82" }).click();
    await expect(dialog.getByText("Tulis catatan: apa yang terbaca di kertas")).toBeVisible();
    await dialog.getByLabel("Catatan").fill("Angka di kertas terbaca 82");
    await dialog.getByRole("button", { name: "Tetapkan 82" }).click();
    await expect(dialog.getByRole("heading", { name: "Lembar ini sudah berlaku" })).toBeVisible();
    await dialog.getByRole("button", { name: "Kembali ke papan" }).click();
    await expect(verifier.getByRole("gridcell", { name: "lengkap" })).toHaveCount(25);
  });

  await test.step("the sealed round names its signers, and cannot be typed in any more", async () => {
    await signSeal(page, second, siti);
    await signSeal(chair, second, kadir);
    await expect(round(page, second)).toContainText("Disegel · versi 1");
    await goTo(one, `${sample.panelBoard}/3`);
    await expect(one.getByText(/sudah disegel/).first()).toBeVisible();
    await scoreGrid(one).press("9");
    await expect(one.getByRole("textbox", { name: /^Kabupaten Tulungagung/ })).toBeHidden();
  });

  await test.step("winners stay hidden until the embargo ends", async () => {
    await goTo(verifier, sample.panelResults);
    await expect(verifier.getByText("hasilnya belum diumumkan")).toBeVisible();
    await expect(ranking(verifier)).toHaveCount(0);
    await declare(page, { date: "12/10/2099", time: "09.00" });
    await expect(verifier.getByText("mulai 12 Oktober 2099 pukul 09.00")).toBeVisible();
    await goTo(chair, sample.panelResults);
    await expect(ranking(chair).first()).toContainText("Kabupaten Tulungagung");
    await declare(page, "now");
    await expect(ranking(verifier).first()).toContainText("Kabupaten Tulungagung");
  });

  await test.step("the minutes are printed", async () => {
    await goTo(page, sample.documents);
    await page.getByLabel("Saring menurut jenis").selectOption("minutes");
    await minutes(page).click();
    const { bytes } = await application.savedBy(() => page.getByRole("button", { name: "Simpan" }).click());
    const { text } = await readPdf(bytes);
    expect(text).not.toContain("RANCANGAN");
    const [, serial = ""] = /No\. seri ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text) ?? [];
    await page.getByRole("button", { name: "Periksa cetakan…" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Periksa hasil cetak" }).click();
    const log = page.getByRole("log", { name: "Hasil baca" });
    await page.getByLabel("Kode atau nomor seri").fill(`${serial.toLowerCase()}/1`);
    await page.keyboard.press("Enter");
    await expect(log).toContainText("halaman 1 dari 2 benar; kurang halaman 2.");
    await page.getByLabel("Kode atau nomor seri").fill(`${serial}/2`);
    await page.keyboard.press("Enter");
    await expect(log).toContainText("lengkap 2 halaman, benar dan tercetak");
    await goTo(page, sample.documents);
    await page.getByLabel("Saring menurut jenis").selectOption("minutes");
    await expect(minutes(page)).toContainText("Tercetak");
  });

  await test.step("a wrong figure is found on paper, and its correction asked for", async () => {
    await ranking(verifier).filter({ hasText: "Kabupaten Magetan" }).click();
    await verifier.getByRole("link", { name: "Ajukan koreksi" }).click();
    await choose(verifier, "Panelis", /^P3 /);
    await choose(verifier, "Indikator", "Kebijakan dan komitmen kepala daerah");
    await expect(verifier.getByText("82", { exact: true })).toBeVisible();
    await verifier.getByLabel("Menjadi").fill("101");
    await verifier.getByRole("button", { name: "Ajukan koreksi 1 nilai" }).click();
    await expect(verifier.getByText("Tulis alasan koreksi ini")).toBeVisible();
    await expectNoViolations(verifier);
    await verifier.getByLabel("Alasan koreksi").fill("Lembar kertas P3 menulis 97 untuk Magetan");
    await verifier.getByRole("button", { name: "Ajukan koreksi 1 nilai" }).click();
    await expect(verifier.getByRole("alert")).toContainText("101 tidak sesuai skala");
    await verifier.getByLabel("Menjadi").fill("97");
    await verifier.getByRole("button", { name: "Ajukan koreksi 1 nilai" }).click();
    await expect(verifier.getByRole("heading", { name: `Koreksi 1 · ${second}` })).toBeVisible();
    await expect(verifier.getByText("Kabupaten Magetan dari peringkat 3 ke 1")).toBeVisible();
  });

  await test.step("both sign it: version 2, and the printed minutes are revoked by their serial", async () => {
    await openCorrection(page);
    await sign(page, "Tanda tangani koreksi…", siti);
    await expect(verifier.getByText("Menunggu · 1 dari 2 tanda tangan")).toBeVisible();
    await openCorrection(chair);
    await chair.getByRole("button", { name: "Tanda tangani koreksi…" }).click();
    await expect(chair.getByRole("dialog")).toContainText(
      "1 dokumen yang sudah keluar dicabut dan harus dicetak ulang",
    );
    await expectNoViolations(chair);
    await givePin(chair, kadir);
    await expect(verifier.getByText("Sudah dijalankan")).toBeVisible();
    await expect(page.getByText(/nomor seri [0-9A-Z-]{9}/)).toBeVisible();
    await page.getByRole("link", { name: `Berita acara · ${second}` }).click();
    await expect(minutes(page)).toContainText("Dicabut");
  });

  await test.step("version 1 stays readable beside version 2", async () => {
    await goTo(page, sealsTab);
    await expect(round(page, second)).toContainText("Disegel · versi 2");
    await round(page, second).getByRole("button", { name: "Baca versi tersegel…" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("row", { name: "Kabupaten Magetan" })).toContainText("semula peringkat 3");
    await dialog.getByText("Versi 1", { exact: true }).click();
    await expect(dialog.getByText("Sudah digantikan koreksi")).toBeVisible();
    await expect(dialog.getByRole("row", { name: "Kabupaten Tulungagung" })).toContainText("1");
    await page.keyboard.press("Escape");
  });

  await test.step("who touched the score of Magetan, and when, is two clicks away", async () => {
    await goTo(page, sample.panelResults);
    await ranking(page).filter({ hasText: "Kabupaten Magetan" }).click();
    const dossier = await application.savedBy(() =>
      page.getByRole("button", { name: "Berkas keberatan" }).click(),
    );
    expect((await readPdf(dossier.bytes)).text).toContain("Kabupaten Magetan");
    await page.getByRole("link", { name: "Siapa menyentuh nilainya" }).click();
    const newest = page
      .getByRole("table", { name: /^Catatan/ })
      .getByRole("row")
      .nth(1);
    await expect(newest).toContainText("Kabupaten Magetan");
    await expect(page.getByRole("row").filter({ hasText: "82 → 97" })).toContainText(
      "Alasan: Lembar kertas P3 menulis 97 untuk Magetan",
    );
    await page.getByLabel("Cari dalam catatan").fill(budi.name);
    await expect(page.getByRole("row").filter({ hasText: andi.name })).toHaveCount(0);
    await expect(
      page
        .getByRole("row")
        .filter({ hasText: `${budi.name}, operator` })
        .first(),
    ).toBeVisible();
    await expectNoViolations(page);
    const { name } = await application.savedBy(() =>
      page.getByRole("button", { name: "Simpan Excel" }).click(),
    );
    expect(name).toBe("buku-catatan-2021.xlsx");
  });

  await test.step("the bundle proves all of it by itself", async () => {
    await goTo(page, sealsTab);
    const { name, bytes } = await application.savedBy(() =>
      page.getByRole("button", { name: "Bundel pembuktian" }).click(),
    );
    expect(name).toBe("bukti-2021.html");
    expect(verifyBundle(bytes, null, verifierScript({ resources })).findings).toEqual([]);
  });
});

/** Reads the panel's sheets off the sample and empties them. */
async function takeAway(page: Page): Promise<Papers> {
  const papers: Papers = new Map();
  for (const panelistId of panel) {
    await goTo(page, `${sample.panelBoard}/${panelistId}`);
    await expect(page.getByText(`panelis ${panelistId} dari 5`)).toBeVisible();
    await expect(scoresOf(page, entries[4]!)).toHaveCount(4);
    const lines: string[][] = [];
    for (const entry of entries) lines.push(await scoresOf(page, entry).allTextContents());
    papers.set(panelistId, lines);
    await scoreGrid(page).press("Control+a");
    await page.keyboard.press("Delete");
    await expect(page.getByRole("button", { name: "5 lembar belum lengkap" })).toBeVisible();
    await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
  }
  return papers;
}

/** The papers as somebody reads them who takes one figure for another. */
function withSlip(papers: Papers): Papers {
  const slipped = new Map([...papers].map(([id, lines]) => [id, lines.map((line) => [...line])]));
  slipped.get(3)![1]![0] = "28";
  return slipped;
}

async function typeAll(page: Page, papers: Papers): Promise<void> {
  for (const [panelistId, lines] of papers) {
    await goTo(page, `${sample.panelBoard}/${panelistId}`);
    await expect(page.getByText(`panelis ${panelistId} dari 5`)).toBeVisible();
    await scoreGrid(page).press("Control+Home");
    await typeValues(page, lines.flat());
    await expect(page.getByText("Semua lembar lengkap").last()).toBeVisible();
    await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
  }
}

async function typeValues(page: Page, values: readonly string[]): Promise<void> {
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
  }
}

async function secure(page: Page): Promise<void> {
  await goTo(page, sample.security);
  await page.getByRole("button", { name: "Amankan edisi" }).click();
  await page.getByLabel("Nama sekretaris").fill(siti.name);
  await page.getByLabel("PIN", { exact: true }).fill(siti.pin);
  await page.getByLabel("Ulangi PIN").fill(siti.pin);
  await page.getByRole("dialog").getByRole("button", { name: "Amankan edisi" }).click();
  await page.getByRole("button", { name: "Saya sudah mencetak atau mencatatnya" }).click();
  await expect(page.getByText("Diamankan").first()).toBeVisible();
}

async function addUser(page: Page, { name, pin, role }: typeof andi): Promise<void> {
  await goTo(page, sample.settings);
  await page.getByRole("button", { name: "Tambah pengguna…" }).click();
  await page.getByLabel("Nama", { exact: true }).fill(name);
  await page.getByRole("radio", { name: role }).check();
  await page.getByLabel("PIN pertama", { exact: true }).fill(pin);
  await page.getByLabel("Ulangi PIN pertama").fill(pin);
  await page.getByRole("dialog").getByRole("button", { name: "Tambah pengguna" }).click();
  await page.getByRole("button", { name: "Saya sudah mencetak atau mencatatnya" }).click();
  await expect(page.getByRole("row", { name })).toBeVisible();
}

/** A window of their own, signed in at the door. */
async function seat(application: Application, { name, pin }: typeof andi, route: string): Promise<Page> {
  const page = await application.openWindow();
  await goTo(page, route);
  await page.getByRole("radio", { name }).check();
  await page.getByLabel(`PIN ${name}`).fill(pin);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Masuk" })).toHaveCount(0);
  return page;
}

/** The line of the panel round's minutes in the list of papers. */
function minutes(page: Page) {
  return page.getByRole("row", { name: `Berita acara penilaian · ${second}` });
}

function round(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}

async function signSeal(page: Page, name: string, person: typeof siti, pin = person.pin): Promise<void> {
  await round(page, name).getByRole("button", { name: "Tanda tangani dan segel…" }).click();
  await givePin(page, { ...person, pin });
}

async function sign(page: Page, button: string, person: typeof siti): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await givePin(page, person);
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

async function givePin(page: Page, { name, pin }: typeof siti): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)).toBeVisible();
  await dialog.getByLabel(`PIN atas nama ${name}`).fill(pin);
  await dialog.getByRole("button", { name: "Tanda tangani", exact: true }).click();
}

async function declare(page: Page, when: "now" | { date: string; time: string }): Promise<void> {
  await goTo(page, sealsTab);
  await page.getByRole("button", { name: /^(Umumkan hasil|Ubah waktu)…$/ }).click();
  const dialog = page.getByRole("dialog");
  if (when === "now") await dialog.getByText("Buka sekarang juga").click();
  else {
    await dialog.getByLabel("Tanggal pengumuman", { exact: true }).fill(when.date);
    await dialog.getByLabel("Pukul").fill(when.time);
  }
  await dialog.getByLabel(/^PIN atas nama/).fill(siti.pin);
  await dialog.getByRole("button", { name: /^(Umumkan hasil|Ubah waktu|Buka sekarang)$/ }).click();
  await expect(dialog).toHaveCount(0);
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option }).click();
}

async function openCorrection(page: Page): Promise<void> {
  await goTo(page, sealsTab);
  await page.getByRole("link", { name: `Koreksi 1 · ${second}` }).click();
  await expect(page.getByText("Kabupaten Magetan dari peringkat 3 ke 1")).toBeVisible();
}
