import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalJson, type Json } from "../../electron/domain/canonicalJson.ts";
import type { Edition } from "../../electron/domain/edition.ts";
import { registerFacts, scorePath } from "../../electron/domain/editionFacts.ts";
import { scoreFacts } from "../support/scoreFacts.ts";
import { diffFacts, factPath, type Facts } from "../../electron/domain/facts.ts";
import { type LedgerEntry, nextEntry } from "../../electron/domain/ledger.ts";
import { placesOf, rankCategory } from "../../electron/domain/ranking.ts";
import { readEdition } from "../../electron/interchange/editionFile.ts";
import { type Bundle, readSealResult } from "../../electron/verifier/bundle.ts";
import { steppingClock } from "../support/application.ts";
import { sheetsOf, simpleDesk, simpleRound } from "../support/simpleRound.ts";

export const sha256 = (text: string) => hash("sha256", text, "hex");

const root = join(import.meta.dirname, "..", "..");

/** The sample edition, with two decided rounds. */
export function sampleEdition(): Edition {
  const read = readEdition(readFileSync(join(root, "resources/samples/2021.json"), "utf8"));
  if (!("edition" in read)) throw new Error("the sample keeps the rules of the edition file");
  return read.edition;
}

const secretary = { id: 1, name: "Endang", role: "secretary" };
const chair = { id: 2, name: "Slamet", role: "chair" };
const verifier = { id: 3, name: "Ratna", role: "verifier" };

/** A ledger as the application writes it, made by hand of the domain alone: what the services do is not trusted here. */
export class HandWrittenLedger {
  readonly entries: LedgerEntry[] = [];
  readonly seals: Bundle["seals"] = [];
  readonly edition: Edition;
  facts: Facts = new Map();
  ruleBook: Bundle["ruleBook"] | null = null;
  readonly #clock = steppingClock();

  constructor(edition: Edition) {
    this.edition = structuredClone(edition);
  }

  /** Appends whatever is so now and was not before. */
  command(act: string, change: (facts: Facts) => void, reason: string | null = null): void {
    const after = new Map(this.facts);
    change(after);
    const at = this.#clock.now();
    for (const { subject, old, new: value } of diffFacts(this.facts, after)) {
      this.#append({ at, act: `fakta.${act}`, subject, old, new: value, reason });
    }
    this.facts = after;
  }

  /** Appends an act that changes no fact. */
  event(act: string, subject: string): void {
    this.#append({ at: this.#clock.now(), act, subject, old: null, new: null, reason: null });
  }

