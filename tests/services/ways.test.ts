import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyBundle } from "../../electron/commands/verifyBundle.ts";
import { verifierScript } from "../../electron/verifier/script.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, pin, readBoth, seal, type Secured, signRuleBook } from "../support/secured.ts";
import { typeRound } from "../support/typing.ts";

/** Ways around what is signed and sealed, each tried as somebody would. */

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
  await typeRound(secured, secured.andi, (code, panelist) =>
    String(20 + (Number(code.slice(3)) % 40) + panelist),
  );
});
afterEach(() => secured.close());

/** The panel round's cell of Magetan, first panelist, first indicator. */
function cell({ panel, entry }: Secured, value: string) {
  return {
    entryId: entry("35.20"),
    panelistId: panel.panel[0] as number | null,
    indicatorId: panel.indicators[0]!.id,
    value,
  };
}

async function request({ vina, panel }: Secured, ...changes: ReturnType<typeof cell>[]) {
  return vina.api.seals.requestCorrection({ roundId: panel.id, reason: "Salah baca kertas", changes });
}

function sign({ siti }: Secured, { id, hash }: { id: number; hash: string }) {
  return siti.api.seals.signCorrection({ correctionId: id, hash, pin });
}

/** As with the sqlite3 command line, while the application runs. */
function outside({ paths }: Secured, sql: string, ...values: (string | number)[]) {
  const database = new Database(paths.database);
  database.prepare(sql).run(...values);
  database.close();
}

/** A score of the panel round made the highest, behind the application's back. */
function forge(it: Secured) {
  outside(
    it,
    `UPDATE scores SET value = '100' WHERE sheet_id IN
      (SELECT id FROM sheets WHERE round_id = ? AND entry_id = ?)`,
    it.panel.id,
    it.entry("35.20"),
  );
}

async function documentsOf({ siti, editionId }: Secured) {
  return siti.api.documents.list({ editionId });
}

describe("who signs", () => {
  test("an amendment cannot do away with those who sign it", async () => {
    const { siti, kadir, editionId } = secured;
    const both = [siti.session.account!.id, kadir.session.account!.id];
    const policy = { signatures: 2, signers: both, panelistNames: "named" as const };
    await siti.api.security.amendRuleBook({ editionId, reason: "Dua orang" });
    await siti.api.security.savePolicy({ editionId, policy });
    await signRuleBook(siti, editionId);

    await siti.api.security.amendRuleBook({ editionId, reason: "Cukup saya" });
    await siti.api.security.savePolicy({
      editionId,
      policy: { ...policy, signatures: 1, signers: [both[0]!] },
    });
    await signRuleBook(siti, editionId);
    const alone = await siti.api.security.get({ editionId });
    expect(alone.ruleBooks[0]).toMatchObject({ version: 3, frozenAt: null });
    expect(alone.signing).toEqual({ signatures: 2, signers: both });
    await signRuleBook(kadir, editionId);
    expect((await siti.api.security.get({ editionId })).ruleBooks[0]!.frozenAt).not.toBeNull();
  });

  test("nobody signs a rule book, a correction or a declaration over altered data", async () => {
    const { siti, kadir, editionId, panel } = secured;
    await seal(siti, editionId, panel.id);
    const innocent = await request(secured, cell(secured, "41"));
    forge(secured);
    expect((await errorOf(sign(secured, innocent))).message).toMatch(/tidak sama dengan buku catatan/);
    const declared = kadir.api.seals.declare({ editionId, embargoUntil: "2030-01-01T00:00:00.000Z", pin });
    expect((await errorOf(declared)).message).toMatch(/tidak sama dengan buku catatan/);
    await siti.api.security.amendRuleBook({ editionId, reason: "Uji" });
    expect((await errorOf(signRuleBook(siti, editionId))).message).toMatch(/tidak sama dengan buku catatan/);
  });
});

