import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { buildBundle } from "../../electron/verifier/bundleHtml.ts";
import { shortHead } from "../../electron/verifier/head.ts";
import { verifierScript } from "../../electron/verifier/script.ts";
import { sampleEdition, sealedLedger } from "../verifier/sealedLedger.ts";

const resources = join(import.meta.dirname, "..", "..", "resources");

/** The sample, sealed and then corrected, opened from disk as an inspector would; `change` is done to the file. */
async function openBundle(page: Page, change: (html: string) => string = (html) => html) {
  const ledger = sealedLedger(sampleEdition());
  const firstHead = shortHead(ledger.bundle().head);
  const { id, scores, indicators } = ledger.edition.categories[0]!.rounds[1]!;
  const { entry } = scores[0]!;
  ledger.correct("utama", id, { panelist: "P1", entry, indicator: indicators[0]!.id, value: "55" });
  const folder = mkdtempSync(join(tmpdir(), "lencana-bukti-"));
  const file = join(folder, "bukti.html");
  writeFileSync(file, change(buildBundle(ledger.bundle(), verifierScript({ resources }))));
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const head = page.getByLabel("Kepala buku catatan yang tercetak");
  return {
    head,
    requests,
    firstHead,
    lastHead: shortHead(ledger.bundle().head),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

test("an honest bundle is green, waits for its paper, and knows the newest and the older one", async ({
  page,
}) => {
  const { head, requests, firstHead, lastHead, remove } = await openBundle(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ASN Achievement Awards 2021");
  await expect(page.getByText("✓ Utuh")).toBeVisible();
  await expect(page.getByText("Belum dicocokkan dengan kertas")).toBeVisible();
  await expect(page.getByText("CONTOH")).toBeVisible();
  await head.fill(lastHead.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l"));
  await expect(page.getByText("✓ Cocok dengan kertas")).toBeVisible();
  await head.fill(firstHead);
  await expect(page.getByText("1 segel yang lebih baru tidak dicakup kertas itu")).toBeVisible();
  await head.fill("0000-1111-2222-3333");
  await expect(page.getByText("✗ Tidak cocok dengan kertas")).toBeVisible();
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([
    /^Paparan dan wawancara .* versi 2$/,
    /versi 1 \(sudah digantikan\)$/,
    /^Seleksi indikator/,
    "Yang diperiksa",
  ]);
  await expect(page.getByRole("table").last().getByRole("row")).toHaveCount(39);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(requests).toHaveLength(1);
  remove();
});

test("a bundle with one score changed is red and says where", async ({ page }) => {
  const { remove } = await openBundle(page, (html) =>
    html.replace(String.raw`\"new\":\"87\"`, String.raw`\"new\":\"97\"`),
  );
  await expect(page.getByText("✗ Tidak utuh")).toBeVisible();
  await expect(page.getByRole("listitem")).toContainText([
    "Data di berkas ini tidak lagi persis",
    /Catatan ke-\d+ diubah sesudah ditulis/,
    /Kota Surabaya tersegel peringkat 2 .* dihitung ulang/,
  ]);
  remove();
});

test("a bundle whose script was changed is not run at all, and says what that means", async ({ page }) => {
  const { remove } = await openBundle(page, (html) =>
    html.replace("findings.length === 0", "findings.length !== -1"),
  );
  await expect(page.getByText("tidak membuktikan apa pun")).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  remove();
});
