import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Edition } from "../../electron/domain/edition.ts";
import { findNameFaults, type NameMeasures } from "../../electron/domain/namePreflight.ts";
import { checkedText, listPrintedNames, typedFact } from "../../electron/domain/printedNames.ts";
import { isNearName } from "../../electron/domain/sameName.ts";
import { headTitle, regionLabel } from "../../electron/domain/names.ts";
import { catalogue } from "../../electron/services/regions.ts";
import { readEdition } from "../../electron/interchange/editionFile.ts";

const root = join(import.meta.dirname, "../..");
const read = readEdition(readFileSync(join(root, "resources/samples/2021.json"), "utf8"));
if ("problems" in read) throw new Error("the sample cannot be read");
const sample: Edition = read.edition;

/** The sample with other names at some places, by region code. */
function editionWith(change: {
  head?: Record<string, { name: string; title?: string }>;
  agency?: Record<string, { name: string; head?: string }>;
  panelists?: string[];
  award?: string;
  theme?: string;
  year?: number;
}): Edition {
  const { head = {}, agency = {} } = change;
  return {
    ...sample,
    year: change.year ?? sample.year,
    theme: change.theme ?? sample.theme,
    regions: sample.regions.map((region) => ({
      ...region,
      head: head[region.code]
        ? { title: region.type === "kota" ? "Wali Kota" : "Bupati", ...head[region.code]! }
        : region.head,
      agency: agency[region.code] ? { head: null, ...agency[region.code]! } : region.agency,
    })),
    panelists: change.panelists
      ? change.panelists.map((name, index) => ({ id: `P${index + 1}`, name, institution: null }))
      : sample.panelists,
    awards: change.award ? [{ ...sample.awards[0]!, name: change.award }] : sample.awards,
  };
}

const rulesOf = (edition: Edition, subject: string, earlier: Edition | null = null) =>
  findNameFaults(edition, earlier, null)
    .filter((one) => one.subject === subject)
    .map(({ severity, rule }) => `${severity} ${rule}`);
/** Alone, since some of the names are those of other places of the sample. */
const ofHead = (name: string) => {
  const edition = editionWith({ head: { "35.20": { name } } });
  const regions = edition.regions.filter(({ code }) => code === "35.20");
  return rulesOf({ ...edition, regions, signatory: null, panelists: [] }, "kepala/35.20");
};

