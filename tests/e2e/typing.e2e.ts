import type { Page } from "@playwright/test";
import { editWorkbook, workbookOf } from "../support/workbookEdit.ts";
import { expect, test } from "./application.ts";
import { goTo, pick, sample, scoreGrid, scoresOf } from "./walking.ts";

const magetan = ["82", "86", "79", "82"];
const tuban = ["78", "79", "86", "85"];

async function openPanelGrid(page: Page): Promise<void> {
  await goTo(page, sample.panelGrid);
  await scoresOf(page, "Kabupaten Magetan").first().click();
}

test("keys go where they go in Excel", async ({ page }) => {
  await openPanelGrid(page);
  const active = scoreGrid(page).locator("#sel-aktif");
  const at = async (keys: string, score: string) => {
    await page.keyboard.press(keys);
    await expect(active).toHaveText(score);
  };
  await at("ArrowRight", "86");
  await at("End", "82");
  await at("Home", "82");
  await at("ArrowDown", "78");
  await at("Control+End", "81");
  await at("Control+Home", "80");
  await at("Control+ArrowRight", "86");
  await at("Control+ArrowDown", "81");
  await at("PageUp", "86");
  await at("Enter", "82");
  await at("Shift+Enter", "86");
});

test("a comma and a point are both the decimal mark, and the total follows", async ({ page }) => {
  await goTo(page, sample.selectionGrid);
  await scoresOf(page, "Kabupaten Pacitan").first().click();
  await page.keyboard.type("80,5");
  await page.keyboard.press("Tab");
  await page.keyboard.type("70.25");
  await page.keyboard.press("Enter");
  await expect(scoresOf(page, "Kabupaten Pacitan")).toHaveText(["80,5", "70,25", "286", "77", "38", "70,7"]);
  // 80,5·25% + 70,25·20% + 286/400·20 + 77·10% + 38/50·15 + 70,7·10%
  await expect(scoreGrid(page).getByRole("row", { name: "Kabupaten Pacitan" })).toHaveAccessibleName(/74,65/);
  await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
});

test("what F2 opens is mended, Esc takes it back, Delete empties, and all of it can be undone", async ({
  page,
}) => {
  await openPanelGrid(page);
  const cell = page.getByRole("textbox", { name: /^Kabupaten Magetan, Kebijakan/ });
  await page.keyboard.press("F2");
  await expect(cell).toHaveValue("82");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
  await page.keyboard.press("F2");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["89", "86", "79", "82"]);
  await page.keyboard.press("Delete");
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["89", "", "79", "82"]);
  await expect(page.getByRole("button", { name: "1 lembar belum lengkap" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
  await page.keyboard.press("ControlOrMeta+y");
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["89", "86", "79", "82"]);
  await page.reload();
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["89", "86", "79", "82"]);
});

test("a selected block is copied as Excel takes it, and lands where it is pasted", async ({
  application,
  page,
}) => {
  await openPanelGrid(page);
  // Clipboard rights.
  await application.copy("");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("ControlOrMeta+c");
  await scoresOf(page, "Kabupaten Tuban").first().click();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(scoresOf(page, "Kabupaten Tuban")).toHaveText(["82", "86", "86", "85"]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(scoresOf(page, "Kabupaten Tuban")).toHaveText(tuban);
});

test("a block that does not fit is refused with both sizes, and nothing lands", async ({
  application,
  page,
}) => {
  await openPanelGrid(page);
  await application.copy("1\t2\t3\t4\t5\r\n");
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByRole("alert")).toContainText(
    "Blok yang disalin 1 baris × 5 kolom, sedangkan dari sel ini hanya ada 4 baris × 4 kolom",
  );
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
});

test("the handle at the corner fills what it is drawn over", async ({ page }) => {
  await openPanelGrid(page);
  const [from, to] = [
    await scoresOf(page, "Kabupaten Magetan").first().boundingBox(),
    await scoresOf(page, "Kabupaten Sumenep").first().boundingBox(),
  ];
  if (!from || !to) throw new Error("the cells are not on the screen");
  await page.mouse.move(from.x + from.width - 1, from.y + from.height - 1);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  for (const entry of ["Kabupaten Tuban", "Kabupaten Sumenep"]) {
    await expect(scoresOf(page, entry).first()).toHaveText("82");
  }
  await expect(scoresOf(page, "Kota Surabaya").first()).toHaveText("82");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(scoresOf(page, "Kabupaten Tuban")).toHaveText(tuban);
});

