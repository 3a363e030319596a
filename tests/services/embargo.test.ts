import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Json } from "../../electron/domain/canonicalJson.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, type Person, pin, seal, type Secured } from "../support/secured.ts";
import { typeRound } from "../support/typing.ts";

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
  for (const { regionLabel } of recipients) {
    if (regionLabel !== "Kabupaten Magetan") expect(text).not.toContain(regionLabel);
  }
});

test("after the time everybody sees the winners", async () => {
  const { kadir, pengamat, andi, editionId, panel, category } = secured;
  await kadir.api.seals.declare({ editionId, embargoUntil: "2026-10-05T02:00:00.000Z", pin });
  expect((await pengamat.api.results.get({ categoryId: category.id })).recipients).toHaveLength(6);
  expect((await preview(andi.api, `minutes/${panel.id}`)).type).toBe("application/pdf");
});
