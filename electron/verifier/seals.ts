import type { Seal, SealRow } from "./bundle.ts";
import { canonical } from "./canonical.ts";
import { editionFrom, rulesFrom } from "./edition.ts";
import { type Facts, findFact, listFacts } from "./facts.ts";
import { inputsFrom } from "./inputs.ts";
import { rankIndependently } from "./ranking.ts";
import type { Moment } from "./replay.ts";
import type { Sha256 } from "./sha256.ts";

/** The rule book in force: its hash, and the rules as they stood when it was signed. */
export type InForce = { hash: string; rules: string } | null;

/** What is wrong with a sealed version: its hash, its rule book, its ranking from the scores, its signatures. */
export function checkSeal(
  seal: Seal,
  { facts: then }: Moment,
  facts: Facts,
  inForce: InForce,
  sha256: Sha256,
): Signers & { sentences: string[] } {
  const { category, round, version, result, hash, sealedAt } = seal;
  const sentences: string[] = [];
  const fact = findFact(facts, "segel", category, round, version);
  if (hash !== fact?.hash || sha256(canonical(result)) !== hash)
    sentences.push("hasilnya bukan yang disegel.");
  if (sealedAt !== fact?.sealedAt) sentences.push("waktu penyegelannya lain dari buku catatan.");
  if (result.format !== "lencana/seal@2" || result.category !== category || result.round !== round) {
    sentences.push("hasilnya milik babak lain.");
  }
  if (!inForce || result.ruleBook !== inForce.hash)
    sentences.push("tidak disegel menurut tata nilai yang berlaku.");
  if (canonical(rulesFrom(then)) !== inForce?.rules) {
    sentences.push("aturannya berubah sesudah tata nilai ditandatangani.");
  }
  const differences = compareRanks(seal, then);
  sentences.push(...differences);
  if (inputsFrom(then, category, round, sha256) !== result.inputs) {
    sentences.push("nilai, keputusan, atau namanya bukan yang disegel.");
  }
  const isLatest = !findFact(facts, "segel", category, round, version + 1);
  if (isLatest && differences.length === 0) {
    sentences.push(
      ...compareRanks(seal, facts).map((sentence) => `sesudah disegel, nilai berubah: ${sentence}`),
    );
    if (inputsFrom(facts, category, round, sha256) !== result.inputs) {
      sentences.push("sesudah disegel, nilai, keputusan, atau namanya berubah.");
    }
  }
  const policy = findFact(then, "kebijakan");
  const { signers, needed } = [
    signersOf(policy, facts, `segel/${category}/${round}/${version}`, hash),
    ...(version > 1 ? correctionSigners(policy, facts, seal) : []),
  ].reduce((most, one) => (one.signers.length > most.signers.length ? one : most));
  if (signers.length < needed)
    sentences.push(`ditandatangani ${signers.length} dari ${needed} orang yang diperlukan.`);
  return { sentences, signers, needed };
}

/** The round ranked again from the scores, beside what was sealed: a sentence a row that differs. */
function compareRanks({ category, round, result }: Seal, facts: Facts): string[] {
  const { categories, awards, ...edition } = editionFrom(facts);
  const [ranked] = rankIndependently({
    ...edition,
    categories: categories.filter(({ id }) => id === category),
    awards: awards.filter((award) => award.category === category),
  }).categories;
  const again = ranked?.rounds.find(({ id }) => id === round);
  if (!again) return ["babak ini tidak ada di buku catatan."];
  const rows = again.results.map(
    ({ entry, rank, total, exact, advances }): SealRow => ({ entry, rank, total, exact, advances }),
  );
  const differences = result.rows.flatMap((sealed, index) => {
    const counted = rows.find(({ entry }) => entry === sealed.entry) ?? null;
    const here = rows[index] ?? null;
    if (canonical(here) === canonical(sealed)) return [];
    return [
      `${nameOfRegion(facts, sealed.entry)} tersegel ${inWords(sealed)}, dihitung ulang ${inWords(counted)}.`,
    ];
  });
  if (rows.length !== result.rows.length) {
    differences.push(`tersegel ${result.rows.length} peserta, menurut buku catatan ${rows.length}.`);
  }
  if (!again.complete || again.undecided.length > 0)
    differences.push("nilainya belum lengkap atau serinya belum diputus.");
  return differences;
}

function inWords(row: SealRow | null): string {
  if (!row) return "tidak ada";
  const { rank, total, exact, advances } = row;
  return `peringkat ${rank ?? "–"} dengan nilai ${inIndonesian(total)} (tepatnya ${exact ?? "–"})${advances ? ", lolos" : ""}`;
}

/** N of M as it stood when something was to be signed. */
export type Policy = { signatures: number; signers: number[] } | null;

export type Signers = { signers: string[]; needed: number };

/** Who of those named in the rule book has signed this very thing, and how many must. */
export function signersOf(policy: Policy, facts: Facts, subject: string, hash: string): Signers {
  const signers = listFacts(facts, "tandatangan", subject, hash)
    .filter(({ keys: [account] }) => policy?.signers.includes(Number(account)))
    .map(({ fact: { name, role } }) => `${name} (${roles[role] ?? role})`);
  return { signers, needed: policy?.signatures ?? 1 };
}

/** A later version is signed as the correction that made it, of this round or of another whose result it rests on. */
function correctionSigners(policy: Policy, facts: Facts, { category, round, version }: Seal): Signers[] {
  return listFacts(facts, "koreksi", category)
    .filter(({ keys: [of], fact }) => fact.state === "done" && (of !== round || fact.version === version))
    .flatMap(({ keys }) => {
      const subject = `koreksi/${category}/${keys.join("/")}`;
      const signed = listFacts(facts, "tandatangan", subject).map(({ keys: [hash = ""] }) => hash);
      return [...new Set(signed)].map((hash) => signersOf(policy, facts, subject, hash));
    });
}

const roles: Record<string, string> = { secretary: "sekretaris", chair: "ketua", verifier: "verifikator" };

/** "Paparan dan wawancara (Kategori utama), versi 2", of the keys of a seal. */
export function nameOfSeal(facts: Facts, [category = "", round = "", version = ""]: string[]): string {
  const { name } = findFact(facts, "babak", category, round) ?? { name: round };
  return `${name} (${findFact(facts, "kategori", category)?.name ?? category}), versi ${version}`;
}

/** "Kabupaten Kediri": seven names of East Java are a kabupaten's and a kota's. */
export function nameOfRegion(facts: Facts, code: string): string {
  const region = findFact(facts, "daerah", code);
  return region ? `${region.type === "kota" ? "Kota" : "Kabupaten"} ${region.name}` : code;
}

/** "91.25" as Indonesians write it. */
export function inIndonesian(decimal: string | null): string {
  return decimal?.replace(".", ",") ?? "–";
}
