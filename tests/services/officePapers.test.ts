import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { documentKind } from "../../electron/contract/documents.ts";
import { editableKinds, paperKinds } from "../../electron/domain/paperKinds.ts";
import { readPapers } from "../../electron/services/readPapers.ts";
import { kinds } from "../../electron/services/papers/index.ts";
import { readPdf } from "../documents/readPdf.ts";
import { errorOf, openSample } from "../support/application.ts";
import { openSecured, seal } from "../support/secured.ts";
import { typeRound } from "../support/typing.ts";

test("the registry has every kind of the contract once, with its name", () => {
  const registered = kinds.map(({ kind }) => kind).toSorted();
  expect(registered).toEqual(documentKind.options.toSorted());
  expect(Object.keys(paperKinds).toSorted()).toEqual(registered);
  expect([...editableKinds].every((kind) => registered.some((one) => one === kind))).toBe(true);
});

describe("of the sample", () => {
  let sample: Awaited<ReturnType<typeof openSample>>;
  beforeEach(async () => {
    sample = await openSample();
  });
  afterEach(() => sample.close());

  const list = () => sample.api.documents.list({ editionId: sample.editionId });
  const stateOf = async (key: string) => {
    const { state, why } = (await list()).find((paper) => paper.key === key)!;
    return { state, why };
  };
  const textOf = async (key: string) => {
    const file = await sample.api.documents.preview({ editionId: sample.editionId, key });
    return (await readPdf(new Uint8Array(await file.arrayBuffer()))).text;
  };
  const firstOf = async (kind: string) => (await list()).find((paper) => paper.kind === kind)!.key;
  async function setScore(value: string | null) {
    const { api, panel } = sample;
    const panelistId = panel.panel[0]!;
    const { rows } = await api.sheets.grid({ roundId: panel.id, panelistId });
    const { entryId, values } = rows[0]!;
    const indicatorId = panel.indicators[0]!.id;
    await api.sheets.setScores({
      roundId: panel.id,
      panelistId,
      changes: [{ entryId, indicatorId, value, was: values[0]! }],
    });
  }

  test("every key the list gives makes its paper, and the papers of the list are in no order of rank", async () => {
    const papers = await list();
    const { papers: made, failures } = await readPapers(
      sample.context,
      sample.editionId,
      papers.map(({ key }) => key),
      { keepGoing: true },
    );
    expect(failures).toEqual([]);
    expect(made).toHaveLength(papers.length);
    expect(papers.filter(({ kind }) => kind === "invitation").map(({ title }) => title)).toEqual(
      ["Bupati Tulungagung", "Bupati Magetan", "Bupati Tuban", "Bupati Sumenep", "Wali Kota Surabaya"].map(
        (head) => `Undangan finalis · ${head}`,
      ),
    );
  });

  test("nothing that is read aloud has dots: script and programme wait for who does each step, day, hour and place", async () => {
    const { api, editionId } = sample;
    const { nip, rounds: _rounds, ...details } = await api.office.get({ editionId });
    expect(await stateOf("mcScript")).not.toMatchObject({ state: "blocked" });
    expect(await textOf("mcScript")).not.toMatch(/\.{4}|…/);
    expect(await textOf("programme")).not.toMatch(/\.{4}|…\d/);
    const items = details.ceremony.items.map((item) => ({ ...item, minutes: null, by: null }));
    await api.office.save({
      editionId,
      details: { ...details, ceremony: { ...details.ceremony, start: null, items } },
      nip,
    });
    const lacksActors =
      "Belum diisi: jam mulai upacara; petugas Laporan penyelenggara, Sambutan, dan Doa. Lengkapi di Persiapan, Surat & acara.";
    expect(await stateOf("mcScript")).toEqual({ state: "blocked", why: lacksActors });
    expect((await stateOf("programme")).why).toMatch(
      /jam mulai upacara; lama Pembukaan, .*; petugas Laporan/,
    );
    const asked = api.documents.preview({ editionId, key: "mcScript" });
    expect(await errorOf(asked)).toMatchObject({ code: "NOT_READY", message: lacksActors });
    const fields = await api.editions.get({ editionId });
    await api.editions.update({ editionId, fields: { ...fields, ceremonyDate: null, venue: null } });
    expect((await stateOf("mcScript")).why).toContain(
      "Belum diisi: tanggal upacara; tempat upacara. Lengkapi di Persiapan, Edisi.",
    );
  });

  test("a step of the office's own is read in its words, or called by its name where nobody does it", async () => {
    const { api, editionId } = sample;
    const { nip, rounds: _rounds, ...details } = await api.office.get({ editionId });
    const own = [
      { step: "own" as const, minutes: 5, by: null, title: "Tari Remo" },
      {
        step: "own" as const,
        minutes: 5,
        by: "Dewi Lestari",
        title: "Puisi",
        words: "Mari kita dengar {petugas}.\n[Musik pelan]",
      },
    ];
    const items = details.ceremony.items.toSpliced(2, 0, ...own);
    await api.office.save({
      editionId,
      details: { ...details, ceremony: { ...details.ceremony, items } },
      nip,
    });
    const script = await textOf("mcScript");
    expect(script).toContain(
      "3. Tari Remo Hadirin yang kami hormati, acara selanjutnya, Tari Remo. [ Tari Remo. ]",
    );
    expect(script).toContain("4. Puisi Mari kita dengar Dewi Lestari. [ Musik pelan ]");
    expect(await textOf("programme")).toMatch(
      /3\. 08\.20–08\.25 Tari Remo – 4\. 08\.25–08\.30 Puisi Dewi Lestari/,
    );
  });

  test.each(["memo/1", "memo/0/1", "decree/x", "invitation/1", "attendance", "kartu"])(
    "the key %s names no paper",
    async (key) => {
      const asked = sample.api.documents.preview({ editionId: sample.editionId, key });
      expect(await errorOf(asked)).toMatchObject({ code: "NOT_FOUND" });
    },
  );

  test("panelists are invited before it is known who presents, and no correction of the round before revokes that letter", async () => {
    await setScore(null);
    const { api, desk } = sample;
    const [first] = (await api.sheets.grid({ roundId: desk.id, panelistId: null })).rows;
    const change = {
      entryId: first!.entryId,
      indicatorId: desk.indicators[0]!.id,
      value: null,
      was: first!.values[0]!,
    };
    await api.sheets.setScores({ roundId: desk.id, panelistId: null, changes: [change] });
    expect((await stateOf(await firstOf("invitation"))).state).not.toBe("ready");
    const key = await firstOf("panelInvitation");
    expect(await stateOf(key)).toEqual({ state: "ready", why: "" });
    expect(await textOf(key)).toContain("yang akan menilai para finalis");
    const { papers } = await readPapers(sample.context, sample.editionId, [key]);
    expect(papers[0]!.issue?.versions ?? {}).toEqual({});
  });

  test("an invitation says when, where, in which turn and at what hour", async () => {
    const text = await textOf(`invitation/${sample.panel.id}/${sample.entry("35.20")}`);
    expect(text).toContain("Yth. Bupati Magetan");
    expect(text).toContain("Selasa, 5 Oktober 2021");
    expect(text).toMatch(/nomor urut 3, pukul 09\.40–10\.00 WIB/);
    expect(text).toContain("tidak mewakilkan");
  });

  test("an invitation waits for day, hour and place of its round, and for nothing that another unit gives", async () => {
    const { api, editionId, panel, entry } = sample;
    const letters = [`invitation/${panel.id}/${entry("35.20")}`, await firstOf("panelInvitation")];
    const lengths = { presentationMinutes: 7, interviewMinutes: 13, pauses: [], inPerson: true };
    const known = { date: "2021-10-05", start: "09.00", venue: null, ...lengths };
    const hourless =
      "Belum diisi: jam mulai babak Paparan dan wawancara. Lengkapi di Persiapan, Surat & acara.";
    await api.office.saveRound({ roundId: panel.id, event: { ...known, start: null } });
    for (const key of letters) {
      expect(await stateOf(key)).toEqual({ state: "blocked", why: hourless });
      expect(await errorOf(api.documents.preview({ editionId, key }))).toMatchObject({
        code: "NOT_READY",
        message: hourless,
      });
    }
    const fields = await api.editions.get({ editionId });
    await api.editions.update({ editionId, fields: { ...fields, venue: null } });
    await api.office.saveRound({ roundId: panel.id, event: { ...known, date: null, start: null } });
    for (const key of letters)
      expect((await stateOf(key)).why).toContain(
        "tanggal, jam mulai, dan tempat babak Paparan dan wawancara",
      );
    await api.office.saveRound({ roundId: panel.id, event: { ...known, venue: "Ruang Argopuro" } });
    for (const key of letters) {
      expect((await stateOf(key)).state).toBe("ready");
      expect(await textOf(key)).toMatch(/Nomor : (\. ){3,}/);
    }
  });

  test("what is not known is left out, and the order of presentation is a draft until there is one", async () => {
    const { api, panel } = sample;
    const event = {
      venue: null,
      presentationMinutes: null,
      interviewMinutes: null,
      inPerson: false,
      pauses: [],
    };
    await api.office.saveRound({
      roundId: panel.id,
      event: { ...event, date: "2021-10-05", start: "09.00" },
    });
    await api.office.setOrder({ roundId: panel.id, entryIds: null });
    const order = await stateOf(`presentationOrder/${panel.id}`);
    expect(order.state).toBe("draft");
    expect(order.why).toMatch(/belum disusun atau diundi\. Lengkapi di Persiapan, Surat & acara/);
    expect(await textOf(`presentationOrder/${panel.id}`)).toContain("RANCANGAN");
    const text = await textOf(`invitation/${panel.id}/${sample.entry("35.20")}`);
    expect(text).not.toMatch(/Giliran|Alokasi waktu|tidak mewakilkan/);
  });

  test("the minutes take hour, venue and date of the round", async () => {
    const { api, editionId, panel } = sample;
    const venue = "Ruang Argopuro";
    const lengths = { presentationMinutes: 7, interviewMinutes: 13, pauses: [], inPerson: true };
    await api.office.saveRound({
      roundId: panel.id,
      event: { date: "2021-10-06", start: "10.30", venue, ...lengths },
    });
    await api.documents.setDetails({ editionId, keys: [`minutes/${panel.id}`], date: null });
    const text = await textOf(`minutes/${panel.id}`);
    expect(text).toContain("Ruang Argopuro");
    expect(text).toContain("10.30");
    expect(text).toMatch(/Rabu tanggal enam bulan Oktober/);
  });

  test("the foot says the paper and the edition once, and whole", async () => {
    const edition = "ASN Achievement Awards 2021";
    for (const [key, foot] of [
      ["decree", "Keputusan Gubernur Jawa Timur"],
      ["memo", "Nota Dinas Hasil Penilaian"],
      ["ceremonyAttendance", "Daftar Hadir Penganugerahan"],
      ["addressLabels", "Label Amplop"],
    ] as const) {
      const text = await textOf(key);
      expect(text).toContain(`${foot} · ${edition}`);
      expect(text).not.toContain("…");
    }
  });

  test("report, memo and decree name the winners, in the papers of whoever issues them", async () => {
    for (const key of ["report", "memo", "decree"]) {
      const text = await textOf(key);
      expect([key, text.includes("Kabupaten Tulungagung"), text.includes("86,43")]).toEqual([
        key,
        true,
        key !== "decree",
      ]);
    }
    const { papers } = await readPapers(sample.context, sample.editionId, ["memo", "decree"]);
    expect(papers.map(({ paper }) => [paper.letterhead !== null, "emblem" in paper && paper.emblem])).toEqual(
      [
        [true, null],
        [false, { lines: ["GUBERNUR JAWA TIMUR"], emblem: null, address: null }],
      ],
    );
  });

  test("while a result is open they are held back with why, and the script leaves its winners out", async () => {
    await setScore(null);
    for (const key of ["report", "memo", "decree"]) {
      const { state, why } = await stateOf(key);
      expect([key, state]).toEqual([key, "blocked"]);
      expect(why).toMatch(/^Hasil babak terakhir Kategori .+ belum lengkap/);
      expect(await errorOf(sample.api.documents.preview({ editionId: sample.editionId, key }))).toMatchObject(
        { code: "NOT_READY", message: why },
      );
    }
    expect((await stateOf("mcScript")).state).toBe("draft");
    const script = await textOf("mcScript");
    expect(script).toContain("RANCANGAN");
    expect(script).not.toMatch(/DISEGEL, |diraih oleh/);
    expect((await stateOf(await firstOf("invitation"))).state).toBe("ready");
  });

  test("finalists of a round whose round before is open are a draft", async () => {
    const { api, desk, panel } = sample;
    const { rows } = await api.sheets.grid({ roundId: desk.id, panelistId: null });
    const { entryId, values } = rows[30]!;
    await api.sheets.setScores({
      roundId: desk.id,
      panelistId: null,
      changes: [{ entryId, indicatorId: desk.indicators[0]!.id, value: null, was: values[0]! }],
    });
    const papers = (await list()).filter(({ kind }) => kind === "invitation" || kind === "tableCards");
    expect(papers.length).toBeGreaterThan(0);
    for (const { key, state, why } of papers) {
      expect([key, ["draft", "blocked"].includes(state)]).toEqual([key, true]);
      expect(why).toMatch(/belum selesai, jadi finalisnya belum pasti|Peserta babak ini belum ada/);
    }
    expect((await stateOf(`attendance/${panel.id}`)).state).not.toBe("ready");
  });

  test("programme and script reckon their hours, and the script warns of a twin", async () => {
    expect(await textOf("programme")).toContain("08.40–09.10");
    const script = await textOf("mcScript");
    expect(script.indexOf("Terbaik III")).toBeLessThan(script.lastIndexOf("Terbaik I Kategori"));
    expect(script).toContain("DISEGEL");
    expect(script).not.toContain("Perhatikan:");
    sample.context.db.prepare("UPDATE regions SET name = 'Surabaya' WHERE code = '35.13'").run();
    expect(await textOf("mcScript")).toContain("Perhatikan: Kota Surabaya, bukan Kabupaten Surabaya.");
  });

  test("panelists get charters, cards and labels; lists have rows for whoever comes besides", async () => {
    expect(await textOf(await firstOf("panelistCharter"))).toMatch(
      /peran serta dan dedikasinya.+Panelis Kategori/,
    );
    const cards = await textOf("tableCards");
    for (const name of ["Suprawoto", "Muhamad Taufik", "Wakil Gubernur Jawa Timur"])
      expect(cards).toContain(name);
    const labels = await textOf("addressLabels");
    expect(labels.match(/Yth\./g)).toHaveLength(38 + 5);
    const attendance = await textOf("ceremonyAttendance");
    expect(attendance).toContain("Wali Kota Surabaya");
    expect(attendance).toMatch(/18\./);
  });

  test("what an office edits further comes as a word processor's file, and nothing else does", async () => {
    const { api, editionId } = sample;
    const one = await api.documents.make({ editionId, keys: ["decree"], bundle: "docx" });
    expect(one.file.name).toBe("Keputusan Gubernur Jawa Timur.docx");
    const parts = unzipSync(new Uint8Array(await one.file.arrayBuffer()));
    expect(Buffer.from(parts["word/document.xml"]!).toString()).toContain("MEMUTUSKAN:");
    const keys = ["memo", "report", "tableCards", `minutes/${sample.panel.id}`];
    const many = await api.documents.make({ editionId, keys, bundle: "docx" });
    expect(Object.keys(unzipSync(new Uint8Array(await many.file.arrayBuffer()))).toSorted()).toEqual([
      "Dokumen ASN Achievement Awards 2021/1 Nota dinas.docx",
      "Dokumen ASN Achievement Awards 2021/2 Laporan.docx",
    ]);
    expect(many.failures.map(({ sentence }) => sentence)).toEqual([
      '"Kartu meja" hanya tersedia sebagai PDF.',
      `"Berita acara penilaian · ${sample.panel.name}" hanya tersedia sebagai PDF.`,
    ]);
  });

  test("without a signatory what carries that name waits, saying where it is given", async () => {
    const { api, editionId } = sample;
    const { year, title, theme, organiser, venue, ceremonyDate } = await api.editions.get({ editionId });
    const fields = { year, title, theme, organiser, venue, ceremonyDate, signatory: null };
    await api.editions.update({ editionId, fields });
    for (const key of ["report", "decree", "programme", "mcScript", await firstOf("panelistCharter")]) {
      expect([key, await stateOf(key)]).toEqual([
        key,
        { state: "blocked", why: "Pejabat penanda tangan belum diisi. Lengkapi di Persiapan, Edisi." },
      ]);
    }
  });
});

