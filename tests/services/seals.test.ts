import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { errorOf } from "../support/application.ts";
import { openSecured, pin, readBoth, seal, seat, type Secured, signRuleBook } from "../support/secured.ts";
import { printAndSee } from "../support/printed.ts";

/** Every sheet of the panel round typed by one operator, each entry a little apart. */
async function fillPanel({ andi, panel }: Secured): Promise<void> {
  for (const [order, panelistId] of panel.panel.entries()) {
    const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
    const changes = rows.flatMap(({ entryId }, row) =>
      panel.indicators.map(({ id }) => ({
        entryId,
        indicatorId: id,
        value: String(60 + row * 5 + order),
        was: null,
      })),
    );
    await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes });
  }
}

/** Siti and Kadir become the ones who sign, as many of the two as asked for. */
async function nameSigners({ siti, kadir, editionId }: Secured, signatures: number): Promise<void> {
  await siti.api.security.amendRuleBook({ editionId, reason: "Penanda tangan" });
  const signers = [siti.session.account!.id, kadir.session.account!.id];
  await siti.api.security.savePolicy({ editionId, policy: { signatures, signers, panelistNames: "named" } });
  await signRuleBook(siti, editionId);
}

async function sealOf({ siti, editionId, panel }: Secured) {
  return (await siti.api.seals.list({ editionId })).find(({ roundId }) => roundId === panel.id)!;
}

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
  await fillPanel(secured);
});
afterEach(() => secured.close());

test("nothing of a sealed round changes any more, by whatever way", async () => {
  const { siti, andi, editionId, panel, context } = secured;
  await seal(siti, editionId, panel.id);
  const panelistId = panel.panel[0]!;
  const grid = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
  const { entryId, values } = grid.rows[0]!;
  const change = { entryId, indicatorId: panel.indicators[0]!.id, value: "1", was: values[0]! };
  const typed = andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes: [change] });
  expect((await errorOf(typed)).message).toMatch(/sudah disegel/);
  const recused = siti.api.rounds.recuse({
    roundId: panel.id,
    panelistId,
    entryId,
    reason: "Berasal dari sana",
  });
  expect((await errorOf(recused)).message).toMatch(
    /^Babak ini sudah disegel, jadi tidak ada yang dapat diubah lagi\./,
  );
  const { replayed, held, fault } = readBoth(context, editionId);
  expect(fault).toBeNull();
  expect(replayed).toEqual(held);
});

test("a round that lacks a value is not sealed, and says what is missing", async () => {
  const { siti, andi, editionId, panel } = secured;
  const panelistId = panel.panel[0]!;
  const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
  const change = {
    entryId: rows[0]!.entryId,
    indicatorId: panel.indicators[0]!.id,
    value: null,
    was: rows[0]!.values[0]!,
  };
  await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes: [change] });
  expect((await errorOf(seal(siti, editionId, panel.id))).message).toMatch(
    /masih ada lembar nilai yang belum lengkap/,
  );
});

test("what is signed is what was read: a score changed in between asks for reading again", async () => {
  const { siti, andi, editionId, panel } = secured;
  const read = (await siti.api.seals.list({ editionId })).find(({ roundId }) => roundId === panel.id)!;
  const panelistId = panel.panel[0]!;
  const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
  const was = rows[0]!.values[0]!;
  const change = {
    entryId: rows[0]!.entryId,
    indicatorId: panel.indicators[0]!.id,
    value: was === "1" ? "2" : "1",
    was,
  };
  await andi.api.sheets.setScores({ roundId: panel.id, panelistId, changes: [change] });
  const signed = siti.api.seals.sign({ roundId: panel.id, hash: read.presentHash!, pin });
  expect((await errorOf(signed)).message).toMatch(/sudah berubah sejak Anda membacanya/);
});

test("a wrong PIN signs nothing, and stands in the ledger", async () => {
  const { siti, editionId, panel, context } = secured;
  const { presentHash } = (await siti.api.seals.list({ editionId })).find(
    ({ roundId }) => roundId === panel.id,
  )!;
  expect(
    (await errorOf(siti.api.seals.sign({ roundId: panel.id, hash: presentHash!, pin: "000000" }))).message,
  ).toMatch(/PIN untuk Siti salah/);
  const acts = context.db.prepare("SELECT body ->> '$.act' FROM ledger WHERE edition_id = 0").pluck().all();
  expect(acts.at(-1)).toBe("akun.pin-salah");
});

