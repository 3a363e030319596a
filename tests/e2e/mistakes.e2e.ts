import { zipSync } from "fflate";
import { readPdf } from "../documents/readPdf.ts";
import { sampleWith } from "../support/changedSample.ts";
import { workbookOf } from "../support/workbookEdit.ts";
import { expect, test } from "./application.ts";
import { goTo, pick, sample, scoreGrid, scoresOf, typeOver } from "./walking.ts";

const magetan = ["82", "86", "79", "82"];

test("a score off the scale is refused in its cell and can be taken back", async ({ page }) => {
  await goTo(page, sample.panelGrid);
  await scoresOf(page, "Kabupaten Magetan").first().click();
  await page.keyboard.type("112");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Harus 0–100, kelipatan 1");
  await expect(page.getByRole("textbox", { name: /^Kabupaten Magetan, Kebijakan/ })).toHaveValue("112");
  await page.keyboard.press("Escape");
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
  await page.reload();
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
});

test("a pasted block with one bad cell names the cell and leaves every score as it was", async ({
  application,
  page,
}) => {
  await goTo(page, sample.panelGrid);
  await scoresOf(page, "Kabupaten Magetan").first().click();
  await application.copy("90\t91\n92\t9x\n");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByRole("alert")).toContainText("Tidak ada yang ditempel: 1 sel tidak dapat diisi");
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText(
    "Kabupaten Tuban · Ekosistem kompetisi yang adil dan terukur “9x”: Harus angka, misalnya 87 atau 87,5",
  );
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
  await application.copy("90\t91\n92\t93\n");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByRole("alert")).toBeHidden();
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["90", "91", "79", "82"]);
  await expect(scoresOf(page, "Kabupaten Tuban")).toHaveText(["92", "93", "86", "85"]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
});

test("weights of 99,99 say what is lacking, and the round waits with its scores kept", async ({ page }) => {
  await goTo(page, sample.panelRules);
  const field = page.getByRole("textbox", { name: "Bobot, Kebijakan dan komitmen kepala daerah" });
  await typeOver(page, field, "29,99");
  const sum = page.getByRole("status", { name: "Jumlah bobot" });
  await expect(sum).toHaveText("Kurang 0,01· jumlah bobot 99,99, harus tepat 100");
  await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
  await goTo(page, sample.panelBoard);
  await expect(page.getByRole("button", { name: "Impor templat" })).toBeDisabled();
  await expect(page.getByRole("note").filter({ hasText: "belum dapat dinilai" })).toHaveText(
    'Babak "Paparan dan wawancara" belum dapat dinilai: Jumlah bobot 99,99; harus tepat 100 (kurang 0,01).',
  );
  await goTo(page, sample.panelRules);
  await typeOver(page, field, "30");
  await expect(sum).toHaveText("Pas 100");
  await goTo(page, sample.panelGrid);
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
});

test("a Word document renamed to .xlsx is told from a workbook", async ({ page }) => {
  await goTo(page, sample.panelBoard);
  const content = zipSync({ "[Content_Types].xml": new Uint8Array(), "word/document.xml": new Uint8Array() });
  const act = () => page.getByRole("button", { name: "Impor templat" }).click();
  await pick(page, act, { name: "nilai panelis.xlsx", content });
  const answer = page.getByRole("dialog", { name: "nilai panelis.xlsx: tidak ada yang disimpan" });
  await expect(answer).toContainText("Berkas ini dokumen Word, bukan buku kerja Excel; pilih berkas .xlsx");
  await answer.getByRole("button").filter({ hasText: "Tutup" }).click();
  await expect(answer).toBeHidden();
});

