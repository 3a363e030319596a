import { afterEach, describe, expect, test } from "vitest";
import { errorOf, openSample } from "../support/application.ts";
import { openSecured, type Person, readBoth, seal } from "../support/secured.ts";
import { typeRound } from "../support/typing.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function kept<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
  const opened = await opening;
  open.push(opened);
  return opened;
}

const magetan = "kepala/35.20";

async function nameOf({ api }: Pick<Person, "api">, editionId: number, subject = magetan) {
  return (await api.nameChecks.list({ editionId })).find((one) => one.subject === subject)!;
}

async function rename({ api }: Pick<Person, "api">, editionId: number, name: string) {
  const region = (await api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
  return await api.regions.update({
    regionId: region.id,
    head: { title: "Bupati", name },
    agency: region.agency,
  });
}

describe("on an open edition", () => {
  test("whoever says who they are checks a name as it stands", async () => {
    const sample = await kept(openSample({ names: "unchecked" }));
    const { api, editionId } = sample;
    const name = await nameOf(sample, editionId);
    expect(name).toMatchObject({
      where: "Kepala daerah Kabupaten Magetan",
      text: "Suprawoto\nBupati Magetan",
      check: null,
      typist: null,
      route: `/e/${editionId}/persiapan/daerah?cari=Kabupaten%20Magetan&isian=Nama%20kepala%20daerah%20Kabupaten%20Magetan`,
    });
    const given = { editionId, subject: magetan, text: name.text, checked: true };
    expect(await errorOf(api.nameChecks.check(given))).toMatchObject({
      code: "INVALID",
      message: "Tulis dulu nama Anda sebagai pemeriksa.",
    });
    const checked = await api.nameChecks.check({ ...given, by: "Budi" });
    expect(checked.check?.checker).toBe("Budi");
    const back = await api.nameChecks.check({ ...given, checked: false, by: "Budi" });
    expect([back.check, back.former]).toEqual([null, null]);
  });

  test("a name that is changed is unchecked again, and its check comes back with it", async () => {
    const sample = await kept(openSample({ names: "unchecked" }));
    const { api, editionId } = sample;
    const { text } = await nameOf(sample, editionId);
    await api.nameChecks.check({ editionId, subject: magetan, text, checked: true, by: "Budi" });
    await rename(sample, editionId, "Dr. Suprawoto, S.H.");
    expect(await nameOf(sample, editionId)).toMatchObject({ check: null, former: { checker: "Budi", text } });
    const late = api.nameChecks.check({ editionId, subject: magetan, text, checked: true, by: "Budi" });
    expect(await errorOf(late)).toMatchObject({
      code: "CONFLICT",
      message:
        'Kepala daerah Kabupaten Magetan baru saja diubah menjadi "Dr. Suprawoto, S.H.". Bandingkan sekali lagi dengan kertasnya.',
    });
    await rename(sample, editionId, "Suprawoto");
    expect((await nameOf(sample, editionId)).check?.checker).toBe("Budi");
  });

  test("a clone starts unchecked and keeps the titles apart", async () => {
    const sample = await kept(openSample({ names: "unchecked" }));
    const { api, editionId } = sample;
    const { text } = await nameOf(sample, editionId);
    await api.nameChecks.check({ editionId, subject: magetan, text, checked: true, by: "Budi" });
    const [panelist] = await api.panelists.list({ editionId });
    const gelar = { before: "Dr.", after: "M.Si." };
    await api.panelists.update({
      panelistId: panelist!.id,
      name: "Dr. Muhamad Taufik, M.Si.",
      gelar,
      institution: null,
    });
    const clone = await api.editions.clone({ editionId, year: 2022, title: "ASN 2022" });
    expect((await nameOf(sample, clone.id)).check).toBeNull();
    expect((await api.panelists.list({ editionId: clone.id }))[0]!.gelar).toEqual(gelar);
  });
});

describe("titles kept beside a name", () => {
  test("must be those of the name, stay while they are, and go when they are not", async () => {
    const { api, editionId } = await kept(openSample({ names: "unchecked" }));
    const region = (await api.regions.list({ editionId })).find(({ code }) => code === "35.20")!;
    const put = (name: string, gelar?: { before: string | null; after: string | null } | null) =>
      api.regions.update({
        regionId: region.id,
        head: { title: "Bupati", name, gelar },
        agency: region.agency,
      });
    const gelar = { before: "Dr.", after: "S.H." };
    expect((await put("Dr. Suprawoto, S.H.", gelar)).head).toEqual({
      title: "Bupati",
      name: "Dr. Suprawoto, S.H.",
      gelar,
    });
    expect((await put("Dr. Soeprawoto, S.H.")).head?.gelar).toEqual(gelar);
    expect((await put("Soeprawoto")).head?.gelar).toBeUndefined();
    expect(await errorOf(put("Suprawoto", gelar))).toMatchObject({
      code: "INVALID",
      message:
        'Gelar yang dikirim tidak cocok dengan nama "Suprawoto". Ketik gelar depan, nama, dan gelar belakang sekali lagi.',
    });
  });

  test("go through the edition file, which keeps the full name for other readers", async () => {
    const { api, editionId } = await kept(openSample({ names: "unchecked" }));
    const edition = await api.editions.get({ editionId });
    const gelar = { before: "Dra. Hj.", after: "M.Si." };
    const signatory = { ...edition.signatory!, name: "Dra. Hj. Khofifah Indar Parawansa, M.Si.", gelar };
    await api.editions.update({ editionId, fields: { ...edition, signatory } });
    const file = await api.editions.exportFile({ editionId });
    expect(JSON.parse(await file.text())).toMatchObject({ edition: { signatory } });
    const read = await api.editions.importFile({ file });
    expect(read.signatory).toEqual(signatory);
  });
});

describe("on a secured edition", () => {
  test("another account than the one who typed it checks a name, and the ledger holds it", async () => {
    const secured = await kept(openSecured({ keying: "single", names: "unchecked" }));
    const { siti, vina, kadir, andi, editionId, context } = secured;
    await rename(siti, editionId, "Dr. Suprawoto, S.H.");
    const { text, typist } = await nameOf(vina, editionId);
    expect(typist?.name).toBe("Siti");
    const given = { editionId, subject: magetan, text, checked: true };
    expect(await errorOf(siti.api.nameChecks.check(given))).toMatchObject({
      code: "FORBIDDEN",
      message:
        "Kepala daerah Kabupaten Magetan terakhir diketik oleh Anda sendiri (Siti). Mintalah ketua, sekretaris, atau verifikator lain memeriksanya.",
    });
    expect(await errorOf(andi.api.nameChecks.check(given))).toMatchObject({ code: "FORBIDDEN" });
    expect((await vina.api.nameChecks.check({ ...given, by: "Orang lain" })).check?.checker).toBe("Vina");
    expect((await kadir.api.nameChecks.check(given)).check?.checker).toBe("Kadir");
    const sentence = "Kepala daerah Kabupaten Magetan: …";
    await vina.api.nameChecks.see({ editionId, subject: magetan, rule: "spelling", sentence, seen: true });
    const { replayed, held, fault } = readBoth(context, editionId);
    expect([replayed, fault]).toEqual([held, null]);
    expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
    const { entries } = await siti.api.ledger.list({
      editionId,
      regionCode: null,
      panelistKey: null,
      text: "",
      kind: "all",
      before: null,
      limit: 50,
    });
    const told = entries.map((entry) => entry.sentence).join("\n");
    expect(told).toContain("Pemeriksaan nama (kepala daerah Kabupaten Magetan) dinyatakan cocok");
    expect(told).toContain("Temuan nama (kepala daerah Kabupaten Magetan) ditandai sudah dilihat");
  });

  test("whoever changed something else beside the name has not typed it", async () => {
    const { siti, editionId } = await kept(openSecured({ keying: "single", names: "unchecked" }));
    const before = await nameOf(siti, editionId, "penandatangan");
    const edition = await siti.api.editions.get({ editionId });
    await siti.api.editions.update({ editionId, fields: { ...edition, venue: "Tempat lain" } });
    expect((await nameOf(siti, editionId, "penandatangan")).typist).toEqual(before.typist);
  });
});

describe("the list before printing", () => {
  test("finds nothing in the sample that stops or must be looked at", async () => {
    const { api, editionId } = await kept(openSample({ names: "unchecked" }));
    const { findings, earlier } = await api.nameChecks.preflight({ editionId });
    expect(earlier).toBeNull();
    expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("holds names against the last year, measures them, and forgets what was seen when it changes", async () => {
    const sample = await kept(openSample({ names: "unchecked" }));
    const { api, editionId: before } = sample;
    const { id: editionId } = await api.editions.clone({ editionId: before, year: 2022, title: "ASN 2022" });
    await rename(sample, editionId, "Suprawoto漢");
    const list = async () => {
      const { findings } = await api.nameChecks.preflight({ editionId });
      return findings.filter(({ subject }) => subject === magetan);
    };
    const found = await list();
    expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      "stop lookalike",
      "stop glyph",
      "look spelling",
    ]);
    const { subject, rule, sentence } = found[2]!;
    await api.nameChecks.see({ editionId, subject, rule, sentence, seen: true, by: "Budi" });
    expect((await list()).map(({ seen }) => seen?.viewer ?? null)).toEqual([null, null, "Budi"]);
    await rename(sample, editionId, "Soeprawoto");
    expect((await list()).map(({ seen }) => seen)).toEqual([null]);
    await api.nameChecks.see({ editionId, subject, rule, sentence, seen: false, by: "Budi" });
  });

  test("a name is measured by the design of the very award it is given by", async () => {
    const { api, context, editionId } = await kept(openSample({ names: "unchecked" }));
    const small = async () => {
      const { findings } = await api.nameChecks.preflight({ editionId });
      return findings
        .filter(({ rule }) => rule === "small.print")
        .map(({ subject }) => subject.split("/")[0]!);
    };
    expect(await small()).toEqual([]);
    const { key, design, savedAt } = await api.designs.copy({ editionId, key: "modern", name: "Sempit" });
    const elements = design.elements.map((one) =>
      one.kind === "name" ? { ...one, size: 18, least: 14 } : one,
    );
    await api.designs.save({ editionId, key, design: { ...design, elements }, basedOn: savedAt });
    expect(await small()).toEqual([]);
    const awards = await api.awards.list({ editionId });
    const ofAgencies = awards.find(({ recipient }) => recipient === "agency")!;
    const told: string[] = [];
    context.changes.subscribe("change", ({ nouns }) => told.push(...nouns));
    await api.designs.choose({ awardId: ofAgencies.id, key });
    expect(told).toContain("nameChecks");
    const kinds = new Set(await small());
    expect(kinds).toEqual(new Set(["perangkat"]));
  });

  test("names of a charter that become too small are told with their size", async () => {
    const sample = await kept(openSample({ names: "unchecked" }));
    const { api, editionId } = sample;
    await rename(sample, editionId, "Mahkamah Wmwmwm ".repeat(12).trim());
    const { findings } = await api.nameChecks.preflight({ editionId });
    expect(findings.filter(({ rule }) => rule === "small.print").map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Kepala daerah Kabupaten Magetan: .+ pada piagam mengecil menjadi 1\d(,\d)? pt/),
    ]);
  });
});

