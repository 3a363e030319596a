import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { isOwnPage } from "../../renderer/features/register/digitalPage.ts";

/** A page with a line of text, drawn or laid invisibly over what a scanner saw. */
async function pageWith(content: string) {
  const parts = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  const body = parts.map((part, index) => `${index + 1} 0 obj${part}endobj\n`).join("");
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${body}trailer<</Root 1 0 R/Size 6>>\n%%EOF`);
  return (await getDocument({ data: bytes, verbosity: 0 }).promise).getPage(1);
}

describe("a page of a dropped PDF", () => {
  it("is a paper of ours as it was written where its foot is drawn as text", async () => {
    const page = await pageWith("BT /F 8 Tf 20 20 Td (No. seri 7F3K-9QXM/2) Tj ET");
    expect(await isOwnPage(page)).toBe(true);
  });

  it("is a scan where the text was only laid over it for searching", async () => {
    const page = await pageWith("BT 3 Tr /F 8 Tf 20 20 Td (No. seri 7F3K-9QXM/2) Tj ET");
    expect(await isOwnPage(page)).toBe(false);
  });

  it("is a scan where the scanner printed something of its own", async () => {
    const page = await pageWith("BT /F 8 Tf 20 20 Td (Pindaian 24-11-2026) Tj ET");
    expect(await isOwnPage(page)).toBe(false);
  });
});
