import { assert, integer, property, record } from "fast-check";
import { expect, test } from "vitest";
import { join } from "node:path";
import { verifyBundle } from "../../electron/commands/verifyBundle.ts";
import { buildBundle, readPage } from "../../electron/verifier/bundleHtml.ts";
import { checkBundle } from "../../electron/verifier/check.ts";
import { verifierScript } from "../../electron/verifier/script.ts";
import { sealedLedger, sha256, smallEdition } from "./sealedLedger.ts";

test("10,000 random changes of a single byte of a sealed bundle are all caught", { timeout: 900_000 }, () => {
  const edition = smallEdition();
  edition.categories[0]!.rounds.splice(1);
  const ledger = sealedLedger(edition);
  const script = verifierScript({ resources: join(import.meta.dirname, "..", "..", "resources") });
  const html = buildBundle(ledger.bundle(), script);
  const bytes = new TextEncoder().encode(html);
  expect(verifyBundle(bytes, null, script).findings).toEqual([]);

  const seen = { data: 0, page: 0 };
  const change = record({
    at: integer({ min: 0, max: bytes.length - 1 }),
    by: integer({ min: 1, max: 255 }),
  });
  assert(
    property(change, ({ at, by }) => {
      const changed = bytes.slice();
      changed[at]! ^= by;
      expect(verifyBundle(changed, null, script).findings).not.toEqual([]);
      // What no command line is needed for: a change in the data shows in any browser.
      const page = readPage(new TextDecoder().decode(changed));
      if (page && page.script === script && page.data !== readPage(html)!.data) {
        expect(checkBundle(page.data, page.digest, sha256).findings).not.toEqual([]);
        seen.data += 1;
      } else seen.page += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(seen.data).toBeGreaterThan(500);
  expect(seen.page).toBeGreaterThan(500);
});

test("a head that is no hash any more is a finding, not a failure", () => {
  const script = verifierScript({ resources: join(import.meta.dirname, "..", "..", "resources") });
  const bundle = sealedLedger(smallEdition()).bundle();
  const last = bundle.ledger.at(-1)!;
  for (const hash of [`x${last.hash.slice(1)}`, ""]) {
    const changed = { ...bundle, head: hash, ledger: [...bundle.ledger.slice(0, -1), { ...last, hash }] };
    const html = new TextEncoder().encode(buildBundle(changed, script));
    const report = verifyBundle(html, "7F3K-9QXM-2B4D-HJ8N", script);
    expect(report.shortHead || "????-????-????-????").toBe("????-????-????-????");
    expect(report.findings.join(" ")).toMatch(/isinya tidak menghasilkan hash-nya/);
  }
});