test("the template of another round is refused by the names of both", async ({ application, page }) => {
  await goTo(page, sample.selectionBoard);
  const { name, bytes } = await application.savedBy(() =>
    page.getByRole("button", { name: "Unduh templat" }).click(),
  );
  await goTo(page, sample.panelBoard);
  await expect(page.getByRole("tab", { selected: true })).toContainText("Paparan dan wawancara");
  const act = () => page.getByRole("button", { name: "Impor templat" }).click();
  await pick(page, act, { name, content: bytes });
  await expect(page.getByRole("dialog", { name: `${name}: tidak ada yang disimpan` })).toContainText(
    "untuk babak “Seleksi indikator”, bukan “Paparan dan wawancara”; pilih berkas babak ini",
  );
});

test("an edition file with mistakes lists all of them by their place, and nothing is imported", async ({
  page,
}) => {
  const content = sampleWith(
    ["edition.ceremonyDate", "2021-02-30"],
    ["categories[0].rounds[0].indicators[0].weight", 24],
    ["regions[3].code", "35.99"],
  );
  const act = () => page.getByRole("button", { name: /^Impor berkas edisi/ }).click();
  await pick(page, act, { name: "edisi.json", content });
  const answer = page.getByRole("dialog", { name: "Berkas belum bisa diimpor" });
  for (const problem of [
    '$.edition.ceremonyDate Tertulis "2021-02-30"; seharusnya tanggal yang ada',
    '$.categories[0].entries[3] Daerah "35.04" tidak ada di $.regions',
    "$.categories[0].rounds[0].indicators Jumlah bobot 99; harus tepat 100.",
  ]) {
    await expect(answer.getByRole("row", { name: problem })).toBeVisible();
  }
  await expect(answer).toContainText("Tidak ada yang tersimpan dari berkas ini.");
  await answer.getByRole("button").filter({ hasText: "Tutup" }).click();
  await expect(page.getByRole("link", { name: /ASN Achievement Awards 2021/ })).toHaveCount(1);
});

test("a panelist who has scored is not removed, and what to do first is said", async ({ page }) => {
  await goTo(page, sample.panelists);
  await page.getByRole("button", { name: "Hapus Jusuf Irianto" }).click();
  await expect(
    page.getByText("Jusuf Irianto sudah mengisi 5 lembar nilai, jadi tidak dapat dihapus."),
  ).toContainText("Keluarkan dulu dari panel babaknya di Tata nilai.");
  await expect(page.getByRole("textbox", { name: "Nama panelis P3" })).toHaveValue("Jusuf Irianto");
});

test("dropping an indicator says how many scores go, and wants the round's name typed", async ({ page }) => {
  await goTo(page, sample.panelRules);
  await page.getByRole("button", { name: "Hapus Penyampaian dan tanya jawab" }).click();
  const question = page.getByRole("dialog", { name: "Perubahan ini membuang nilai" });
  await expect(question).toContainText("Nilai yang dibuang tidak dapat dikembalikan.");
  const discard = question.getByRole("button", { name: "Buang 25 nilai" });
  await expect(discard).toBeDisabled();
  await question.getByRole("textbox").fill("Paparan");
  await expect(discard).toBeDisabled();
  await question.getByRole("button", { name: "Batal" }).click();
  await expect(page.getByRole("button", { name: "Hapus Penyampaian dan tanya jawab" })).toBeVisible();
  await goTo(page, sample.panelGrid);
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
});

test("an edition is not deleted by another title than its own", async ({ page }) => {
  await goTo(page, sample.edition);
  await page.getByRole("button", { name: "Hapus…" }).click();
  const question = page.getByRole("dialog", { name: "Hapus edisi 2021" });
  await expect(question).toContainText("328 nilai");
  const field = question.getByRole("textbox");
  const remove = question.getByRole("button", { name: "Hapus edisi" });
  await field.fill("ASN Achievement Awards 2022");
  await field.press("Enter");
  await expect(remove).toBeDisabled();
  await question.getByRole("button", { name: "Batal" }).click();
  await goTo(page, "/");
  await expect(page.getByRole("link", { name: /ASN Achievement Awards 2021/ })).toBeVisible();
});

