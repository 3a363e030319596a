import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Access, type Role, role } from "../../electron/contract/access.ts";
import { AppError } from "../../electron/contract/errors.ts";
import { contract } from "../../electron/contract/index.ts";
import { authorise, roleNames } from "../../electron/services/authorise.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, type Person, pin, seat, type Secured } from "../support/secured.ts";

/** Every procedure there is, from the contract itself: a new one is in the table without being added here. */
const procedures = Object.entries(contract).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]) => {
    const { meta, inputSchema }: { meta: Partial<Access>; inputSchema?: unknown } = procedure["~orpc"];
    const fields = inputSchema instanceof z.ZodObject ? Object.keys(inputSchema.shape) : [];
    return { noun, verb, name: `${noun}.${verb}`, may: meta.may, fields };
  }),
);
const guarded = procedures.filter(({ may }) => may !== "anybody");

let secured: Secured;
beforeAll(async () => {
  secured = await openSecured({ keying: "double" });
});
afterAll(() => secured.close());

/** Somebody of a role at a window of their own; null: nobody is signed in. */
function somebody(as: Role | null): Person {
  const { siti, andi, vina, kadir, rudi, pengamat } = secured;
  const people = {
    secretary: siti,
    operator: andi,
    verifier: vina,
    chair: kadir,
    auditor: rudi,
    viewer: pengamat,
  };
  return seat(secured.context, "jendela 9", as && people[as].session.account);
}

function call({ api }: Person, noun: string, verb: string, input: object): Promise<unknown> {
  const procedure: (input: object) => Promise<unknown> = Reflect.get(Reflect.get(api, noun), verb);
  return procedure(input);
}

/** Real ids of the secured edition, for every field of an input that is one. */
function realIds(fields: string[]): Record<string, number> {
  const { editionId, panel, category, entry } = secured;
  const known: Record<string, number> = {
    editionId,
    roundId: panel.id,
    categoryId: category.id,
    panelistId: panel.panel[0]!,
    entryId: entry("35.20"),
  };
  return Object.fromEntries(ids(fields).map((field) => [field, known[field] ?? 1]));
}

function ids(fields: string[]): string[] {
  return fields.filter((field) => field.endsWith("Id"));
}

/** Ends what would go on. */
async function settle(answer: Promise<unknown>): Promise<void> {
  const value = await answer;
  if (typeof value !== "object" || value === null || !("return" in value)) return;
  if (typeof value.return === "function") await value.return(undefined);
}

test("every procedure says who may call it", () => {
  expect(procedures.length).toBeGreaterThan(80);
  expect(
    procedures.filter(({ may }) => may === undefined || may.length === 0).map(({ name }) => name),
  ).toEqual([]);
});

test("a procedure that says nothing is nobody's", () => {
  const { context, siti } = secured;
  const signedIn = { ...context, session: siti.session };
  expect(() => authorise(signedIn, { may: [] }, { editionId: secured.editionId })).toThrow(AppError);
});

test("without signing in there is only the door, new editions, and what says nothing of any", () => {
  const open = procedures.filter(({ may }) => may === "anybody").map(({ name }) => name);
  expect(open.toSorted()).toEqual([
    "accounts.changePin",
    "accounts.list",
    "accounts.recover",
    "accounts.session",
    "accounts.signIn",
    "accounts.signOut",
    "accounts.stillHere",
    "changes.watch",
    "editions.create",
    "editions.importFile",
    "editions.list",
    "editions.openSample",
    "jobs.cancel",
    "jobs.watch",
    "regions.catalogue",
    "rounds.indicatorLibrary",
    "security.secure",
    "settings.about",
    "settings.emblem",
    "settings.get",
  ]);
});

test("what is asked of an edition names something that the edition is found by", () => {
  const traced = [
    "editionId",
    "roundId",
    "categoryId",
    "regionId",
    "panelistId",
    "awardId",
    "recusalId",
    "decisionId",
    "correctionId",
  ];
  const untraced = guarded.filter(({ fields }) => !fields.some((field) => traced.includes(field)));
  // These are of the whole installation: they are the signed-in's as soon as any edition is secured.
  expect(untraced.map(({ name }) => name).toSorted()).toEqual([
    "accounts.close",
    "accounts.create",
    "settings.backups",
    "settings.makeBackup",
    "settings.restoreBackup",
    "settings.saveLetterhead",
    "settings.savePaperSize",
    "settings.setEmblem",
  ]);
});

test("an account that was closed has no say any more at the window where it is still signed in", async () => {
  const { siti, editionId } = secured;
  const { accounts: created } = await siti.api.accounts.create({ name: "Sementara", role: "auditor", pin });
  const { id } = created.find(({ name }) => name === "Sementara")!;
  const window = seat(secured.context, "jendela 12", { id, name: "Sementara", role: "auditor" });
  await window.api.regions.list({ editionId });
  await siti.api.accounts.close({ accountId: id });
  expect(await errorOf(window.api.regions.list({ editionId }))).toMatchObject({
    code: "SIGN_IN",
    message: "Akun Sementara sudah ditutup. Masuk dengan akun lain.",
  });
});

test("an open edition beside it asks nothing of anybody", async () => {
  const { api } = seat(secured.context, "jendela 10", null);
  const fields = { theme: null, organiser: null, venue: null, ceremonyDate: null, signatory: null };
  const { id: editionId } = await api.editions.create({ year: 2023, title: "Terbuka", ...fields });
  const [category] = await api.categories.list({ editionId });
  await api.categories.rename({ categoryId: category!.id, name: "Kategori lain" });
  expect(await api.documents.list({ editionId })).toEqual([]);
  expect(await api.seals.declaration({ editionId })).toBeNull();
});

describe.each([...role.options, null])("on a secured edition, as %s,", (as) => {
  const refused = guarded.filter(({ may }) => as === null || !may?.includes(as));
  const permitted = procedures.filter((one) => !refused.includes(one));

  test.each(refused.map((one) => [one.name, one] as const))(
    "%s is refused with a sentence",
    async (_, one) => {
      const error = await errorOf(call(somebody(as), one.noun, one.verb, realIds(one.fields)));
      expect([error.code, error.message]).toEqual(
        as === null
          ? ["SIGN_IN", "Edisi ini sudah diamankan. Masuk dulu dengan nama dan PIN Anda."]
          : [
              "FORBIDDEN",
              expect.stringMatching(
                new RegExp(
                  `^Tindakan ini hanya untuk .+; Anda masuk sebagai ${roleNames[as]}\\. Mintalah kepada yang berhak\\.$`,
                ),
              ),
            ],
      );
    },
  );

  test.each(permitted.map((one) => [one.name, one] as const))("%s is not", async (_, one) => {
    // Of nothing that exists, so that a permitted act does nothing to the acts after it.
    const input = Object.fromEntries(ids(one.fields).map((field) => [field, 987_654]));
    const error = await settle(call(somebody(as), one.noun, one.verb, input)).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error === null) return;
    expect(error).toHaveProperty("code");
    expect(error).not.toMatchObject({ code: "FORBIDDEN" });
    expect(error).not.toMatchObject({ code: "INTERNAL" });
    if (one.may !== "anybody") expect(error).not.toMatchObject({ code: "SIGN_IN" });
  });
});
