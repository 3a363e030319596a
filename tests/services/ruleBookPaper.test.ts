import { afterEach, beforeEach, expect, test } from "vitest";
import { readPdf } from "../documents/readPdf.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, type Secured, signRuleBook } from "../support/secured.ts";
import { printAndSee } from "../support/printed.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "double" });
});
afterEach(() => secured.close());

const listed = async () =>
  (await secured.siti.api.documents.list({ editionId: secured.editionId })).filter(
    ({ kind }) => kind === "ruleBook",
  );

async function textOf(key: string): Promise<string> {
  const { siti, editionId } = secured;
  const { text } = await readPdf(
    new Uint8Array(await (await siti.api.documents.preview({ editionId, key })).arrayBuffer()),
  );
  return text.replaceAll(/\s+/g, " ");
}

test("the signed rule book is a paper with its short hash, its rules and who signed when", async () => {
  const { siti, editionId, panel } = secured;
  expect(await listed()).toMatchObject([{ key: "ruleBook/1", state: "ready", why: "", group: "Tata nilai" }]);
  const text = await textOf("ruleBook/1");
  const { ruleBooks } = await siti.api.security.get({ editionId });
  expect(text).toContain(ruleBooks[0]!.shortHash);
  for (const { name } of panel.indicators) expect(text).toContain(name);
  expect(text).toMatch(/diketik oleh dua operator yang tidak melihat angka satu sama lain/);
  expect(text).toMatch(/ditandatangani dengan PIN oleh Siti pada 5 Oktober 2026 pukul 09\.\d\d WIB/);
  expect(text).not.toContain("RANCANGAN");
  await printAndSee(siti.api, editionId, ["ruleBook/1"]);
  expect(await listed()).toMatchObject([{ state: "printed" }]);
});

test("an amendment is printed as a draft before it is signed, and the earlier version stays as it was signed", async () => {
  const { siti, kadir, editionId, panel } = secured;
  await siti.api.security.amendRuleBook({ editionId, reason: "Ketua ikut menandatangani" });
  const signers = [siti.session.account!.id, kadir.session.account!.id];
  await siti.api.security.savePolicy({
    editionId,
    policy: { signatures: 2, signers, panelistNames: "letters" },
  });
  expect(await listed()).toMatchObject([
    { key: "ruleBook/2", state: "draft", why: "Tata nilai ini belum ditandatangani." },
    { key: "ruleBook/1", state: "ready", why: "Sudah diganti dengan versi 2." },
  ]);
  const draft = await textOf("ruleBook/2");
  expect(draft).toContain("RANCANGAN");
  expect(draft).toContain("Ketua ikut menandatangani");
  expect(draft).toMatch(/Kadir Ketua/);
  expect(await textOf("ruleBook/1")).not.toMatch(/Kadir/);
  // A draft that goes out has no serial, so that nothing of it can be seen.
  const { runs } = await siti.api.documents.make({ editionId, keys: ["ruleBook/2"], bundle: "onePdf" });
  expect(runs).toEqual([]);

  // Who signs it is named by the version before: Siti alone.
  await signRuleBook(siti, editionId);
  expect(await textOf("ruleBook/2")).toMatch(/oleh Siti pada /);
  await siti.api.security.amendRuleBook({ editionId, reason: "Hanya ketua yang menandatangani" });
  await siti.api.security.savePolicy({
    editionId,
    policy: { signatures: 1, signers: [kadir.session.account!.id], panelistNames: "letters" },
  });
  await signRuleBook(siti, editionId);
  expect((await siti.api.security.get({ editionId })).ruleBooks[0]!.frozenAt).toBeNull();
  await signRuleBook(kadir, editionId);
  const signed = await textOf("ruleBook/3");
  expect(signed).toMatch(/oleh Kadir pada .* oleh Siti pada /);
  expect(signed).not.toContain("RANCANGAN");
  expect(signed).toContain(panel.name);
});

test("one PDF takes the rule book together with the other papers, and a version that is not there is refused", async () => {
  const { siti, editionId, desk } = secured;
  const keys = ["ruleBook/1", `recap/${desk.id}`];
  const { file, failures } = await siti.api.documents.make({ editionId, keys, bundle: "onePdf" });
  expect(failures).toEqual([]);
  const { text } = await readPdf(new Uint8Array(await file.arrayBuffer()));
  expect(text).toMatch(/TATA NILAI[^]*REKAPITULASI/i);
  const preview = siti.api.documents.preview({ editionId, key: "ruleBook/9" });
  expect(await errorOf(preview)).toMatchObject({ code: "NOT_FOUND" });
});

test("an open edition calls for no rule book", async () => {
  const { id } = await secured.siti.api.editions.clone({
    editionId: secured.editionId,
    year: 2023,
    title: "Baru",
  });
  const papers = await secured.siti.api.documents.list({ editionId: id });
  expect(papers.filter(({ kind }) => kind === "ruleBook")).toEqual([]);
});
