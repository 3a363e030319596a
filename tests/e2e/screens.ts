import { expect, type Page } from "@playwright/test";
import { sampleWith } from "../support/changedSample.ts";
import { workbookOf } from "../support/workbookEdit.ts";
import { goTo, pick, ranking, sample, scoreGrid, typeOver } from "./walking.ts";

/** A screen as somebody comes to see it; `show` resolves when what it is about is there. */
export interface Screen {
  name: string;
  show: (page: Page) => Promise<void>;
}

/** The second edition of a database that holds the sample and, after it, one with an open tie over the cut. */
const tied = { results: "/e/2/hasil/2?babak=3", board: "/e/2/penilaian/4", documents: "/e/2/dokumen" };

function screen(name: string, route: string, there: (page: Page) => Promise<void>): Screen {
  return {
    name,
    async show(page) {
      await goTo(page, route);
      await there(page);
    },
  };
}

const heading = (name: string) => (page: Page) => page.getByRole("heading", { name }).first().waitFor();

/** Every page, in the order of the work. */
export const pages: Screen[] = [
  screen("start", "/", heading("Tambah edisi")),
  screen("Beranda", sample.beranda, heading("Perjalanan edisi")),
  screen("Persiapan, edisi", sample.edition, (page) => page.getByLabel("Judul edisi").waitFor()),
  screen("Persiapan, daerah", sample.regions, (page) =>
    page.getByRole("row", { name: "Surabaya" }).waitFor(),
  ),
  screen("Persiapan, panelis", sample.panelists, (page) => page.getByLabel("Nama panelis P1").waitFor()),
  screen("Persiapan, tata nilai of the desk", sample.selectionRules, heading("Indikator dan bobot")),
  screen("Persiapan, tata nilai of the panel", sample.panelRules, heading("Indikator dan bobot")),
  screen("Persiapan, peserta", `${sample.rules}?kategori=1&bagian=peserta`, (page) =>
    page.getByText("Kabupaten Pacitan").first().waitFor(),
  ),
  screen("Persiapan, penghargaan", `${sample.rules}?kategori=1&bagian=penghargaan`, heading("Penghargaan")),
  screen("Persiapan, nama", sample.names, heading("Semua nama yang tercetak")),
  screen("Persiapan, surat dan acara", sample.office, heading("Upacara")),
  screen("Persiapan, pengamanan", sample.security, heading("Edisi ini masih terbuka")),
  screen("Penilaian", sample.panelBoard, (page) => page.getByRole("grid").waitFor()),
  screen("Penilaian not open yet", tied.board, (page) => page.getByRole("tab", { selected: true }).waitFor()),
  screen("sheets of a panelist", sample.panelGrid, (page) => scoreGrid(page).waitFor()),
  screen("sheets of the desk", sample.selectionGrid, (page) => scoreGrid(page).waitFor()),
  screen("Hasil", sample.selectionResults, (page) => ranking(page).first().waitFor()),
  screen("Hasil with an open tie", tied.results, heading("Seri yang belum diputuskan")),
  screen("Hasil, penerima", sample.recipients, heading("Lencana Jer Basuki Mawa Beya Emas")),
  screen("Dokumen", sample.documents, paperShown),
  screen("Studio piagam", sample.studio, async (page) => {
    await page.locator("[data-element=nama]").click();
    await page.locator("canvas").first().waitFor();
  }),
  screen("Periksa hasil cetak", sample.scanning, heading("Yang sudah tercetak")),
  screen("Register dokumen", sample.register, (page) =>
    page.getByText("Belum ada dokumen yang keluar").waitFor(),
  ),
  screen("Penomoran dokumen", sample.numbering, heading("Berita acara")),
  screen("Dokumen that cannot be made yet", tied.documents, async (page) => {
    await page.getByLabel("Saring menurut keadaan").selectOption("blocked");
    await page.getByText("Belum bisa", { exact: true }).first().waitFor();
  }),
  screen("Pengaturan", sample.settings, (page) =>
    page.getByRole("region", { name: "Daftar cadangan" }).waitFor(),
  ),
];

