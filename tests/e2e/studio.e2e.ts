import type { Page } from "@playwright/test";
import { readPdf } from "../documents/readPdf.ts";
import { simplePdf } from "../support/simplePdf.ts";
import { type Application, expect, test } from "./application.ts";
import { expectNoViolations } from "./violations.ts";
import { goTo, pick, sample } from "./walking.ts";

test("a charter's look is changed in the studio: frame, place of the name, blanks", async ({
  application,
  page,
}) => {
  test.setTimeout(300_000);
  const name = page.locator("[data-element=nama]");
  const words = (text: string) => page.getByRole("alert").filter({ hasText: text });

  await test.step("it is entered from the documents, and found by Ctrl+K", async () => {
    await goTo(page, sample.documents);
    await page.getByRole("button", { name: "Studio piagam" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Studio piagam");
    await goTo(page, sample.beranda);
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("textbox", { name: "Cari apa saja" })).toBeFocused();
    await page.keyboard.type("studio piagam");
    await page.getByRole("dialog").getByText("Dokumen › Studio piagam").waitFor();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Studio piagam");
    await page.locator("canvas").first().waitFor();
  });

  await test.step("another frame is drawn at once", async () => {
    await changesPage(page, () => page.getByLabel("Bingkai", { exact: true }).selectOption("tumpal"));
    await expect(page.getByText("Belum disimpan")).toBeVisible();
  });

  await test.step("the name is dragged, nudged by keys, and put to a tenth of a millimetre", async () => {
    const before = (await name.boundingBox())!;
    await changesPage(page, async () => {
      await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
      await page.mouse.down();
      await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2 + 30, { steps: 6 });
      await page.mouse.up();
    });
    const after = (await name.boundingBox())!;
    expect(after.y - before.y).toBeGreaterThan(25);
    const down = page.getByRole("textbox", { name: "Dari atas" });
    const dragged = await down.inputValue();
    expect(dragged).not.toBe("86,5 mm");
    await name.focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+ArrowUp");
    await expect(down).not.toHaveValue(dragged);
    await down.fill("91,5");
    await expect(name).toHaveAccessibleName(/Nama penerima: 32 mm dari kiri, 91,5 mm dari atas/);
  });

  await test.step("what was done is taken back and done again", async () => {
    await name.focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(name).not.toHaveAccessibleName(/91,5 mm dari atas/);
    await page.keyboard.press("ControlOrMeta+y");
    await expect(name).toHaveAccessibleName(/91,5 mm dari atas/);
  });

  await test.step("an unknown placeholder is said; the last good page stays and nothing is lost", async () => {
    await page.getByRole("button", { name: "Nomor: ‹Nomor piagam›", exact: true }).click();
    await page.getByRole("textbox", { name: "Tulisan" }).fill("Nomor {nomer}");
    await expect(words("Isian {nomer} tidak dikenal.")).toBeVisible();
    await expect(page.locator("canvas").first()).toBeVisible();
    await page.getByRole("textbox", { name: "Tulisan" }).fill("Nomor: ");
    await page.getByRole("button", { name: "Sisipkan isian" }).click();
    await page.getByRole("menuitem", { name: "Nomor piagam" }).click();
    await expect(page.getByRole("textbox", { name: "Tulisan" })).toHaveValue("Nomor: {nomor}");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  await test.step("the recipients are leafed through", async () => {
    const who = page.getByLabel("Penerima yang ditampilkan");
    await page.getByRole("button", { name: "Terpendek" }).click();
    await expect(who.locator("option:checked")).toHaveText(/^Suprawoto/);
    await page.getByRole("button", { name: "Terpanjang" }).click();
    await expect(who.locator("option:checked")).toHaveText(/Tulungagung/);
    await who.focus();
    await changesPage(page, () => page.keyboard.press("ArrowLeft"));
    await expect(who.locator("option:checked")).toHaveText(/^Suprawoto/);
  });

  await test.step("a picture that is none is refused by what it is", async () => {
    await page.getByRole("button", { name: "Halaman dan bingkai", exact: true }).click();
    await page.getByLabel("Bingkai", { exact: true }).selectOption("picture");
    const load = () => page.getByRole("button", { name: "Muat gambar…" }).click();
    await pick(page, load, { name: "latar.png", content: "II*\0 sebuah TIFF" });
    await expect(words('Berkas "latar.png" berisi TIFF, bukan gambar PNG, JPEG atau SVG.')).toBeVisible();
    await pick(page, load, {
      name: "latar.svg",
      content:
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300"><rect width="400" height="300" fill="#eef"/></svg>',
    });
    await expect(page.getByRole("button", { name: "latar.svg", pressed: true })).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText(/tidak sebangun dengan kertas A4 rebah/)).toBeVisible();
  });

  await test.step("a page of a PDF becomes the picture behind everything", async () => {
    const load = () => page.getByRole("button", { name: "Muat gambar…" }).click();
    const empty = simplePdf({ drawing: "" });
    await pick(page, load, { name: "kosong.pdf", content: empty });
    await expect(
      words('Halaman pertama "kosong.pdf" kosong atau isinya tidak dapat digambar.'),
    ).toBeVisible();
    const [width, height] = [(297 * 72) / 25.4, (210 * 72) / 25.4];
    const drawing = `0.9 0.95 0.9 rg 0 0 ${width} ${height} re f 6 w 30 30 ${width - 60} ${height - 60} re S`;
    await changesPage(page, () =>
      pick(page, load, { name: "karya.pdf", content: simplePdf({ width, height, drawing }) }),
    );
    await expect(page.getByRole("button", { name: "karya.png", pressed: true })).toBeVisible();
    await expect(page.getByText(/tidak sebangun dengan kertas A4 rebah/)).toHaveCount(0);
    await page.getByLabel("Bingkai", { exact: true }).selectOption("tumpal");
  });

  await test.step("only blanks' words are printed on a blank, once it is saved", async () => {
    const before = await savedCharter(application, page);
    expect(before).toContain("PIAGAM PENGHARGAAN");
    await goTo(page, sample.studio);
    await expect(page.getByText("Belum disimpan")).toBeVisible();
    await changesPage(page, () => page.getByRole("switch", { name: "Cetak pada blangko" }).click());
    await page.getByRole("button", { name: "Simpan", exact: true }).click();
    await expect(page.getByText(/^Tersimpan/)).toBeVisible();
    const after = await savedCharter(application, page);
    expect(after).toContain("Suprawoto");
    expect(after).not.toContain("PIAGAM PENGHARGAAN");
  });

  await test.step("the page to align by is another page, and all of it is fit for everybody", async () => {
    await goTo(page, sample.studio);
    await page.locator("canvas").first().waitFor();
    await changesPage(page, () => page.getByText("Uji letak").click());
    await expect(page.getByRole("button", { name: "Cetak halaman uji" })).toBeEnabled();
    await expectNoViolations(page);
  });

  await test.step("the shipped design comes back as it was, and that can be taken back", async () => {
    await page.getByRole("button", { name: "Lainnya" }).click();
    await page.getByRole("menuitem", { name: "Kembalikan ke asal" }).click();
    await expect(page.getByText(/kembali seperti asalnya/)).toBeVisible();
    await expect(name).toHaveAccessibleName(/86,5 mm dari atas/);
  });
});

test("a draft that another window saved over is told of, outlives the page, and goes on as a copy", async ({
  application,
  page,
}) => {
  test.setTimeout(120_000);
  const frame = (window: Page) => window.getByLabel("Bingkai", { exact: true });
  const told = page.getByRole("alert").filter({ hasText: "sudah disimpan dari jendela lain" });
  await goTo(page, sample.studio);
  await frame(page).selectOption("tumpal");
  await expect(page.getByText("Belum disimpan")).toBeVisible();

  const other = await application.openWindow();
  await goTo(other, sample.studio);
  await frame(other).selectOption("lines");
  await other.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(other.getByText(/^Tersimpan/)).toBeVisible();

  await expect(told).toBeVisible();
  await goTo(page, sample.documents);
  await goTo(page, sample.studio);
  await expect(told).toBeVisible();
  await expect(frame(page)).toHaveValue("tumpal");
  await expectNoViolations(page);
  await told.getByRole("button", { name: "Simpan milik Anda sebagai salinan" }).click();

  const which = page.getByLabel("Rancangan", { exact: true });
  await expect(which.locator("option:checked")).toHaveText("Salinan Klasik");
  await expect(frame(page)).toHaveValue("tumpal");
  await expect(told).toHaveCount(0);
  await which.selectOption("klasik");
  await expect(frame(page)).toHaveValue("lines");
  await expect(page.getByText("Belum disimpan")).toHaveCount(0);
});

/** An act, until the page is drawn anew. */
async function changesPage(page: Page, act: () => Promise<unknown>): Promise<void> {
  const drawn = await page.locator("canvas").first().elementHandle();
  await act();
  await expect(async () => {
    expect(await drawn?.evaluate((canvas) => canvas.isConnected)).toBe(false);
  }).toPass({ timeout: 30_000 });
}

/** The text of Suprawoto's charter as it is saved from the documents. */
async function savedCharter(application: Application, page: Page): Promise<string> {
  await goTo(page, sample.documents);
  await page.getByRole("textbox", { name: "Cari dokumen" }).fill("Suprawoto");
  await page.getByRole("grid", { name: "Dokumen" }).getByText("Suprawoto").first().click();
  await expect(page.getByRole("heading", { level: 2, name: /Suprawoto/ })).toBeVisible();
  const { bytes } = await application.savedBy(() =>
    page.getByRole("button", { name: "Simpan", exact: true }).click(),
  );
  return (await readPdf(bytes)).text;
}