test("an amendment that changed nothing is dropped, and the rule book before it is in force again", async () => {
  const { siti, editionId, panel } = secured;
  await siti.api.security.amendRuleBook({ editionId, reason: "Keliru dibuka" });
  const rules = await siti.api.rounds.get({ roundId: panel.id });
  await siti.api.rounds.saveRules({ roundId: panel.id, rules: { ...rules, quorum: 2 } });
  expect((await errorOf(siti.api.security.dropAmendment({ editionId }))).message).toMatch(/Kembalikan dulu/);
  await siti.api.rounds.saveRules({ roundId: panel.id, rules });
  const { ruleBooks } = await siti.api.security.dropAmendment({ editionId });
  expect(ruleBooks.map(({ version, frozenAt }) => [version, frozenAt !== null])).toEqual([[1, true]]);
  await seal(siti, editionId, panel.id);
  const html = await (await siti.api.seals.bundle({ editionId })).arrayBuffer();
  expect(verifyBundle(new Uint8Array(html), null, verifierScript(secured.context.paths)).findings).toEqual(
    [],
  );
});

test("a result is not held back to a time that is past, nor hidden again once it was open", async () => {
  const { siti, kadir, editionId, panel } = secured;
  await seal(siti, editionId, panel.id);
  const declare = (embargoUntil: string) => kadir.api.seals.declare({ editionId, embargoUntil, pin });
  expect((await errorOf(declare("2021-10-12T02:00:00.000Z"))).message).toMatch(/sudah lewat/);
  await declare(secured.context.clock.now());
  expect((await errorOf(declare("2030-01-01T00:00:00.000Z"))).message).toMatch(/sudah terbuka untuk semua/);
});

describe("after the seal", () => {
  beforeEach(() => seal(secured.siti, secured.editionId, secured.panel.id));

  test("no paper is made from scores that are not those that were sealed", async () => {
    const { siti, editionId, panel } = secured;
    const before = await documentsOf(secured);
    const charter = before.find(({ kind, state }) => kind === "charter" && state === "ready")!;
    forge(secured);
    await siti.api.results.get({ categoryId: secured.category.id });
    const papers = await documentsOf(secured);
    for (const paper of papers.filter(({ kind, key }) => kind === "charter" || key === `recap/${panel.id}`)) {
      expect(paper).toMatchObject({
        state: "blocked",
        why: expect.stringMatching(/bukan lagi yang disegel/),
      });
    }
    for (const key of [charter.key, `recap/${panel.id}`, `minutes/${panel.id}`]) {
      const error = await errorOf(siti.api.documents.preview({ editionId, key }));
      expect(error.message).toMatch(/bukan lagi yang disegel|belum lengkap/);
    }
  });

  test("an entry is neither added to a sealed category nor taken out of it", async () => {
    const { siti, category, editionId } = secured;
    const present = category.entries.map(({ regionId }) => regionId);
    await siti.api.regions.add({ editionId, codes: ["36.01"] });
    const regions = await siti.api.regions.list({ editionId });
    const other = regions.find(({ id }) => !present.includes(id))!.id;
    const fewer = siti.api.categories.setEntries({
      categoryId: category.id,
      regionIds: present.slice(1),
    });
    expect((await errorOf(fewer)).message).toMatch(/sudah mempunyai/);
    const more = siti.api.categories.setEntries({ categoryId: category.id, regionIds: [...present, other] });
    expect((await errorOf(more)).message).toMatch(/pesertanya tetap/);
  });

  test("names on what is sealed stay: panelist, category, award, edition", async () => {
    const { siti, editionId, category, panel } = secured;
    await siti.api.security.amendRuleBook({ editionId, reason: "Uji" });
    const { year, theme, organiser, venue, ceremonyDate, signatory } = await siti.api.editions.get({
      editionId,
    });
    const refused = [
      siti.api.panelists.update({ panelistId: panel.panel[0]!, name: "Orang lain", institution: null }),
      siti.api.categories.rename({ categoryId: category.id, name: "Kategori lain" }),
      siti.api.awards.create({ categoryId: category.id, name: "Piala", places: 1, recipient: "region" }),
      siti.api.editions.update({
        editionId,
        fields: { year, theme, organiser, venue, ceremonyDate, signatory, title: "Judul lain" },
      }),
    ];
    for (const call of refused) expect((await errorOf(call)).message).toMatch(/disegel.* tetap/);
  });
});

