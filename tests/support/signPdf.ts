import * as asn1 from "asn1js";
import * as pkijs from "pkijs";

const { crypto } = globalThis;
pkijs.setEngine("node", new pkijs.CryptoEngine({ name: "node", crypto }));

const algorithm = { name: "ECDSA", namedCurve: "P-256" };

/** A certificate that its holder issued to itself, all with the same serial number, with its key: a new one or of another. */
export async function makeSigner(name: string, { keys: given }: { keys?: CryptoKeyPair } = {}) {
  const keys = given ?? (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]));
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1.Integer({ value: 71 });
  for (const holder of [certificate.issuer, certificate.subject]) {
    holder.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1.Utf8String({ value: name }) }),
    );
  }
  certificate.notBefore.value = new Date("2021-01-01T00:00:00Z");
  certificate.notAfter.value = new Date("2041-01-01T00:00:00Z");
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, "SHA-256");
  return { certificate, privateKey: keys.privateKey, keys };
}

export type Signer = Awaited<ReturnType<typeof makeSigner>>;

/** A detached CMS signature over bytes, as a signing service puts it into a PDF. */
async function signBytes(
  { certificate, privateKey }: Signer,
  bytes: Uint8Array<ArrayBuffer>,
  { digest = "SHA-256", beside = [] }: Pick<Update, "digest" | "beside">,
): Promise<Uint8Array> {
  const hash = await crypto.subtle.digest(digest, bytes);
  const signerInfo = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: certificate.issuer,
      serialNumber: certificate.serialNumber,
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({
      type: 0,
      attributes: [
        new pkijs.Attribute({
          type: "1.2.840.113549.1.9.3",
          values: [new asn1.ObjectIdentifier({ value: "1.2.840.113549.1.7.1" })],
        }),
        new pkijs.Attribute({
          type: "1.2.840.113549.1.9.4",
          values: [new asn1.OctetString({ valueHex: hash })],
        }),
      ],
    }),
  });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: "1.2.840.113549.1.7.1" }),
    signerInfos: [signerInfo],
    certificates: [...beside, certificate],
  });
  await signed.sign(privateKey, 0, digest, bytes);
  const content = new pkijs.ContentInfo({
    contentType: "1.2.840.113549.1.7.2",
    content: signed.toSchema(true),
  });
  return new Uint8Array(content.toSchema().toBER(false));
}

const roomForSignature = 8192;

/** What of an update a test may do otherwise than a signing service would. */
export interface Update {
  /** Takes the page's dictionary as text and gives it as the update has it. */
  page?: (dictionary: string) => string;
  /** The same of the catalog. */
  catalog?: (dictionary: string) => string;
  /** The same of the cross-reference table. */
  table?: (rows: string) => string;
  /** The same of the trailer's dictionary. */
  trailer?: (dictionary: string) => string;
  /** The same of all that was added, before it is signed. */
  added?: (text: string) => string;
  /** The same of the place that the end of the file tells of the table. */
  start?: (at: number) => number;
  /** What follows the end of the file, under the signature. */
  tail?: string;
  /** The signature field's own dictionary. */
  field?: string;
  /** Where its picture stands; without, it has none. */
  rect?: readonly number[];
  /** The field's flags; 132 is printed and locked. */
  flags?: number;
  /** More of the field, and of the form. */
  fieldMore?: string;
  formMore?: string;
  /** Objects written again, by number, from what they were, and further ones. */
  again?: (text: string) => [number, string][];
  digest?: "SHA-1" | "SHA-256";
  /** Certificates that stand before the signer's own. */
  beside?: pkijs.Certificate[];
}

/** A white sheet with other words on it. */
const picture = "1 g 0 0 100 100 re f 0 g 10 10 80 20 re f";
const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 100 100] /Length ${picture.length} >>\nstream\n${picture}\nendstream`;

/** Adds a signature to a PDF as an incremental update: a field on the first page, without a mark of its own. */
export async function signPdf(
  pdf: Uint8Array,
  signer: Signer,
  update: Update = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const text = Buffer.from(pdf).toString("latin1");
  const size = Number(/\/Size (\d+)/.exec(text.slice(text.lastIndexOf("trailer")))![1]);
  const root = Number(/\/Root (\d+) 0 R/.exec(text.slice(text.lastIndexOf("trailer")))![1]);
  const previous = Number(/startxref\s+(\d+)/.exec(text.slice(text.lastIndexOf("startxref")))![1]);
  const dictionary = (number: number) => {
    const start = text.lastIndexOf(`\n${number} 0 obj`) + `\n${number} 0 obj`.length;
    return text.slice(start, text.indexOf("endobj", start)).trim();
  };
  const page = Number(/(\d+) 0 obj\s*<<\s*\/Type \/Page\s/.exec(text)![1]);
  const field = size;
  const zeros = "0".repeat(roomForSignature * 2);
  const had = /\/Annots \[([^\]]*)\]/.exec(dictionary(page))![1]!.trim();
  const fields = `${had} ${field} 0 R`.trim();
  const changedPage = dictionary(page).replace(/\/Annots \[[^\]]*\]/, `/Annots [${fields}]`);
  const changedRoot = dictionary(root)
    .replace(/\/AcroForm << .*? >> /, "")
    .replace(/>>$/, `/AcroForm << /Fields [${fields}] /SigFlags 3 ${update.formMore ?? ""} >> >>`);
  const { rect } = update;
  const marks = `/Rect [${(rect ?? [0, 0, 0, 0]).join(" ")}]${rect ? ` /AP << /N ${field + 2} 0 R >>` : ""}`;
  const objects: [number, string][] = [
    [page, update.page?.(changedPage) ?? changedPage],
    [root, update.catalog?.(changedRoot) ?? changedRoot],
    [
      field,
      update.field ??
        `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature${field}) /F ${update.flags ?? 132} ${marks} /V ${field + 1} 0 R /P ${page} 0 R ${update.fieldMore ?? ""} >>`,
    ],
    [
      field + 1,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [0 0000000000 0000000000 0000000000] /Contents <${zeros}> >>`,
    ],
    [field + 2, form],
    ...(update.again?.(text) ?? []),
  ];
  let added = "\n";
  let rows = "";
  for (const [number, body] of objects) {
    rows += `${number} 1\n${String(text.length + added.length).padStart(10, "0")} 00000 n \n`;
    added += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const trailer = `<< /Size ${size + 9} /Root ${root} 0 R /Prev ${previous} >>`;
  added += `xref\n${update.table?.(rows) ?? rows}trailer\n${update.trailer?.(trailer) ?? trailer}\n`;
  added = update.added?.(added) ?? added;
  const start = text.length + added.lastIndexOf("\nxref\n") + 1;
  let whole = `${text}${added}startxref\n${update.start?.(start) ?? start}\n%%EOF\n${update.tail ?? ""}`;
  const first = whole.indexOf(`<${zeros}>`);
  const second = first + zeros.length + 2;
  const pad = (value: number) => String(value).padStart(10, "0");
  whole = whole.replace(
    "/ByteRange [0 0000000000 0000000000 0000000000]",
    `/ByteRange [0 ${pad(first)} ${pad(second)} ${pad(whole.length - second)}]`,
  );
  const bytes = Buffer.from(whole, "latin1");
  const range = Buffer.concat([bytes.subarray(0, first), bytes.subarray(second)]);
  const cms = await signBytes(signer, range, update);
  bytes.write(Buffer.from(cms).toString("hex"), first + 1, "latin1");
  return new Uint8Array(bytes);
}
