import type { DecimalText } from "../domain/edition.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import { type ColumnHead, columnHead, type HeadRules, PAGE_MM, share, widthOf } from "./columns.ts";
import type { DossierIndicator, DossierPaper, DossierValue } from "./paperData.ts";
import { breakable, leastIsBest, scaleRange } from "./wording.ts";

/** One figure, what it is on 0–100, and a word where it does not count. */
interface Cell {
  main: string;
  scaled: string | null;
  note: string | null;
}

interface Column extends ColumnHead {
  strong: boolean;
  cell: (indicator: DossierIndicator) => Cell;
}

const MARGINS_MM = 40;
/** Number, indicator and weight, which every part repeats. */
const FIXED_MM = 8 + 43 + 14;
const PANELIST: HeadRules = { longestWord: 15, narrowestMm: 13.8, widestMm: 23 };
const NOT_COUNTED = "tak dihitung";

function valueCell({ value, normalised, recused, counted }: DossierValue): Cell {
  if (recused) return { main: "TM", scaled: null, note: null };
  if (value === null) return { main: "–", scaled: null, note: null };
  return {
    main: formatDecimal(value),
    scaled: normalised === null ? null : formatDecimal(normalised),
    note: counted ? null : NOT_COUNTED,
  };
}

function figureColumn(
  head: string,
  widthMm: number,
  figure: (indicator: DossierIndicator) => DecimalText | null,
) {
  const cell = (indicator: DossierIndicator): Cell => {
    const value = figure(indicator);
    return { main: value === null ? "–" : formatDecimal(value), scaled: null, note: null };
  };
  return { head, widthMm, strong: true, cell };
}

function columnsOf(panelists: readonly string[]): Column[] {
  const missing: DossierValue = { value: null, normalised: null, recused: false, counted: false };
  return [
    ...panelists.map((name, index) => ({
      ...columnHead(name, PANELIST),
      strong: false,
      cell: ({ values }: DossierIndicator) => valueCell(values[index] ?? missing),
    })),
    figureColumn("Nilai indikator", 19, ({ aggregate }) => aggregate),
    figureColumn("Poin", 17, ({ points }) => points),
  ];
}

function scaleWords({ scale, direction }: DossierIndicator): string {
  const step = scale.step === null ? [] : [`kelipatan ${formatDecimal(scale.step)}`];
  const lower = direction === "lower" ? [leastIsBest] : [];
  return [`skala ${scaleRange(scale)}`, ...step, ...lower].join(", ");
}

/** Notes on the signs that the table of values really holds. */
function legendOf({ indicators }: DossierPaper): string[] {
  const values = indicators.flatMap((indicator) => indicator.values);
  return [
    "Angka atas adalah nilai pada lembar; angka di bawahnya adalah nilai itu pada skala 0–100. Poin adalah bobot dikalikan nilai indikator.",
    ...(values.some(({ recused }) => recused)
      ? ["TM: panelis tidak menilai peserta ini karena berhalangan."]
      : []),
    ...(values.some(({ value, counted, recused }) => value !== null && !counted && !recused)
      ? [
          `Nilai bertanda “${NOT_COUNTED}” tidak masuk nilai indikator menurut cara penggabungan dalam tata nilai.`,
        ]
      : []),
    ...(values.some(({ value, recused }) => value === null && !recused)
      ? ["Tanda – berarti nilai belum ada."]
      : []),
  ];
}

/** The table of values: on an upright page where it fits, else lying, else in parts that repeat the indicators. */
export function valueTable(paper: DossierPaper) {
  const columns = columnsOf(paper.panelists);
  const roomOf = (side: "short" | "long") => PAGE_MM[paper.paper][side] - MARGINS_MM - FIXED_MM;
  const flipped = widthOf(columns) > roomOf("short");
  const parts = share(columns, roomOf(flipped ? "long" : "short"));
  return {
    flipped,
    legend: legendOf(paper),
    indicators: paper.indicators.map((indicator) => ({
      code: breakable(indicator.code, 12),
      name: breakable(indicator.name, 20),
      scale: scaleWords(indicator),
      weight: `${formatDecimal(indicator.weight)}%`,
    })),
    parts: parts.map((part, index) => ({
      label: parts.length === 1 ? null : `Bagian ${index + 1} dari ${parts.length}`,
      heads: part.map(({ head, widthMm }) => ({ head, widthMm })),
      rows: paper.indicators.map((indicator) =>
        part.map(({ cell, strong }) => ({ ...cell(indicator), strong })),
      ),
    })),
  };
}