test("the names of the sample have nothing that stops or must be looked at", () => {
  expect(findNameFaults(sample, null, null).filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(findNameFaults(sample, sample, null).filter(({ severity }) => severity !== "note")).toEqual([]);
});

test("nor have heads and agencies of all 514 regions, whose names hold one another", () => {
  const regions = catalogue(join(root, "resources")).map((region) => ({
    ...region,
    head: { title: headTitle(region), name: `Orang ${region.name} ${region.type}` },
    agency: { name: `BKPSDM ${regionLabel(region)}`, head: `Kepala ${region.name} ${region.type}` },
  }));
  const edition = { ...sample, regions };
  expect(findNameFaults(edition, edition, null).map(({ sentence }) => sentence)).toEqual([]);
});

test.each([
  "Dra. Hj. Khofifah Indar Parawansa, M.Si.",
  "Dr. H. Emil Elestianto Dardak, B.Bus., M.Sc.",
  "Dr. Drs. H. Suprawoto, S.H., M.Si.",
  "H. Aditya Halindra Faridzky, S.E.",
  "Drs. Maryoto Birowo, M.M.",
  "Achmad Fauzi, S.H., M.H.",
  "Eri Cahyadi, S.T., M.T.",
  "dr. Hj. Aminatun Habibah, M.Kes., Sp.A",
  "Ir. H. Hendy Siswanto, ST., IPU.",
  "K.H. Abdul Hamid Wahid, M.Ag.",
  "H. M. Sanusi, M.M.",
  "Ony Anwar Harsono, S.T., M.H.",
  "Hj. Ipuk Fiestiandani Azwar Anas, S.Pd., M.KP.",
  "Drs. H. Sugiri Sancoko, M.M.",
  "R. Abdul Latif Amin Imron",
  "Baddrut Tamam, S.Psi.",
  "Mochamad Nur Arifin",
  "Rini Syarifah, A.Md.",
  "Anna Mu'awanah",
  "Ahmad Muhdlor, S.IP.",
  "Prof. Dr. Jusuf Irianto, Drs., M.Com.",
  "José Ramos-Horta",
  "N",
])("nothing is wrong with “%s”", (name) => {
  expect(ofHead(name)).toEqual([]);
});

test.each([
  ["Suprаwoto", "stop lookalike"],
  ["Ѕuprawoto", "stop lookalike"],
  ["Suprawοto", "stop lookalike"],
  ["Ｓuprawoto", "stop lookalike"],
  ["𝐒uprawoto", "stop lookalike", "look small"],
  ["Suprawoto, S.H．", "stop lookalike"],
  ["Supraw0to", "stop digit"],
  ["Khof1fah", "stop digit"],
  ["SUPRAW0TO", "stop digit", "look capitals"],
  ["1smojo Herdono", "stop digit"],
  ["Supra\u200Bwoto", "stop control"],
  ["Supra\u00ADwoto", "stop control"],
  ["Supra\uE000woto", "stop control"],
  ["Suprawoto 🏅", "stop emoji"],
  ["Suprawoto\u00A0Adi", "look space"],
  ["Anna Mu`awanah", "look apostrophe"],
  ["Jose\u0301", "look composed"],
  ["Suprawoto  Adi", "look doubled"],
  [" Suprawoto", "look edge"],
  ["Suprawoto , S.H.", "look beforeComma"],
  ["Suprawoto, S.H.,M.Hum.", "look afterComma"],
  ["Suprawoto,, S.H.", "look afterComma", "look stray"],
  ["Suprawoto, S.H..", "look stray"],
  ["Dr.H. Suprawoto", "look gluedTitles"],
  ["Dr.Suprawoto", "look gluedTitles"],
  ["Suprawoto, S.H.M.Hum.", "look gluedTitles"],
  ["Suprawoto S.H.", "look missingComma"],
  ["Suprawoto M.Si", "look titleStop", "look missingComma"],
  ["Suprawoto, S.H., M.Si", "look titleStop"],
  ["SUPRAWOTO, S.H.", "look capitals"],
  ["suprawoto", "look small"],
  ["belum diisi", "look placeholder", "look small"],
  ["NN", "look placeholder"],
  ["Suprawoto 2", "look number"],
])("“%s” is found", (name, ...rules) => {
  expect(ofHead(name)).toEqual(rules);
});

describe("of titles, awards and themes", () => {
  test.each([["Walikota", "stop detail.waliKota"], ["Pj. Wali Kota"], ["Bupati", "stop office"]])(
    "a head of Kota Surabaya called %s",
    (title, ...rules) => {
      const edition = editionWith({ head: { "35.78": { title, name: "Eri Cahyadi" } } });
      expect(rulesOf(edition, "kepala/35.78")).toEqual(rules);
    },
  );

  test.each([
    ["Lencana Jer Basuki Masa Beya Emas", "stop jerBasuki"],
    ["Lencana Jer Basuki Mawa Bea", "stop jerBasuki"],
    ["Lencana Masa Beya", "stop jerBasuki"],
    ["Penghargaan 1", "look placeholder"],
    ["Lencana Jer Basuki Mawa Beya Emas"],
    ["Bangkom SDG's Transformatif 2030"],
    ["Pengelola P3K Terbaik"],
  ])("an award called %s", (award, ...rules) => {
    expect(rulesOf(editionWith({ award }), "penghargaan/lencana")).toEqual(rules);
  });

  test("a theme with two spaces", () => {
    expect(rulesOf(editionWith({ theme: "Jatim  Bangkit" }), "edisi")).toEqual(["look detail.doubled"]);
  });
});

describe("of agencies", () => {
  test.each([
    ["35.06", "BKPSDM Kota Kediri", "stop otherRegion"],
    ["35.06", "BKPSDM Kabupaten Nganjuk", "stop otherRegion"],
    ["35.06", "BKPSDM Kediri", "look twin"],
    ["35.06", "BKPSDM Kab. Kediri"],
    ["35.06", "BKPSDM Kabupaten Kediri"],
    ["35.20", "BKPSDM Magetan"],
    ["35.20", "Perangkat daerah kepegawaian Kabupaten Magetan", "note general"],
  ])("in %s, “%s”", (code, name, ...rules) => {
    expect(rulesOf(editionWith({ agency: { [code]: { name } } }), `perangkat/${code}`)).toEqual(rules);
  });
});

describe("held against the year before", () => {
  const next = (name: string) =>
    rulesOf(editionWith({ year: 2022, head: { "35.20": { name } } }), "kepala/35.20", sample);

  test.each([
    ["Suprawoto"],
    ["Dr. Suprawoto, S.H.", "look spelling"],
    ["Soeprawoto", "look spelling"],
    ["SUPRAWOTO", "look capitals", "look spelling"],
    ["Nanik Endang Rusminiarti", "note changed"],
  ])("the head %s", (name, ...rules) => {
    expect(next(name)).toEqual(rules);
  });

  test("both spellings are said, with where they stand", () => {
    const edition = editionWith({ year: 2022, head: { "35.20": { name: "Soeprawoto" } } });
    expect(findNameFaults(edition, sample, null).map(({ sentence }) => sentence)).toContain(
      "Kepala daerah Kabupaten Magetan: “Soeprawoto” pada edisi 2021 ditulis “Suprawoto”; pastikan mana yang benar.",
    );
  });

  test("a panelist is found again under another key", () => {
    const edition = editionWith({ year: 2022, panelists: ["Orang Baru Sekali", "Yusuf Irianto"] });
    expect(rulesOf(edition, "panelis/P1", sample)).toEqual([]);
    expect(rulesOf(edition, "panelis/P2", sample)).toEqual(["look spelling"]);
  });
});

test("one person in two places is named at the second", () => {
  const edition = editionWith({ panelists: ["Dr. Eri Cahyadi, S.T.", "Wawan Sobari"] });
  expect(findNameFaults(edition, null, null).find(({ rule }) => rule === "doubled.name")?.sentence).toBe(
    "Panelis P1: “Dr. Eri Cahyadi, S.T.” sama dengan kepala daerah Kota Surabaya; periksa apakah memang demikian.",
  );
});

test("what the typeface lacks or sets too small is said with the figure", () => {
  const measures: NameMeasures = {
    sizes: new Map([
      ["kepala/35.20", 14.96],
      ["kepala/35.78", 25],
    ]),
    missing: ["ü"],
  };
  const edition = editionWith({ head: { "35.78": { name: "Eri Cahyadü" } } });
  const found = findNameFaults(edition, null, measures).filter(({ severity }) => severity !== "note");
  expect(found.map(({ sentence }) => sentence)).toEqual([
    "Kepala daerah Kota Surabaya: “Eri Cahyadü” memuat “ü” yang tidak ada pada huruf cetak; ganti dengan huruf lain.",
    "Kepala daerah Kabupaten Magetan: “Suprawoto” pada piagam mengecil menjadi 14,9 pt, di bawah 20 pt; singkat gelarnya bila mungkin.",
  ]);
});

test.each([
  ["Suprawoto, S.H", "S.H", "S.H."],
  ["Suprawoto, S.Sos, M.Si.", "S.Sos", "S.Sos."],
  ["Suprawoto, S.T., M.Si", "M.Si", "M.Si."],
  ["Suprawoto, SH", "SH", "S.H."],
  ["Dr Suprawoto, M.M.", "Dr", "Dr."],
  ["Dr. H Suprawoto", "H", "H."],
])("of %s the title %s is told to be %s", (name, written, usual) => {
  const found = findNameFaults(editionWith({ head: { "35.20": { name } } }), null, null);
  expect(found.filter(({ rule }) => rule === "titleStop").map(({ sentence }) => sentence)).toEqual([
    `Kepala daerah Kabupaten Magetan: “${name}” menulis gelar “${written}” tanpa titik yang lengkap; tulis “${usual}”.`,
  ]);
});

test("every title of a name that lacks its full stop is told, not only the first", () => {
  const name = "Dr Suprawoto, SH, M.Si";
  const found = findNameFaults(editionWith({ head: { "35.20": { name } } }), null, null);
  expect(found.find(({ rule }) => rule === "titleStop")?.sentence).toBe(
    `Kepala daerah Kabupaten Magetan: “${name}” menulis gelar “Dr”, “SH”, dan “M.Si” tanpa titik yang lengkap; tulis “Dr.”, “S.H.”, dan “M.Si.”.`,
  );
});

test.each(["Dr. H. Suprawoto, S.H., M.Si.", "Suprawoto, Ph.D", "H", "Pol Suprawoto, CPA"])(
  "titles of %s are written as usual",
  (name) => {
    expect(ofHead(name).filter((rule) => rule.endsWith("titleStop"))).toEqual([]);
  },
);

test("who signs the letters and leads a step of the ceremony is read like any other name", () => {
  const item = { minutes: 5, by: "Dr Siti Walikota, S.H" };
  const office = {
    signer: { office: "Kepala BPSDM", name: "Ramliyanto  Sapta, S.H", rank: null },
    bases: [],
    budget: null,
    copies: [],
    ceremony: {
      start: null,
      items: [
        { step: "prayer" as const, ...item },
        { step: "own" as const, title: "Puisi", ...item, by: "Dewi" },
        { step: "own" as const, title: "Puisi", ...item, by: "Ani" },
      ],
      guests: [],
    },
  };
  const edition = { ...sample, office };
  expect(rulesOf(edition, "penandatangansurat")).toEqual(["look doubled", "look titleStop"]);
  expect(rulesOf(edition, "petugas/prayer")).toEqual(["stop waliKota", "look titleStop"]);
  const officers = listPrintedNames(edition).filter(({ kind }) => kind === "officer");
  expect(officers.map(({ where, name }) => `${where}: ${name}`)).toEqual([
    "Petugas Doa: Dr Siti Walikota, S.H",
    "Petugas Puisi: Dewi",
    "Petugas Puisi: Ani",
  ]);
  const fact = { signer: office.signer, items: office.ceremony.items };
  expect(officers.map((one) => typedFact(one).printed(fact))).toEqual([
    ["Dr Siti Walikota, S.H"],
    ["Dewi"],
    ["Ani"],
  ]);
});

test("whoever takes part and has no name is told, by office", () => {
  const edition = editionWith({ agency: { "35.20": { name: "BKPSDM Kabupaten Magetan" } } });
  const [region] = edition.regions.filter(({ code }) => code === "35.01");
  const { regions } = edition;
  const missing = findNameFaults(
    { ...edition, regions: regions.map((one) => (one === region ? { ...one, head: null } : one)) },
    null,
    null,
  ).filter(({ rule }) => rule === "missing");
  const sentences = missing.map(({ sentence }) => sentence);
  expect(sentences).toContain(
    "Kepala BKPSDM Kabupaten Magetan belum ada namanya; lengkapi di Persiapan, Daerah.",
  );
  expect(sentences).toContain("Bupati Pacitan belum ada namanya; lengkapi di Persiapan, Daerah.");
});

test("findings stand with the gravest first", () => {
  const edition = editionWith({ head: { "35.20": { name: "suprawoto" }, "35.78": { name: "Er1k" } } });
  const severities = findNameFaults(edition, null, null).map(({ severity }) => severity);
  expect(severities.slice(0, 3)).toEqual(["stop", "look", "note"]);
});

test.each([
  ["Suprawoto", "Soeprawoto", true],
  ["Ahmad Fauzi", "Achmad Fauzi", true],
  ["Budi", "Rudi", false],
  ["Suprawoto", "Sumanto", false],
  ["Jusuf Irianto", "Yusuf Irianto", true],
  ["Joko Widodo", "Djoko Widodo", true],
])("%s and %s: most likely one person is %s", (a, b, near) => {
  expect(isNearName(a, b)).toBe(near);
});

test("every printed name has its place in the register, and its place in the ledger", () => {
  const names = listPrintedNames(editionWith({ agency: { "35.20": { name: "BKD", head: "Siti" } } }));
  expect(new Set(names.map(({ subject }) => subject)).size).toBe(names.length);
  const leader = names.find(({ subject }) => subject === "kepalaperangkat/35.20")!;
  expect(checkedText(leader)).toBe("Siti\nKepala BKD");
  expect(typedFact(leader).path).toBe("perangkat/35.20");
  expect(typedFact(leader).printed({ name: "BKD", head: "Siti" })).toEqual(["Siti", "BKD"]);
  expect(typedFact({ subject: "penandatangan", kind: "signatory" }).printed({ signatory: null })).toBeNull();
});