test("the title of a frozen rule book is changed by an amendment only", async () => {
  const { siti, editionId } = secured;
  const { year, theme, organiser, venue, ceremonyDate, signatory } = await siti.api.editions.get({
    editionId,
  });
  const fields = { year, theme, organiser, venue, ceremonyDate, signatory };
  const renamed = siti.api.editions.update({ editionId, fields: { ...fields, title: "Judul lain" } });
  expect((await errorOf(renamed)).message).toMatch(/tetap|perubahan bernomor/);
});

describe("a correction", () => {
  beforeEach(() => seal(secured.siti, secured.editionId, secured.panel.id));

  test("of a value that another correction has changed is refused, and the ledger stays whole", async () => {
    const { context, editionId } = secured;
    const first = await request(secured, cell(secured, "41"));
    const second = await request(secured, cell(secured, "42"));
    await sign(secured, first);
    expect((await errorOf(sign(secured, second))).message).toMatch(/sudah diubah koreksi lain/);
    const { replayed, held, fault } = readBoth(context, editionId);
    expect(fault).toBeNull();
    expect(replayed).toEqual(held);
  });

  test("names each cell once, and only cells that may hold a value", async () => {
    const twice = request(secured, cell(secured, "41"), cell(secured, "42"));
    expect((await errorOf(twice)).message).toMatch(/disebut dua kali/);
    const desk = request(secured, { ...cell(secured, "41"), panelistId: null });
    expect((await errorOf(desk)).message).toMatch(/tidak \(lagi\) duduk di panel/);
    const off = request(secured, cell(secured, "1000"));
    expect((await errorOf(off)).message).toMatch(/tidak sesuai skala/);
  });

  test("waits while the rule book is open for an amendment", async () => {
    const { siti, editionId } = secured;
    const asked = await request(secured, cell(secured, "41"));
    await siti.api.security.amendRuleBook({ editionId, reason: "Uji" });
    expect((await errorOf(sign(secured, asked))).message).toMatch(/sedang dibuka untuk perubahan/);
  });

  test("after an amendment leaves rounds that it does not move as they were sealed", async () => {
    const { siti, editionId, desk, panel } = secured;
    await siti.api.security.amendRuleBook({ editionId, reason: "Uji" });
    await signRuleBook(siti, editionId);
    await sign(secured, await request(secured, cell(secured, "41")));
    const seals = await siti.api.seals.list({ editionId });
    const versions = new Map(seals.map(({ roundId, version }) => [roundId, version]));
    expect([versions.get(desk.id), versions.get(panel.id)]).toEqual([1, 2]);
    const { findings } = await siti.api.security.verify({ editionId });
    expect(findings).toEqual([]);
  });
});

test("an account chain that was written anew does not fit what signatures pinned of it", async () => {
  const { siti, editionId, panel } = secured;
  await seal(siti, editionId, panel.id);
  outside(secured, "DROP TRIGGER ledger_never_updated");
  outside(secured, "UPDATE ledger SET hash = ? WHERE edition_id = 0 AND seq = 2", "0".repeat(64));
  const { findings } = await siti.api.security.verify({ editionId });
  expect(findings.join(" ")).toMatch(/Akun dan PIN/);
  outside(secured, "DROP TRIGGER ledger_never_deleted");
  outside(secured, "DELETE FROM ledger WHERE edition_id = 0 AND seq > 1");
  const cut = await siti.api.security.verify({ editionId });
  expect(cut.findings.join(" ")).toMatch(/Buku catatan akun bukan yang ada saat ditandatangani/);
});

test("whoever the rule book names to sign keeps the account until others are named", async () => {
  const { siti, kadir, editionId } = secured;
  await siti.api.security.amendRuleBook({ editionId, reason: "Ketua menandatangani" });
  await siti.api.security.savePolicy({
    editionId,
    policy: { signatures: 1, signers: [kadir.session.account!.id], panelistNames: "named" },
  });
  await signRuleBook(siti, editionId);
  const closed = siti.api.accounts.close({ accountId: kadir.session.account!.id });
  expect((await errorOf(closed)).message).toMatch(/ditunjuk menandatangani/);
});