describe("names that are still open when a paper goes out", () => {
  const charterOf = async ({ api }: Pick<Person, "api">, editionId: number) =>
    (await api.documents.list({ editionId })).find(
      ({ kind, title }) => kind === "charter" && /Suprawoto/.test(title),
    )!.key;

  test("are named before anything is printed, and the register says that it was printed all the same", async () => {
    const sample = await kept(openSample());
    const { api, editionId } = sample;
    const key = await charterOf(sample, editionId);
    await rename(sample, editionId, "Suprawoto, S.H");
    const asked = await errorOf(api.documents.make({ editionId, keys: [key], bundle: "onePdf" }));
    expect(asked).toMatchObject({
      code: "CONFLICT",
      message:
        "Pada dokumen ini 1 nama belum diperiksa orang kedua dan 1 temuan pada nama belum diselesaikan.",
    });
    expect(asked.data?.problems?.map(({ path }) => path)).toEqual([`nama/${magetan}`]);
    expect(asked.data?.problems?.[0]?.message).toContain(
      "Kepala daerah Kabupaten Magetan: “Suprawoto, S.H” belum diperiksa orang kedua.",
    );
    expect(await api.register.list({ editionId })).toEqual([]);
    await api.documents.make({ editionId, keys: [key], bundle: "onePdf", despiteNames: true });
    const [paper] = await api.register.list({ editionId });
    expect(paper?.runs[0]?.reason).toBe(
      "dikeluarkan walau 1 nama belum diperiksa orang kedua dan 1 temuan pada nama belum diselesaikan",
    );
  });

  test("of papers that do not carry them ask nothing", async () => {
    const sample = await kept(openSample());
    const { api, editionId } = sample;
    await rename(sample, editionId, "Suprawoto, S.H");
    const other = (await api.documents.list({ editionId })).find(
      ({ kind, title }) => kind === "charter" && !/Suprawoto|Magetan/.test(title),
    )!;
    const { failures } = await api.documents.make({ editionId, keys: [other.key], bundle: "onePdf" });
    expect(failures).toEqual([]);
  });

  test("keep charters and script of a secured edition back, whatever is said, until another person has read them", async () => {
    const secured = await kept(openSecured({ keying: "single" }));
    const { siti, vina, editionId, panel, context } = secured;
    await typeRound(secured, secured.andi, (code, panelist) =>
      String((code === "35.20" ? 80 : 60) + (Number(code.slice(3)) % 9) + panelist),
    );
    await seal(siti, editionId, panel.id);
    const key = await charterOf(siti, editionId);
    context.db.prepare("DELETE FROM name_checks WHERE subject = ?").run(magetan);
    const make = () =>
      siti.api.documents.make({ editionId, keys: [key], bundle: "onePdf", despiteNames: true });
    expect((await errorOf(make())).message).toContain(
      "belum boleh dikeluarkan: Kepala daerah Kabupaten Magetan: “Suprawoto” belum diperiksa orang kedua. Selesaikan di Persiapan, Nama.",
    );
    const { text } = await nameOf(vina, editionId);
    await vina.api.nameChecks.check({ editionId, subject: magetan, text, checked: true });
    expect((await make()).failures).toEqual([]);
  });
});

test("what must be mended is let stand only with a reason, which is shown with whoever gave it", async () => {
  const sample = await kept(openSample({ names: "unchecked" }));
  const { api, editionId } = sample;
  const edition = await api.editions.get({ editionId });
  const signatory = { ...edition.signatory!, title: "Walikota Surabaya" };
  await api.editions.update({ editionId, fields: { ...edition, signatory } });
  const find = async () =>
    (await api.nameChecks.preflight({ editionId })).findings.find(({ rule }) => rule === "detail.waliKota")!;
  const { subject, rule, sentence, severity } = await find();
  expect(severity).toBe("stop");
  const see = (reason?: string) =>
    api.nameChecks.see({
      editionId,
      subject,
      rule,
      sentence,
      seen: true,
      by: "Budi",
      reason: reason ?? null,
    });
  expect((await errorOf(see())).message).toBe(
    "Temuan ini harus dibetulkan: ubah namanya. Bila yang tertulis memang benar, tulis alasannya.",
  );
  expect((await find()).seen).toBeNull();
  await see("Nama resmi sejak 1950");
  expect((await find()).seen).toMatchObject({ viewer: "Budi", reason: "Nama resmi sejak 1950" });
});
