import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../electron/domain/canonicalJson.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, type Person, pin, seal, type Secured } from "../support/secured.ts";
import { typeRound } from "../support/typing.ts";
import { printAndSee } from "../support/printed.ts";

const until = "2030-01-01T00:00:00.000Z";
const sentence = "Hasil akhir belum diumumkan; sebelum waktunya hanya ketua dan sekretaris yang melihatnya.";

let secured: Secured;
beforeAll(async () => {
  secured = await openSecured({ keying: "single" });
  const { siti, kadir, andi, vina, editionId, panel, entry } = secured;
  await typeRound(
    secured,
    andi,
    (code, panelist, indicator) => `${50 + 5 * panelist + indicator + (Number(code.slice(3)) % 9)}`,
  );
  await seal(siti, editionId, panel.id);
  await kadir.api.seals.declare({ editionId, embargoUntil: until, pin });
  await vina.api.seals.requestCorrection({
    roundId: panel.id,
    reason: "Angka di kertas lain",
    changes: [
      {
        entryId: entry("35.20"),
        panelistId: panel.panel[0]!,
        indicatorId: panel.indicators[0]!.id,
        value: "99",
      },
    ],
  });
});
afterAll(() => secured.close());

const filter = { regionCode: null, panelistKey: null, text: "", before: null, limit: 500 } as const;

const everybodyElse = ["andi", "vina", "rudi", "pengamat"] as const;

/** What a person sees or is told for each way to the winners that the person's role has at all. */
const ways: Record<string, (person: Person) => Promise<unknown>> = {
  explanation: ({ api }) =>
    api.results.explain({ roundId: secured.panel.id, entryId: secured.entry("35.20") }),
  "ranking workbook": ({ api }) => api.spreadsheets.ranking({ roundId: secured.panel.id }),
  "sealed versions": ({ api }) => api.seals.versions({ roundId: secured.panel.id }),
  dossier: ({ api }) => api.seals.dossier({ roundId: secured.panel.id, entryId: secured.entry("35.20") }),
  bundle: ({ api }) => api.seals.bundle({ editionId: secured.editionId }),
  "edition file": ({ api }) => api.editions.exportFile({ editionId: secured.editionId }),
  minutes: ({ api }) => preview(api, `minutes/${secured.panel.id}`),
  recap: ({ api }) => preview(api, `recap/${secured.panel.id}`),
  "filled sheet": ({ api }) => preview(api, `scoreSheet/${secured.panel.id}/${secured.panel.panel[0]}`),
  memo: ({ api }) => preview(api, "memo"),
  report: ({ api }) => preview(api, "report"),
  decree: ({ api }) => preview(api, "decree"),
  script: ({ api }) => preview(api, "mcScript"),
  charter: async ({ api }) => {
    const papers = await secured.siti.api.documents.list({ editionId: secured.editionId });
    return preview(api, papers.find(({ kind }) => kind === "charter")!.key);
  },
};

function preview(api: Person["api"], key: string) {
  return api.documents.preview({ editionId: secured.editionId, key });
}

describe.each(Object.entries(ways))("before the time, the way to the winners by %s", (_name, way) => {
  test.each(everybodyElse)("is closed to %s", async (name) => {
    const error = await errorOf(way(secured[name]));
    expect(error).toMatchObject({ code: "FORBIDDEN" });
    expect(error.message).toMatch(new RegExp(`^(${sentence}|Tindakan ini hanya untuk .+)$`));
  });

  test("is closed to at least one by the embargo itself", async () => {
    const errors = await Promise.all(everybodyElse.map((name) => errorOf(way(secured[name]))));
    expect(errors.map(({ message }) => message)).toContain(sentence);
  });

  test("is open to the secretary", async () => {
    expect(await way(secured.siti)).toBeDefined();
  });
});

test.each(everybodyElse)("the results that %s reads hide the last round, and only that", async (name) => {
  const results = await secured[name].api.results.get({ categoryId: secured.category.id });
  const [desk, panel] = results.rounds;
  expect(results).toMatchObject({ hidden: true, recipients: [] });
  expect(desk!.rows.length).toBeGreaterThan(0);
  expect(panel).toMatchObject({ rows: [], ties: [], undecided: [], decisions: [], cut: null });
});

test.each(["siti", "kadir"] as const)("%s sees the winners", async (name) => {
  const results = await secured[name].api.results.get({ categoryId: secured.category.id });
  expect(results.hidden).toBe(false);
  expect(results.recipients).toHaveLength(6);
  expect(results.rounds[1]!.rows.length).toBeGreaterThan(0);
});

