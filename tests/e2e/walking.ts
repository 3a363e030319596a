import type { Locator, Page } from "@playwright/test";

/** The routes of the sample edition, in a database where it is the only one. */
export const sample = {
  beranda: "/e/1",
  edition: "/e/1/persiapan/edisi",
  regions: "/e/1/persiapan/daerah",
  panelists: "/e/1/persiapan/panelis",
  rules: "/e/1/persiapan/tata-nilai",
  names: "/e/1/persiapan/nama",
  office: "/e/1/persiapan/surat-acara",
  security: "/e/1/persiapan/pengamanan",
  selectionRules: "/e/1/persiapan/tata-nilai?kategori=1&bagian=babak-1",
  panelRules: "/e/1/persiapan/tata-nilai?kategori=1&bagian=babak-2",
  selectionBoard: "/e/1/penilaian/1",
  panelBoard: "/e/1/penilaian/2",
  selectionGrid: "/e/1/penilaian/1/0",
  /** Of P3, Jusuf Irianto. */
  panelGrid: "/e/1/penilaian/2/3",
  selectionResults: "/e/1/hasil/1?babak=1",
  panelResults: "/e/1/hasil/1?babak=2",
  recipients: "/e/1/hasil/1?babak=penerima",
  documents: "/e/1/dokumen",
  studio: "/e/1/dokumen/studio",
  scanning: "/e/1/dokumen/register",
  register: "/e/1/dokumen/register?bagian=register",
  numbering: "/e/1/dokumen/register?bagian=nomor",
  settings: "/pengaturan",
};

/** Goes to a route of the application, as a link in it would. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, route);
}

/** The grid of scores that is open. */
export function scoreGrid(page: Page): Locator {
  return page.getByRole("grid", { name: /^Nilai / });
}

/** The sheet of an entry in the grid; its name ends in what it adds up to. */
export function sheetOf(page: Page, label: string): Locator {
  return scoreGrid(page).getByRole("row", { name: label });
}

/** The scores of a sheet as they stand in its cells, one an indicator. */
export function scoresOf(page: Page, label: string): Locator {
  return sheetOf(page, label).getByRole("gridcell");
}

/** The ranking that is open, without its line of headings. */
export function ranking(page: Page): Locator {
  return page
    .getByRole("grid", { name: /^Peringkat / })
    .getByRole("row")
    .filter({ hasNotText: "Daerah" });
}

/** Chooses a file where an act asks for one. */
export async function pick(
  page: Page,
  act: () => Promise<void>,
  file: { name: string; content: Uint8Array | string },
): Promise<void> {
  const asking = page.waitForEvent("filechooser");
  await act();
  const chooser = await asking;
  await chooser.setFiles({
    name: file.name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(file.content),
  });
}

/** Types over the cell of a table of fields. */
export async function typeOver(page: Page, field: Locator, text: string): Promise<void> {
  await field.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}
