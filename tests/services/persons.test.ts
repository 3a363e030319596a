import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { iterateLedger } from "../../electron/database/queries/ledger.ts";
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
  expect(await siti.api.security.blankPersons({ editionId })).toEqual({ blanked: 2 });
  expect((await heldOf("panelis/P1")).map(({ what }) => what)).not.toContain("NIP");
  expect((await heldOf("kepala/35.20")).map(({ what }) => what)).not.toContain("Foto");
  expect(await siti.api.security.blankPersons({ editionId })).toEqual({ blanked: 0 });
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

test("contact details of somebody who is not there are refused", async () => {
  const { siti, editionId } = secured;
  const saved = siti.api.security.saveContact({ editionId, person: "panelis/P99", nip, phone, email });
  expect(await errorOf(saved)).toMatchObject({
    code: "NOT_FOUND",
    message: "Orang ini tidak (lagi) tercatat di edisi ini. Muat ulang daftarnya.",
  });
});
