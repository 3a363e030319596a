import type { DecimalText } from "../domain/edition.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import { type ColumnHead, columnHead, type HeadRules, PAGE_MM, share, widthOf } from "./columns.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import type { RecapPaper, RecapRow } from "./paperData.ts";
import { ledgerHead } from "./proof.ts";
import { breakable, carrySentence, placeAndDate, signerRows } from "./wording.ts";

interface Column extends ColumnHead {
  group: "indicator" | "panelist" | "total";
  /** Under the head: `bobot 30%`. */
  note: string | null;
  cell: (row: RecapRow) => string;
}

interface Section {
  label: string | null;
  columns: Column[];
}

const MARGINS_MM = 30;
const RANK_MM = 15;
const ENTRY_MM = 42;
const HEAD: HeadRules = { longestWord: 15, narrowestMm: 16, widestMm: 26 };

const TOTAL_HEAD = "Nilai akhir";
const GROUP_HEADS = {
  indicator: "Nilai indikator (0–100)",
  panelist: "Jumlah nilai tiap panelis",
  total: "Nilai",
} as const;

function shown(value: DecimalText | null): string {
  return value === null ? "–" : formatDecimal(value);
}

function column(group: Column["group"], name: string, note: string | null, cell: Column["cell"]): Column {
  return { group, ...columnHead(name, HEAD), note, cell };
}

function indicatorColumns(paper: RecapPaper): Column[] {
  return paper.indicators.map((indicator, index) =>
    column("indicator", indicator.name, `${formatDecimal(indicator.weight)}%`, (row) =>
      shown(row.aggregates[index] ?? null),
    ),
  );
}

function summaryColumns(paper: RecapPaper): Column[] {
  const columns = paper.panelists.map((panelist, index) =>
    column("panelist", panelist.name, null, (row) => {
      const total = row.panelistTotals[index] ?? null;
      return total === "recused" ? "TM" : shown(total);
    }),
  );
  if (paper.rows.some((row) => (row.roundTotal ?? null) !== null)) {
    columns.push(column("total", "Babak ini", null, (row) => shown(row.roundTotal ?? null)));
  }
  if (paper.carry !== null) {
    columns.push(
      column("total", `Babak ${paper.carry.round}`, `${formatDecimal(paper.carry.percent)}%`, (row) =>
        shown(row.previousTotal),
      ),
    );
  }
  columns.push(column("total", TOTAL_HEAD, null, (row) => shown(row.total)));
  return columns;
}

function planSections(paper: RecapPaper): { flipped: boolean; sections: Section[] } {
  const indicators = indicatorColumns(paper);
  const summary = summaryColumns(paper);
  const all = [...indicators, ...summary];
  const room = (side: "short" | "long") => PAGE_MM[paper.paper][side] - MARGINS_MM - RANK_MM - ENTRY_MM;
  for (const flipped of [false, true]) {
    if (widthOf(all) <= room(flipped ? "long" : "short")) {
      return { flipped, sections: [{ label: null, columns: all }] };
    }
  }
  const parts = [...share(summary, room("long")), ...share(indicators, room("long"))];
  let counted = 0;
  const sections = parts.map((columns, index): Section => {
    const part = `Bagian ${index + 1} dari ${parts.length}`;
    if (columns[0]?.group !== "indicator") return { label: `${part}: ringkasan`, columns };
    const first = counted + 1;
    counted += columns.length;
    return { label: `${part}: indikator ${first}–${counted} dari ${indicators.length}`, columns };
  });
  return { flipped: true, sections };
}

function groupsOf(columns: readonly Column[]): { head: string; span: number }[] {
  const groups: { head: string; span: number }[] = [];
  for (const { group } of columns) {
    const head = GROUP_HEADS[group];
    const last = groups.at(-1);
    if (last?.head === head) last.span += 1;
    else groups.push({ head, span: 1 });
  }
  return groups;
}

function legend(paper: RecapPaper): string[] {
  const sentences = paper.carry === null ? [] : [carrySentence(paper.carry)];
  if (paper.cut !== null && paper.rows.some((row) => row.advances)) {
    sentences.push(`Garis tebal menandai batas ${paper.cut}.`);
  }
  if (paper.rows.some((row) => row.panelistTotals.includes("recused"))) {
    sentences.push("TM: panelis tidak menilai peserta tersebut.");
  }
  if (paper.rows.some((row) => row.total === null)) sentences.push("Tanda – berarti nilai belum lengkap.");
  return [...sentences, ...paper.notes];
}

/** Lays out a recap: the page turned and its columns shared out over pages as their number asks. */
export function typesetRecap(paper: RecapPaper): TypesetPaper {
  const pictures = new Map<string, Uint8Array>();
  const { flipped, sections } = planSections(paper);
  const title = `Rekapitulasi Nilai ${paper.round} ${paper.editionTitle}`;
  return {
    template: "recap.typ",
    pictures,
    data: {
      ...commonData(paper, pictures, { title, author: null, date: paper.date }),
      flipped,
      category: paper.category,
      round: paper.round,
      // The line under the last entry that advances.
      cutAfter: paper.cut === null ? 0 : paper.rows.findLastIndex((row) => row.advances) + 1,
      names: paper.rows.map((row) => [row.rank === null ? "–" : String(row.rank), breakable(row.entry, 22)]),
      sections: sections.map(({ label, columns }) => ({
        label,
        groups: groupsOf(columns),
        strongAt: columns.findIndex(({ head }) => head === TOTAL_HEAD),
        heads: columns.map(({ head, note, widthMm }) => ({ head, note, widthMm })),
        rows: paper.rows.map((row) => columns.map(({ cell }) => cell(row))),
      })),
      legend: legend(paper),
      ledgerHead: ledgerHead(paper),
      ...placeAndDate(paper.place, paper.date),
      signers: signerRows(paper.signers),
    },
  };
}
