import { strToU8, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface RawWorkbook {
  /** The content of the first sheet's part. */
  sheet: string;
  sharedStrings?: string;
  styles?: string;
  /** Path → content of further parts, or other content for the parts made here. */
  parts?: Record<string, string>;
}

/** An .xlsx put together by hand, to be as odd as other programs are. */
export function rawWorkbook({ sheet, sharedStrings, styles, parts = {} }: RawWorkbook): Uint8Array {
  const links = [
    `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
    sharedStrings === undefined
      ? ""
      : `<Relationship Id="rId2" Type="${office}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
    styles === undefined ? "" : `<Relationship Id="rId3" Type="${office}/styles" Target="./styles.xml"/>`,
  ];
  const all: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${packages}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Nilai &amp; Rapat" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}">${links.join("")}</Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
    ...(sharedStrings === undefined ? {} : { "xl/sharedStrings.xml": sharedStrings }),
    ...(styles === undefined ? {} : { "xl/styles.xml": styles }),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])));
}

/** Rows of a sheet's part. */
export function rawSheet(rows: string, after = ""): string {
  return `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}
