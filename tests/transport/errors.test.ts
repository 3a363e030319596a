import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { editionFields } from "../../electron/contract/editions.ts";
import { AppError } from "../../electron/contract/errors.ts";
import { scoreChange } from "../../electron/contract/sheets.ts";
import { openLog } from "../../electron/platform/log.ts";
import { toAppError, toWire } from "../../electron/transport/errors.ts";
import { problemsOf } from "../../electron/transport/inputProblems.ts";

const folder = mkdtempSync(join(tmpdir(), "lencana-errors-"));
const logFile = join(folder, "log", "lencana.log");
const log = openLog(logFile, { now: () => "2021-10-05T02:00:00.000Z" });
const place = { log, dataFolder: "/data/lencana", act: "sheets.setScores" };
afterAll(() => rmSync(folder, { recursive: true }));

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

function problemsIn(schema: z.ZodType, input: unknown) {
  return problemsOf(schema.safeParse(input).error?.issues ?? []);
}

function tableIn(name: string): Database.Database {
  const db = new Database(join(folder, name));
  db.exec("CREATE TABLE score (value TEXT NOT NULL) STRICT");
  return db;
}

describe("an error a user can cause", () => {
  test("keeps its code, sentence and data, and travels under its status", () => {
    const problems = [{ path: "Lembar P3, sel D7", message: "112 di luar 0–100" }];
    const error = toAppError(new AppError("INVALID", "Satu nilai salah.", { problems }), place);
    expect(toWire(error)).toMatchObject({
      code: "INVALID",
      status: 422,
      message: "Satu nilai salah.",
      data: { problems },
    });
  });

  test("that ended because it was cancelled says so", () => {
    expect(
      toAppError(
        thrownBy(() => AbortSignal.abort().throwIfAborted()),
        place,
      ).code,
    ).toBe("CANCELLED");
  });
});

describe("SQLite", () => {
  test("on a full disk", () => {
    const db = tableIn("full.db");
    db.pragma("max_page_count = 3");
    const insert = db.prepare("INSERT INTO score VALUES (?)");
    const error = toAppError(
      thrownBy(() => insert.run("9".repeat(100_000))),
      place,
    );
    expect(error.code).toBe("STORAGE");
    expect(error.message).toMatch(
      /^Disk penuh, .* Kosongkan ruang pada disk tempat \/data\/lencana, lalu ulangi\.$/,
    );
  });

  test("in a file that must not be written", () => {
    tableIn("readonly.db").close();
    const db = new Database(join(folder, "readonly.db"), { readonly: true });
    const error = toAppError(
      thrownBy(() => db.exec("INSERT INTO score VALUES ('1')")),
      place,
    );
    expect(error).toMatchObject({ code: "STORAGE" });
    expect(error.message).toMatch(/^Folder data tidak dapat ditulisi \(\/data\/lencana\)/);
  });

  test("where it cannot open its file", () => {
    const error = toAppError(
      thrownBy(() => new Database(folder)),
      place,
    );
    expect(error.message).toMatch(/^Folder data tidak dapat ditulisi/);
  });

  test("held by another program", () => {
    const other = tableIn("busy.db");
    other.exec("BEGIN EXCLUSIVE");
    const db = new Database(join(folder, "busy.db"), { timeout: 0 });
    const error = toAppError(
      thrownBy(() => db.exec("INSERT INTO score VALUES ('1')")),
      place,
    );
    expect(error.message).toMatch(/^Data sedang dipakai program lain .* Tutup program itu, lalu ulangi\.$/);
  });

  test("on a file that is no database", () => {
    writeFileSync(join(folder, "torn.db"), "x".repeat(8192));
    const db = new Database(join(folder, "torn.db"));
    const error = toAppError(
      thrownBy(() => db.exec("CREATE TABLE a (b)")),
      place,
    );
    expect(error.message).toMatch(/^Basis data di \/data\/lencana rusak\..* pulihkan cadangan terakhir/);
  });

  test("refusing what our own code did wrong is a bug, not storage", () => {
    const db = tableIn("constraint.db");
    const error = toAppError(
      thrownBy(() => db.exec("INSERT INTO score VALUES (NULL)")),
      place,
    );
    expect(error.code).toBe("INTERNAL");
  });
});

describe("the file system", () => {
  const failures = [
    ["ENOSPC", /^Disk penuh, .* \/data\/cadangan\/a\.db/],
    ["EDQUOT", /^Disk penuh/],
    ["EROFS", /^Folder data tidak dapat ditulisi \(\/data\/cadangan\/a\.db\)/],
    ["EACCES", /^Folder data tidak dapat ditulisi/],
    ["EPERM", /^Folder data tidak dapat ditulisi/],
    ["EIO", /^Disk gagal dibaca atau ditulisi/],
    ["EBUSY", /^Data sedang dipakai program lain/],
  ] as const;
  test.each(failures)("%s becomes a sentence with what to do", (code, sentence) => {
    const raw = Object.assign(new Error(`${code}: write`), { code, path: "/data/cadangan/a.db" });
    expect(toAppError(raw, place)).toMatchObject({
      code: "STORAGE",
      message: expect.stringMatching(sentence),
    });
  });
});

