import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { iterateLedger } from "../../electron/database/queries/ledger.ts";
import { readBody } from "../../electron/domain/ledger.ts";
import { verifyDatabase } from "../../electron/services/databaseVerifying.ts";
import { readAllFacts } from "../../electron/services/editionFacts.ts";
import { readPdf } from "../documents/readPdf.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, readBoth, type Secured } from "../support/secured.ts";

const nip = "197001011995031001";
const phone = "0812-5555-0199";
const email = "taufik@example.go.id";
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
  const { siti, editionId } = secured;
  await siti.api.security.saveContact({ editionId, person: "panelis/P1", nip, phone, email });
  const [region] = (await siti.api.regions.list({ editionId })).filter(({ code }) => code === "35.20");
  await siti.api.regions.setHeadPicture({
    regionId: region!.id,
    picture: new File([Buffer.from(dot, "base64")], "foto.png", { type: "image/png" }),
  });
});
afterEach(() => secured.close());

const heldOf = async (person: string) =>
  (await secured.siti.api.security.persons({ editionId: secured.editionId })).find(
    (one) => one.person === person,
  )!.held;

test("all that is held on a person can be listed: register, panels, ties, contact, picture, account", async () => {
  const { siti, panel, entry, editionId } = secured;
  await siti.api.rounds.recuse({
    roundId: panel.id,
    panelistId: panel.panel[0]!,
    entryId: entry("35.20"),
    reason: "Berasal dari Magetan",
  });
  expect(await heldOf("panelis/P1")).toEqual(
    expect.arrayContaining([
      { what: "Nama", value: "Muhamad Taufik" },
      { what: "Panelis babak", value: "Paparan dan wawancara" },
      {
        what: "Berhalangan menilai Kabupaten Magetan di Paparan dan wawancara",
        value: "Berasal dari Magetan",
      },
      { what: "NIP", value: nip },
      { what: "Telepon", value: phone },
      { what: "Surel", value: email },
    ]),
  );
  expect(await heldOf("kepala/35.20")).toContainEqual({ what: "Foto", value: "tersimpan" });
  expect(await heldOf(`akun/${siti.session.account!.id}`)).toContainEqual({
    what: "Peran",
    value: "sekretaris",
  });
  const listed = await siti.api.security.persons({ editionId });
  const edition = await siti.api.editions.get({ editionId });
  const agencyHeads = (await siti.api.regions.list({ editionId })).flatMap(
    ({ agency }) => agency?.head ?? [],
  );
  const names = new Set(listed.map(({ name }) => name));
  for (const name of [...agencyHeads, edition.signatory!.name]) expect(names).toContain(name);
});

test("contact details enter neither the ledger nor a fact, a bundle, an export or a paper", async () => {
  const { siti, context, editionId, desk } = secured;
  const bundle = await (await siti.api.seals.bundle({ editionId })).text();
  const exported = await (await siti.api.editions.exportFile({ editionId })).text();
  const ledger = [...iterateLedger(context.db, editionId), ...iterateLedger(context.db, 0)].map(
    ({ body }) => body,
  );
  const facts = JSON.stringify([...readAllFacts(context.db, editionId)]);
  const minutes = await siti.api.documents.preview({ editionId, key: `minutes/${desk.id}` });
  const { text: paper } = await readPdf(await minutes.bytes());
  for (const secret of [nip, phone, email, dot.slice(0, 40)]) {
    for (const text of [bundle, exported, ledger.join(), facts, paper]) expect(text).not.toContain(secret);
  }
  expect(ledger.join()).toContain("pribadi.simpan");
  expect(() => readFileSync(context.paths.log, "utf8")).toThrow(/ENOENT/);
});

test("after the archive term contact details and pictures are blanked, and the ledger holds as before", async () => {
  const { siti, rudi, context, editionId } = secured;
  expect(await siti.api.security.blankPersons({ editionId })).toMatchObject({ blanked: 2 });
  expect((await heldOf("panelis/P1")).map(({ what }) => what)).not.toContain("NIP");
  expect((await heldOf("kepala/35.20")).map(({ what }) => what)).not.toContain("Foto");
  expect(await siti.api.security.blankPersons({ editionId })).toMatchObject({ blanked: 0 });
  const { replayed, held, fault } = readBoth(context, editionId);
  expect([fault, replayed]).toEqual([null, held]);
  expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
  const access = await rudi.api.ledger.list({
    editionId,
    regionCode: null,
    panelistKey: null,
    text: "",
    kind: "access",
    before: null,
    limit: 3,
  });
  expect(access.entries.map(({ sentence }) => sentence)).toEqual([
    "Data kontak dan foto 0 orang dikosongkan.",
    "Data kontak dan foto 2 orang dikosongkan.",
    "Data kontak panelis Muhamad Taufik disimpan (isinya tidak dicatat).",
  ]);
});

/** Whether a text stands anywhere in the bytes of the files of a folder. */
function standsIn(folder: string, text: string | Uint8Array): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile() && readFileSync(join(folder, one.name)).includes(text))
    .map(({ name }) => name);
}

