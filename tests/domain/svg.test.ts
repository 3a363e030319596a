import { describe, expect, test } from "vitest";
import { findKind, kindFault } from "../../electron/domain/pictureKind.ts";
import { isTooDeep } from "../../electron/domain/svgDepth.ts";
import { findActive, hasLettering } from "../../electron/domain/svgFaults.ts";
import { readSvg } from "../../electron/domain/svgRead.ts";

const svg = (body: string, before = "") =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${body}</svg>`;
const read = (text: string) => {
  const drawing = readSvg(text);
  if (!drawing) throw new Error("not well formed");
  return drawing;
};
const activeIn = (body: string, before?: string) => findActive(read(svg(body, before)));
const kindOf = (text: string) => findKind(Buffer.from(text, "latin1"));

const inkscape = `<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:cc="http://creativecommons.org/ns#"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" viewBox="0 0 297 210"
   inkscape:export-filename="C:\\Users\\Siti\\bingkai.png" sodipodi:docname="bingkai.svg">
  <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="0.35" />
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage" />
    <dc:description>Tersedia juga online = https://contoh.id, url(lama)</dc:description>
    <cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/" /></cc:Work></rdf:RDF></metadata>
  <defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>
  <g inkscape:label="Layer 1"><rect style="fill:url(&quot;#a&quot;);stroke:none" width="9" height="9"/>
  <rect fill="url( '#a' )" width="9" height="9"/></g>
