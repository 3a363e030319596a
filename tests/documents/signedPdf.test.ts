import { beforeAll, describe, expect, test } from "vitest";
import { createPaperCompiler, renderPaper } from "../../electron/documents/index.ts";
import { checkSignedPdf } from "../../electron/documents/signedPdf.ts";
import { makeSigner, type Signer, signPdf } from "../support/signPdf.ts";
import { charters2021, fontFolders, minutes2021, templateFolder } from "./papers2021.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const ours = renderPaper(compiler, charters2021("A4"));
let signer: Signer;
let signed: Uint8Array;
beforeAll(async () => {
  signer = await makeSigner("Khofifah Indar Parawansa");
  signed = await signPdf(ours, signer);
});

const faultOf = (theirs: Uint8Array) => {
  const found = checkSignedPdf(ours, theirs);
  return "fault" in found ? found.fault : null;
};

/** The same file with one byte of it turned around. */
function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at]! ^= 1;
  return copy;
}

test("our paper with a signature added is known, and who signed", () => {
  expect(checkSignedPdf(ours, signed)).toEqual({
    signer: "Khofifah Indar Parawansa",
    issuer: "Khofifah Indar Parawansa",
  });
});

test("a second signature after the first is one too, and the last to sign is named", async () => {
  const twice = await signPdf(signed, await makeSigner("Sekretaris Daerah"));
  expect(checkSignedPdf(ours, twice)).toMatchObject({ signer: "Sekretaris Daerah" });
});

test("the certificate is the one that the signature names by issuer and number, whatever stands before it", async () => {
  const { certificate } = await makeSigner("Gubernur palsu", { keys: signer.keys });
  const found = checkSignedPdf(ours, await signPdf(ours, signer, { beside: [certificate] }));
  expect(found).toMatchObject({ signer: "Khofifah Indar Parawansa" });
});

describe("it is refused, with why,", () => {
  test("when it is signed with SHA-1", async () => {
    expect(faultOf(await signPdf(ours, signer, { digest: "SHA-1" }))).toMatch(
      /memakai SHA-1 atau MD5, .+ Tandatangani lagi PDF aslinya dengan SHA-256/,
    );
  });

  test("when the first of two signatures is broken, though the second is over all of it", async () => {
    const broken = flipped(signed, Buffer.from(signed).lastIndexOf("(Signature") + 3);
    const twice = await signPdf(broken, await makeSigner("Sekretaris Daerah"));
    expect(faultOf(twice)).toMatch(/dibuat untuk isi lain/);
  });

  test("when it came back unsigned", () => {
    expect(faultOf(ours)).toMatch(/belum ditandatangani/);
  });

  test("when it is another paper, though signed", async () => {
    const other = await signPdf(renderPaper(compiler, minutes2021("A4")), signer);
    expect(faultOf(other)).toMatch(/dokumen lain, berjudul “Berita Acara/);
  });

  test("when a byte of our part was changed", () => {
    expect(faultOf(flipped(signed, 900))).toMatch(/judulnya sama, tetapi isinya lain/);
  });

  test("when a byte of what was added was changed after signing", () => {
    const at = Buffer.from(signed).lastIndexOf("Signature");
    expect(faultOf(flipped(signed, at))).toMatch(
      /dibuat untuk isi lain: berkasnya diubah sesudah ditandatangani/,
    );
  });

  test("when something was added after the signature", () => {
    expect(faultOf(Buffer.concat([signed, Buffer.from("% more\n")]))).toMatch(
      /tidak mencakup seluruh berkas/,
    );
  });

  test("when the page shows other content, though properly signed", async () => {
    const page = (dictionary: string) => dictionary.replace(/\/Contents \d+ 0 R/, "/Contents 9 0 R");
    expect(faultOf(await signPdf(ours, signer, { page }))).toMatch(/Ada yang diubah/);
  });

  test("when what the page draws was written again under the same dictionary", async () => {
    const again = (text: string): [number, string][] => {
      const number = Number(/\/Contents (\d+) 0 R/.exec(text)![1]);
      const start = text.indexOf(`\n${number} 0 obj`) + `\n${number} 0 obj`.length;
      const stream = text.slice(start, text.indexOf("endobj", start)).trim();
      return [[number, stream.replace(/stream\r?\n[^]/, (head) => `${head.slice(0, -1)}!`)]];
    };
    expect(faultOf(await signPdf(ours, signer, { again }))).toMatch(/Ada yang diubah/);
  });

  test("when an annotation that is no signature lies over the page", async () => {
    const field = "<< /Type /Annot /Subtype /FreeText /Rect [100 300 500 400] /Contents (Nama lain) >>";
    expect(faultOf(await signPdf(ours, signer, { field }))).toMatch(/Ada yang diubah/);
  });

  test("when something was appended that is no signature", () => {
    expect(faultOf(Buffer.concat([ours, Buffer.from("\n% nothing\n")]))).toMatch(/Tidak ada tanda tangan/);
  });

  test("when it is not from this application, or was saved again by another program", () => {
    expect(faultOf(Buffer.from("%PDF-1.7\nlain"))).toMatch(/bukan dari Lencana, atau disimpan ulang/);
  });

  test("when it is no PDF at all", () => {
    expect(faultOf(Buffer.from("halo"))).toBe("Berkas ini bukan PDF.");
  });
});