/** What opens over a page, each on a page of its own choosing. Escape closes it. */
export const overlays: Screen[] = [
  over("Ctrl+K", sample.beranda, async (page) => {
    await page.getByRole("heading", { name: "Perjalanan edisi" }).waitFor();
    await page.keyboard.press("ControlOrMeta+k");
    await expect(page.getByRole("textbox", { name: "Cari apa saja" })).toBeFocused();
    await page.keyboard.type("surabaya");
    await page.getByText("Kota Surabaya").first().waitFor();
  }),
  over("second check of names", sample.regions, async (page) => {
    // All are checked: one that was changed since is not.
    await typeOver(
      page,
      page.getByRole("textbox", { name: "Nama kepala daerah Kota Surabaya" }),
      "Eri Cahyadhi",
    );
    await goTo(page, sample.names);
    await page.getByLabel("Nama pemeriksa").fill("Budi");
    await page.getByRole("button", { name: "Periksa nama" }).click();
    await page.getByText("Bandingkan dengan kertas").waitFor();
  }),
  over("titles of a name", sample.panelists, async (page) => {
    await page.getByRole("button", { name: "Gelar panelis P1" }).click();
    await page.getByLabel("Gelar belakang").waitFor();
  }),
  over("explanation", sample.panelResults, async (page) => {
    await ranking(page).first().click();
    await page.getByRole("heading", { name: "Cara menghitung" }).waitFor();
  }),
  over("new edition", "/", (page) => page.getByRole("button", { name: /^Buat edisi baru/ }).click()),
  over("copy of last year", "/", (page) => page.getByRole("button", { name: /^Salin dari tahun/ }).click()),
  over("problems of an edition file", "/", (page) =>
    pick(page, () => page.getByRole("button", { name: /^Impor berkas edisi/ }).click(), {
      name: "edisi.json",
      content: '{"format":"lencana/edition@1"}',
    }),
  ),
  over("deleting an edition", sample.edition, (page) => page.getByRole("button", { name: "Hapus…" }).click()),
  over("adding regions", sample.regions, async (page) => {
    await page.getByRole("button", { name: "Tambah daerah…" }).click();
    await page.getByText("Kabupaten Aceh Barat").first().waitFor();
  }),
  over("dropping an indicator", sample.panelRules, (page) =>
    page.getByRole("button", { name: "Hapus Penyampaian dan tanya jawab" }).click(),
  ),
  over("library of indicators", sample.panelRules, (page) =>
    page.getByRole("button", { name: "Dari pustaka…" }).click(),
  ),
  over("securing an edition", sample.security, async (page) => {
    await page.getByRole("button", { name: "Amankan edisi" }).click();
    await page.getByLabel("Nama sekretaris").waitFor();
  }),
  over("new round", sample.panelRules, (page) => page.getByRole("button", { name: "Tambah babak" }).click()),
  over("mapping of columns", sample.selectionBoard, chooseOfficeSheet),
  over("question about a twin", sample.selectionBoard, async (page) => {
    await chooseOfficeSheet(page);
    await page.getByRole("button", { name: "Impor nilai" }).click();
    await page.getByText("“Kediri” itu daerah yang mana?").waitFor();
  }),
  over("refused workbook", sample.selectionBoard, (page) =>
    pick(page, () => page.getByRole("button", { name: "Impor templat" }).click(), {
      name: "nilai.xlsx",
      content: "%PDF-1.7",
    }),
  ),
  over("keys of the grid", sample.panelGrid, (page) =>
    page.getByRole("button", { name: "Daftar tombol papan tik" }).click(),
  ),
  over("sheets to be read", sample.documents, async (page) => {
    await paperShown(page);
    await page.getByRole("button", { name: "Periksa cetakan…" }).click();
  }),
];

function over(name: string, route: string, open: (page: Page) => Promise<void>): Screen {
  return screen(name, route, async (page) => {
    await open(page);
    await page.getByRole("dialog").waitFor();
  });
}

async function paperShown(page: Page): Promise<void> {
  await page.getByRole("grid", { name: "Dokumen" }).waitFor();
  await page.locator("canvas").first().waitFor();
}

async function chooseOfficeSheet(page: Page): Promise<void> {
  const content = await workbookOf("Rekap", [
    ["Daerah", "Nilai sistem merit"],
    ["Kediri", 250],
  ]);
  const act = () => page.getByRole("button", { name: "Impor lembar lain" }).click();
  await pick(page, act, { name: "rekap kantor.xlsx", content });
  // Until then the dialog is the one of the progress.
  await page.getByRole("button", { name: "Impor nilai" }).waitFor();
}

/** An edition beside the sample whose fifth and sixth of the selection are equal in everything. */
export async function importTiedEdition(page: Page): Promise<void> {
  const equal = { JP: 80, IPASN: 88.71, MERIT: 355.5, DIKLAT: 84, INOVASI: 42, PROMOSI: 88.1 };
  const content = sampleWith(
    ["edition.title", "Edisi dengan seri"],
    ["categories[0].rounds[0].scores[27].values", equal],
  );
  const act = () => page.getByRole("button", { name: /^Impor berkas edisi/ }).click();
  await pick(page, act, { name: "seri.json", content });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edisi dengan seri");
}
