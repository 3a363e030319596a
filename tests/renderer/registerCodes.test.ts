import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, expect, test } from "vitest";
import { createPaperCompiler, type Paper, renderPaper } from "../../electron/documents/index.ts";
import { pageCodes, paperCode } from "../../electron/domain/paperCode.ts";
import { readCodes } from "../../renderer/features/register/readCodes.ts";
import {
  charters2021,
  fontFolders,
  minutes2021,
  must,
  sheets2021,
  templateFolder,
} from "../documents/papers2021.ts";
import { officePapers } from "../documents/officePapers2021.ts";
import { proof2021 } from "../documents/proofPapers2021.ts";
import { pixelsOf, prepareCodeReader, sheetsOf } from "../support/sheets.ts";

beforeAll(prepareCodeReader);

/** A fixed row of numbers from 0 to 1, so that a failure can be seen again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const random = seeded(2021);
const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");

function proofs(count: number) {
  return Array.from({ length: count }, () => {
    const serial = hex(8)
      .toUpperCase()
      .replace(/^(.{4})/, "$1-");
    return { ...proof2021, serial, code: paperCode(serial, hex(64)) };
  });
}

const ofCharters = proofs(100);
const ofSheets = proofs(60);
const ofPages = proofs(10);

function papers(): [Paper, { code: string }[]][] {
  const charters = charters2021("A4");
  const sheets = sheets2021("F4", { blank: false });
  return [
    [
      {
        ...charters,
        charters: ofCharters.map((proof, index) => ({
          ...must(charters.charters[index % charters.charters.length]),
          proof,
        })),
      },
      ofCharters,
    ],
    [
      {
        ...sheets,
        sheets: ofSheets.map((proof, index) => ({
          ...must(sheets.sheets[index % sheets.sheets.length]),
          proof,
        })),
      },
      ofSheets,
    ],
    ...severalPages(),
  ];
}

/** Five minutes and five scripts, whose every page has a code of its own. */
function severalPages(): [Paper, { code: string }[]][] {
  return ofPages.map((proof, index) => {
    const size = index % 2 === 0 ? "A4" : "F4";
    const isScript = index < 5;
    const script = new Map(officePapers(size)).get("Naskah pembawa acara");
    const paper = isScript ? must(script) : minutes2021(size, [0, 1]);
    return [{ ...paper, proof }, pageCodes(proof.code, isScript ? 6 : 2).map((code) => ({ code }))];
  });
}

const dotsPerInch = 150;

const noise = Int8Array.from({ length: 65_521 }, () => (random() - 0.5) * 60);

/** Less light to the left, and noise as of a cheap camera. */
function spoil(data: Uint8ClampedArray, width: number): void {
  let grain = Math.floor(random() * noise.length);
  for (let at = 0, x = 0; at < data.length; at += 4, x = x + 1 === width ? 0 : x + 1) {
    const light = 0.72 + (0.28 * x) / width;
    grain = grain + 1 === noise.length ? 0 : grain + 1;
    const more = noise[grain] ?? 0;
    data[at] = (data[at] ?? 0) * light + more;
    data[at + 1] = (data[at + 1] ?? 0) * light + more;
    data[at + 2] = (data[at + 2] ?? 0) * light + more;
  }
}

/** Each page as a careless photo: turned by a few degrees or laid on its side, uneven in light, noisy, squeezed as JPEG. */
async function* photographed(pdf: Uint8Array): AsyncGenerator<ImageData> {
  let number = 0;
  for await (const flat of sheetsOf(pdf, dotsPerInch)) {
    number++;
    const { width, height } = flat;
    const quarters = number % 5 === 0 ? 1 + Math.floor(random() * 3) : 0;
    const angle = (quarters * Math.PI) / 2 + ((random() - 0.5) * 12 * Math.PI) / 180;
    const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
    const [across, down] = [Math.ceil(width * cos + height * sin), Math.ceil(width * sin + height * cos)];
    const turned = createCanvas(across, down);
    const context = turned.getContext("2d");
    context.fillStyle = "#8a8378";
    context.fillRect(0, 0, across, down);
    context.translate(across / 2, down / 2);
    context.rotate(angle);
    context.drawImage(flat, -width / 2, -height / 2);
    const pixels = context.getImageData(0, 0, across, down);
    spoil(pixels.data, across);
    context.resetTransform();
    context.putImageData(pixels, 0, 0);
    const photo = await loadImage(turned.toBuffer("image/jpeg", 55));
    context.drawImage(photo, 0, 0);
    yield pixelsOf(turned);
  }
}

test("200 of 200 printed pages are recognised from careless photos, and none for another", async () => {
  const compiler = createPaperCompiler({ fontFolders, templateFolder });
  let right = 0;
  const missed: string[] = [];
  for (const [paper, wanted] of papers()) {
    let index = 0;
    for await (const picture of photographed(renderPaper(compiler, paper))) {
      const { code } = must(wanted[index++]);
      const found = await readCodes(picture);
      if (found.length === 1 && found[0] === code) right++;
      else missed.push(`${paper.kind} ${index}: ${found.join(" ")}`);
    }
    expect(index).toBe(wanted.length);
  }
  expect(missed).toEqual([]);
  expect(right).toBe(200);
}, 900_000);