  secure(): void {
    const register = registerFacts({
      ...this.edition,
      categories: this.edition.categories.map((category) => ({
        ...category,
        rounds: category.rounds.map((round) => ({ ...round, decisions: [] })),
      })),
    });
    this.command("security.secure", (facts) => {
      for (const [path, value] of register) facts.set(path, value);
      facts.set("aman", this.#clock.now());
      facts.set("kebijakan", { signatures: 2, signers: [1, 2, 3], panelistNames: "named" });
      facts.set("tatanilai/1", { reason: null, openedAt: this.#clock.now(), hash: null, frozenAt: null });
    });
  }

  /** Freezes the open rule book with the signatures of secretary and chair. */
  signRuleBook(version = 1): void {
    const content = this.#ruleBookContent();
    const digest = sha256(canonicalJson(content));
    this.ruleBook = { version, content, hash: digest };
    this.#sign(`tatanilai/${version}`, digest, secretary);
    this.command("security.signRuleBook", (facts) => {
      facts.set(`tatanilai/${version}`, {
        reason: null,
        openedAt: "",
        hash: digest,
        frozenAt: this.#clock.now(),
      });
      this.#signature(facts, `tatanilai/${version}`, digest, chair);
    });
  }

  /** Types every sheet and records every decision of a round. */
  score(category: string, round: string): void {
    const { rounds } = this.edition.categories.find(({ id }) => id === category)!;
    const given = rounds.find(({ id }) => id === round)!;
    this.command("sheets.saveScores", (facts) => {
      for (const [path, value] of scoreFacts(category, given)) facts.set(path, value);
      for (const { entries, order, reason } of given.decisions) {
        facts.set(factPath("keputusan", category, round, entries.toSorted().join("+")), {
          entries,
          order,
          reason,
        });
      }
    });
  }

  seal(category: string, round: string): void {
    const sealed = this.#ranked(category, round, 1);
    const subject = `segel/${category}/${round}/1`;
    this.#sign(subject, sealed.hash, chair);
    this.command("seals.sign", (facts) => {
      this.#signature(facts, subject, sealed.hash, verifier);
      facts.set(factPath("segel", category, round, 1), {
        hash: sealed.hash,
        sealedAt: sealed.sealedAt,
      });
    });
    this.seals.push(sealed);
  }

  /** A signed correction of one score: new versions of this round and of those sealed after it that it moves. */
  correct(
    category: string,
    round: string,
    score: { panelist: string | null; entry: string; indicator: string; value: string },
  ): void {
    const { rounds } = this.edition.categories.find(({ id }) => id === category)!;
    const given = rounds.find(({ id }) => id === round)!;
    const sheet = given.scores.find(
      ({ panelist, entry }) => panelist === score.panelist && entry === score.entry,
    )!;
    const path = scorePath(category, round, score.panelist, score.entry, score.indicator);
    const subject = `koreksi/${category}/${round}/1`;
    const digest = sha256(canonicalJson({ path, value: score.value }));
    const request = { reason: "Salah ketik", requestedBy: 3, requestedAt: "", changes: [] };
    this.command("seals.requestCorrection", (facts) =>
      facts.set(subject, { ...request, state: "open", version: null }),
    );
    this.#sign(subject, digest, secretary);
    sheet.values[score.indicator] = score.value;
    this.command("seals.signCorrection", (facts) => {
      facts.delete(subject);
      facts.set(path, score.value);
      this.#signature(facts, subject, digest, chair);
      for (const { id } of rounds.slice(rounds.indexOf(given))) {
        const version =
          this.seals.filter((seal) => seal.category === category && seal.round === id).length + 1;
        const before = this.seals.findLast((seal) => seal.category === category && seal.round === id);
        const sealed = this.#ranked(category, id, version);
        if (!before || before.hash === sealed.hash) continue;
        facts.set(factPath("segel", category, id, version), {
          hash: sealed.hash,
          sealedAt: sealed.sealedAt,
        });
        this.seals.push(sealed);
      }
      facts.set(subject, { ...request, state: "done", version: 2 });
    });
  }

  bundle(): Bundle {
    if (!this.ruleBook) throw new Error("no rule book has been signed");
    return {
      format: "lencana/bundle@1",
      editionId: 1,
      title: this.edition.title,
      ledger: this.entries,
      ruleBook: this.ruleBook,
      seals: this.seals,
      head: this.entries.at(-1)!.hash,
    };
  }

  #ranked(category: string, round: string, version: number): Bundle["seals"][number] {
    const found = this.edition.categories.find(({ id }) => id === category)!;
    const ranked = rankCategory(found, placesOf(this.edition, category));
    const { results } = ranked.find(({ id }) => id === round)!;
    const rows = results.map(({ entry, rank, total, exact, advances }) => ({
      entry,
      rank,
      total,
      exact,
      advances,
    }));
    const ruleBook = this.ruleBook?.hash ?? null;
    const inputs = this.#inputs(category, round);
    const content = canonicalJson({ format: "lencana/seal@2", category, round, ruleBook, inputs, rows });
    const sealedAt = this.#clock.now();
    return { category, round, version, result: readSealResult(content), hash: sha256(content), sealedAt };
  }

  #inputs(category: string, round: string): string {
    const { entries, rounds } = this.edition.categories.find(({ id }) => id === category)!;
    const { panel, scores, recusals, decisions } = rounds.find(({ id }) => id === round)!;
    const lines = [
      ...scores.flatMap(({ entry, panelist, values }) =>
        Object.entries(values).map(
          ([indicator, value]) => `${scorePath(category, round, panelist, entry, indicator)}="${value}"`,
        ),
      ),
      ...recusals.map(
        ({ panelist, entry, reason }) =>
          `berhalangan/${category}/${round}/${panelist}/${entry}=${JSON.stringify(reason)}`,
      ),
      ...decisions.map(
        (decision) =>
          `keputusan/${category}/${round}/${decision.entries.toSorted().join("+")}=${canonicalJson({ ...decision })}`,
      ),
      ...this.edition.regions
        .filter(({ code }) => entries.includes(code))
        .map(({ code, type, name }) => `daerah/${code}={"name":${JSON.stringify(name)},"type":"${type}"}`),
      ...this.edition.panelists
        .filter(({ id }) => panel.includes(id))
        .map(({ id, name }) => `panelis/${id}=${JSON.stringify(name)}`),
    ];
    return sha256(lines.toSorted().join("\n"));
  }

  #ruleBookContent(): Json {
    const { year, title, categories, awards } = this.edition;
    return {
      format: "lencana/rulebook@1",
      edition: { year, title },
      policy: this.facts.get("kebijakan") ?? null,
      categories: categories.map(({ id, name, rounds }) => ({
        id,
        name,
        rounds: rounds.map((round) => ({
          id: round.id,
          name: round.name,
          kind: round.kind,
          panel: round.panel,
          aggregate: round.aggregate,
          decimals: round.decimals,
          carry: round.carry,
          quorum: round.quorum,
          advance: round.advance,
          tieBreak: round.tieBreak,
          keying: "single",
          indicators: round.indicators.map((indicator) => ({ ...indicator, scale: { ...indicator.scale } })),
        })),
      })),
      awards: awards.map((award) => ({ ...award })),
      rounding: "Setengah menjauhi nol.",
    };
  }

