import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { typesetCharters } from "../../electron/documents/charter.ts";
import { design } from "../../electron/contract/designs.ts";
import type { CharterPaper } from "../../electron/documents/paperData.ts";
import { paperCode } from "../../electron/domain/paperCode.ts";
import { checkoutPaths } from "../../electron/platform/paths.ts";
import { catalogue } from "../../electron/services/regions.ts";
import { sha256 } from "../../electron/services/sha256.ts";
import { makePapers } from "../../electron/work/papersTask.ts";

/**
 * Makes charters in this process and says what it took: so many, 514 of their own, in one PDF as the product does or with
 * nothing but Typst, or each in a file of its own.
 */
const paths = checkoutPaths(join(import.meta.dirname, "..", ".."));
const templates = join(paths.resources, "templates");

const klasik = {
  design: design.parse(JSON.parse(readFileSync(join(paths.resources, "designs", "klasik.json"), "utf8"))),
  pictures: {},
  source: null,
};

const one = (index: number, name: string, region: string): CharterPaper => ({
  kind: "charter",
  contoh: true,
  rancangan: false,
  paper: "A4",
  letterhead: null,
  editionTitle: "ASN Achievement Awards 2021",
  year: 2021,
  emblem: null,
  signatory: { name: "Khofifah Indar Parawansa", title: "Gubernur Jawa Timur", place: "Surabaya" },
  date: "2021-10-12",
  theme: "Jatim Bangkit",
  design: klasik,
  charters: [
    {
      number: `914/${index + 1}/213.2/2021`,
      recipient: { kind: "head", name, position: `Bupati ${region}`, region: `Kabupaten ${region}` },
      place: index + 1,
      places: 514,
      category: "Pengembangan Kompetensi ASN",
      award: "Lencana Jer Basuki Mawa Beya Emas",
      reason: null,
    },
  ],
});

// As long as real ones, and each another: every page has a square of its own.
const proofOf = (index: number) => {
  const serial = `0000-${String(index).padStart(4, "0")}`;
  return { ruleBook: null, version: null, serial, head: null, code: paperCode(serial, sha256(serial)) };
};

const regions = catalogue(paths.resources);
const [, , what, given = String(regions.length)] = process.argv;
const count = Number(given);

// More than there are regions: another round of them, each charter with a number and a square of its own.
const papers = Array.from({ length: count }, (_, index) => ({
  index,
  ...regions[index % regions.length]!,
})).map(({ name, code, index }) => ({
  key: `${code}/${index}`,
  title: name,
  name: `${code} ${index}`,
  paper: { ...one(index, `Dr. Kepala Daerah ${name}, S.H., M.Si.`, name), proof: proofOf(index) },
}));

async function product(bundle: "onePdf" | "zip"): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "lencana-bench-"));
  try {
    const { file, failures } = await makePapers(
      { papers, bundle, folder, name: "Piagam", ...paths },
      () => {},
    );
    if (!file || failures.length > 0) throw new Error("not all charters were made");
    return statSync(file.path).size;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The data is laid out before the clock starts: what remains is Typst and its PDF. */
function bare(): () => number {
  const charters = papers.flatMap(({ paper }) =>
    paper.charters.map((each) => ({ ...each, proof: paper.proof })),
  );
  const all = { ...papers[0]!.paper, charters };
  const { template, data } = typesetCharters(all);
  const inputs = { data: JSON.stringify(data) };
  return () => {
    const typst = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: paths.fonts }] });
    const { result } = typst.compile({ mainFilePath: join(templates, template), inputs });
    if (!result) throw new Error("bare Typst failed");
    return typst.pdf(result, { pdfStandard: "a-2b", creationTimestamp: 0 }).length;
  };
}

const make = what === "bare" ? bare() : () => product(what === "zip" ? "zip" : "onePdf");
const start = performance.now();
const bytes = await make();
const ms = performance.now() - start;
if (bytes < 100_000) throw new Error("the file is too small to hold the charters");
process.stdout.write(JSON.stringify({ ms, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