test("whether it is hidden is told with the declaration, and what a correction would move is not", async () => {
  const { andi, siti, vina, editionId } = secured;
  expect(await andi.api.seals.declaration({ editionId })).toMatchObject({
    embargoUntil: until,
    hidden: true,
  });
  expect(await siti.api.seals.declaration({ editionId })).toMatchObject({ hidden: false });
  const movesOf = async ({ api }: Person) => (await api.seals.corrections({ editionId }))[0]!.moves;
  expect(await movesOf(vina)).toEqual(["Akibatnya pada peringkat baru terlihat setelah hasil diumumkan."]);
  expect((await movesOf(siti)).join(" ")).toMatch(/dari peringkat/);
});

test("the list of papers holds those of the last round back, and lets the others go", async () => {
  const { andi, editionId, desk, panel } = secured;
  const papers = new Map(
    (await andi.api.documents.list({ editionId })).map((paper) => [paper.key, paper] as const),
  );
  const held = { state: "blocked", why: "Hasil akhir belum diumumkan." };
  for (const key of [
    `minutes/${panel.id}`,
    `recap/${panel.id}`,
    `scoreSheet/${panel.id}/${panel.panel[0]}`,
  ]) {
    expect(papers.get(key)).toMatchObject(held);
  }
  expect(papers.get(`minutes/${desk.id}`)).toMatchObject({ state: "ready" });
  const charters = [...papers.values()].filter(({ kind }) => kind === "charter");
  expect(charters.every(({ state, title }) => state === "blocked" && !/Kabupaten|Kota/.test(title))).toBe(
    true,
  );
  const { failures, ...made } = await andi.api.documents.make({
    editionId,
    keys: [`minutes/${panel.id}`, `minutes/${desk.id}`],
    bundle: "onePdf",
  });
  expect(made.file.type).toBe("application/pdf");
  expect(failures).toEqual([{ key: `minutes/${panel.id}`, sentence }]);
});

test("the template of the sealed round is held back from who typed it", async () => {
  const template = secured.andi.api.spreadsheets.template({ roundId: secured.panel.id });
  expect((await errorOf(template)).message).toBe(sentence);
});

test("the grid of the sealed round is empty for who typed it, and says why", async () => {
  const { andi, panel } = secured;
  const grid = await andi.api.sheets.grid({ roundId: panel.id, panelistId: panel.panel[0]! });
  expect(grid.rows.flatMap(({ values }) => values).every((value) => value === null)).toBe(true);
  expect(grid.blocked).toBe(
    `Babak "${panel.name}" sudah disegel; nilainya terbuka lagi setelah hasil diumumkan.`,
  );
});

test.each(["rudi", "vina"] as const)(
  "the ledger that %s reads withholds the last round's values",
  async (name) => {
    const { editionId, panel, desk, kadir } = secured;
    const scores = { ...filter, editionId, kind: "scores" } as const;
    const { entries } = await secured[name].api.ledger.list(scores);
    const ofRound = (key: string) => entries.filter(({ subject }) => subject.split("/")[2] === key);
    expect(ofRound(panel.key).length).toBeGreaterThan(0);
    expect(ofRound(panel.key).every(({ old, new: after }) => old === null && after === null)).toBe(true);
    expect(ofRound(panel.key)[0]!.sentence).toMatch(/dicatat \(isinya terbuka setelah hasil diumumkan\)\.$/);
    expect(ofRound(desk.key).some(({ new: after }) => after !== null)).toBe(true);
    const open = (await kadir.api.ledger.list(scores)).entries.filter(
      ({ subject }) => subject.split("/")[2] === panel.key,
    );
    expect(open.every(({ new: after }) => after !== null)).toBe(true);
    // Nor does the number of those found say what stands in them.
    const value = `"new":"${open[0]!.new}"`;
    const found = async ({ api }: Person) => (await api.ledger.list({ ...scores, text: value })).total;
    expect(await found(kadir)).toBeGreaterThan(0);
    expect(await found(secured[name])).toBe(await found(secured[name === "rudi" ? "vina" : "rudi"]));
    const hits = await secured[name].api.ledger.list({ ...scores, text: value });
    expect(hits.entries.filter(({ subject }) => subject.split("/")[2] === panel.key)).toEqual([]);
  },
);

test("what a correction asks for is read by who asked and who signs, and by nobody else", async () => {
  const { vina, siti, rudi, editionId } = secured;
  const values = async ({ api }: Person) =>
    (await api.seals.corrections({ editionId }))[0]!.changes.map((change) => change.new);
  expect(await values(vina)).toEqual(["99"]);
  expect(await values(siti)).toEqual(["99"]);
  expect(await values(rudi)).toEqual([null]);
});

