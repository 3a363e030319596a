import { type Bundle, type Seal, textOf } from "./bundle.ts";
import { canonical } from "./canonical.ts";
import { editionFrom, rulesFrom } from "./edition.ts";
import { type Facts, findFact, listFacts, partsOf } from "./facts.ts";
import { type Moment, replay } from "./replay.ts";
import { checkSeal, type InForce, nameOfSeal, type Policy, signersOf } from "./seals.ts";
import type { Sha256 } from "./sha256.ts";

/** A sealed version of a round, with the entry that sealed it and who signed it. */
export type CheckedSeal = { seal: Seal; seq: number; name: string; signers: string[]; needed: number };

export type Verdict = {
  /** What differs, a sentence each; empty: all of it holds. */
  findings: string[];
  bundle: Bundle | null;
  facts: Facts;
  seals: CheckedSeal[];
};

/**
 * Checks all that can be checked without paper. `digest` is what the page says of its own data; null for data that
 * came without a page.
 */
export function checkBundle(text: string, digest: string | null, sha256: Sha256): Verdict {
  const verdict: Verdict = { findings: [], bundle: null, facts: new Map(), seals: [] };
  try {
    const bundle: Bundle = JSON.parse(text);
    if (bundle.format !== "lencana/bundle@1") throw new Error("bukan bukti hasil Lencana");
    const asWritten = digest === null ? canonical(JSON.parse(text)).replace(/</g, "\\u003c") : text;
    if (textOf(bundle) !== asWritten || (digest !== null && sha256(text) !== digest)) {
      verdict.findings.push("Data di berkas ini tidak lagi persis seperti saat berkasnya dibuat.");
    }
    verdict.bundle = bundle;
    checkContent(bundle, verdict, sha256);
  } catch (error) {
    const why = error instanceof Error ? error.message : "isinya rusak";
    verdict.findings.push(`Berkas ini tidak dapat diperiksa sampai selesai: ${why}.`);
  }
  return verdict;
}

function checkContent(bundle: Bundle, verdict: Verdict, sha256: Sha256): void {
  const found = (sentence: string) => void verdict.findings.push(sentence);
  const { facts, moments } = replay(bundle.ledger, sha256, found);
  verdict.facts = facts;
  if (bundle.head !== bundle.ledger.at(-1)?.hash)
    found("Kepala buku catatan bukan hash catatan terakhirnya.");
  if (bundle.title !== findFact(facts, "edisi")?.title)
    found("Judulnya bukan judul edisi menurut buku catatan.");
  if (sha256(canonical(bundle.ruleBook.content)) !== bundle.ruleBook.hash) {
    found("Isi tata nilai tidak menghasilkan hash-nya.");
  }
  let inForce: InForce = null;
  let ruleBookSigned = false;
  // Whoever signed the last rule book decides who signs the next: else an amendment could do away with them.
  let signing: Policy = null;
  const unmet = new Set(bundle.seals);
  for (const moment of moments) {
    const [kind, ...keys] = partsOf(moment.act.subject);
    if (kind === "tatanilai") {
      // An amendment that was dropped leaves the rule book before it in force.
      const dropped = moment.act.new === null;
      const hash = dropped
        ? newestRuleBook(moment.facts)
        : (findFact(moment.facts, kind, ...keys)?.hash ?? null);
      inForce = hash === null ? null : { hash, rules: canonical(rulesFrom(moment.facts)) };
      if (hash === null || dropped) continue;
      const policy = findFact(moment.facts, "kebijakan");
      const version = keys[0] ?? "";
      const { signers, needed } = signersOf(signing ?? policy, facts, `tatanilai/${version}`, hash);
      if (signers.length < needed) {
        found(
          `Tata nilai versi ${version} ditandatangani ${signers.length} dari ${needed} orang yang diperlukan.`,
        );
      }
      signing = policy;
      if (version !== String(bundle.ruleBook.version)) continue;
      ruleBookSigned = true;
      for (const sentence of checkRuleBook(bundle, hash, moment)) found(sentence);
    } else if (moment.act.old === null) {
      const name = nameOfSeal(moment.facts, keys);
      const seal = bundle.seals.find(
        (one) => `${one.category}/${one.round}/${one.version}` === keys.join("/"),
      );
      if (!seal) {
        found(`Hasil tersegel ${name} tidak ada di berkas ini.`);
        continue;
      }
      unmet.delete(seal);
      const { sentences, signers, needed } = checkSeal(seal, moment, facts, inForce, sha256);
      for (const sentence of sentences) found(`${name}: ${sentence}`);
      verdict.seals.push({ seal, seq: moment.act.seq, name, signers, needed });
    }
  }
  if (!ruleBookSigned) found("Tata nilai di berkas ini tidak ditandatangani menurut buku catatan.");
  for (const { round, version } of unmet)
    found(`Hasil ${round} versi ${version} tidak disegel menurut buku catatan.`);
}

function newestRuleBook(facts: Facts): string | null {
  const newest = listFacts(facts, "tatanilai").toSorted((a, b) => Number(a.keys[0]) - Number(b.keys[0]));
  return newest.at(-1)?.fact.hash ?? null;
}

/** Whether the rule book is what was signed, and says what the ledger says. */
function checkRuleBook({ ruleBook }: Bundle, hash: string, { facts: then }: Moment): string[] {
  const name = `Tata nilai versi ${ruleBook.version}`;
  const { year, title } = editionFrom(then);
  const told = Object.assign({}, ruleBook.content, { edition: { year, title } }, rulesFrom(then));
  return [
    hash === ruleBook.hash ? "" : `${name} di berkas ini bukan yang ditandatangani.`,
    canonical(told) === canonical(ruleBook.content) ? "" : `${name} berbeda dengan aturan di buku catatan.`,
  ].filter((sentence) => sentence !== "");
}