test("a name that two regions share is asked about, never guessed", async ({ page }) => {
  const content = await workbookOf("Rekap", [
    ["Daerah", "Nilai sistem merit"],
    ["Kab. Pacitan", 300],
    ["Kediri", 250],
  ]);
  await goTo(page, sample.selectionBoard);
  const act = () => page.getByRole("button", { name: "Impor lembar lain" }).click();
  await pick(page, act, { name: "rekap kantor.xlsx", content });
  const dialog = page.getByRole("dialog", { name: "Impor nilai dari rekap kantor.xlsx" });
  await dialog.getByRole("button", { name: "Impor nilai" }).click();
  await expect(dialog).toContainText("“Kediri” itu daerah yang mana?");
  await expect(dialog).toContainText("Belum ada yang disimpan");
  await expect(dialog.getByRole("radio", { checked: true })).toHaveCount(0);
  await dialog.getByRole("radio", { name: "Kota Kediri (35.71)" }).check();
  await dialog.getByRole("button", { name: "Simpan nilai" }).click();
  await expect(dialog).toBeHidden();
  await goTo(page, sample.selectionGrid);
  await expect(scoresOf(page, "Kabupaten Pacitan").nth(2)).toHaveText("300");
  await expect(scoresOf(page, "Kabupaten Kediri").nth(2)).not.toHaveText("250");
  await scoreGrid(page).press("Control+End");
  await expect(scoresOf(page, "Kota Kediri").nth(2)).toHaveText("250");
});

test("a region code that nobody has stops an import, with its cell", async ({ page }) => {
  const content = await workbookOf("Rekap", [
    ["Kode", "Nilai sistem merit"],
    ["35.01", 300],
    ["35.99", 250],
  ]);
  await goTo(page, sample.selectionBoard);
  const act = () => page.getByRole("button", { name: "Impor lembar lain" }).click();
  await pick(page, act, { name: "rekap kantor.xlsx", content });
  const dialog = page.getByRole("dialog", { name: "Impor nilai dari rekap kantor.xlsx" });
  await dialog.getByRole("button", { name: "Impor nilai" }).click();
  await expect(dialog).toContainText("“35.99” itu daerah yang mana?");
  await expect(dialog).toContainText("Belum ada yang disimpan");
  await page.keyboard.press("Escape");
  await goTo(page, sample.selectionGrid);
  await expect(scoresOf(page, "Kabupaten Pacitan").nth(2)).not.toHaveText("300");
});

test("an emoji in a name stops that charter alone, and says whose it is", async ({ application, page }) => {
  await goTo(page, sample.regions);
  const field = page.getByRole("textbox", { name: "Nama kepala daerah Kota Surabaya" });
  await typeOver(page, field, "Eri Cahyadi 🏆");
  await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
  await goTo(page, sample.documents);
  await page.getByLabel("Saring menurut jenis").selectOption("charter");
  const group = page.getByRole("row", { name: "Lencana Jer Basuki Mawa Beya Emas" });
  await group.getByRole("gridcell").first().click();
  await page.getByRole("button", { name: /^Simpan \d dokumen/ }).click();
  await page.getByRole("menuitem", { name: "Satu PDF berisi semuanya" }).click();
  // Nobody has checked the name since it was changed: that is said first.
  await expect(page.getByRole("alert")).toContainText(/Kepala daerah Kota Surabaya.*🏆.*belum diperiksa/);
  const { bytes } = await application.savedBy(() =>
    page.getByRole("button", { name: "Simpan juga" }).click(),
  );
  const answer = page.getByRole("alert").filter({ hasText: "1 dokumen gagal dibuat, 2 berhasil" });
  await expect(answer.getByRole("listitem")).toContainText(/Eri Cahyadi.*🏆/);
  const { pages } = await readPdf(bytes);
  // As they are handed out: the third place first.
  expect(pages.map(({ text }) => /Maryoto Birowo|Suprawoto/.exec(text)?.[0])).toEqual([
    "Suprawoto",
    "Maryoto Birowo",
  ]);
});

