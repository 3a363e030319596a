import { describe, expect, test } from "vitest";
import {
  findCell,
  type GridCell,
  type GridSheet,
  parseAddress,
  columnLetters,
} from "../../electron/interchange/grid.ts";
import { readGrid } from "../../electron/interchange/gridRead.ts";
import { rawSheet, rawWorkbook } from "../support/rawWorkbook.ts";

function read(bytes: Uint8Array): GridSheet {
  const grid = readGrid(bytes);
  if ("fault" in grid) throw new Error(grid.fault);
  return grid.sheets[0]!;
}

function firstRow(bytes: Uint8Array): (GridCell | null)[] {
  const sheet = read(bytes);
  return Array.from({ length: sheet.lastColumn }, (_, column) => findCell(sheet, 1, column + 1));
}

describe("cells", () => {
  test("of every kind are told apart", () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;Rp&quot;#,##0.00;[Red]-0"/><numFmt numFmtId="166" formatCode="0.00&quot; %&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>';
    const strings =
      "<sst><si><t>Kediri</t></si><si><r><t>8</t></r><r><t>7,5</t></r><rPh><t>x</t></rPh></si></sst>";
    const sheet = rawSheet(
      '<row r="1"><c r="A1"><v>87.100000000000009</v></c><c r="B1" s="1"><v>44328</v></c><c r="C1" s="2"><v>0.87</v></c>' +
        '<c r="D1" s="3"><v>44328</v></c><c r="E1" s="4"><v>5</v></c><c r="F1" s="5"><v>6</v></c><c r="G1" s="6"><v>1.5</v></c>' +
        '<c r="H1" t="s"><v>0</v></c><c r="I1" t="s"><v>1</v></c><c r="J1" t="inlineStr"><is><t>baris_x000A_dua</t></is></c>' +
        '<c r="K1" t="b"><v>1</v></c><c r="L1" t="e"><v>#DIV/0!</v></c><c r="M1"><f>1+1</f><v>2</v></c>' +
        '<c r="N1" t="str"><f>A1&amp;""</f><v>Kota</v></c><c r="O1"><f t="shared" si="0"/></c><c r="P1" t="d"><v>2021-05-12</v></c></row>',
    );
    expect(firstRow(rawWorkbook({ sheet, styles, sharedStrings: strings }))).toEqual([
      { kind: "number", value: 87.100_000_000_000_009 },
      { kind: "date", value: 44_328 },
      { kind: "percent", value: 0.87 },
      { kind: "date", value: 44_328 },
      { kind: "number", value: 5 },
      { kind: "number", value: 6 },
      { kind: "date", value: 1.5 },
      { kind: "text", text: "Kediri" },
      { kind: "text", text: "87,5" },
      { kind: "text", text: "baris\ndua" },
      { kind: "boolean", value: true },
      { kind: "error", text: "#DIV/0!" },
      { kind: "formula", shown: "2" },
      { kind: "formula", shown: "Kota" },
      { kind: "formula", shown: "" },
      { kind: "date", value: 44_328 },
    ]);
  });

  test("without addresses stand one after the other", () => {
    const sheet = read(
      rawWorkbook({
        sheet: rawSheet("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"),
      }),
    );
    expect([findCell(sheet, 1, 2), findCell(sheet, 3, 1), sheet.lastRow]).toEqual([
      { kind: "number", value: 2 },
      { kind: "number", value: 3 },
      3,
    ]);
  });

  test("of a program that writes a prefix before every name are read", () => {
    const bytes = rawWorkbook({
      sheet:
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      parts: {
        "xl/workbook.xml":
          '<x:workbook xmlns:x="m" xmlns:rel="r"><x:sheets><x:sheet name="S" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>',
      },
    });
    expect(firstRow(bytes)).toEqual([{ kind: "number", value: 7 }]);
  });

  test("that are empty, or hold only spaces, are absent", () => {
    const sheet = rawSheet(
      '<row r="1"><c r="A1" s="0"/><c r="B1" t="inlineStr"><is><t xml:space="preserve">  </t></is></c><c r="C1"><v></v></c><c r="D1"><v>1</v></c></row>',
    );
    expect(firstRow(rawWorkbook({ sheet }))).toEqual([null, null, null, { kind: "number", value: 1 }]);
  });

  test("merged over a whole sheet cost nothing", () => {
    const sheet = read(
      rawWorkbook({
        sheet: rawSheet(
          '<row r="1"><c r="A1"><v>1</v></c></row>',
          '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
      }),
    );
    expect(sheet.merges).toEqual([{ top: 1, left: 1, bottom: 1_048_576, right: 16_384 }]);
  });

  test("at the far end of a sheet cost nothing either", () => {
    const sheet = read(
      rawWorkbook({ sheet: rawSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
    );
    expect([sheet.lastRow, sheet.lastColumn, sheet.rows.size]).toEqual([1_048_576, 16_384, 1]);
  });
});

describe("a broken workbook", () => {
  const broken = "Isi berkas ini rusak; buka di Excel, simpan ulang sebagai .xlsx, lalu impor lagi";
  test.each([
    ["XML that ends early", rawSheet('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, -20)],
    ["an impossible address", rawSheet('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')],
    ["an impossible row", rawSheet('<row r="2000000"><c><v>1</v></c></row>')],
    [
      "an entity that feeds on itself",
      `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>${rawSheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>')}`,
    ],
  ])("with %s is refused in a sentence", (_, sheet) => {
    expect(readGrid(rawWorkbook({ sheet }))).toEqual({ fault: broken });
  });

  test("without sheets is refused in a sentence", () => {
    const bytes = rawWorkbook({
      sheet: rawSheet(""),
      parts: { "xl/workbook.xml": "<workbook><sheets/></workbook>" },
    });
    expect(readGrid(bytes)).toEqual({
      fault: "Buku kerja ini tidak berisi lembar; pilih berkas .xlsx yang berisi nilai",
    });
  });

  test("with more cells than any round has is refused before it fills the memory", () => {
    const row = `<row>${"<c><v>1</v></c>".repeat(16_000)}</row>`;
    expect(readGrid(rawWorkbook({ sheet: rawSheet(row.repeat(100)) }))).toEqual({
      fault: "Buku kerja ini berisi lebih dari 1.500.000 sel; hapus lembar yang tidak perlu lalu impor lagi",
    });
  });

  test("with hundreds of sheets is refused", () => {
    const list = Array.from(
      { length: 301 },
      (_, index) => `<sheet name="S${index}" sheetId="${index}" r:id="rId1"/>`,
    ).join("");
    const bytes = rawWorkbook({
      sheet: rawSheet(""),
      parts: { "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>` },
    });
    expect(readGrid(bytes)).toEqual({
      fault: "Buku kerja ini berisi 301 lembar, paling banyak 300; hapus lembar yang tidak perlu",
    });
  });
});

test("addresses are read as they are written", () => {
  for (const column of [1, 26, 27, 52, 702, 703, 16_384]) {
    expect(parseAddress(`$${columnLetters(column)}$7`)).toEqual({ row: 7, column });
  }
  expect([parseAddress("XFE1"), parseAddress("A0"), parseAddress("A1048577"), parseAddress("7")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
