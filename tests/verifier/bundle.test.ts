import { describe, expect, test } from "vitest";
import { verifyBundle } from "../../electron/commands/verifyBundle.ts";
import { canonicalJson } from "../../electron/domain/canonicalJson.ts";
import { type Act, nextEntry, readBody } from "../../electron/domain/ledger.ts";
import { type Bundle, readSealResult, textOf } from "../../electron/verifier/bundle.ts";
import { buildBundle } from "../../electron/verifier/bundleHtml.ts";
import { checkBundle, type Verdict } from "../../electron/verifier/check.ts";
import { matchHead, shortHead } from "../../electron/verifier/head.ts";
import { sha256 as ownSha256 } from "../../electron/verifier/sha256.ts";
import { type HandWrittenLedger, sampleEdition, sealedLedger, sha256, smallEdition } from "./sealedLedger.ts";

function check(bundle: Bundle): Verdict {
  const text = textOf(bundle);
  return checkBundle(text, sha256(text), sha256);
}

function headsOf(ledger: HandWrittenLedger): string[] {
  return ledger.entries.map(({ hash }) => hash);
}

const script = "/* the script of the page */";
const encode = (html: string) => new TextEncoder().encode(html);

describe("an honest bundle", () => {
  test("of the sample edition holds, hashed as the page hashes", () => {
    const ledger = sealedLedger(sampleEdition());
    const text = textOf(ledger.bundle());
    const verdict = checkBundle(text, ownSha256(text), ownSha256);
    expect(verdict.findings).toEqual([]);
    expect(verdict.seals.map(({ name, signers, needed }) => [name, signers.length, needed])).toEqual([
      ["Seleksi indikator (Pengembangan Kompetensi ASN), versi 1", 2, 2],
      ["Paparan dan wawancara (Pengembangan Kompetensi ASN), versi 1", 2, 2],
    ]);
  });

  test("keeps both versions of a corrected round, and of the one that rests on it", () => {
    const ledger = sealedLedger(smallEdition());
    ledger.correct("utama", "seleksi", { panelist: null, entry: "35.20", indicator: "NILAI", value: "95" });
    const { findings, seals } = check(ledger.bundle());
    expect(findings).toEqual([]);
    expect(seals.map(({ seal }) => `${seal.round} ${seal.version}`)).toEqual([
      "seleksi 1",
      "paparan 1",
      "seleksi 2",
      "paparan 2",
    ]);
    expect(seals[3]?.signers).toEqual(["Endang (sekretaris)", "Slamet (ketua)"]);
  });

  test("comes as a page or as the JSON in it, laid out in any way", () => {
    const bundle = sealedLedger(smallEdition()).bundle();
    expect(verifyBundle(encode(buildBundle(bundle, script)), null, script).findings).toEqual([]);
    expect(verifyBundle(encode(JSON.stringify(bundle, null, 2)), null, script).findings).toEqual([]);
  });

  test("hides no markup in its data, and lets its own script run and nothing else", () => {
    const html = buildBundle(sealedLedger(smallEdition()).bundle(), script);
    expect(html.match(/<\/?script/g)).toHaveLength(4);
    expect(html).toContain("default-src 'none'; script-src 'sha256-");
    expect(html).not.toMatch(/unsafe-|https?:/);
    expect(() => buildBundle(sealedLedger(smallEdition()).bundle(), "</script>")).toThrow(/end early/);
  });
});