describe("of a secured edition", () => {
  test("a draft before the seal, a serial after it, and a correction of the round revokes what went out", async () => {
    const secured = await openSecured({ keying: "single" });
    try {
      const { siti, andi, vina, editionId, panel, context } = secured;
      await typeRound(secured, andi, (code, panelist) => `${60 + (Number(code.slice(3)) % 9) + panelist}`);
      const stateOf = async (key: string) =>
        (await siti.api.documents.list({ editionId })).find((paper) => paper.key === key)!;
      expect(await stateOf("decree")).toMatchObject({
        state: "draft",
        why: expect.stringMatching(/^Babak terakhir Kategori .+ belum disegel\.$/),
      });
      await seal(siti, editionId, panel.id);
      const keys = ["decree", "memo", `attendance/${panel.id}`, "programme"];
      await siti.api.documents.make({ editionId, keys: keys.slice(0, 1), bundle: "docx" });
      await siti.api.documents.make({ editionId, keys: keys.slice(1), bundle: "zip" });
      const out = context.db.prepare("SELECT key FROM prints ORDER BY key").pluck().all();
      expect(out).toEqual([`attendance/${panel.id}`, "decree", "memo", "programme"]);
      const asked = await vina.api.seals.requestCorrection({
        roundId: panel.id,
        reason: "Angka di lembar kertas terbaca keliru",
        changes: [
          {
            entryId: secured.entry("35.20"),
            panelistId: panel.panel[0]!,
            indicatorId: panel.indicators[0]!.id,
            value: "1",
          },
        ],
      });
      const { revoked } = await siti.api.seals.signCorrection({
        correctionId: asked.id,
        hash: asked.hash,
        pin: "246810",
      });
      expect(revoked.map(({ title }) => title).toSorted()).toEqual(["Keputusan", "Nota dinas"]);
      expect((await stateOf("decree")).state).toBe("revoked");
      const { papers } = await readPapers({ ...context, session: siti.session }, editionId, ["report"]);
      expect(JSON.stringify(papers[0]!.paper)).toContain("dikoreksi (koreksi 1): Angka di lembar kertas");
    } finally {
      await secured.close();
    }
  });
});