describe("charters printed and then revoked", () => {
  let winner: string;
  let charter: string;
  beforeAll(async () => {
    const { siti, vina, editionId, category, panel } = secured;
    const { recipients } = await siti.api.results.get({ categoryId: category.id });
    const first = recipients.find(({ regionLabel }) => regionLabel !== "Kabupaten Magetan")!;
    winner = first.regionLabel;
    charter = `charter/${first.awardId}/${first.entryId}`;
    await siti.api.documents.make({ editionId, keys: [charter], bundle: "onePdf" });
    await printAndSee(siti.api, editionId, [charter]);
    const asked = await vina.api.seals.requestCorrection({
      roundId: panel.id,
      reason: "Angka di kertas lain",
      changes: panel.indicators.flatMap(({ id }) =>
        panel.panel.map((panelistId) => ({
          entryId: first.entryId,
          panelistId,
          indicatorId: id,
          value: "1",
        })),
      ),
    });
    await siti.api.seals.signCorrection({ correctionId: asked.id, hash: asked.hash, pin });
  });

  test("name nobody to the viewer, and say so", async () => {
    const { pengamat, siti, editionId } = secured;
    const revokedFor = async ({ api }: Person) => (await api.seals.corrections({ editionId }))[0]!.revoked;
    expect(await revokedFor(siti)).toMatchObject([{ key: charter, title: `Piagam · ${winner}` }]);
    expect(await revokedFor(pengamat)).toMatchObject([
      { key: "charter", title: "Piagam · penerimanya terbuka setelah hasil diumumkan" },
    ]);
  });

  test("show the viewer and the auditor no hash, which trying out who may receive them would soon match", async () => {
    const { pengamat, rudi, siti, editionId } = secured;
    const hashOf = async ({ api }: Person, key: string) =>
      (await api.register.list({ editionId })).find((row) => row.key === key)!.content;
    expect(await hashOf(siti, charter)).toMatch(/^[0-9a-f]{64}$/);
    expect(await hashOf(pengamat, "charter")).toBeNull();
    const { serial } = (await siti.api.register.list({ editionId })).find((row) => row.key === charter)!;
    const outOf = async ({ api }: Person) => {
      const { entries } = await api.ledger.list({ ...filter, editionId, kind: "papers" });
      return entries.filter(({ subject }) => subject.startsWith(`keluar/${serial}/`));
    };
    expect(JSON.stringify(await outOf(siti))).toMatch(/[0-9a-f]{64}/);
    const shown = await outOf(rudi);
    expect(shown.length).toBeGreaterThan(0);
    expect(JSON.stringify(shown)).not.toMatch(/[0-9a-f]{64}/);
  });

  test("stand on the list of the secretary, and not on the operator's", async () => {
    const { andi, siti, editionId } = secured;
    const keysOf = async ({ api }: Person) => (await api.documents.list({ editionId })).map(({ key }) => key);
    expect(await keysOf(siti)).toContain(charter);
    expect((await keysOf(andi)).filter((key) => /^charter\/\d+\/[1-9]/.test(key))).toEqual([]);
  });

  test("stand in the auditor's ledger without whose they are, and cannot be searched for", async () => {
    const { rudi, kadir, editionId } = secured;
    const papers = { ...filter, editionId, kind: "papers" } as const;
    const { entries } = await rudi.api.ledger.list(papers);
    expect(entries.length).toBeGreaterThan(2);
    expect(JSON.stringify(entries)).not.toContain(charter);
    expect(JSON.stringify(entries)).not.toContain(charter.replaceAll("/", "%2F"));
    expect(JSON.stringify(entries)).toContain("penerimanya terbuka setelah hasil diumumkan");
    expect((await rudi.api.ledger.list({ ...papers, text: charter })).total).toBe(0);
    expect((await kadir.api.ledger.list({ ...papers, text: charter })).total).toBeGreaterThan(1);
  });
});

test("a right sheet is not called wrong to somebody who may not see its result yet", async () => {
  const { siti, andi, editionId, panel } = secured;
  await siti.api.documents.make({ editionId, keys: [`minutes/${panel.id}`], bundle: "onePdf" });
  const [{ serial } = { serial: "" }] = await siti.api.register.list({ editionId });
  const scan = ({ api }: Person) => api.register.scan({ editionId, code: `${serial}/1` });
  expect(await errorOf(scan(andi))).toMatchObject({ code: "FORBIDDEN", message: sentence });
  expect(await scan(siti)).toMatchObject({ kind: "right" });
});