describe("a bundle that was changed", () => {
  /** The bundle with one thing changed, and what is said of it. */
  function said(change: (bundle: Bundle) => void): string {
    const bundle = structuredClone(sealedLedger(smallEdition()).bundle());
    change(bundle);
    return check(bundle).findings.join("\n");
  }
  const seal = (bundle: Bundle) => bundle.seals[1]!;
  const scored = (bundle: Bundle) => bundle.ledger.find(({ body }) => body.includes('"new":"87.5"'))!;

  test.each<[string, (bundle: Bundle) => void, RegExp]>([
    [
      "a score in the ledger",
      (bundle) => void (scored(bundle).body = scored(bundle).body.replace('"87.5"', '"97.5"')),
      /Catatan ke-\d+ diubah sesudah ditulis/,
    ],
    [
      "a score with its hash",
      (bundle) => {
        const entry = scored(bundle);
        entry.body = entry.body.replace('"87.5"', '"97.5"');
        entry.hash = sha256(entry.body);
      },
      /Catatan ke-\d+ tidak menyambung ke catatan sebelumnya/,
    ],
    [
      "an entry taken out",
      (bundle) => void bundle.ledger.splice(5, 1),
      /bernomor 7: ada catatan yang hilang/,
    ],
    ["the last entry taken off", (bundle) => void bundle.ledger.pop(), /bukan hash catatan terakhirnya/],
    [
      "a sealed total",
      (bundle) => void (seal(bundle).result.rows[0]!.total = "99.00"),
      /hasilnya bukan yang disegel/,
    ],
    [
      "two places of a sealed result, with its hash",
      (bundle) => {
        const { result } = seal(bundle);
        const [first, second] = result.rows;
        [first!.entry, second!.entry] = [second!.entry, first!.entry];
        seal(bundle).hash = sha256(canonicalJson(structuredClone(result)));
      },
      /Kabupaten Kediri tersegel peringkat 1 dengan nilai 86,88 .* dihitung ulang peringkat 2 dengan nilai 85,75/,
    ],
    [
      "the time of a seal",
      (bundle) => void (seal(bundle).sealedAt = "2020-01-01T00:00:00.000Z"),
      /waktu penyegelannya/,
    ],
    [
      "a seal left out",
      (bundle) => void bundle.seals.pop(),
      /Hasil tersegel Paparan \(Utama\), versi 1 tidak ada/,
    ],
    [
      "a seal added",
      (bundle) => void bundle.seals.push({ ...seal(bundle), version: 2 }),
      /Hasil paparan versi 2 tidak disegel/,
    ],
    [
      "a weight in the rule book",
      (bundle) => {
        const text = canonicalJson(bundle.ruleBook.content).replace('"weight":"100"', '"weight":"99"');
        bundle.ruleBook.content = JSON.parse(text);
      },
      /Isi tata nilai tidak menghasilkan hash-nya/,
    ],
    [
      "the rule book, with its hash",
      (bundle) => {
        const text = canonicalJson(bundle.ruleBook.content).replace('"carry":"50"', '"carry":"0"');
        bundle.ruleBook = { version: 1, content: JSON.parse(text), hash: sha256(text) };
      },
      /bukan yang ditandatangani[^]*berbeda dengan aturan di buku catatan/,
    ],
    ["the title", (bundle) => void (bundle.title = "Lain"), /Judulnya bukan judul edisi/],
    ["the head", (bundle) => void (bundle.head = "0".repeat(64)), /bukan hash catatan terakhirnya/],
  ])("%s is found", (_what, change, sentence) => {
    expect(said(change)).toMatch(sentence);
  });

  test("a body that shows two faces by a repeated key is found", () => {
    const found = said((bundle) => {
      const entry = scored(bundle);
      entry.body = entry.body.replace("{", '{"new":"1",');
      entry.hash = sha256(entry.body);
    });
    expect(found).toMatch(/tidak menyambung/);
  });

  test.each(["", "{}", "[]", "null", "<html></html>", '{"format":"lencana/bundle@1"}'])(
    "%j is no bundle",
    (text) => {
      expect(verifyBundle(encode(text), null, script).findings).not.toEqual([]);
    },
  );
});

