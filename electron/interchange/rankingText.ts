import type { Category, Edition } from "../domain/edition.ts";
import { formatDecimal, listInWords } from "../domain/indonesian.ts";
import { regionLabel } from "../domain/names.ts";
import type {
  AwardResult,
  CategoryResult,
  EditionResult,
  EntryResult,
  RoundResult,
} from "../domain/result.ts";

/** The result of an edition as a page of plain text: every round as a table, then who receives the awards. */
export function rankingText(edition: Edition, result: EditionResult): string {
  const labels = new Map(edition.regions.map((region) => [region.code, regionLabel(region)]));
  const labelOf = (code: string) => labels.get(code) ?? code;
  const heading = edition.sample ? `${edition.title} (CONTOH, nilai rekaan)` : edition.title;
  const categories = edition.categories.flatMap((category, index) =>
    categoryLines(category, result.categories[index], labelOf),
  );
  const awards = edition.awards.flatMap((award, index) =>
    awardLines(award.name, result.awards[index], labelOf),
  );
  return `${[heading, ...categories, ...awards].join("\n")}\n`;
}

type LabelOf = (code: string) => string;

function categoryLines(category: Category, result: CategoryResult | undefined, labelOf: LabelOf): string[] {
  return category.rounds.flatMap((round, index) => {
    const ranked = result?.rounds[index];
    if (ranked === undefined) return [];
    const place = `babak ${index + 1} dari ${category.rounds.length}`;
    const heading = ["", `${category.name}: ${round.name} (${place})`];
    const names = new Map(round.indicators.map((indicator) => [`indicator:${indicator.id}`, indicator.name]));
    return [...heading, ...stateLines(ranked, labelOf), ...tableLines(ranked, names, labelOf)];
  });
}

function stateLines(round: RoundResult, labelOf: LabelOf): string[] {
  const undecided = round.undecided.map(
    (tied) =>
      `Belum diputuskan: ${listInWords(tied.map(labelOf))} bernilai sama tepat di batas; catat keputusan rapat atas urutannya.`,
  );
  if (round.complete) return undecided;
  const preview =
    "Belum lengkap, atau babak sebelumnya belum tuntas: peringkat di bawah ini masih sementara.";
  return [preview, ...undecided];
}

function tableLines(round: RoundResult, indicators: ReadonlyMap<string, string>, labelOf: LabelOf): string[] {
  const undecided = new Set(round.undecided.flat());
  const rows = round.results.map((result) => [
    result.rank === null ? "–" : String(result.rank),
    labelOf(result.entry),
    result.total === null ? "–" : formatDecimal(result.total),
    remark(result, undecided.has(result.entry), indicators),
  ]);
  return tabulate([["Peringkat", "Daerah", "Nilai", "Keterangan"], ...rows]);
}

function remark(result: EntryResult, undecided: boolean, indicators: ReadonlyMap<string, string>): string {
  const remarks: string[] = [];
  if (result.total === null) remarks.push("nilai belum lengkap");
  if (result.advances) remarks.push("lolos");
  if (undecided) remarks.push("menunggu keputusan");
  if (result.tieBreak !== null) {
    remarks.push(`nilai sama, diurutkan menurut ${breakerWords(result.tieBreak, indicators)}`);
  }
  return remarks.join("; ");
}

function breakerWords(key: string, indicators: ReadonlyMap<string, string>): string {
  const words: Record<string, string> = {
    previousRound: "nilai babak sebelumnya",
    exactTotal: "nilai sebelum dibulatkan",
    median: "median nilai panelis",
    panelistMajority: "pilihan terbanyak panelis",
    decision: "keputusan rapat",
  };
  return words[key] ?? `indikator ${indicators.get(key) ?? key}`;
}

function awardLines(name: string, award: AwardResult | undefined, labelOf: LabelOf): string[] {
  const recipients = (award?.recipients ?? []).map((recipient) => {
    // The region comes first, with its type: a head's title does not tell the seven twins apart for everybody.
    const label = labelOf(recipient.entry);
    const others = [recipient.name ?? "nama belum diisi", recipient.title].filter(
      (part) => part !== null && part !== label,
    );
    return `${String(recipient.place).padStart(3)}. ${[label, ...others].join(", ")}`;
  });
  return ["", name, ...(recipients.length === 0 ? ["Penerima belum dapat ditetapkan."] : recipients)];
}

/** Columns as wide as their widest cell; the first and third, which hold figures, end at the right. */
function tabulate(rows: readonly string[][]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? "").length));
  const widths = [0, 1, 2].map(width);
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const to = widths[column];
        if (to === undefined) return cell;
        return column === 1 ? cell.padEnd(to) : cell.padStart(to);
      })
      .join("  ")
      .trimEnd(),
  );
}