test("nothing that the viewer may read names a winner in its rank", async () => {
  const { pengamat, siti, editionId, category } = secured;
  const { recipients } = await siti.api.results.get({ categoryId: category.id });
  const { api } = pengamat;
  const read: Json = JSON.parse(
    JSON.stringify([
      await api.editions.overview({ editionId }),
      await api.seals.list({ editionId }),
      await api.seals.corrections({ editionId }),
      (await api.results.get({ categoryId: category.id })).rounds.at(-1) ?? null,
    ]),
  );
  const text = JSON.stringify(read);
  const corrected = new Set(
    (await siti.api.seals.corrections({ editionId })).flatMap(({ changes }) =>
      changes.map(({ what }) => what.split(" · ")[0]),
    ),
  );
  for (const { regionLabel } of recipients) {
    if (!corrected.has(regionLabel)) expect(text).not.toContain(regionLabel);
  }
});

test("after the time everybody sees the winners", async () => {
  const { kadir, pengamat, andi, editionId, panel, category } = secured;
  // Every look at the test's clock takes a second.
  await kadir.api.seals.declare({ editionId, embargoUntil: secured.context.clock.now(), pin });
  expect((await pengamat.api.results.get({ categoryId: category.id })).recipients).toHaveLength(6);
  expect((await preview(andi.api, `minutes/${panel.id}`)).type).toBe("application/pdf");
});

describe("before the seal, once the last round is complete", () => {
  let complete: Secured;
  beforeAll(async () => {
    complete = await openSecured({ keying: "single" });
    await typeRound(
      complete,
      complete.andi,
      (code, panelist) => `${50 + 5 * panelist + (Number(code.slice(3)) % 9)}`,
    );
  });
  afterAll(() => complete.close());

  const resultsOf = ({ api }: Person) => api.results.get({ categoryId: complete.category.id });
  const early =
    "Babak terakhir sudah lengkap; sebelum diumumkan peringkatnya hanya dilihat yang memeriksa dan menandatanganinya.";

  test.each(["andi", "rudi", "pengamat"] as const)("%s reads neither rank nor recipients", async (name) => {
    const { hidden, rounds, recipients } = await resultsOf(complete[name]);
    expect([hidden, rounds.at(-1)!.rows, recipients]).toEqual([true, [], []]);
    const explained = complete[name].api.results.explain({
      roundId: complete.panel.id,
      entryId: complete.entry("35.20"),
    });
    expect((await errorOf(explained)).message).toBe(early);
  });

  test("an operator prints no recap and no minutes of it, but the sheets one typed", async () => {
    const { andi, editionId, panel } = complete;
    const papers = new Map(
      (await andi.api.documents.list({ editionId })).map(({ key, state }) => [key, state]),
    );
    expect(papers.get(`recap/${panel.id}`)).toBe("blocked");
    expect(papers.get(`scoreSheet/${panel.id}/${panel.panel[0]}`)).toBe("draft");
    const recap = andi.api.documents.preview({ editionId, key: `recap/${panel.id}` });
    expect((await errorOf(recap)).message).toBe(early);
    const sheet = await andi.api.documents.preview({
      editionId,
      key: `scoreSheet/${panel.id}/${panel.panel[0]}`,
    });
    expect(sheet.type).toBe("application/pdf");
  });

  test.each(["siti", "kadir", "vina"] as const)(
    "%s, who decides, checks or signs, reads them",
    async (name) => {
      const { hidden, rounds } = await resultsOf(complete[name]);
      expect(hidden).toBe(false);
      expect(rounds.at(-1)!.rows.length).toBeGreaterThan(0);
    },
  );

  test("the operator still reads and types the grid, and the ranking shows again while a value lacks", async () => {
    const { andi, pengamat, panel } = complete;
    const place = { roundId: panel.id, panelistId: panel.panel[0]! };
    const { rows } = await andi.api.sheets.grid(place);
    const change = { entryId: rows[0]!.entryId, indicatorId: panel.indicators[0]!.id };
    const was = rows[0]!.values[0]!;
    expect(was).not.toBeNull();
    await andi.api.sheets.setScores({ ...place, changes: [{ ...change, value: null, was }] });
    expect((await resultsOf(pengamat)).hidden).toBe(false);
    await andi.api.sheets.setScores({ ...place, changes: [{ ...change, value: was, was: null }] });
    expect((await resultsOf(pengamat)).hidden).toBe(true);
  });
});
