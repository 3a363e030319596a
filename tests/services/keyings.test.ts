import { Workbook } from "@cj-tech-master/excelts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertAccount } from "../../electron/database/queries/accounts.ts";
import { isUnsettled } from "../../electron/services/keyedScores.ts";
import { errorOf } from "../support/application.ts";
import { openSecured, type Person, readBoth, seat, type Secured } from "../support/secured.ts";
import { openTypedSheet } from "../support/typing.ts";
import { workbookOf } from "../support/workbookEdit.ts";

let secured: Secured;
const nothing = [null, null, null, null];
const figures = ["87", "80", "75", "90"] as const;

/** A colleague whose account bears the name of somebody who had another one before. */
function namesake(name: string, role: "operator" | "verifier"): Person {
  const { context } = secured;
  const now = context.clock.now();
  context.db.prepare("UPDATE accounts SET closed_at = ? WHERE name = ?").run(now, name);
  const id = insertAccount(context.db, { name, role, pinHash: "-", recoveryHash: null }, now);
  return seat(context, "jendela 9", { id, name, role });
}

describe("in a round that is keyed twice", () => {
  beforeAll(async () => {
    secured = await openSecured({ keying: "double" });
  }, 60_000);
  afterAll(() => secured.close());

  test("neither operator sees the other's figures, and what both read is in force cell by cell", async () => {
    const { andi, budi, vina } = secured;
    const sheet = openTypedSheet(secured, "35.20", 0);
    await sheet.type(andi, ...figures);
    expect(await sheet.seenBy(andi)).toEqual(figures);
    expect(await sheet.seenBy(budi)).toEqual(nothing);
    expect(await sheet.inForce()).toEqual(nothing);
    expect([await sheet.boardState(budi), await sheet.listed(vina)]).toEqual([
      "once",
      { state: "once", by: ["Andi"], differences: 0 },
    ]);
    await sheet.type(budi, "87", undefined, undefined, "90");
    expect(await sheet.seenBy(budi)).toEqual(["87", null, null, "90"]);
    expect(await sheet.inForce()).toEqual(["87", null, null, "90"]);
    await sheet.type(budi, undefined, "80", "75");
    expect(await sheet.inForce()).toEqual(figures);
    expect([await sheet.boardState(andi), await sheet.listed(vina)]).toEqual([
      "complete",
      { state: "agreed", by: ["Andi", "Budi"], differences: 0 },
    ]);
  });

  test("what only one has typed is missing from the result", async () => {
    const { andi, kadir, panel, category } = secured;
    const sheet = openTypedSheet(secured, "35.04", 1);
    await sheet.type(andi, ...figures);
    const [, round] = (await kadir.api.results.get({ categoryId: category.id })).rounds;
    const row = round!.rows.find(({ entryId }) => entryId === sheet.place.entryId)!;
    expect(row.missing).toMatch(/4 dari P2/);
    expect(round!.complete).toBe(false);
    const rules = await kadir.api.rounds.get({ roundId: panel.id });
    expect(rules.values).toBeGreaterThan(0);
  });

  test("what two read differently is shown to a third who typed neither, and chosen with a note", async () => {
    const { andi, budi, vina, rudi, editionId } = secured;
    const sheet = openTypedSheet(secured, "35.20", 1);
    await sheet.type(andi, ...figures);
    await sheet.type(budi, "78", "80", "75", "90");
    expect(await sheet.inForce()).toEqual([null, "80", "75", "90"]);
    expect([await sheet.boardState(andi), await sheet.listed(vina)]).toEqual([
      "differs",
      { state: "differs", by: ["Andi", "Budi"], differences: 1 },
    ]);
    expect(await sheet.differences(vina)).toEqual([
      {
        indicatorId: sheet.indicatorId(0),
        indicator: secured.panel.indicators[0]!.name,
        first: { value: "87", by: "Andi" },
        second: { value: "78", by: "Budi" },
      },
    ]);
    expect((await errorOf(sheet.differences(andi))).message).toMatch(/hanya untuk verifikator/);
    await sheet.resolve(vina, 0, 2);
    expect(await sheet.inForce()).toEqual(["78", "80", "75", "90"]);
    expect(await sheet.seenBy(andi)).toEqual(figures);
    expect(await sheet.differences(vina)).toEqual([]);
    expect(await sheet.listed(vina)).toMatchObject({ state: "agreed", differences: 0 });
    const [newest] = (
      await rudi.api.ledger.list({
        editionId,
        regionCode: null,
        panelistKey: null,
        text: "",
        kind: "all",
        before: null,
        limit: 1,
      })
    ).entries;
    expect(newest).toMatchObject({
      who: "Vina",
      old: null,
      new: "78",
      reason: "Kertas menunjukkan angka ini",
    });
    expect((await errorOf(sheet.resolve(vina, 0, 1))).message).toMatch(/tidak ada \(lagi\) dua ketikan/);
  });

  test("a reading that was changed while the third looked at it is not chosen", async () => {
    const { andi, budi, vina } = secured;
    const sheet = openTypedSheet(secured, "35.20", 2);
    await sheet.type(andi, "87");
    await sheet.type(budi, "78");
    await sheet.sendBack(vina, "Salah lembar");
    await sheet.type(andi, "86");
    await sheet.type(budi, "78");
    expect(await errorOf(sheet.resolve(vina, 0, 1, "87"))).toMatchObject({ code: "CONFLICT" });
    expect(await sheet.inForce()).toEqual(nothing);
  });

  test("a difference is the third's alone: neither of the two types it away", async () => {
    const { andi, budi, vina } = secured;
    const sheet = openTypedSheet(secured, "35.04", 1);
    await sheet.type(andi, "87");
    await sheet.type(budi, "78");
    for (const person of [andi, budi]) {
      expect((await errorOf(sheet.type(person, "80"))).message).toMatch(/verifikator yang memutuskannya/);
      expect((await errorOf(sheet.clear(person))).message).toMatch(/mengembalikan lembarnya/);
    }
    await sheet.resolve(vina, 0, 2);
    expect((await errorOf(sheet.type(andi, "78"))).message).toMatch(/nilainya sudah berlaku/);
    expect((await sheet.inForce())[0]).toBe("78");
  });

  test("nobody settles a sheet of their own, under whatever account", async () => {
    const { andi, budi } = secured;
    const sheet = openTypedSheet(secured, "35.20", 3);
    const dodi = namesake("Dodi", "operator");
    await sheet.type(andi, "87");
    await sheet.type(dodi, "78");
    const verifier = namesake("Dodi", "verifier");
    for (const call of [
      sheet.resolve(verifier, 0, 2),
      sheet.differences(verifier),
      sheet.sendBack(verifier),
    ]) {
      const error = await errorOf(call);
      expect([error.code, error.message]).toEqual([
        "FORBIDDEN",
        expect.stringMatching(/diketik Dodi sendiri; yang memeriksanya harus orang lain/),
      ]);
    }
    const again = namesake("Dodi", "operator");
    expect((await errorOf(sheet.type(again, "87"))).message).toMatch(/pengetik kedua harus orang lain/);
    expect((await errorOf(sheet.type(budi, "87"))).message).toMatch(
      /sudah diketik dua kali, oleh Andi dan Dodi/,
    );
    expect(await sheet.inForce()).toEqual(nothing);
  });

  test("a third operator's block is refused whole, also where some of its sheets are free", async () => {
    const { andi, budi, cici, panel } = secured;
    const taken = openTypedSheet(secured, "35.20", 4);
    const free = openTypedSheet(secured, "35.04", 4);
    await taken.type(andi, "87");
    await taken.type(budi, "87");
    const change = (sheet: typeof taken) => ({
      entryId: sheet.place.entryId,
      indicatorId: sheet.indicatorId(1),
      value: "60",
      was: null,
    });
    const error = await errorOf(
      cici.api.sheets.setScores({
        roundId: panel.id,
        panelistId: taken.place.panelistId,
        changes: [change(free), change(taken)],
      }),
    );
    expect([error.code, error.message]).toEqual([
      "FORBIDDEN",
      expect.stringMatching(
        /^Tidak ada yang disimpan\. Lembar .+ untuk Kabupaten Magetan sudah diketik dua kali/,
      ),
    ]);
    expect(await free.seenBy(cici)).toEqual(nothing);
  });

  test("what two have typed alike is changed by neither, but typed anew when it is sent back", async () => {
    const { andi, budi, vina } = secured;
    const sheet = openTypedSheet(secured, "35.04", 0);
    await sheet.type(andi, ...figures);
    await sheet.type(budi, ...figures);
    const error = await errorOf(sheet.type(andi, "88"));
    expect([error.code, error.message]).toEqual([
      "FORBIDDEN",
      expect.stringMatching(/nilainya sudah berlaku\. Mintalah verifikator/),
    ]);
    expect(await sheet.inForce()).toEqual(figures);
    await sheet.sendBack(vina, "Kertasnya berbunyi 88");
    await sheet.type(andi, "88");
    await sheet.type(budi, "88");
    expect((await sheet.inForce())[0]).toBe("88");
  });

  test("an operator empties what only they have typed", async () => {
    const { andi, budi } = secured;
    const sheet = openTypedSheet(secured, "35.23", 4);
    await sheet.type(andi, "88", "80");
    await sheet.type(budi, undefined, undefined, "75");
    await sheet.clear(andi);
    expect(await sheet.seenBy(andi)).toEqual(nothing);
    expect(await sheet.seenBy(budi)).toEqual([null, null, "75", null]);
  });

  test("what an operator saw is held against the own pass, never against the other's", async () => {
    const { andi, budi, panel } = secured;
    const sheet = openTypedSheet(secured, "35.04", 2);
    await sheet.type(andi, "87");
    const save = (value: string, was: string | null) =>
      budi.api.sheets.setScores({
        roundId: panel.id,
        panelistId: sheet.place.panelistId,
        changes: [{ entryId: sheet.place.entryId, indicatorId: sheet.indicatorId(0), value, was }],
      });
    await save("78", null);
    const error = await errorOf(save("79", "87"));
    expect([error.code, error.message]).toEqual(["CONFLICT", expect.stringMatching(/kini 78\./)]);
    expect(error.message).not.toMatch(/87/);
  });

  test("a mapped workbook is a pass like typing, and a template shows only the own one", async () => {
    const { andi, budi, panel } = secured;
    const [code, panelistId] = ["35.04", panel.panel[3]!];
    const typed = openTypedSheet(secured, code, 3);
    await typed.type(andi, "87", "81", "76", "91");
    const bytes = await workbookOf("Nilai", [
      ["Kode", ...panel.indicators.map(({ name }) => name)],
      [code, 87, 81, 76, 19],
    ]);
    const { outcome } = await budi.api.spreadsheets.importMapped({
      roundId: panel.id,
      panelistId,
      file: new File([Uint8Array.from(bytes)], "nilai.xlsx"),
      mapping: {
        sheet: "Nilai",
        headerRow: 1,
        codeColumn: 1,
        regionColumn: null,
        typeColumn: null,
        indicatorColumns: Object.fromEntries(panel.indicators.map(({ key }, index) => [key, index + 2])),
      },
      answers: {},
      job: "impor-ketikan",
    });
    expect(outcome).toMatchObject({ changed: 4 });
    expect(await typed.inForce()).toEqual(["87", "81", "76", null]);
    expect(await typed.seenBy(andi)).toEqual(["87", "81", "76", "91"]);
    const shownTo = async ({ api }: Person) => {
      const book = new Workbook();
      await book.xlsx.load(
        new Uint8Array(await (await api.spreadsheets.template({ roundId: panel.id })).arrayBuffer()),
      );
      const values: unknown[] = [];
      book.getWorksheet("P4")!.eachRow((row) => {
        if (Array.isArray(row.values) && row.values.includes(code)) values.push(...row.values);
      });
      return values;
    };
    expect(await shownTo(andi)).toEqual(expect.arrayContaining([91]));
    expect(await shownTo(budi)).toEqual(expect.arrayContaining([19]));
    expect(await shownTo(budi)).not.toContain(91);
  });

  test("a verifier sends back a sheet that its typists cannot finish, and others type it anew", async () => {
    const { andi, budi, cici, vina } = secured;
    const sheet = openTypedSheet(secured, "35.23", 0);
    await sheet.type(andi, "87");
    await sheet.type(budi, "87", "80");
    expect((await errorOf(sheet.sendBack(vina, " "))).message).toMatch(/Tulis alasan/);
    await sheet.sendBack(vina, "Andi sakit");
    expect(await sheet.inForce()).toEqual(nothing);
    await sheet.type(cici, ...figures);
    await sheet.type(budi, ...figures);
    expect(await sheet.inForce()).toEqual(figures);
    expect((await errorOf(sheet.accept(vina))).message).toMatch(/tidak memakai persetujuan orang kedua/);
  });

  test("what was typed stays hidden from those who may yet judge it until the sheet is in force", async () => {
    const { andi, budi, context, editionId, category, panel } = secured;
    const sheet = openTypedSheet(secured, "35.23", 1);
    const subject = `ketikan/${category.key}/${panel.key}/p:P2/35.23/KEBIJAKAN/1`;
    await sheet.type(andi, ...figures);
    expect(readBoth(context, editionId).held.map(([path]) => path)).toContain(subject);
    expect(isUnsettled(context.db, editionId, subject)).toBe(true);
    await sheet.clear(andi);
    expect(isUnsettled(context.db, editionId, subject)).toBe(true);
    await sheet.type(andi, ...figures);
    await sheet.type(budi, ...figures);
    expect(isUnsettled(context.db, editionId, subject)).toBe(false);
    expect(isUnsettled(context.db, editionId, subject.replace("ketikan", "nilai"))).toBe(false);
  });

  test("a recused panelist's sheet is neither typed nor listed, and a typed one keeps its panelist", async () => {
    const { siti, andi, panel, entry } = secured;
    const sheet = openTypedSheet(secured, "35.23", 2);
    await sheet.type(andi, "87");
    const recuse = (code: string, panelist: number) =>
      siti.api.rounds.recuse({
        roundId: panel.id,
        panelistId: panel.panel[panelist]!,
        entryId: entry(code),
        reason: "Berasal dari daerah itu",
      });
    expect((await errorOf(recuse("35.23", 2))).message).toMatch(/sudah berisi 1 nilai/);
    await recuse("35.23", 3);
    const recused = openTypedSheet(secured, "35.23", 3);
    expect((await errorOf(recused.type(andi, "87"))).message).toMatch(/berhalangan menilai/);
    const { sheets } = await siti.api.keyings.list({ roundId: panel.id });
    expect(
      sheets.some(
        ({ entryId, panelistId }) =>
          entryId === recused.place.entryId && panelistId === recused.place.panelistId,
      ),
    ).toBe(false);
  });

  test("everything typed, taken back, agreed and chosen stands in the ledger", () => {
    const { replayed, held, fault } = readBoth(secured.context, secured.editionId);
    expect(fault).toBeNull();
    expect(replayed).toEqual(held);
    expect(held.filter(([path]) => path.startsWith("ketikan/")).length).toBeGreaterThan(20);
  });
});