test("what was typed is there after a reload in the middle of typing", async ({ page }) => {
  await goTo(page, sample.panelGrid);
  await scoresOf(page, "Kabupaten Magetan").first().click();
  await page.keyboard.type("95");
  await page.reload();
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["95", "86", "79", "82"]);
  await goTo(page, sample.edition);
  await page.getByRole("textbox", { name: "Tema" }).fill("Jatim Bangkit Bersama");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Tema" })).toHaveValue("Jatim Bangkit Bersama");
});

test("the Back button in the middle of typing loses nothing", async ({ page }) => {
  await goTo(page, sample.panelBoard);
  await page.getByRole("row", { name: "Kabupaten Magetan" }).getByRole("gridcell").nth(2).click();
  await expect(scoreGrid(page)).toBeFocused();
  await page.keyboard.type("95");
  await page.goBack();
  await expect(page.getByRole("grid", { name: /^Papan lembar nilai/ })).toBeVisible();
  await page.goForward();
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["95", "86", "79", "82"]);
});

test("of two windows that change the same cell, the slower is told and overwrites nothing", async ({
  application,
  page,
}) => {
  const other = await application.openWindow();
  for (const window of [page, other]) {
    await goTo(window, sample.panelGrid);
    await scoresOf(window, "Kabupaten Magetan").first().click();
  }
  await page.keyboard.type("90");
  await other.keyboard.type("95");
  await other.keyboard.press("Enter");
  await expect(other.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(
    "Tidak ada yang disimpan: 1 sel sudah lebih dulu diubah di jendela lain",
  );
  await expect(page.getByRole("alert").getByRole("listitem")).toContainText(
    "Di jendela lain sudah diubah menjadi 95. Nilai 90 dari Anda tidak disimpan",
  );
  await expect(scoresOf(page, "Kabupaten Magetan").first()).toContainText("95");
  await expect(scoresOf(other, "Kabupaten Magetan").first()).toHaveText("95");
});

if (!process.env.E2E_ELECTRON) {
  test("an address that was used before says where the next one stands", async ({
    application,
    browser,
    page,
  }) => {
    const { spentAddress } = application;
    if (spentAddress === null) throw new Error("a browser gets in by an address");
    const stranger = await browser.newPage();
    await stranger.goto(spentAddress);
    await expect(stranger.getByRole("heading")).toHaveText("Alamat ini sudah pernah dipakai");
    await expect(stranger.getByRole("main")).toContainText("“Alamat untuk jendela lain”");
    await stranger.close();
    await page.goto(spentAddress);
    await expect(page.getByRole("heading", { name: "Tambah edisi" })).toBeVisible();
  });
}

test("a link to a paper shows that paper, whatever is ticked, and so does the same link again", async ({
  page,
}) => {
  const title = page.getByRole("region", { name: /^Dokumen/ }).getByRole("heading", { level: 2 });
  const follow = async () => {
    await goTo(page, `${sample.documents}?key=decree`);
    await expect(title).toHaveText("Keputusan Gubernur Jawa Timur");
  };
  await follow();
  await page.getByLabel("Saring menurut jenis").selectOption("charter");
  await page.getByRole("row", { name: /Piagam 1 · Maryoto Birowo/ }).click();
  await page.keyboard.press("Space");
  await expect(title).toHaveText("1 dokumen dipilih");
  await follow();
  await page.getByRole("row", { name: /Piagam 1 · Maryoto Birowo/ }).click();
  await page.keyboard.press("Space");
  await expect(title).toHaveText("1 dokumen dipilih");
  await goTo(page, `${sample.documents}?key=memo`);
  await expect(title).toHaveText("Nota dinas");
});