test("Alt and an arrow turn to the next panelist's sheet of the same entry, in large letters", async ({
  page,
}) => {
  await goTo(page, `${sample.panelGrid}?peserta=22`);
  const who = page.getByRole("heading", { level: 1 });
  await expect(who).toContainText("Jusuf Irianto");
  const marked = await scoreGrid(page).locator("#sel-aktif").textContent();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(who).toContainText("Wawan Sobari");
  await expect(page).toHaveURL(/peserta=22$/);
  await expect(scoreGrid(page)).toBeFocused();
  await page.keyboard.type("870");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(page.getByRole("alert")).toHaveText("Harus 0–100, kelipatan 1");
  await expect(who).toContainText("Wawan Sobari");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(who).toContainText("Jusuf Irianto");
  await expect(scoreGrid(page).locator("#sel-aktif")).toHaveText(marked ?? "");
});

test("the board is walked by arrows, filtered to what is open, and leads on to the next sheet", async ({
  page,
}) => {
  await goTo(page, sample.panelBoard);
  const board = page.getByRole("grid", { name: /^Papan lembar nilai/ });
  await board.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ramliyanto");
  await expect(scoreGrid(page)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(page.getByText(/Tersimpan \d\d\.\d\d$/)).toBeVisible();
  await page.getByRole("link", { name: "Papan penilaian" }).click();
  await expect(board).toHaveAccessibleName(/1 lembar belum lengkap$/);
  await page.getByRole("switch", { name: "Belum lengkap saja" }).check();
  await expect(board.getByRole("rowheader")).toHaveText(["35.20Kabupaten Magetan"]);
  await expect(board.getByRole("gridcell")).toHaveText([
    "lengkap",
    "3 dari 4",
    "lengkap",
    "lengkap",
    "lengkap",
  ]);
  await page.getByRole("button", { name: "Lanjutkan mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ramliyanto");
  await page.keyboard.type("83");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Semua lembar lengkap").last()).toBeVisible();
});

test("a template filled wrongly names sheet and cell, and none of its values come in", async ({
  application,
  page,
}) => {
  await goTo(page, sample.panelBoard);
  const { bytes } = await application.savedBy(() =>
    page.getByRole("button", { name: "Unduh templat" }).click(),
  );
  const content = await editWorkbook(bytes, (book) => {
    const sheet = book.getWorksheet("P3");
    if (!sheet) throw new Error("the template has no sheet P3");
    sheet.getCell("D12").value = 50;
    sheet.getCell("D13").value = 112;
  });
  const act = () => page.getByRole("button", { name: "Impor templat" }).click();
  await pick(page, act, { name: "nilai.xlsx", content });
  const answer = page.getByRole("dialog", { name: "nilai.xlsx: tidak ada yang disimpan" });
  await expect(answer.getByRole("listitem")).toHaveText(/^Lembar P3, sel D13: .*112.*0–100/);
  await page.keyboard.press("Escape");
  await expect(answer).toBeHidden();
  await goTo(page, sample.panelGrid);
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(magetan);
  await expect(scoresOf(page, "Kabupaten Tulungagung").first()).not.toHaveText("50");
});

test("an office's sheet comes in by its columns, for the panelist that is chosen", async ({ page }) => {
  const content = await workbookOf("Rekap", [
    ["Nilai juri", null, null],
    ["No", "Kabupaten/Kota", "KEBIJAKAN"],
    [1, "Kab. Magetan", 91],
    [2, "Kota Surabaya", 92],
  ]);
  await goTo(page, sample.panelBoard);
  const act = () => page.getByRole("button", { name: "Impor lembar lain" }).click();
  await pick(page, act, { name: "juri.xlsx", content });
  const dialog = page.getByRole("dialog", { name: "Impor nilai dari juri.xlsx" });
  await expect(dialog.getByLabel("Baris judul kolom")).toHaveValue("2");
  await expect(dialog.getByRole("button", { name: "Impor nilai" })).toBeDisabled();
  await dialog.getByLabel("Nilai dari panelis").selectOption({ label: "P3 · Jusuf Irianto" });
  await dialog.getByRole("button", { name: "Impor nilai" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("2 nilai tersimpan, dari 2 lembar nilai")).toBeVisible();
  await goTo(page, sample.panelGrid);
  await expect(scoresOf(page, "Kabupaten Magetan")).toHaveText(["91", "86", "79", "82"]);
  await expect(scoresOf(page, "Kota Surabaya").first()).toHaveText("92");
});