test("a score changed with another program is named, and the round is not sealed over it", async () => {
  const { siti, editionId, panel, paths } = secured;
  const outside = new Database(paths.database);
  outside
    .prepare(
      "UPDATE scores SET value = '99' WHERE sheet_id = (SELECT min(sheet_id) FROM scores WHERE sheet_id IN (SELECT id FROM sheets WHERE round_id = ?)) AND indicator_id = ?",
    )
    .run(panel.id, panel.indicators[0]!.id);
  outside.close();
  const { findings } = await siti.api.security.verify({ editionId });
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatch(/99/);
  expect((await errorOf(seal(siti, editionId, panel.id))).message).toMatch(/tidak sama dengan buku catatan/);
});

test("the ledger itself refuses to be changed or cut", () => {
  const { context } = secured;
  expect(() => context.db.exec("DELETE FROM ledger")).toThrow(/only appended/);
  expect(() => context.db.exec("UPDATE ledger SET hash = hash")).toThrow(/only appended/);
});

test("a tail cut off behind the application's back is found by the anchor", async () => {
  const { siti, editionId, panel, paths } = secured;
  await seal(siti, editionId, panel.id);
  const outside = new Database(paths.database);
  outside.exec("DROP TRIGGER ledger_never_deleted");
  outside.prepare("DELETE FROM ledger WHERE edition_id = ? AND seq > 10").run(editionId);
  outside.close();
  const { findings } = await siti.api.security.verify({ editionId });
  expect(findings.join(" ")).toMatch(/ekornya dihapus, atau salinan lama dipulihkan/);
});

test("a sealed score is corrected only by a signed request, with version 2, what moves, and papers revoked", async () => {
  const { siti, vina, editionId, panel, context, category } = secured;
  await seal(siti, editionId, panel.id);
  const before = await siti.api.results.get({ categoryId: category.id });
  const first = before.rounds[1]!.rows[0]!;
  const minutes = `minutes/${panel.id}`;
  await printAndSee(siti.api, editionId, [minutes]);
  const request = await vina.api.seals.requestCorrection({
    roundId: panel.id,
    reason: "Angka di lembar kertas terbaca keliru",
    changes: panel.indicators.map(({ id }) => ({
      entryId: first.entryId,
      panelistId: panel.panel[0]!,
      indicatorId: id,
      value: "0",
    })),
  });
  expect(request).toMatchObject({ state: "open", number: 1 });
  const [seen] = await siti.api.seals.corrections({ editionId });
  expect(seen!.moves.join(" ")).toContain(first.label);
  expect((await siti.api.results.get({ categoryId: category.id })).rounds[1]!.rows[0]).toEqual(first);

  const done = await siti.api.seals.signCorrection({ correctionId: request.id, hash: request.hash, pin });
  expect(done.state).toBe("done");
  expect(done.revoked).toMatchObject([{ key: minutes, title: `Berita acara · ${panel.name}` }]);
  const versions = await siti.api.seals.versions({ roundId: panel.id });
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  expect(versions[0]!.rows[0]!.label).toBe(first.label);
  expect((await siti.api.documents.list({ editionId })).find(({ key }) => key === minutes)!.state).toBe(
    "revoked",
  );
  const { replayed, held, fault } = readBoth(context, editionId);
  expect(fault).toBeNull();
  expect(replayed).toEqual(held);
  expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
});

