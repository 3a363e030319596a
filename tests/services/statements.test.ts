import { afterEach, beforeEach, expect, test } from "vitest";
import { errorOf } from "../support/application.ts";
import { openSecured, pin, readBoth, type Secured } from "../support/secured.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
});
afterEach(() => secured.close());

/** The first panelist of the panel declares a tie to Magetan. */
async function declare({ siti, panel, entry }: Secured) {
  const panelistId = panel.panel[0]!;
  const round = await siti.api.rounds.recuse({
    roundId: panel.id,
    panelistId,
    entryId: entry("35.20"),
    reason: "Pernah menjadi sekretaris daerahnya",
  });
  return { roundId: panel.id, panelistId, hash: round.statements[0]!.hash };
}

/** The viewer's account becomes the panelist's own. */
function connect({ siti, pengamat }: Secured, panelistId: number) {
  return siti.api.panelists.setAccount({ panelistId, accountId: pengamat.session.account!.id });
}

function conditions({ siti, editionId, panel }: Secured) {
  return siti.api.seals
    .list({ editionId })
    .then((list) => list.find(({ roundId }) => roundId === panel.id)!.conditions);
}

test("a declared tie is signed with the panelist's own PIN, and stands in ledger and database alike", async () => {
  const { siti, editionId, context } = secured;
  const statement = await declare(secured);
  await connect(secured, statement.panelistId);
  const { statements } = await siti.api.rounds.signStatement({ ...statement, way: "pin", pin });
  expect(statements[0]!.signature).toMatchObject({ name: "Pia", witness: null });
  const { replayed, held } = readBoth(context, editionId);
  expect(replayed).toEqual(held);
  const { entries } = await siti.api.ledger.list({
    editionId,
    regionCode: null,
    panelistKey: null,
    text: "",
    kind: "all",
    before: null,
    limit: 5,
  });
  expect(entries[0]!.sentence).toMatch(/^Tanda tangan Pia untuk pernyataan berhalangan .+ di babak Paparan/);
});

test("a statement signed on paper names who saw it", async () => {
  const { kadir } = secured;
  const statement = await declare(secured);
  const { statements } = await kadir.api.rounds.signStatement({ ...statement, way: "paper", pin });
  expect(statements[0]!.signature).toMatchObject({ witness: "Kadir" });
});

test("a wrong PIN, or a panelist without an account, signs nothing", async () => {
  const { siti } = secured;
  const statement = await declare(secured);
  const without = siti.api.rounds.signStatement({ ...statement, way: "pin", pin });
  expect((await errorOf(without)).message).toMatch(/belum mempunyai akun/);
  await connect(secured, statement.panelistId);
  const wrong = siti.api.rounds.signStatement({ ...statement, way: "pin", pin: "000000" });
  expect((await errorOf(wrong)).message).toMatch(/PIN untuk Pia salah/);
  const { statements } = await siti.api.rounds.get({ roundId: statement.roundId });
  expect(statements[0]!.signature).toBeNull();
});

test("what is declared after signing must be signed again", async () => {
  const { siti, entry } = secured;
  const statement = await declare(secured);
  await siti.api.rounds.signStatement({ ...statement, way: "paper", pin });
  const { statements } = await siti.api.rounds.recuse({
    roundId: statement.roundId,
    panelistId: statement.panelistId,
    entryId: entry("35.23"),
    reason: "Keluarga",
  });
  expect(statements[0]!.signature).toBeNull();
  const stale = siti.api.rounds.signStatement({ ...statement, way: "paper", pin });
  expect((await errorOf(stale)).message).toMatch(/sudah berubah sejak Anda membacanya/);
});

test("a round is not sealed over a tie that nobody signed", async () => {
  const { siti } = secured;
  const statement = await declare(secured);
  const unsigned = (await conditions(secured)).find(({ sentence }) => /berhalangan/.test(sentence))!;
  expect(unsigned).toMatchObject({ holds: false, sentence: expect.stringMatching(/belum ditandatangani/) });
  await siti.api.rounds.signStatement({ ...statement, way: "paper", pin });
  const signed = (await conditions(secured)).find(({ sentence }) => /berhalangan/.test(sentence))!;
  expect(signed.holds).toBe(true);
});

test("only a viewer's account that no other panelist has becomes a panelist's", async () => {
  const { siti, andi, panel } = secured;
  const [first, second] = panel.panel;
  const operator = siti.api.panelists.setAccount({
    panelistId: first!,
    accountId: andi.session.account!.id,
  });
  expect((await errorOf(operator)).message).toMatch(/Andi bukan pengamat/);
  await connect(secured, first!);
  expect((await errorOf(connect(secured, second!))).message).toMatch(/sudah dipakai/);
});

test("the statement is a paper, with its fingerprint", async () => {
  const { siti, editionId } = secured;
  const { roundId, panelistId } = await declare(secured);
  const key = `statement/${roundId}/${panelistId}`;
  const papers = await siti.api.documents.list({ editionId });
  expect(papers.find((paper) => paper.key === key)).toMatchObject({ state: "ready", kind: "statement" });
  const pdf = await siti.api.documents.preview({ editionId, key });
  expect(pdf.size).toBeGreaterThan(5000);
});