test("a folder that cannot be made on a read-only disk is named, though Node calls its parents missing", () => {
  const facts = { code: "ENOENT", syscall: "mkdir", path: "/media/cd/cadangan" };
  const error = toAppError(Object.assign(new Error("ENOENT: mkdir"), facts), place);
  expect(error.message).toMatch(/^Folder data tidak dapat ditulisi \(\/media\/cd\/cadangan\)/);
  expect(toAppError(Object.assign(new Error("ENOENT"), { code: "ENOENT" }), place).code).toBe("INTERNAL");
});

describe("a bug", () => {
  test.each([
    ["an exception", new TypeError("cannot read x")],
    ["a thrown text", "oops"],
    ["nothing at all", undefined],
    ["what a worker thread could not explain", new AppError("INTERNAL", "TypeError: y")],
  ])(
    "%s arrives under an incident id that the log knows, and tells nothing of its inside",
    (_name, thrown) => {
      const error = toAppError(thrown, place);
      const incident = error.data.incident ?? "";
      expect(incident).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
      expect(error.code).toBe("INTERNAL");
      expect(error.message).toContain(`kesalahan yang tidak terduga (kode kejadian ${incident})`);
      expect(error.message).not.toMatch(/TypeError|oops/);
      const lines = readFileSync(logFile, "utf8").trim().split("\n");
      expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({
        at: "2021-10-05T02:00:00.000Z",
        level: "error",
        incident,
        act: "sheets.setScores",
      });
    },
  );
});

describe("input the contract refuses", () => {
  const fields = { year: 2021, title: "A", theme: null, organiser: null, venue: null, ceremonyDate: null };

  test("is named place by place, in Indonesian, all at once", () => {
    const input = { ...fields, year: 12, title: " ", ceremonyDate: "2021-02-30", signatory: { name: 5 } };
    expect(problemsIn(z.object({ fields: editionFields }), { fields: input })).toEqual([
      { path: "fields.year", message: "Paling kecil 1945" },
      { path: "fields.title", message: "Wajib diisi" },
      { path: "fields.ceremonyDate", message: "Harus tanggal yang ada, misalnya 2021-10-12" },
      { path: "fields.signatory.name", message: "Harus teks" },
      { path: "fields.signatory.title", message: "Wajib diisi" },
      { path: "fields.signatory.place", message: "Wajib diisi" },
    ]);
  });

  test("counts places in a list", () => {
    const input = {
      changes: [
        { entryId: 1, indicatorId: 1, value: "1", was: null },
        { entryId: 1, indicatorId: 0 },
      ],
    };
    expect(problemsIn(z.object({ changes: z.array(scoreChange) }), input)).toEqual([
      { path: "changes[1].indicatorId", message: "Harus lebih dari 0" },
      { path: "changes[1].value", message: "Wajib diisi" },
      { path: "changes[1].was", message: "Wajib diisi" },
    ]);
  });

  test.each([
    [z.number(), "a", "Harus angka"],
    [z.number(), Number.NaN, "Harus angka"],
    [z.number().int(), 1.5, "Harus bilangan bulat"],
    [z.boolean(), "ya", "Harus ya atau tidak"],
    [z.array(z.string()), "a", "Harus berupa daftar"],
    [z.file(), "a", "Harus berupa berkas"],
    [z.object({}), 7, "Bentuk isiannya tidak dikenal"],
    [z.enum(["A4", "F4"]), "A5", "Harus salah satu dari: A4, F4"],
    [z.string().max(3), "abcd", "Paling banyak 3 huruf"],
    [z.array(z.number()).min(1), [], "Paling sedikit 1 butir"],
    [z.array(z.number()).max(1), [1, 2], "Paling banyak 1 butir"],
    [z.number().max(60_000), 60_001, "Paling besar 60.000"],
    [z.number().lt(10), 10, "Harus kurang dari 10"],
    [z.strictObject({}), { a: 1 }, "Isian tidak dikenal: a"],
    [z.string().regex(/^\d$/), "x", "Penulisannya tidak sesuai"],
    [z.union([z.string(), z.number()]), true, "Isiannya tidak sesuai"],
  ])("case %#", (schema, input, message) => {
    expect(problemsIn(schema, input)).toMatchObject([{ path: "", message }]);
  });
});
