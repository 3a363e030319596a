import { createHash, verify, X509Certificate } from "node:crypto";

/** One value of DER: its tag, its content, and the whole with its head. */
interface Der {
  tag: number;
  content: Buffer;
  whole: Buffer;
}

const digests: Record<string, string> = {
  "608648016503040201": "sha256",
  "608648016503040202": "sha384",
  "608648016503040203": "sha512",
};
/** SHA-1 and MD5: two files can be made that share one. */
const weakDigests = new Set(["2b0e03021a", "2a864886f70d0205"]);
const sequence = 0x30;
const messageDigest = "2a864886f70d010904";

/** Who signed and who issued the certificate, or what is wrong: it fits other bytes, could be forged, or is none at all. */
export type ReadSignature = { signer: string; issuer: string } | { fault: "otherBytes" | "weak" | "invalid" };

/**
 * Who signed, from a detached CMS signature (RFC 5652) over the bytes. Only the plain make-up that PDF
 * signatures have is read: one signer, signed attributes, RSA or elliptic curve. That the issuer may issue such
 * certificates is not checked.
 */
export function readSignature(cms: Buffer, signed: Buffer): ReadSignature {
  try {
    return checked(cms, signed);
  } catch {
    // Whatever cannot be read proves nothing.
    return invalid;
  }
}

const invalid: ReadSignature = { fault: "invalid" };

function checked(cms: Buffer, signed: Buffer): ReadSignature {
  const [, wrapped] = children(first(cms));
  const data = children(children(wrapped)[0]);
  const certificates = data
    .filter(({ tag }) => tag === 0xa0)
    .flatMap(children)
    .filter(({ tag }) => tag === sequence);
  const [signerInfo, ...others] = children(data.at(-1));
  const parts = children(signerInfo);
  const [issuer, serial] = children(parts[1]);
  const named = textOf(children(parts[2])[0]);
  if (weakDigests.has(named)) return { fault: "weak" };
  const digest = digests[named];
  const attributes = parts.find(({ tag }) => tag === 0xa0);
  const value = parts.find(({ tag }) => tag === 0x04)?.content;
  if (!attributes || !value || !digest || !issuer || !serial || others.length > 0) return invalid;
  const told = children(attributes).filter((one) => textOf(children(one)[0]) === messageDigest);
  const toldDigest = children(children(told[0])[1])[0]!.content;
  // A serial number is its issuer's own: two may have given the same.
  const found = certificates.find((one) => {
    const [ownSerial, ownIssuer] = namesOf(one);
    return ownIssuer?.whole.equals(issuer.whole) && ownSerial?.whole.equals(serial.whole);
  });
  if (!found || told.length !== 1) return invalid;
  const certificate = new X509Certificate(found.whole);
  // Signed as a SET OF, though it stands here under a tag of its own.
  const set = Buffer.from(attributes.whole);
  set[0] = 0x31;
  if (!verify(digest, set, certificate.publicKey, value)) return invalid;
  if (!createHash(digest).update(signed).digest().equals(toldDigest)) return { fault: "otherBytes" };
  return { signer: commonName(certificate.subject), issuer: commonName(certificate.issuer) };
}

/** Serial number and issuer of a certificate; a version may stand before them, the algorithm stands between. */
function namesOf(certificate: Der): [serial: Der | undefined, issuer: Der | undefined] {
  const [serial, , issuer] = children(children(certificate)[0]).filter(({ tag }) => tag !== 0xa0);
  return [serial, issuer];
}

/** An object identifier in hexadecimal. */
function textOf(identifier: Der | undefined): string {
  return identifier?.content.toString("hex") ?? "";
}

/** The common name of whom a certificate is for, or by. */
function commonName(holder: string): string {
  return /^CN=(.+)$/m.exec(holder)?.[1] ?? holder.replaceAll("\n", ", ");
}

function children(parent: Der | undefined): Der[] {
  if (!parent) throw new RangeError("no such part");
  const found: Der[] = [];
  let rest = parent.content;
  while (rest.length > 0) {
    const one = first(rest);
    found.push(one);
    rest = rest.subarray(one.whole.length);
  }
  return found;
}

function first(bytes: Buffer): Der {
  const tag = bytes.readUInt8(0);
  const short = bytes.readUInt8(1);
  const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
  const length = lengthBytes === 0 ? short : bytes.readUIntBE(2, lengthBytes);
  const start = 2 + lengthBytes;
  if (short === 0x80 || start + length > bytes.length) throw new RangeError("not DER");
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) };
}