test("two who seal at once seal once, and the other one reads so", async () => {
  const { siti, kadir, editionId, panel, context } = secured;
  await nameSigners(secured, 1);
  const { presentHash } = await sealOf(secured);
  const signed = await Promise.allSettled(
    [siti, kadir].map(({ api }) => api.seals.sign({ roundId: panel.id, hash: presentHash!, pin })),
  );
  expect(signed.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const late = signed.find(({ status }) => status === "rejected");
  expect(late).toMatchObject({
    reason: { code: "CONFLICT", message: `Babak "${panel.name}" sudah disegel.` },
  });
  expect(await siti.api.seals.versions({ roundId: panel.id })).toHaveLength(1);
  expect((await sealOf(secured)).signatures).toHaveLength(1);
  const { replayed, held, fault } = readBoth(context, editionId);
  expect([fault, replayed]).toEqual([null, held]);
});

test("two of two named people sign at once: sealed with both, and neither twice", async () => {
  const { siti, kadir, panel } = secured;
  await nameSigners(secured, 2);
  const { presentHash, state } = await sealOf(secured);
  expect(state).toBe("ready");
  const sign = ({ api }: typeof siti) => api.seals.sign({ roundId: panel.id, hash: presentHash!, pin });
  await Promise.all([sign(siti), sign(kadir)]);
  const sealed = await sealOf(secured);
  expect(sealed.state).toBe("sealed");
  expect(sealed.signatures.map(({ name }) => name).toSorted()).toEqual(["Kadir", "Siti"]);
  expect((await errorOf(sign(siti))).message).toMatch(/sudah disegel/);
});

test("one of two signatures does not seal, the same person does not count twice, and others do not count", async () => {
  const { siti, vina, rudi, panel } = secured;
  await nameSigners(secured, 2);
  const { presentHash } = await sealOf(secured);
  const sign = ({ api }: typeof siti) => api.seals.sign({ roundId: panel.id, hash: presentHash!, pin });
  await sign(siti);
  expect((await sealOf(secured)).state).toBe("ready");
  expect((await errorOf(sign(siti))).message).toMatch(/sudah menandatangani ini/);
  expect((await errorOf(sign(vina))).message).toMatch(/tidak termasuk penanda tangan/);
  expect(await errorOf(sign(rudi))).toMatchObject({ code: "FORBIDDEN" });
  expect((await sealOf(secured)).signatures).toHaveLength(1);
});

test("an older copy is not restored over a ledger by the application either", async () => {
  const { siti } = secured;
  const [copy] = await siti.api.settings.backups();
  expect(await errorOf(siti.api.settings.restoreBackup({ name: copy!.name }))).toMatchObject({
    code: "CONFLICT",
    message: expect.stringMatching(/memulihkan cadangan akan memutus buku catatannya/),
  });
});

test("the rule book of a sealed round can be amended no more", async () => {
  const { siti, editionId, panel } = secured;
  await seal(siti, editionId, panel.id);
  await siti.api.security.amendRuleBook({ editionId, reason: "Kuorum" });
  const rules = await siti.api.rounds.get({ roundId: panel.id });
  const changed = siti.api.rounds.saveRules({ roundId: panel.id, rules: { ...rules, quorum: 2 } });
  expect((await errorOf(changed)).message).toMatch(/sudah disegel/);
});

test("the clock set back stands in the ledger", async () => {
  const { siti, editionId, context } = secured;
  const past = { now: () => "2020-01-01T00:00:00.000Z" };
  const { api } = seat({ ...context, clock: past }, "jendela 1", siti.session.account);
  const [region] = await api.regions.list({ editionId });
  await api.regions.update({
    regionId: region!.id,
    head: { title: "Bupati", name: "Nama Baru" },
    agency: region!.agency,
  });
  const { entries } = await siti.api.ledger.list({
    editionId,
    regionCode: null,
    panelistKey: null,
    text: "",
    kind: "access",
    before: null,
    limit: 5,
  });
  expect(entries[0]!.sentence).toMatch(
    /^Jam komputer mundur dari 5 Oktober 2026 pukul .+ WIB ke 1 Januari 2020 pukul 07\.00\.00 WIB\.$/,
  );
});

test("who touched the score of a region is answered by the ledger", async () => {
  const { siti, editionId, panel } = secured;
  const { entries, shortHead } = await siti.api.ledger.list({
    editionId,
    regionCode: "35.20",
    panelistKey: "P1",
    text: "",
    kind: "scores",
    before: null,
    limit: 50,
  });
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.every(({ sentence }) => sentence.includes("Kabupaten Magetan"))).toBe(true);
  expect(entries[0]).toMatchObject({ who: "Andi" });
  const filter = { editionId, regionCode: null, panelistKey: null, before: null, limit: 500 } as const;
  const byName = await siti.api.ledger.list({ ...filter, kind: "scores", text: "magetan" });
  expect(byName.total).toBe(5 * panel.indicators.length + secured.desk.indicators.length);
  expect(byName.entries.every(({ sentence }) => sentence.includes("Kabupaten Magetan"))).toBe(true);
  expect(shortHead).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
});

test("a dossier and a bundle come out of a sealed round", async () => {
  const { siti, editionId, panel, category } = secured;
  await seal(siti, editionId, panel.id);
  const entryId = category.entries.find(({ code }) => code === "35.20")!.id;
  const dossier = await siti.api.seals.dossier({ roundId: panel.id, entryId });
  expect(
    Buffer.from(await dossier.bytes())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  const bundle = await siti.api.seals.bundle({ editionId });
  expect(await bundle.text()).toContain("lencana/bundle@1");
});