</svg>`;
const illustrator = `<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- tanpa logo -->
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" x="0px" y="0px" viewBox="0 0 841.9 595.3" style="enable-background:new 0 0 841.9 595.3;" xml:space="preserve">
<style type="text/css"><![CDATA[ .st0{fill:#EEEEFF;} .st1{clip-path:url(#SVGID_2_);} ]]></style>
<g><defs><rect id="SVGID_1_" width="9" height="9"/></defs><clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_" style="overflow:visible;"/></clipPath>
<path class="st0 st1" d="M0,0h9v9H0z"/></g></svg>`;

describe("drawings as drawing programs write them", () => {
  test.each([
    ["Inkscape, with a licence and quotes as entities", inkscape],
    ["Illustrator, with a DOCTYPE between comments", illustrator],
    ["one with a style sheet of its own", svg("<g/>", '<?xml-stylesheet type="text/css" href="#gaya"?>\n')],
  ])("are taken: %s", (_, text) => {
    expect(kindOf(text)).toBe("SVG");
    const drawing = read(text);
    expect([findActive(drawing), hasLettering(drawing), isTooDeep(drawing)]).toEqual([null, false, false]);
  });
});

describe("what runs, moves or fetches is found, and said as it stands in the file", () => {
  test.each([
    ["<s:script>1</s:script>", "<script>"],
    ['<rect onload="alert(1)"/>', 'onload="alert(1)"'],
    ['<rect onload = "alert(1)"/>', 'onload="alert(1)"'],
    ["<foreignObject/>", "<foreignObject>"],
    ['<animateTransform attributeName="x"/>', "<animateTransform>"],
    ['<a><set attributeName="href" to="javascript:alert(1)"/></a>', "<set>"],
    ['<a xlink:href="java&#10;script:alert(1)"/>', 'xlink:href="java\nscript:alert(1)"'],
    ['<image href="https://contoh.id/a.png"/>', 'href="https://contoh.id/a.png"'],
    ['<image href="&#104;ttps://contoh.id/a.png"/>', 'href="https://contoh.id/a.png"'],
    ['<image href=" data:image/svg+xml;base64,PHN2Zz4="/>', 'href=" data:image/svg+xml;base64,PHN2Zz4="'],
    ['<rect style="fill:url(https://contoh.id/a)"/>', 'style="fill:url(https://contoh.id/a)"'],
    ['<rect style="fill:url(&quot;https://contoh.id/a&quot;)"/>', 'style="fill:url("https://contoh.id/a")"'],
    ['<rect style="fill:u&#114;l(//contoh.id/a)"/>', 'style="fill:url(//contoh.id/a)"'],
    ['<rect fill="u\\72l(https://contoh.id/a)"/>', 'fill="u\\72l(https://contoh.id/a)"'],
    ["<style>rect{fill:u\\72l(https://contoh.id/a)}</style>", "<style> dengan garis miring terbalik"],
    ["<style><![CDATA[rect{fill:url(//contoh.id/a)}]]></style>", "<style> dengan url(//contoh.id/a)"],
    ["<style>@im/**/port 'a.css';</style>", "<style> dengan @import"],
    ["<style>&#64;import 'a.css';</style>", "<style> dengan @import"],
    ['<g xml:base="https://contoh.id/"/>', 'xml:base="https://contoh.id/"'],
  ])("%s", (body, found) => {
    expect(activeIn(body)).toBe(found);
  });

  test.each([
    [
      '<?xml-stylesheet href="https://contoh.id/a.css"?>',
      '<?xml-stylesheet href="https://contoh.id/a.css"?>',
    ],
    ['<!DOCTYPE svg [<!ENTITY a "b">]>', "<!ENTITY> atau isi lain dalam kurung siku di <!DOCTYPE>"],
    ['<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>', expect.stringContaining("<!DOCTYPE>")],
  ])("before the drawing: %s", (before, found) => {
    expect(activeIn("", before)).toEqual(found);
  });
});

test("a drawing made to be read slowly is read at once", () => {
  const slow = [
    `<rect style="url(${" ".repeat(300_000)}"/>`,
    `<style>${"/*".repeat(300_000)}</style>`,
    `<style>${"a ".repeat(300_000)}</style>`,
    `<style>${"*{mask:url(#x)}".repeat(20_000)}</style>${"<rect/>".repeat(20_000)}`,
  ];
  expect(slow.map((body) => isTooDeep(read(svg(body))))).toEqual([false, false, false, false]);
});

test("what no reader of XML would draw is none", () => {
  for (const text of ["<svg><g></svg>", "<svg", '<svg a="<"/>', "<svg/><svg/>", "<svg a=1/>", ""]) {
    expect(readSvg(text), text).toBeNull();
  }
});

test("letters that are still letters are found, those turned into outlines are none", () => {
  expect(hasLettering(read(svg("<g><text x='1'><tspan>Piagam</tspan></text></g>")))).toBe(true);
  expect(hasLettering(read(svg("<s:text>P</s:text>")))).toBe(true);
  expect(hasLettering(read(svg("<flowRoot><flowPara>P</flowPara></flowRoot>")))).toBe(true);
  expect(hasLettering(read(svg("<title>Piagam</title><text> </text><path d='M0 0h9'/>")))).toBe(false);
});

describe("a drawing is too deep", () => {
  const many = (count: number, one: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => one(index)).join("");

  test("where its groups are more than PDF/A holds", () => {
    const nested = (count: number) => svg(`${"<g>".repeat(count)}<path/>${"</g>".repeat(count)}`);
    expect(isTooDeep(read(nested(24)))).toBe(false);
    expect(isTooDeep(read(nested(25)))).toBe(true);
    expect(isTooDeep(read(nested(8000)))).toBe(true);
  });

  test.each([
    ["masks of masks", (i: number) => `<mask id="c${i}"><rect mask="url(#c${i + 1})"/></mask>`],
    [
      "patterns of patterns",
      (i: number) => `<pattern id="c${i}"><rect style="fill:url('#c${i + 1}')"/></pattern>`,
    ],
    ["copies of copies", (i: number) => `<g id="c${i}"><use xlink:href="#c${i + 1}"/></g>`],
    [
      "masks by the rules of a style",
      (i: number) =>
        `<style>@media all{.m${i}{mask:url(#c${i + 1})}}</style><mask id="c${i}"><rect class="m${i}"/></mask>`,
    ],
  ])("where it refers on and on: %s", (_, one) => {
    expect(isTooDeep(read(svg(many(6, one))))).toBe(false);
    expect(isTooDeep(read(svg(many(3000, one))))).toBe(true);
    expect(isTooDeep(read(svg(many(2, one).replaceAll("c2", "c0"))))).toBe(true);
  });
});

test("a file is told by how it begins, and what it is comes before how large it is", () => {
  expect(["II*\0", "GIF89a", "RIFF\0\0\0\0WEBPVP8", "%PDF-1.7", "\x1f\x8b\x08", "x"].map(kindOf)).toEqual([
    "TIFF",
    "GIF",
    "WebP",
    "PDF",
    "SVG termampatkan (SVGZ)",
    null,
  ]);
  expect(kindOf('<html><svg width="1"/></html>')).toBeNull();
  expect(kindFault("foto.png", "TIFF", ["PNG", "JPEG", "SVG"])).toBe(
    'Berkas "foto.png" berisi TIFF, bukan gambar PNG, JPEG atau SVG. Simpan sebagai PNG atau JPEG dari program gambarnya, lalu muat lagi.',
  );
});