describe("a ledger written anew in all consistency", () => {
  /** Another score from the start, so that the chain, the results and the signatures all fit it. */
  const forged = () => {
    const edition = smallEdition();
    edition.categories[0]!.rounds[1]!.scores[0]!.values = { NILAI: "20" };
    return sealedLedger(edition);
  };

  test("is green by itself, and unmasked by the head on paper", () => {
    const printed = sealedLedger(smallEdition());
    const bundle = forged().bundle();
    const { findings, seals } = check(bundle);
    expect(findings).toEqual([]);
    for (const { seq } of check(printed.bundle()).seals.slice(1)) {
      const { fits, sentence } = matchHead(shortHead(headsOf(printed)[seq - 1]!), headsOf(forged()), seals);
      expect([fits, sentence]).toEqual([false, expect.stringMatching(/bukan yang dicetak/)]);
    }
    const report = verifyBundle(
      encode(buildBundle(bundle, script)),
      shortHead(printed.bundle().head),
      script,
    );
    expect(report.paper?.fits).toBe(false);
    expect(report.findings).toEqual([]);
  });

  test("cannot lack what the application refuses: signatures, a rule book in force, a complete round", () => {
    const without = (forget: (act: Act) => boolean) => {
      const honest = sealedLedger(smallEdition()).bundle();
      const ledger: Bundle["ledger"] = [];
      for (const { seq: _, prev: __, ...act } of honest.ledger.map((entry) => readBody(entry))) {
        if (!forget(act)) ledger.push(nextEntry(sha256, ledger.at(-1) ?? null, act));
      }
      return check({ ...honest, ledger, head: ledger.at(-1)!.hash }).findings.join("\n");
    };
    expect(without(({ subject }) => subject.startsWith("tandatangan/segel%2Futama%2Fpaparan"))).toMatch(
      /Paparan \(Utama\), versi 1: ditandatangani 0 dari 2 orang/,
    );
    expect(without(({ subject, old }) => subject === "tatanilai/1" && old !== null)).toMatch(
      /tidak disegel menurut tata nilai yang berlaku/,
    );
    expect(without(({ subject }) => subject.startsWith("nilai/utama/paparan/p:P1/35.20/"))).toMatch(
      /belum lengkap/,
    );
  });

  test("cannot have rules changed under a signed rule book, nor scores under a seal", () => {
    const late = (change: (ledger: HandWrittenLedger) => void) => {
      const ledger = sealedLedger(smallEdition());
      change(ledger);
      return check(ledger.bundle()).findings.join("\n");
    };
    expect(
      late((ledger) =>
        ledger.command("x", (facts) => facts.set("nilai/utama/paparan/p:P1/35.20/NILAI", "100")),
      ),
    ).toMatch(
      /sesudah disegel, nilai berubah: Kabupaten Magetan tersegel .* 86,88 .*, dihitung ulang .* 90,00/,
    );
    const unruly = sealedLedger(smallEdition());
    unruly.command("x", (facts) => facts.set("penghargaan/lain", { name: "Lain" }));
    unruly.correct("utama", "paparan", { panelist: "P1", entry: "35.20", indicator: "NILAI", value: "95" });
    expect(check(unruly.bundle()).findings.join("\n")).toMatch(
      /aturannya berubah sesudah tata nilai ditandatangani/,
    );
  });
});

describe("the head typed from paper", () => {
  const ledger = sealedLedger(smallEdition());
  const { seals } = check(ledger.bundle());
  const match = (seq: number) => matchHead(shortHead(ledger.entries[seq - 1]!.hash), headsOf(ledger), seals);

  test("covers everything when it is the last", () => {
    expect(match(ledger.entries.length)).toMatchObject({ fits: true, covered: 2 });
  });

  test("covers what was sealed up to it, and says what it does not cover", () => {
    const { fits, covered, sentence } = match(seals[0]!.seq);
    expect([fits, covered]).toEqual([true, 1]);
    expect(sentence).toMatch(/tepat sesudah penyegelan Seleksi \(Utama\), versi 1\. 1 segel yang lebih baru/);
    expect(match(seals[0]!.seq + 1).sentence).toMatch(/di catatan ke-\d+, sesudah penyegelan Seleksi/);
  });

  test("proves no result when it is older than every seal", () => {
    expect(match(3)).toMatchObject({ fits: false, covered: 0 });
  });
});

test("a sealed result reads back as it was sealed", () => {
  const [{ result, hash }] = sealedLedger(smallEdition()).seals as [Bundle["seals"][number]];
  expect(sha256(canonicalJson(readSealResult(canonicalJson(structuredClone(result)))))).toBe(hash);
});
