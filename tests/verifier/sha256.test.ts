import { hash } from "node:crypto";
import { assert, property, string } from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "../../electron/verifier/sha256.ts";

test("the verifier's SHA-256 is that of Node for any text, also outside ASCII and with halves of signs", () => {
  const anyText = string({ unit: "binary", maxLength: 100 });
  assert(property(anyText, (text) => sha256(text) === hash("sha256", text, "hex")));
  const halves = string({ unit: "binary-ascii", maxLength: 3 }).map((text) => `${text}\uD83D${text}\uDE00`);
  assert(property(halves, (text) => sha256(text) === hash("sha256", text, "hex")));
});

test("the verifier's SHA-256 is that of Node at every length around its blocks", () => {
  for (let length = 0; length <= 200; length++) {
    const text = "Magetan ±".repeat(30).slice(0, length);
    expect(sha256(text)).toBe(hash("sha256", text, "hex"));
  }
});

test("the example of the standard", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
