import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** What scrypt is asked to spend on a PIN. */
export interface PinCost {
  N: number;
  r: number;
  p: number;
}

/** Memory-hard: 32 MB and tens of milliseconds a try, so that a stolen database does not give its PINs away. */
export const pinCost: PinCost = { N: 2 ** 15, r: 8, p: 1 };
const maxmem = 64 * 1024 * 1024;
const length = 32;

/** `scrypt$N$r$p$salt$key`, all that is needed to check a PIN later, also after the cost is raised. */
export async function hashPin(pin: string, cost: PinCost): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(pin, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

export async function pinFits(pin: string, hash: string): Promise<boolean> {
  const [kind, N, r, p, salt = "", key = ""] = hash.split("$");
  if (kind !== "scrypt") return false;
  const wanted = Buffer.from(key, "base64url");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const given = await derive(pin, Buffer.from(salt, "base64url"), cost);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** What is stored of a PIN and of the new recovery code that goes with it, and the code itself, to be shown once. */
export async function hashSecrets(
  pin: string,
  cost: PinCost,
): Promise<{ pinHash: string; recoveryHash: string; recoveryCode: string }> {
  const recoveryCode = newRecoveryCode();
  const [pinHash, recoveryHash] = await Promise.all([
    hashPin(pin, cost),
    hashPin(plainCode(recoveryCode), cost),
  ]);
  return { pinHash, recoveryHash, recoveryCode };
}

/** How long after so many wrong tries in a row the next one has to wait. */
export function waitSeconds(wrongTries: number): number {
  return wrongTries < 3 ? 0 : Math.min(15 * 60, 2 ** (wrongTries - 3) * 5);
}

/** Crockford's: without letters that are taken for digits. 32 of them, so that five bits choose each evenly. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A recovery code to be printed: 100 random bits, twenty signs in groups of five. */
export function newRecoveryCode(): string {
  const signs = Array.from(randomBytes(20), (byte) => alphabet[byte & 31]).join("");
  return signs.replaceAll(/(.{5})(?=.)/g, "$1-");
}

/** A recovery code as somebody typed it from paper: case, spaces, dashes and the letters O, I, L forgiven. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

function derive(pin: string, salt: Buffer, cost: PinCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin.normalize("NFKC"), salt, length, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