  #sign(subject: string, digest: string, account: typeof chair): void {
    this.command("tandatangan", (facts) => this.#signature(facts, subject, digest, account));
  }

  #signature(facts: Facts, subject: string, digest: string, { id, name, role }: typeof chair): void {
    facts.set(factPath("tandatangan", subject, digest, id), { name, role, signedAt: this.#clock.now() });
  }

  #append(act: {
    at: string;
    act: string;
    subject: string;
    old: Json;
    new: Json;
    reason: string | null;
  }): void {
    const last = this.entries.at(-1) ?? null;
    this.entries.push(nextEntry(sha256, last, { ...act, actor: secretary, from: "jendela 1" }));
  }
}

/** Three regions, a desk round of which two advance, and a panel round of two panelists that keeps half of it. */
export function smallEdition(): Edition {
  const desk = simpleDesk(
    { "35.06": "81", "35.20": "90.5", "35.71": "77" },
    { name: "Seleksi", advance: { top: 2 } },
  );
  const panel = simpleRound({
    name: "Paparan",
    panel: ["P1", "P2"],
    carry: "50",
    quorum: 2,
    recusals: [],
    tieBreak: ["previousRound", "decision"],
    scores: sheetsOf({ "35.06": ["88", "93"], "35.20": ["87.5", "79"] }),
  });
  return {
    sample: false,
    year: 2026,
    title: "Penghargaan <ASN> \u2028 & Co.",
    theme: null,
    organiser: null,
    venue: null,
    ceremonyDate: null,
    signatory: null,
    regions: [
      { code: "35.06", type: "kabupaten", name: "Kediri", head: null, agency: null },
      { code: "35.20", type: "kabupaten", name: "Magetan", head: null, agency: null },
      {
        code: "35.71",
        type: "kota",
        name: "Kediri",
        head: { title: "Wali Kota", name: "Nama" },
        agency: null,
      },
    ],
    panelists: ["P1", "P2"].map((id) => ({ id, name: `Panelis ${id}`, institution: null })),
    categories: [{ id: "utama", name: "Utama", entries: ["35.06", "35.20", "35.71"], rounds: [desk, panel] }],
    awards: [{ id: "lencana", category: "utama", places: 1, name: "Lencana", recipient: "head" }],
  };
}

/** An edition from the day it was secured to its last seal. */
export function sealedLedger(edition: Edition): HandWrittenLedger {
  const ledger = new HandWrittenLedger(edition);
  ledger.secure();
  ledger.event("akun.masuk", "akun/1");
  ledger.signRuleBook();
  for (const { id, rounds } of edition.categories) {
    for (const round of rounds) {
      ledger.score(id, round.id);
      ledger.seal(id, round.id);
    }
  }
  ledger.event("ekspor", "bundel");
  return ledger;
}