describe("in a round that a second person accepts", () => {
  beforeAll(async () => {
    secured = await openSecured({ keying: "confirm" });
  }, 60_000);
  afterAll(() => secured.close());

  test("a typed sheet waits, and is in force once somebody else accepts it whole", async () => {
    const { andi, vina } = secured;
    const sheet = openTypedSheet(secured, "35.20", 0);
    await sheet.type(andi, "87", "80", "75");
    expect((await errorOf(sheet.accept(vina))).message).toMatch(/baru berisi 3 dari 4 nilai/);
    expect(await sheet.boardState(andi)).toBe("partial");
    await sheet.type(andi, undefined, undefined, undefined, "90");
    expect(await sheet.inForce()).toEqual(nothing);
    expect([await sheet.boardState(andi), await sheet.listed(vina)]).toEqual([
      "waiting",
      { state: "waiting", by: ["Andi"], differences: 0 },
    ]);
    const waiting = await sheet.waiting(vina);
    expect(waiting.map(({ value }) => value)).toEqual(figures);
    await sheet.accept(vina, waiting);
    expect(await sheet.inForce()).toEqual(figures);
    expect(await sheet.boardState(andi)).toBe("complete");
    expect(await sheet.waiting(vina)).toEqual([]);
    expect((await errorOf(sheet.accept(vina))).message).toMatch(/sudah diterima/);
  });

  test("what was accepted is changed only after it was sent back, and then waits again", async () => {
    const { andi, wira } = secured;
    const sheet = openTypedSheet(secured, "35.20", 1);
    await sheet.type(andi, ...figures);
    await sheet.accept(wira);
    expect((await errorOf(sheet.type(andi, "88"))).message).toMatch(/nilainya sudah berlaku/);
    expect(await sheet.inForce()).toEqual(figures);
    await sheet.sendBack(wira, "Kertasnya berbunyi 88");
    await sheet.type(andi, "88", ...figures.slice(1));
    expect(await sheet.boardState(andi)).toBe("waiting");
    await sheet.accept(wira);
    expect(await sheet.inForce()).toEqual(["88", "80", "75", "90"]);
  });

  test("a sheet typed over while it was held against the paper is not accepted", async () => {
    const { andi, vina } = secured;
    const sheet = openTypedSheet(secured, "35.20", 2);
    await sheet.type(andi, ...figures);
    const waiting = await sheet.waiting(vina);
    await sheet.type(andi, "8");
    expect((await errorOf(sheet.accept(vina, waiting))).message).toMatch(/diketik ulang sementara Anda/);
    expect(await sheet.inForce()).toEqual(nothing);
  });

  test("a sheet sent back is empty and anybody may type it anew", async () => {
    const { andi, budi, vina, rudi, editionId } = secured;
    const sheet = openTypedSheet(secured, "35.20", 3);
    await sheet.type(andi, ...figures);
    expect((await errorOf(sheet.type(budi, "70"))).message).toMatch(
      /sudah diketik Andi; orang lain tidak dapat mengubahnya/,
    );
    await sheet.sendBack(vina);
    expect([await sheet.seenBy(andi), await sheet.boardState(andi)]).toEqual([nothing, "empty"]);
    const { entries } = await rudi.api.ledger.list({
      editionId,
      regionCode: "35.20",
      panelistKey: "P4",
      text: "",
      kind: "scores",
      before: null,
      limit: 4,
    });
    expect(entries.map(({ who, reason }) => [who, reason])).toEqual(
      Array.from({ length: 4 }, () => ["Vina", "Baris tertukar"]),
    );
    await sheet.type(budi, ...figures);
    await sheet.accept(vina);
    expect(await sheet.inForce()).toEqual(figures);
    expect((await errorOf(sheet.sendBack(namesake("Budi", "verifier")))).message).toMatch(/harus orang lain/);
  });

  test("an operator accepts nothing, and there is nothing to choose between", async () => {
    const { andi, vina } = secured;
    const sheet = openTypedSheet(secured, "35.20", 4);
    await sheet.type(andi, ...figures);
    expect(await errorOf(sheet.accept(andi))).toMatchObject({ code: "FORBIDDEN" });
    expect((await errorOf(sheet.differences(vina))).message).toMatch(/tidak diketik dua kali/);
    await sheet.clear(andi);
    expect((await errorOf(sheet.accept(vina))).message).toMatch(/belum diketik/);
  });

  test("everything typed, accepted and sent back stands in the ledger", () => {
    const { replayed, held, fault } = readBoth(secured.context, secured.editionId);
    expect(fault).toBeNull();
    expect(replayed).toEqual(held);
  });
});
