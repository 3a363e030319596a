import fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../electron/contract/errors.ts";
import {
  openSecured,
  type Person,
  pin,
  readBoth,
  seal,
  type Secured,
  signRuleBook,
} from "../support/secured.ts";
import { openTypedSheet, typeRound } from "../support/typing.ts";
import { printAndSee } from "../support/printed.ts";

type Dice = { index: number; text: string; who: "siti" | "andi" | "vina" | "kadir"; yes: boolean };
type Act = (secured: Secured, dice: Dice) => Promise<unknown>;

/** Everything that changes an edition, each by one who may and now and then by one who may not. */
const acts = {
  type: (secured, { index, who, yes }) =>
    openTypedSheet(secured, "35.20", index % 5).type(secured[who], yes ? `${index}` : null),
  fill: (secured, { index }) =>
    typeRound(
      secured,
      secured.andi,
      (code, panelist, indicator) => `${(Number(code.slice(3)) + 7 * panelist + indicator * index) % 101}`,
    ),
  /** Amended so that only a decision splits equal totals, signed, and all alike. */
  tie: async (secured) => {
    const { siti, andi, editionId, panel } = secured;
    await siti.api.security.amendRuleBook({ editionId, reason: "Seri diputus pleno" });
    const rules = await siti.api.rounds.get({ roundId: panel.id });
    await siti.api.rounds.saveRules({
      roundId: panel.id,
      rules: { ...rules, quorum: 1, carry: "0", tieBreak: ["decision"] },
    });
    await signRuleBook(siti, editionId);
    await typeRound(secured, andi, () => "50");
  },
  recuse: ({ siti, panel, entry }, { index, text }) =>
    siti.api.rounds.recuse({
      roundId: panel.id,
      panelistId: panel.panel[index % 5]!,
      entryId: entry("35.20"),
      reason: `Asal ${text}`,
    }),
  withdrawRecusal: async ({ siti, panel }) => {
    const { recusals } = await siti.api.rounds.get({ roundId: panel.id });
    return siti.api.rounds.withdrawRecusal({ recusalId: recusals[0]?.id ?? 99 });
  },
  signStatement: async ({ siti, pengamat, panel }, { index, yes }) => {
    const { statements } = await siti.api.rounds.get({ roundId: panel.id });
    const { panelistId = panel.panel[index % 5]!, hash = "" } = statements[0] ?? {};
    const accountId = yes ? pengamat.session.account!.id : null;
    if (index % 3 === 0) return siti.api.panelists.setAccount({ panelistId, accountId });
    const way = yes ? "pin" : "paper";
    return siti.api.rounds.signStatement({ roundId: panel.id, panelistId, hash, way, pin });
  },
  decide: async ({ kadir, category, panel }, { yes }) => {
    const { rounds } = await kadir.api.results.get({ categoryId: category.id });
    const { undecided = [], decisions = [] } = rounds.find(({ roundId }) => roundId === panel.id) ?? {};
    if (!yes) return kadir.api.results.withdrawDecision({ decisionId: decisions[0]?.id ?? 99 });
    return kadir.api.results.decide({ roundId: panel.id, order: undecided[0] ?? [], reason: "Rapat pleno" });
  },
  panelist: async ({ siti, editionId }, { index, text, yes }) => {
    if (yes) return siti.api.panelists.create({ editionId, name: `Baru ${text}`, institution: null });
    const all = await siti.api.panelists.list({ editionId });
    const { id } = all[index % all.length]!;
    if (index % 2 === 0) return siti.api.panelists.remove({ panelistId: id });
    return siti.api.panelists.update({ panelistId: id, name: `Lain ${text}`, institution: text });
  },
  region: async ({ editionId, ...people }, { index, text, who, yes }) => {
    const { api } = people[who];
    const all = await api.regions.list({ editionId });
    const { id, agency } = all[index % all.length]!;
    if (yes)
      return api.regions.update({ regionId: id, head: { title: "Bupati", name: `N ${text}` }, agency });
    if (index % 2 === 0) return api.regions.remove({ regionId: id });
    return api.regions.add({ editionId, codes: ["36.01"] });
  },
  edition: ({ siti, editionId }, { text }) =>
    siti.api.editions.update({
      editionId,
      fields: {
        year: 2021,
        title: `Edisi ${text}`,
        theme: text,
        organiser: null,
        venue: null,
        ceremonyDate: null,
        signatory: null,
      },
    }),
  category: async ({ siti, editionId, category }, { index, text, yes }) => {
    if (yes) return siti.api.categories.create({ editionId, name: `Kategori ${text}` });
    const regions = await siti.api.regions.list({ editionId });
    const all = await siti.api.categories.list({ editionId });
    const categoryId = all.at(-1)!.id;
    if (categoryId === category.id || index % 2 === 0) {
      return siti.api.categories.setEntries({
        categoryId,
        regionIds: regions.slice(0, 40).map(({ id }) => id),
      });
    }
    return siti.api.categories.remove({ categoryId });
  },
  rules: async ({ siti, panel }, { index }) => {
    const rules = await siti.api.rounds.get({ roundId: panel.id });
    return siti.api.rounds.saveRules({ roundId: panel.id, rules: { ...rules, quorum: index % 6 } });
  },
  settings: ({ siti }, { text, yes }) =>
    yes
      ? siti.api.settings.saveLetterhead({ lines: [`BADAN ${text}`], address: "" })
      : siti.api.settings.savePaperSize({ paperSize: text.length % 2 === 0 ? "A4" : "F4" }),
  award: ({ siti, category }, { index, text }) =>
    siti.api.awards.create({
      categoryId: category.id,
      name: `Piala ${text}`,
      places: 1 + (index % 4),
      recipient: "region",
    }),
  details: ({ siti, editionId, panel }, { text }) =>
    siti.api.documents.setDetails({
      editionId,
      keys: [`minutes/${panel.id}`],
      number: `No/${text}`,
      paperSize: "F4",
    }),
  print: ({ siti, editionId, desk, panel }, { yes }) =>
    printAndSee(siti.api, editionId, [`minutes/${yes ? panel.id : desk.id}`]),
  unprint: ({ siti, editionId, desk, panel }, { yes, text }) =>
    siti.api.documents.unmarkPrinted({
      editionId,
      keys: [`minutes/${yes ? panel.id : desk.id}`],
      reason: `Lembar rusak ${text}`,
    }),
  make: ({ siti, editionId, desk, panel }, { yes }) =>
    siti.api.documents.make({
      editionId,
      keys: [`recap/${yes ? panel.id : desk.id}`],
      bundle: "onePdf",
    }),
  policy: ({ siti, kadir, editionId }, { yes }) =>
    siti.api.security.savePolicy({
      editionId,
      policy: {
        signatures: yes ? 2 : 1,
        signers: [siti.session.account!.id, kadir.session.account!.id],
        panelistNames: yes ? "letters" : "named",
      },
    }),
  amend: ({ siti, editionId }, { text }) =>
    siti.api.security.amendRuleBook({ editionId, reason: `Karena ${text}` }),
  sign: ({ editionId, ...people }, { who }) => signRuleBook(people[who], editionId),
  seal: ({ editionId, panel, ...people }, { who }) => seal(people[who], editionId, panel.id),
  correct: ({ vina, panel, entry }, { index }) =>
    vina.api.seals.requestCorrection({
      roundId: panel.id,
      reason: "Angka di kertas lain",
      changes: [
        {
          entryId: entry("35.20"),
          panelistId: panel.panel[0]!,
          indicatorId: panel.indicators[0]!.id,
          value: String(index),
        },
      ],
    }),
  signCorrection: async ({ vina, editionId, ...people }, { who }) => {
    const { id: correctionId = 99, hash = "" } = (await openCorrection(vina, editionId)) ?? {};
    return (who === "vina" ? vina : people[who]).api.seals.signCorrection({ correctionId, hash, pin });
  },
  withdrawCorrection: async ({ vina, editionId }) =>
    vina.api.seals.withdrawCorrection({ correctionId: (await openCorrection(vina, editionId))?.id ?? 99 }),
  declare: ({ kadir, editionId }, { index }) =>
    kadir.api.seals.declare({
      editionId,
      embargoUntil: `2030-01-01T00:00:${String(index % 60).padStart(2, "0")}.000Z`,
      pin,
    }),
} satisfies Record<string, Act>;

