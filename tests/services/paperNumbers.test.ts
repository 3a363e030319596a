import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { errorOf, listCharters, openSample } from "../support/application.ts";

let sample: Awaited<ReturnType<typeof openSample>>;
let charters: string[];
beforeEach(async () => {
  sample = await openSample();
  charters = await listCharters(sample);
});
afterEach(() => sample.close());

const make = (keys: string[]) =>
  sample.api.documents.make({ editionId: sample.editionId, keys, bundle: "onePdf" });
const list = () => sample.api.register.list({ editionId: sample.editionId });

describe("numbers", () => {
  const pattern = (text: string) =>
    sample.api.register.savePattern({ editionId: sample.editionId, kind: "charter", pattern: text });
  const give = (keys: string[], start: number) =>
    sample.api.register.giveNumbers({ editionId: sample.editionId, keys, start });

  test("are given by the pattern in the order of the list, whatever order was asked", async () => {
    await pattern("914/{urut3}/{bulan_romawi}/213.2/{tahun}");
    const given = await give(charters.toReversed(), 9);
    expect(given.map(({ key }) => key)).toEqual(charters);
    expect(given.slice(0, 2).map(({ number }) => number)).toEqual([
      "914/009/X/213.2/2021",
      "914/010/X/213.2/2021",
    ]);
  });

  test("are refused together where one is used already, and none is given", async () => {
    await pattern("{urut}/P");
    await give(charters.slice(3, 4), 2);
    expect((await errorOf(give(charters.slice(0, 3), 1))).message).toMatch(
      /Nomor 2\/P sudah dipakai "Piagam/,
    );
    const papers = await sample.api.documents.list({ editionId: sample.editionId });
    expect(papers.filter(({ number }) => number !== null)).toHaveLength(1);
  });

  test("that clash say from which order on all are free", async () => {
    await pattern("{urut}/P");
    await give(charters.slice(3, 5), 2);
    expect((await errorOf(give(charters.slice(0, 2), 1))).message).toMatch(
      /Nomor 2\/P sudah dipakai .+ Isi "Mulai dari" dengan 4:/,
    );
    expect((await give(charters.slice(0, 2), 4)).map(({ number }) => number)).toEqual(["4/P", "5/P"]);
  });

  test("that a paper has are not given anew", async () => {
    await pattern("{urut}/P");
    await give(charters.slice(0, 1), 1);
    expect((await errorOf(give(charters.slice(0, 2), 5))).message).toMatch(/sudah bernomor 1\/P/);
  });

  test("that went out stay their paper's, also after it was given another", async () => {
    const { api, editionId } = sample;
    const set = (key: string, number: string) => api.documents.setDetails({ editionId, keys: [key], number });
    await set(charters[0]!, "914/1/2021");
    await make([charters[0]!]);
    await set(charters[0]!, "914/2/2021");
    expect((await errorOf(set(charters[1]!, "914/1/2021"))).message).toMatch(/sudah dipakai "Piagam/);
    await set(charters[0]!, "914/1/2021");
  });

  test("of another edition of the same year are taken, and it is named", async () => {
    const { api, editionId } = sample;
    const twin = await api.editions.create({
      ...(await api.editions.get({ editionId })),
      title: "Penghargaan lain",
    });
    sample.context.db.prepare("UPDATE editions SET sample = 1 WHERE id = ?").run(twin.id);
    sample.context.db
      .prepare(
        `INSERT INTO prints (edition_id, key, serial, versions, title, issued_at, number)
         VALUES (?, 'decree', 'AAAA-BBBB', '{}', 'Keputusan', '2021-10-01T00:00:00.000Z', '914/1/2021')`,
      )
      .run(twin.id);
    const taken = api.documents.setDetails({ editionId, keys: [charters[1]!], number: "914/ 1/2021" });
    expect((await errorOf(taken)).message).toMatch(/"Keputusan, edisi Penghargaan lain \(2021\)/);
  });

  test("are the same with noughts before them", async () => {
    const { api, editionId } = sample;
    await api.documents.setDetails({ editionId, keys: [charters[0]!], number: "914/01/2021" });
    const again = api.documents.setDetails({ editionId, keys: [charters[1]!], number: "914/1/2021" });
    expect((await errorOf(again)).message).toMatch(/sudah dipakai/);
    await api.documents.setDetails({ editionId, keys: [charters[1]!], number: "914/10/2021" });
  });

  test("that two papers have all the same go out on neither, and the others go on", async () => {
    const { api, editionId, context } = sample;
    await api.documents.setDetails({ editionId, keys: [charters[0]!], number: "914/1" });
    // As when a paper that was given it comes back among those that are called for.
    const twice = context.db.prepare(
      "INSERT INTO documents (edition_id, key, number) VALUES (?, ?, '914/01') ON CONFLICT DO UPDATE SET number = excluded.number",
    );
    twice.run(editionId, charters[1]!);
    const { failures } = await make(charters.slice(0, 3));
    expect(failures.map(({ key }) => key).toSorted()).toEqual(charters.slice(0, 2).toSorted());
    expect(failures[0]!.sentence).toMatch(/tidak dikeluarkan: nomor 914\/\S+ juga nomor "Piagam/);
    expect(await list()).toHaveLength(1);
  });

  test("that another edition's paper went out with meanwhile go out on none here", async () => {
    const { api, editionId, context } = sample;
    const twin = await api.editions.create({
      ...(await api.editions.get({ editionId })),
      title: "Penghargaan lain",
    });
    context.db.prepare("UPDATE editions SET sample = 1 WHERE id = ?").run(twin.id);
    await api.documents.setDetails({ editionId, keys: [charters[0]!], number: "800/7" });
    context.db
      .prepare(
        `INSERT INTO prints (edition_id, key, serial, versions, title, issued_at, number)
         VALUES (?, 'decree', 'AAAA-BBBB', '{}', 'Keputusan', '2021-10-01T00:00:00.000Z', '800/7')`,
      )
      .run(twin.id);
    const refused = await errorOf(make([charters[0]!]));
    expect(refused.message).toMatch(/nomor 800\/7 juga nomor "Keputusan, edisi Penghargaan lain/);
    expect(await list()).toEqual([]);
  });

  test.each([
    ["914/213.2", /perlu memuat \{urut\}/],
    ["{urut}/{tahunn}", /\{tahunn\} tidak dikenal .+ \{urut3\}/],
    ["{urut}/{tahun", /tidak berpasangan/],
  ])("are not made by the pattern %s, and it is said why", async (text, why) => {
    expect((await errorOf(pattern(text))).message).toMatch(why);
  });

  test("are the same however they are spaced, and only papers of the list take one", async () => {
    const { api, editionId } = sample;
    await api.documents.setDetails({ editionId, keys: [charters[0]!], number: "914/1/2021" });
    const taken = api.documents.setDetails({ editionId, keys: [charters[1]!], number: "914/ 1/\u200b2021" });
    expect(await errorOf(taken)).toMatchObject({ code: "CONFLICT" });
    const nowhere = api.documents.setDetails({ editionId, keys: ["charter/999/999"], number: "914/2/2021" });
    expect(await errorOf(nowhere)).toMatchObject({ code: "NOT_FOUND" });
  });

  test("of a kind without a pattern are left to be typed, and it is said so", async () => {
    expect((await errorOf(give(charters, 1))).message).toMatch(/Pola nomor piagam belum ditetapkan/);
  });

  test("begin after the largest that was given by their pattern, whoever has it", async () => {
    const { api, editionId } = sample;
    await pattern("914/{urut3}/213.2/{tahun}");
    const next = async () => (await api.register.patterns({ editionId }))[0]!.next;
    expect(await next()).toBe(1);
    await give(charters.slice(0, 2), 475);
    expect(await next()).toBe(477);
    await api.documents.setDetails({ editionId, keys: [charters[0]!], number: "914/500/999/2021" });
    expect(await next()).toBe(477);
    await make([charters[1]!]);
    await api.documents.setDetails({ editionId, keys: [charters[1]!], number: null });
    expect(await next()).toBe(477);
  });

  test("of one paper are no pattern, and it is said where patterns are written", async () => {
    const typed = sample.api.documents.setDetails({
      editionId: sample.editionId,
      keys: [charters[0]!],
      number: "914/{urut}/213.2/{tahun}",
    });
    expect((await errorOf(typed)).message).toMatch(/tulis polanya di Register dokumen, Penomoran/);
  });
});
