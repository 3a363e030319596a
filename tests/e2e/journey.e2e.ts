import type { Page } from "@playwright/test";
import { readEdition } from "../../electron/interchange/editionFile.ts";
import { readPdf } from "../documents/readPdf.ts";
import { rankIndependently } from "../../electron/verifier/ranking.ts";
import { type Application, expect, test } from "./application.ts";
import { goTo, ranking, sample, scoreGrid, scoresOf, sheetOf } from "./walking.ts";

test.use({ data: "empty" });

/** A panelist's paper: the entries in the order of the grid, with what the sheet adds up to. */
const paper = [
  { entry: "Kabupaten Tulungagung", scores: ["87", "86", "83", "86"], total: "85,55" },
  { entry: "Kabupaten Magetan", scores: ["82", "86", "79", "82"], total: "82,25" },
  { entry: "Kabupaten Tuban", scores: ["78", "79", "86", "85"], total: "81,65" },
  { entry: "Kabupaten Sumenep", scores: ["83", "82", "82", "82"], total: "82,30" },
  { entry: "Kota Surabaya", scores: ["82", "86", "85", "81"], total: "83,55" },
];

test("from the sample edition to charters and minutes", async ({ application, page }) => {
  test.setTimeout(600_000);
  await test.step("the first screen opens the sample, which says CONTOH", async () => {
    await page.getByRole("button", { name: /^Buka contoh 2021/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("ASN Achievement Awards 2021");
    await expect(page.getByRole("note")).toContainText("CONTOH");
  });

  const other = await test.step("a second window looks at the results", async () => {
    const opened = await application.openWindow();
    await goTo(opened, sample.panelResults);
    await expect(opened.getByText("Hasil lengkap", { exact: true }).last()).toBeVisible();
    await expect(ranking(opened).first()).toContainText("86,43");
    return opened;
  });

  await test.step("the sheets of a panelist are found and emptied by keyboard", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("textbox", { name: "Cari apa saja" })).toBeFocused();
    await page.keyboard.type("tulungagung jusuf");
    await expect(page.getByRole("dialog").getByText("Kabupaten Tulungagung · Jusuf Irianto")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(scoreGrid(page)).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await expect(scoresOf(page, "Kota Surabaya")).toHaveText(["", "", "", ""]);
    await expect(page.getByRole("button", { name: "5 lembar belum lengkap" })).toBeVisible();
  });

  await test.step("the other window says so without being asked", async () => {
    await expect(other.getByText("Lanjutkan mengisi")).toBeVisible();
    await expect(other.getByRole("link", { name: /^Hasil/ })).not.toContainText("Hasil lengkap");
  });

  await test.step("a score between the steps of the scale is refused in its cell and stays to be mended", async () => {
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("87,5");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toHaveText("Harus 0–100, kelipatan 1");
    const cell = page.getByRole("textbox", { name: "Kabupaten Tulungagung, Kebijakan" });
    await expect(cell).toHaveValue("87,5");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Escape");
  });

  await test.step("the whole sheet is typed, and its totals are those of the paper", async () => {
    for (const score of paper.flatMap(({ scores }) => scores)) {
      await page.keyboard.type(score);
      await page.keyboard.press("Enter");
    }
    for (const { entry, scores, total } of paper) {
      await expect(scoresOf(page, entry)).toHaveText(scores);
      await expect(sheetOf(page, entry)).toHaveAccessibleName(new RegExp(`${total} 4/4`));
    }
    await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
    await expect(page.getByText("Semua lembar lengkap").last()).toBeVisible();
    await expect(ranking(other).first()).toContainText("86,73");
  });

  await test.step("weights that lack 5 of 100 stop the scoring, and say so", async () => {
    await goTo(page, sample.panelRules);
    await changeWeight(page, "Kebijakan dan komitmen kepala daerah", "25");
    const sum = page.getByRole("status", { name: "Jumlah bobot" });
    await expect(sum).toHaveText("Kurang 5· jumlah bobot 95, harus tepat 100");
    await expect(page.getByText("Babak ini belum bisa dinilai")).toBeVisible();
    await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
    await goTo(page, sample.panelGrid);
    await expect(page.getByText(/^Babak .* belum dapat dinilai: Jumlah bobot 95;/)).toBeVisible();
    await scoreGrid(page).press("9");
    await expect(page.getByRole("textbox", { name: "Kabupaten Tulungagung, Kebijakan" })).toBeHidden();
    await goTo(page, sample.panelRules);
    await changeWeight(page, "Penyampaian dan tanya jawab", "25");
    await expect(sum).toHaveText("Pas 100");
    await expect(page.getByText("Babak ini belum bisa dinilai")).toBeHidden();
    await expect(ranking(other).first()).toContainText("Kabupaten Tulungagung");
  });

  await test.step("two sheets made the same are a tie over the cut that no rule splits", async () => {
    await goTo(page, sample.selectionGrid);
    await scoreGrid(page).press("Control+End");
    await expect(scoresOf(page, "Kabupaten Tuban")).toHaveCount(6);
    const scores = await scoresOf(page, "Kabupaten Tuban").allTextContents();
    await scoresOf(page, "Kabupaten Pamekasan").first().click();
    for (const score of scores) {
      await page.keyboard.type(score);
      await page.keyboard.press("Tab");
    }
    await expect(scoresOf(page, "Kabupaten Pamekasan")).toHaveText(scores);
    await goTo(page, sample.selectionResults);
    await expect(page.getByText("Seri yang belum diputuskan")).toBeVisible();
    await expect(page.getByText(/Kabupaten Tuban dan Kabupaten Pamekasan sama-sama 85,33/)).toBeVisible();
    await expect(other.getByText(/RANCANGAN/).first()).toBeVisible();
  });

  await test.step("the panel's decision needs its reason, and settles the cut", async () => {
    await page.getByRole("button", { name: "Catat keputusan" }).click();
    await expect(page.getByText("Tulis alasan dan dasar keputusannya")).toBeVisible();
    await page.getByLabel("Alasan dan dasar keputusan").fill("Rapat pleno panelis 5 Oktober 2021");
    await page.getByRole("button", { name: /^Pindahkan Kabupaten Tuban/ }).press("ArrowDown");
    await expect(page.getByText("Yang dicatat:")).toContainText(/Kabupaten Pamekasan.*Kabupaten Tuban/);
    await page.getByRole("button", { name: /^Pindahkan Kabupaten Tuban/ }).press("ArrowUp");
    await expect(page.getByText("Yang dicatat:")).toContainText(/Kabupaten Tuban.*Kabupaten Pamekasan/);
    await page.getByRole("button", { name: "Catat keputusan" }).click();
    await expect(page.getByText("Keputusan panel:")).toContainText(
      "Kabupaten Tuban, lalu Kabupaten Pamekasan",
    );
    await expect(ranking(page).nth(4)).toContainText("Kabupaten Tuban");
  });

  await test.step("the ranking on both screens is that of the exported edition, reckoned a second way", async () => {
    await goTo(page, sample.panelResults);
    const lines = await expectedLines(application, page);
    for (const window of [page, other]) {
      const shown = ranking(window).filter({ hasNotText: "Batas" });
      await expect(shown).toHaveText(lines.map((line) => new RegExp(line)));
    }
  });

  const winners = await test.step("the Top 3 are named as the register has them", async () => {
    await goTo(page, sample.recipients);
    const award = page.getByRole("region", { name: "Lencana Jer Basuki Mawa Beya Emas" });
    await expect(award.getByRole("row")).toHaveCount(4);
    const regions = await award.getByRole("button").allTextContents();
    const names = await award.getByRole("row").locator("td:nth-child(3)").allTextContents();
    await goTo(page, sample.regions);
    for (const [place, region] of regions.entries()) {
      const field = page.getByRole("textbox", { name: `Nama kepala daerah ${region}` });
      await expect(field).toHaveValue(names[place] ?? "");
    }
    return regions.map((region, place) => ({ region, name: names[place] ?? "" }));
  });
  expect(winners.map(({ region }) => region)).toEqual([
    "Kabupaten Tulungagung",
    "Kota Surabaya",
    "Kabupaten Magetan",
  ]);

  await test.step("their charters are made at once, as one PDF with their names", async () => {
    await goTo(page, sample.documents);
    const charters = page.getByRole("row", { name: "Lencana Jer Basuki Mawa Beya Emas" });
    await page.getByLabel("Saring menurut jenis").selectOption("charter");
    await charters.getByRole("gridcell").first().click();
    await expect(page.getByRole("heading", { name: "3 dokumen dipilih" })).toBeVisible();
    await page.getByRole("button", { name: "Simpan 3 dokumen" }).click();
    await page.getByRole("menuitem", { name: "Satu PDF berisi semuanya" }).click();
    // One person alone has nobody to check the names: it is said, and the register keeps it.
    await expect(page.getByText("Pada dokumen ini 7 nama belum diperiksa orang kedua.")).toBeVisible();
    const { name, bytes } = await application.savedBy(() =>
      page.getByRole("button", { name: "Simpan juga" }).click(),
    );
    expect(name).toMatch(/\.pdf$/);
    const { pages } = await readPdf(bytes);
    expect(pages).toHaveLength(3);
    // As they are handed out: the third place first.
    for (const [order, winner] of winners.toReversed().entries()) {
      expect(pages[order]?.text).toContain(winner.name);
      expect(pages[order]?.text).toContain(winner.region.replace(/^Kabupaten /, ""));
      expect(pages[order]?.text).toContain("CONTOH");
    }
  });

  await test.step("the minutes spell their date out and tell of the decision", async () => {
    await page.getByLabel("Saring menurut jenis").selectOption("minutes");
    await page.getByText("Kosongkan pilihan").click();
    await page.getByRole("row", { name: "Berita acara penilaian · Seleksi indikator" }).click();
    await page.getByRole("textbox", { name: "Tanggal", exact: true }).fill("5/10/2021");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: "Tanggal", exact: true })).toHaveValue("5 Oktober 2021");
    await page.getByRole("button", { name: "Simpan", exact: true }).click();
    const { bytes } = await application.savedBy(() =>
      page.getByRole("button", { name: "Simpan juga" }).click(),
    );
    const { text } = await readPdf(bytes);
    expect(text).toContain("Selasa tanggal lima bulan Oktober tahun dua ribu dua puluh satu");
    expect(text).toContain("Rapat pleno panelis 5 Oktober 2021");
    expect(text).toContain("CONTOH");
  });
});

async function changeWeight(page: Page, indicator: string, weight: string): Promise<void> {
  const field = page.getByRole("textbox", { name: `Bobot, ${indicator}` });
  await field.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(weight);
  await page.keyboard.press("Enter");
}

/** The last round's lines, as an independent ranking reckons them from the exported edition. */
async function expectedLines(application: Application, page: Page): Promise<string[]> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("textbox", { name: "Cari apa saja" })).toBeFocused();
  await page.keyboard.type("ekspor");
  await expect(page.getByRole("dialog").getByText("Ekspor berkas edisi")).toBeVisible();
  const { bytes } = await application.savedBy(() => page.keyboard.press("Enter"));
  const read = readEdition(Buffer.from(bytes).toString("utf8"));
  if (!("edition" in read)) throw new Error(JSON.stringify(read.problems));
  const { regions } = read.edition;
  const results = rankIndependently(read.edition).categories[0]?.rounds[1]?.results ?? [];
  return results.map(({ entry, rank, total }) => {
    const region = regions.find(({ code }) => code === entry);
    const type = region?.type === "kota" ? "Kota" : "Kabupaten";
    return `^${rank}${type} ${region?.name}.*${total?.replace(".", ",")}`;
  });
}