type Name = keyof typeof acts;
const names = Object.keys(acts).filter((name): name is Name => name in acts);
const dice: fc.Arbitrary<Dice> = fc.record({
  index: fc.nat(100),
  text: fc.stringMatching(/^[a-z/%"]{1,6}$/),
  who: fc.constantFrom("siti", "andi", "vina", "kadir"),
  yes: fc.boolean(),
});
type Step = [Name, Dice];
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(...names, ...(["fill", "decide", "seal", "correct", "signCorrection"] as const)),
  dice,
);

const by = (who: Dice["who"], yes = true): Dice => ({ index: 7, text: "pleno", who, yes });
/** What brings the round from wherever it stands to its seal, and past it. */
const ending: Step[] = [
  ["sign", by("siti")],
  ["sign", by("kadir")],
  ["signStatement", { ...by("siti", false), index: 1 }],
  ["fill", by("andi")],
  ["decide", by("kadir")],
  ["seal", by("siti")],
  ["seal", by("kadir")],
  ["make", by("siti")],
  ["correct", by("vina")],
  ["signCorrection", by("siti")],
  ["signCorrection", by("kadir")],
];
/** Two lives of an edition in which everything is done that can be done: chance alone seldom comes as far as a seal. */
const lives: [Step[], boolean, Step[]][] = [
  [
    [
      ["settings", by("siti")],
      ["region", by("siti")],
      ["panelist", by("siti")],
      ["details", by("siti")],
      ["print", by("siti", false)],
      ["amend", by("siti")],
      ["rules", by("siti")],
      ["award", by("siti")],
      ["policy", by("siti", false)],
      ["sign", by("siti")],
      ["type", by("andi")],
    ],
    true,
    [["declare", by("kadir")]],
  ],
  [
    [
      ["tie", by("siti")],
      ["recuse", by("siti")],
      ["decide", by("kadir")],
      ["amend", by("siti")],
      ["category", by("siti")],
    ],
    false,
    [],
  ],
];

test("whatever is done, and refused, the ledger replays to exactly what the database holds", async () => {
  const done = new Set<Name>();
  const steps = (minLength: number, maxLength: number) => fc.array(step, { minLength, maxLength });
  await fc.assert(
    fc.asyncProperty(steps(15, 30), fc.boolean(), steps(0, 10), async (first, isEnded, last) => {
      const secured = await openSecured({ keying: "single" });
      try {
        for (const [name, rolled] of [...first, ...(isEnded ? ending : []), ...last]) {
          try {
            await acts[name](secured, rolled);
            done.add(name);
          } catch (error) {
            // A refusal is an outcome like any other; it must leave nothing behind.
            if (!(error instanceof AppError) && !isInvalid(error)) throw error;
          }
        }
        const { replayed, held, fault } = readBoth(secured.context, secured.editionId);
        expect(fault).toBeNull();
        expect(replayed).toEqual(held);
        expect((await verified(secured.siti, secured.editionId)).findings).toEqual([]);
      } finally {
        await secured.close();
      }
    }),
    { numRuns: 12, examples: lives },
  );
  // Not by refusing everything: each of these came about.
  const wanted: Name[] = [
    "type",
    "fill",
    "tie",
    "recuse",
    "decide",
    "policy",
    "amend",
    "sign",
    "seal",
    "correct",
    "signCorrection",
    "declare",
    "print",
    "make",
    "details",
    "region",
    "panelist",
    "award",
    "rules",
    "category",
    "settings",
  ];
  expect(wanted.filter((name) => !done.has(name))).toEqual([]);
}, 300_000);

async function openCorrection({ api }: Person, editionId: number) {
  return (await api.seals.corrections({ editionId })).find(({ state }) => state === "open");
}

function verified({ api }: Person, editionId: number) {
  return api.security.verify({ editionId });
}

/** Input that the contract itself refuses. */
function isInvalid(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "BAD_REQUEST";
}
