import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { OfficeView, RoundEvent } from "../../electron/contract/office.ts";
import { drawByLot } from "../../electron/domain/lot.ts";
import { sha256 } from "../../electron/services/sha256.ts";
import { errorOf, openSample } from "../support/application.ts";
import { openSecured, readBoth } from "../support/secured.ts";

const plainEvent: RoundEvent = {
  date: "2021-10-05",
  start: "09.00",
  venue: null,
  presentationMinutes: 7,
  interviewMinutes: 13,
  inPerson: true,
  pauses: [],
};

const ledgerOfPapers = {
  kind: "papers",
  regionCode: null,
  panelistKey: null,
  text: "",
  before: null,
  limit: 20,
} as const;

function detailsOf({ nip: _nip, rounds: _rounds, ...details }: OfficeView) {
  return details;
}

describe("on an open edition", () => {
  let sample: Awaited<ReturnType<typeof openSample>>;
  beforeEach(async () => {
    sample = await openSample();
  });
  afterEach(() => sample.close());

  const saveRound = (part: Partial<Record<keyof RoundEvent, unknown>>) =>
    sample.api.office.saveRound({
      roundId: sample.panel.id,
      event: Object.assign({}, plainEvent, part),
    });

  test("an edition that nobody wrote letters for has every step of the ceremony and nothing else", async () => {
    const { api } = sample;
    const fields = { theme: null, organiser: null, venue: null, ceremonyDate: null, signatory: null };
    const { id: editionId } = await api.editions.create({ year: 2023, title: "Baru", ...fields });
    const view = await api.office.get({ editionId });
    expect(view).toMatchObject({ bases: [], copies: [], budget: null, nip: null, rounds: [] });
    expect(view.ceremony.items).toHaveLength(8);
    expect(view.ceremony.items.every(({ minutes, by }) => minutes === null && by === null)).toBe(true);
  });

  test.each([
    ["an hour that is none", { start: "25.00" }, "Tulis jam seperti 09.00"],
    ["a day that is none", { date: "2021-02-30" }, "Harus tanggal yang ada, misalnya 2021-10-12"],
    ["half a minute", { presentationMinutes: 7.5 }, "Isi menit tanpa koma"],
    ["no minutes at all", { interviewMinutes: 0 }, "Paling sedikit 1 menit"],
    [
      "a pause before the first",
      { pauses: [{ after: 0, minutes: 5, name: "Jeda" }] },
      "Jeda sesudah giliran ke-1 atau lebih",
    ],
  ])("%s is refused with a sentence", async (_what, part, sentence) => {
    const { data, message } = await errorOf(saveRound(part));
    expect(JSON.stringify([message, data])).toContain(sentence);
  });

  test("what would run past midnight is refused, naming the start", async () => {
    expect(
      await errorOf(saveRound({ start: "23.00", presentationMinutes: 60, interviewMinutes: 30 })),
    ).toMatchObject({
      code: "INVALID",
      message: expect.stringContaining("pukul 23.00 melewati tengah malam"),
    });
    const { api, editionId } = sample;
    const details = detailsOf(await api.office.get({ editionId }));
    const ceremony = { ...details.ceremony, start: "23.30" };
    expect(
      await errorOf(api.office.save({ editionId, details: { ...details, ceremony }, nip: null })),
    ).toMatchObject({ code: "INVALID", message: expect.stringContaining("tengah malam") });
    expect((await api.office.get({ editionId })).ceremony.start).toBe("08.00");
  });

  test("an hour is kept as papers print it, however it was typed", async () => {
    const { rounds } = await saveRound({ start: " 9:05 " });
    expect(rounds[0]!.start).toBe("09.05");
  });

  test("a step of the ceremony stands once, and a NIP has 18 digits", async () => {
    const { api, editionId } = sample;
    const details = detailsOf(await api.office.get({ editionId }));
    const items = [...details.ceremony.items, details.ceremony.items[0]!];
    const twice = { ...details, ceremony: { ...details.ceremony, items } };
    const refused = await errorOf(api.office.save({ editionId, details: twice, nip: null }));
    expect(JSON.stringify(refused.data)).toContain("Setiap mata acara hanya sekali");
    const short = await errorOf(api.office.save({ editionId, details, nip: "1965 0817" }));
    expect(JSON.stringify(short.data)).toContain("NIP terdiri dari 18 angka");
    const { nip } = await api.office.save({ editionId, details, nip: "19650817 199003 1 002" });
    expect(nip).toBe("196508171990031002");
  });

  test("a panel round is not held after the ceremony, whichever of the two days is moved", async () => {
    const { api, editionId, panel } = sample;
    const late = await errorOf(saveRound({ date: "2021-10-13" }));
    expect(late).toMatchObject({
      code: "INVALID",
      message: `Babak "${panel.name}" tidak dapat diadakan 13 Oktober 2021, sesudah upacara 12 Oktober 2021. Ubah tanggal babak itu di Persiapan, Surat & acara, atau tanggal upacara di Persiapan, Edisi.`,
    });
    const fields = await api.editions.get({ editionId });
    const early = api.editions.update({ editionId, fields: { ...fields, ceremonyDate: "2021-10-04" } });
    expect((await errorOf(early)).message).toContain("5 Oktober 2021, sesudah upacara 4 Oktober 2021");
    const sameDay = { ...fields, ceremonyDate: "2021-10-05" };
    expect(await api.editions.update({ editionId, fields: sameDay })).toMatchObject({
      ceremonyDate: "2021-10-05",
    });
  });

  const saveItems = async (items: OfficeView["ceremony"]["items"]) => {
    const { api, editionId } = sample;
    const details = detailsOf(await api.office.get({ editionId }));
    return api.office.save({
      editionId,
      details: { ...details, ceremony: { ...details.ceremony, items } },
      nip: null,
    });
  };

  test("the office adds steps of its own, renames others and puts them in its order, through the edition file too", async () => {
    const { api, editionId } = sample;
    const { items } = (await api.office.get({ editionId })).ceremony;
    const dance = { step: "own", minutes: 7, by: null, title: "Tari Remo" } as const;
    const reading = {
      step: "own",
      minutes: 3,
      by: "Dewi",
      title: "Pembacaan Keputusan",
      words: "Oleh {petugas}.",
    } as const;
    const renamed = items.map((item) => (item.step === "closing" ? { ...item, title: "Ramah tamah" } : item));
    const wanted = [renamed[0]!, dance, ...renamed.slice(2), reading];
    expect((await saveItems(wanted)).ceremony.items).toEqual(wanted);
    const file = await api.editions.exportFile({ editionId });
    const { title } = await api.editions.get({ editionId });
    await api.editions.remove({ editionId, title });
    const { id } = await api.editions.importFile({ file });
    expect((await api.office.get({ editionId: id })).ceremony.items).toEqual(wanted);
  });

  test.each([
    [
      "a ceremony without its awards",
      (items: OfficeView["ceremony"]["items"]) => items.filter(({ step }) => step !== "awards"),
      "Pemberian penghargaan tidak dapat dihapus",
    ],
    [
      "winners that are typed",
      (items: OfficeView["ceremony"]["items"]) =>
        items.map((item) => (item.step === "awards" ? { ...item, words: "Juara I Kota Malang" } : item)),
      "diambil dari peringkat, jadi tidak diketik",
    ],
    [
      "a step without a name",
      (items: OfficeView["ceremony"]["items"]) => [...items, { step: "own" as const, minutes: 5, by: null }],
      "Beri nama mata acara ini",
    ],
    [
      "words with a placeholder that is none",
      (items: OfficeView["ceremony"]["items"]) => [
        ...items,
        { step: "own" as const, minutes: 5, by: null, title: "Tari", words: "Oleh {nama}" },
      ],
      "Kurung kurawal hanya untuk {petugas}",
    ],
  ])("%s is refused with a sentence", async (_what, change, sentence) => {
    const { items } = (await sample.api.office.get({ editionId: sample.editionId })).ceremony;
    const { data } = await errorOf(saveItems(change(items)));
    expect(JSON.stringify(data)).toContain(sentence);
  });

  test("a desk round has no event", async () => {
    const { api, desk } = sample;
    expect(await errorOf(api.office.saveRound({ roundId: desk.id, event: plainEvent }))).toMatchObject({
      code: "INVALID",
      message: `Babak "${desk.name}" dinilai di meja, jadi tidak mempunyai acara.`,
    });
  });

  test("a given order names every finalist once, and a later draw replaces it with one that can be drawn again", async () => {
    const { api, panel, editionId, category } = sample;
    const shown = (view: OfficeView) => view.rounds[0]!.entries.map(({ id }) => id);
    const present = shown(await api.office.get({ editionId }));
    expect(present).toHaveLength(5);
    const backwards = present.toReversed();
    const given = await api.office.setOrder({ roundId: panel.id, entryIds: backwards });
    expect([shown(given), given.rounds[0]!.order]).toEqual([backwards, "given"]);
    expect(
      await errorOf(api.office.setOrder({ roundId: panel.id, entryIds: backwards.slice(1) })),
    ).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Finalis babak ini sudah berubah"),
    });
    expect(await errorOf(api.office.drawOrder({ roundId: panel.id }))).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Urutan babak ini sudah ditetapkan"),
    });
    const drawn = (await api.office.drawOrder({ roundId: panel.id, replaces: true })).rounds[0]!;
    expect(drawn.order).toBe("lot");
    const codeOf = new Map(category.entries.map(({ id, code }) => [id, code]));
    const codes = drawn.entries.map(({ id }) => codeOf.get(id)!);
    expect(drawByLot(sha256, drawn.lot!, codes.toSorted())).toEqual(codes);
    const none = await api.office.setOrder({ roundId: panel.id, entryIds: null });
    expect(none.rounds[0]).toMatchObject({ order: null, lot: null });
    // What is there for the first time replaces nothing, and is not asked about.
    expect((await api.office.drawOrder({ roundId: panel.id })).rounds[0]!.order).toBe("lot");
  });

  test("a round says how many finalists hold an invitation, each once and none that was only previewed", async () => {
    const { api, editionId, panel, entry } = sample;
    const lettersOut = async () => (await api.office.get({ editionId })).rounds[0]!.lettersOut;
    const keys = ["35.20", "35.04"].map((code) => `invitation/${panel.id}/${entry(code)}`);
    await api.documents.preview({ editionId, key: keys[0]! });
    expect(await lettersOut()).toBe(0);
    await api.documents.make({ editionId, keys, bundle: "zip" });
    await api.documents.make({ editionId, keys: [`presentationOrder/${panel.id}`], bundle: "zip" });
    expect(await lettersOut()).toBe(2);
    await api.office.drawOrder({ roundId: panel.id, replaces: true });
    await api.documents.make({ editionId, keys, bundle: "zip" });
    expect(await lettersOut()).toBe(2);
  });

  test("a copy for the next year takes the habits along and leaves what is of the year", async () => {
    const { api, editionId } = sample;
    const { nip, ...own } = await api.office.get({ editionId });
    await api.office.save({ editionId, details: detailsOf({ ...own, nip, budget: "DPA 2021" }), nip });
    const { id } = await api.editions.clone({ editionId, year: 2022, title: "ASN Achievement Awards 2022" });
    const view = await api.office.get({ editionId: id });
    expect(view.bases).toHaveLength(2);
    expect(view).toMatchObject({ budget: null, copies: own.copies, ceremony: own.ceremony });
    const { presentationMinutes, interviewMinutes, pauses, inPerson } = own.rounds[0]!;
    expect(view.rounds[0]).toMatchObject({
      date: null,
      start: null,
      order: null,
      presentationMinutes,
      interviewMinutes,
      pauses,
      inPerson,
    });
    expect([presentationMinutes, pauses.length]).toEqual([7, 1]);
  });
});