test("what is blanked is gone from the bytes of the database, of the file beside it and of every backup", async () => {
  const { siti, paths, editionId } = secured;
  const picture = Buffer.from(dot, "base64").subarray(40, 60);
  for (let count = 0; count < 2; count++) await siti.api.settings.makeBackup();
  const newest = (await siti.api.settings.backups())[0]!.name;
  writeFileSync(join(paths.backups, newest), "bukan basis data");
  await siti.api.settings.makeBackup();
  expect(standsIn(paths.data, nip)).not.toEqual([]);
  expect(standsIn(paths.backups, nip)).toHaveLength(2);
  expect(await siti.api.security.blankPersons({ editionId })).toEqual({
    blanked: 2,
    backups: 2,
    unreadBackups: [newest],
  });
  for (const folder of [paths.data, paths.backups]) {
    for (const secret of [nip, phone, email, picture]) expect(standsIn(folder, secret)).toEqual([]);
  }
  for (const { name } of await siti.api.settings.backups()) {
    if (name === newest) continue;
    expect(
      verifyDatabase(join(paths.backups, name), null).chains.flatMap(({ findings }) => findings),
    ).toEqual([]);
  }
  expect(await siti.api.security.blankPersons({ editionId })).toMatchObject({ blanked: 0, backups: 0 });
});

test("another edition that an older backup holds under the same number stays as it is", async () => {
  const { siti, paths, editionId } = secured;
  await siti.api.settings.makeBackup();
  const [backup] = await siti.api.settings.backups();
  const copy = new Database(join(paths.backups, backup!.name));
  copy.exec("UPDATE editions SET created_at = '2020-01-01T00:00:00.000Z'");
  copy.close();
  expect(await siti.api.security.blankPersons({ editionId })).toMatchObject({ blanked: 2, backups: 0 });
  expect(standsIn(paths.backups, nip)).toHaveLength(1);
});

test("contact details go with the panelist, and a later one of the same key inherits none", async () => {
  const { siti, context, editionId } = secured;
  const fresh = async () =>
    siti.api.panelists.create({ editionId, name: "Prof. Ratna", institution: null, key: "P77" });
  const first = await fresh();
  await siti.api.security.saveContact({
    editionId,
    person: "panelis/P77",
    nip: "123",
    phone: null,
    email: null,
  });
  await siti.api.panelists.remove({ panelistId: first.id });
  expect(
    context.db.prepare("SELECT 1 FROM person_details WHERE person = 'panelis/P77'").get(),
  ).toBeUndefined();
  await fresh();
  expect((await heldOf("panelis/P77")).map(({ what }) => what)).toEqual(["Nama"]);
});

test("contact details of a head who was taken out of the register are listed until they are blanked", async () => {
  const { siti, editionId } = secured;
  const regions = await siti.api.regions.list({ editionId });
  const region = regions.find(({ code }) => code === "35.20")!;
  await siti.api.security.saveContact({ editionId, person: "kepala/35.20", nip: null, phone, email: null });
  await siti.api.regions.update({ regionId: region.id, head: null, agency: region.agency });
  const listed = await siti.api.security.persons({ editionId });
  expect(listed.find((one) => one.person === "kepala/35.20")).toEqual({
    person: "kepala/35.20",
    name: "Kepala daerah Kabupaten Magetan (tidak lagi tercatat)",
    held: [{ what: "Telepon", value: phone }],
  });
});

test("of an account it is said how often its name signs, how many sheets it typed, how many acts name it", async () => {
  const { andi, siti, panel, context, editionId } = secured;
  const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId: panel.panel[0]! });
  await andi.api.sheets.setScores({
    roundId: panel.id,
    panelistId: panel.panel[0]!,
    changes: rows
      .slice(0, 2)
      .flatMap(({ entryId }) =>
        panel.indicators.map(({ id }) => ({ entryId, indicatorId: id, value: "70", was: null })),
      ),
  });
  const held = await heldOf(`akun/${andi.session.account!.id}`);
  expect(held).toContainEqual({ what: "Lembar nilai yang diketik", value: "2" });
  expect(held).toContainEqual({
    what: "Catatan di buku catatan",
    value: String(2 * panel.indicators.length),
  });
  expect(held.map(({ what }) => what)).not.toContain("Tanda tangan");
  const sitis = await heldOf(`akun/${siti.session.account!.id}`);
  expect(sitis).toContainEqual({ what: "Tanda tangan", value: "2" });
  expect(sitis.map(({ what }) => what)).not.toContain("Lembar nilai yang diketik");
  const acts = [...iterateLedger(context.db, editionId), ...iterateLedger(context.db, 0)].filter(
    ({ body }) => readBody({ body }).actor?.name === "Siti",
  );
  expect(sitis).toContainEqual({ what: "Catatan di buku catatan", value: String(acts.length) });
});

test("contact details of somebody who is not there are refused", async () => {
  const { siti, editionId } = secured;
  const saved = siti.api.security.saveContact({ editionId, person: "panelis/P99", nip, phone, email });
  expect(await errorOf(saved)).toMatchObject({
    code: "NOT_FOUND",
    message: "Orang ini tidak (lagi) tercatat di edisi ini. Muat ulang daftarnya.",
  });
});
