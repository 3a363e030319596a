import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { makeSigner, signPdf } from "./signPdf.ts";
import { openTypedSheet } from "./typing.ts";
import { openSecured, pin, seal, type Secured, signRuleBook } from "./secured.ts";

/** A small red square. */
export const dot = () =>
  new File(
    [
      Buffer.from(
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAEAQMAAACTPww9AAAAA1BMVEX/AAAZ4gk3AAAAC0lEQVQI12NggAAAAAgAAS8g3TEAAAAASUVORK5CYII=",
        "base64",
      ),
    ],
    "titik.png",
    { type: "image/png" },
  );

/**
 * An edition in which everything that can be written down has been: typed by one and accepted by another, a tie
 * declared and signed, equal totals decided, sealed, declared, papers out, a correction asked for, contact details,
 * pictures, a letterhead. Closed, so that its files lie still.
 */
export async function openFullEdition(): Promise<Secured> {
  const secured = await openSecured({ keying: "confirm" });
  const { siti, andi, vina, kadir, pengamat, editionId, panel, category, entry } = secured;
  const [first = 0] = panel.panel;
  await siti.api.settings.saveLetterhead({ lines: ["PEMERINTAH PROVINSI JAWA TIMUR"], address: "Surabaya" });
  await siti.api.settings.savePaperSize({ paperSize: "F4" });
  await siti.api.settings.setEmblem({ owner: "letterhead", picture: dot() });
  await nameInFull(secured);
  const region = (await siti.api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
  await siti.api.regions.setHeadPicture({ regionId: region.id, picture: dot() });
  const contact = { nip: "198001012005011001", phone: "0812", email: "a@b.id" };
  await siti.api.security.saveContact({ editionId, person: "kepala/35.20", ...contact });
  await siti.api.panelists.setAccount({ panelistId: first, accountId: pengamat.session.account!.id });
  await siti.api.security.amendRuleBook({ editionId, reason: "Seri diputus pleno" });
  const rules = await siti.api.rounds.get({ roundId: panel.id });
  await siti.api.rounds.saveRules({
    roundId: panel.id,
    rules: { ...rules, quorum: 1, carry: "0", tieBreak: ["decision"] },
  });
  const signers = [siti.session.account!.id, kadir.session.account!.id];
  await siti.api.security.savePolicy({
    editionId,
    policy: { signatures: 1, signers, panelistNames: "named" },
  });
  await signRuleBook(siti, editionId);
  const { hash: frame } = await siti.api.designs.addPicture({ editionId, picture: dot() });
  const [shipped] = await siti.api.designs.list({ editionId });
  const own = await siti.api.designs.copy({ editionId, key: shipped!.key, name: "Piagam sendiri" });
  const framed = { ...own.design, frame: { ...own.design.frame, kind: "picture" as const, picture: frame } };
  await siti.api.designs.save({ editionId, key: own.key, design: framed, basedOn: own.savedAt });
  const [award] = await siti.api.awards.list({ editionId });
  await siti.api.designs.choose({ awardId: award!.id, key: own.key });
  const { statements } = await siti.api.rounds.recuse({
    roundId: panel.id,
    panelistId: first,
    entryId: entry("35.20"),
    reason: "Pernah menjadi sekretaris daerahnya",
  });
  const { hash } = statements[0]!;
  await siti.api.rounds.signStatement({ roundId: panel.id, panelistId: first, hash, way: "paper", pin });
  for (const [order, panelistId] of panel.panel.entries()) {
    const { rows } = await andi.api.sheets.grid({ roundId: panel.id, panelistId });
    for (const { code, recused } of rows) {
      if (recused !== null) continue;
      const sheet = openTypedSheet(secured, code, order);
      await sheet.type(andi, ...panel.indicators.map(() => "50"));
      await sheet.accept(vina);
    }
  }
  const { rounds } = await kadir.api.results.get({ categoryId: category.id });
  const order = rounds.at(-1)!.undecided[0]!;
  await kadir.api.results.decide({ roundId: panel.id, order, reason: "Rapat pleno" });
  await seal(siti, editionId, panel.id);
  await kadir.api.seals.declare({ editionId, embargoUntil: "2030-01-01T00:00:00.000Z", pin });
  const { nip: _nip, rounds: _rounds, ...office } = await siti.api.office.get({ editionId });
  const signer = { ...office.signer, name: "Sri Wahyuni", rank: "Pembina Utama Madya" };
  const details = { ...office, signer, budget: "APBD 2021" };
  await siti.api.office.save({ editionId, details, nip: "196508171990031002" });
  const event = { date: "2021-10-05", start: "09.00", venue: "Grahadi", inPerson: true };
  const lengths = { presentationMinutes: 7, interviewMinutes: 13, pauses: [] };
  await siti.api.office.saveRound({ roundId: panel.id, event: { ...event, ...lengths } });
  const minutes = `minutes/${panel.id}`;
  await siti.api.documents.setDetails({
    editionId,
    keys: [minutes],
    number: "1/2022",
    date: "2022-10-12",
    paperSize: "A4",
  });
  const { file } = await siti.api.documents.make({
    editionId,
    keys: [minutes],
    bundle: "onePdf",
    despiteNames: true,
  });
  await siti.api.documents.make({
    editionId,
    keys: [minutes],
    bundle: "onePdf",
    despiteNames: true,
    reason: "Kertas macet",
  });
  const [out] = await siti.api.register.list({ editionId });
  const pages = out!.pages ?? 1;
  if (pages < 2) throw new Error("the minutes have one page, so that no page was noted");
  for (let page = 1; page <= pages; page++)
    await siti.api.register.scan({ editionId, code: `${out!.serial}/${page}` });
  await siti.api.register.savePattern({ editionId, kind: "minutes", pattern: "914/{urut}/{tahun}" });
  const signed = await signPdf(new Uint8Array(await file.arrayBuffer()), await makeSigner("Kadir"));
  await siti.api.register.fileSigned({ editionId, key: minutes, file: new File([signed], "tte.pdf") });
  await vina.api.seals.requestCorrection({
    roundId: panel.id,
    reason: "Angka di kertas lain",
    changes: [
      { entryId: order[0]!, panelistId: panel.panel[1]!, indicatorId: panel.indicators[0]!.id, value: "51" },
    ],
  });
  return secured;
}

/** Names with titles kept apart, one of them checked, and a finding that was looked at. */
async function nameInFull({ siti, vina, editionId, panel }: Secured): Promise<void> {
  const gelar = { before: "Dr.", after: "S.H." };
  const edition = await siti.api.editions.get({ editionId });
  const signatory = { ...edition.signatory!, name: "Dr. Khofifah Indar Parawansa, S.H.", gelar };
  await siti.api.editions.update({ editionId, fields: { ...edition, signatory } });
  // Of each table the row that comes first.
  const [region] = await siti.api.regions.list({ editionId });
  await siti.api.regions.update({
    regionId: region!.id,
    head: { title: "Bupati", name: "Dr. Orang Contoh, S.H.", gelar },
    agency: { name: "BKPSDM", head: "Dr. Orang Lain, S.H.", headGelar: gelar },
  });
  const panelist = (await siti.api.panelists.list({ editionId })).find(({ id }) => id === panel.panel[0])!;
  const { id: panelistId, name, institution } = panelist;
  await siti.api.panelists.update({ panelistId, name: `Dr. ${name}, S.H.`, gelar, institution });
  const [checked] = await vina.api.nameChecks.list({ editionId });
  const { subject, text, where } = checked!;
  await vina.api.nameChecks.check({ editionId, subject, text, checked: true });
  await vina.api.nameChecks.see({ editionId, subject, rule: "edge", sentence: where, seen: true });
}

/** The database with its anchor, put aside into a folder. */
export function copyAside({ paths, context }: Secured, folder: string): string {
  mkdirSync(folder, { recursive: true });
  context.db.pragma("wal_checkpoint(TRUNCATE)");
  cpSync(join(paths.data, "kepala.json"), join(folder, "kepala.json"));
  cpSync(paths.database, join(folder, "lencana.db"));
  return join(folder, "lencana.db");
}