describe("on a secured edition", () => {
  test("what the office gives is in the ledger, and the NIP never is", async () => {
    const secured = await openSecured({ keying: "single" });
    try {
      const { siti, andi, context, editionId, panel } = secured;
      const details = detailsOf(await siti.api.office.get({ editionId }));
      const nip = "196508171990031002";
      const signer = { ...details.signer, name: "Sri Wahyuni" };
      await siti.api.office.save({ editionId, details: { ...details, signer, budget: "APBD 2021" }, nip });
      await siti.api.office.saveRound({ roundId: panel.id, event: { ...plainEvent, start: "10.00" } });
      await siti.api.office.drawOrder({ roundId: panel.id, replaces: true });
      const { replayed, held, fault } = readBoth(context, editionId);
      expect(fault).toBeNull();
      expect(replayed).toEqual(held);
      expect(held.map(([path]) => path)).toEqual(expect.arrayContaining(["surat"]));
      const bodies = context.db.prepare("SELECT body FROM ledger").pluck().all().join("\n");
      expect(bodies).toContain("APBD 2021");
      expect(bodies).not.toContain(nip);
      const { entries } = await siti.api.ledger.list({ editionId, ...ledgerOfPapers });
      expect(entries.map(({ sentence }) => sentence).join("\n")).toMatch(
        /beban anggaran dari kosong menjadi "APBD 2021"/,
      );
      const persons = await siti.api.security.persons({ editionId });
      expect(persons.find(({ person }) => person === "penandatangansurat")?.held).toContainEqual({
        what: "NIP",
        value: nip,
      });
      expect((await siti.api.office.get({ editionId })).nip).toBe(nip);
      expect((await andi.api.office.get({ editionId })).nip).toBeNull();
      expect((await siti.api.security.verify({ editionId })).findings).toEqual([]);
    } finally {
      await secured.close();
    }
  });
});
