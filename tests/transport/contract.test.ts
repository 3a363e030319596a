import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ORPCError } from "@orpc/client";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Change } from "../../electron/contract/changes.ts";
import { errorData, errorStatus } from "../../electron/contract/errors.ts";
import { type Client, openDirect, openHttp, openPorts, type Wire } from "../support/wires.ts";

const sample = readFileSync(join(import.meta.dirname, "../../resources/samples/2021.json"), "utf8");
const blank = { theme: null, organiser: null, venue: null, ceremonyDate: null, signatory: null };

/** A picture of one dot, with every byte there is in a chunk of its own that viewers skip. */
function picture(): File {
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const bytes = Buffer.from(dot, "base64");
  const every = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  const chunk = Buffer.concat([Buffer.from([0, 0, 1, 0]), Buffer.from("tEXt"), every, Buffer.alloc(4)]);
  const [head, end] = [bytes.subarray(0, -12), bytes.subarray(-12)];
  return new File([Buffer.concat([head, chunk, end])], "lambang – “Jatim”.png", { type: "image/png" });
}

async function failureOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const error: unknown = await call.then(
    () => new Error("nothing failed"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ORPCError) return error;
  throw error;
}

/** Reads changes until one of this noun comes. */
async function changeOf(noun: Change["nouns"][number], watch: AsyncIterator<Change>): Promise<Change> {
  for (;;) {
    const { value, done } = await watch.next();
    if (done) throw new Error("the watch ended");
    if (value.nouns.includes(noun)) return value;
  }
}

describe.each([
  ["in the same process", openDirect],
  ["over a MessagePort", openPorts],
  ["over HTTP on loopback", openHttp],
])("the contract %s", (_name, open: () => Promise<Wire>) => {
  let wire: Wire;
  let first: Client;
  let second: Client;
  beforeAll(async () => {
    wire = await open();
    first = await wire.connect();
    second = await wire.connect();
  });
  afterAll(() => wire.close());

  test("answers a call with what was asked for", async () => {
    const made = await first.editions.create({ ...blank, year: 2022, title: "ASN Achievement Awards 2022" });
    expect(await second.editions.get({ editionId: made.id })).toEqual(made);
    expect(await second.regions.list({ editionId: made.id })).toHaveLength(38);
  });

  test("refuses input that breaks it, every place in a sentence of its own", async () => {
    const error = await failureOf(first.editions.create({ ...blank, year: 12, title: " " }));
    expect(error).toMatchObject({
      code: "INVALID",
      status: errorStatus.INVALID,
      message: "2 isian belum benar; perbaiki yang ditandai, lalu ulangi.",
      data: {
        problems: [
          { path: "year", message: "Paling kecil 1945" },
          { path: "title", message: "Wajib diisi" },
        ],
      },
    });
    const single = await failureOf(first.editions.create({ ...blank, year: 2022, title: " " }));
    expect(single.message).toBe("Satu isian belum benar: wajib diisi. Perbaiki, lalu ulangi.");
  });

  test("passes on an error a user caused with its code, status and sentence", async () => {
    const error = await failureOf(first.editions.get({ editionId: 987_654 }));
    expect(error).toMatchObject({ code: "NOT_FOUND", status: errorStatus.NOT_FOUND });
    expect(error.message).toMatch(/edisi/i);
  });

  test("takes a file in and gives a file out", async () => {
    const file = new File([sample], "edisi 2021.json", { type: "application/json" });
    const edition = await first.editions.importFile({ file });
    expect(edition).toMatchObject({ year: 2021, sample: true });
    const out = await second.editions.exportFile({ editionId: edition.id });
    expect(out).toBeInstanceOf(File);
    expect(out.name).toMatch(/\.json$/);
    expect(JSON.parse(await out.text())).toMatchObject({ format: "lencana/edition@1", sample: true });
  });

  test("carries every byte of a file as it is, and its type", async () => {
    const file = picture();
    await first.settings.setEmblem({ owner: "letterhead", picture: file });
    const back = await second.settings.emblem({ owner: "letterhead" });
    expect(back.type).toBe("image/png");
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    expect(await first.settings.setEmblem({ owner: "letterhead", picture: null })).toMatchObject({
      letterhead: { emblem: false },
    });
  });

  test("shows a change made in one window to every other", async () => {
    const watches = await Promise.all([first.changes.watch(), second.changes.watch()]);
    for (const watch of watches) {
      expect(await watch.next()).toEqual({ done: false, value: { editionId: null, nouns: [] } });
    }
    const made = await first.editions.create({ ...blank, year: 2023, title: "Edisi 2023" });
    for (const watch of watches) {
      expect(await changeOf("editions", watch)).toMatchObject({ editionId: made.id });
    }
    const [head] = await second.regions.list({ editionId: made.id });
    await second.regions.update({
      regionId: head?.id ?? 0,
      head: { title: "Bupati", name: "A" },
      agency: null,
    });
    for (const watch of watches) {
      const change = await changeOf("regions", watch);
      expect(change.editionId).toBe(made.id);
    }
    await Promise.all(watches.map((watch) => watch.return?.(undefined)));
  });

  test("ends a watch when its window stops it, and serves on", async () => {
    const stop = new AbortController();
    const watch = await first.changes.watch(undefined, { signal: stop.signal });
    await watch.next();
    const waiting = watch.next();
    stop.abort();
    const ended = await waiting.then(
      ({ done }) => done,
      () => true,
    );
    expect(ended).toBe(true);
    expect(await first.editions.list()).not.toHaveLength(0);
  });

  test("ends a watch left by breaking out of its loop", async () => {
    const events: Change[] = [];
    for await (const event of await first.changes.watch()) {
      events.push(event);
      break;
    }
    expect(events).toHaveLength(1);
    expect(await first.editions.list()).not.toHaveLength(0);
  });

  test("tells of a bug by an incident id that the log knows, and of nothing inside", async () => {
    const editor = new Database(wire.paths.database);
    editor.exec("ALTER TABLE editions RENAME TO elsewhere");
    const error = await failureOf(first.editions.list());
    editor.exec("ALTER TABLE elsewhere RENAME TO editions");
    editor.close();
    expect(error).toMatchObject({ code: "INTERNAL", status: errorStatus.INTERNAL });
    expect(error.message).not.toMatch(/SQL|table/i);
    const { incident = "none" } = errorData.parse(error.data);
    expect(error.message).toContain(incident);
    expect(readFileSync(wire.paths.log, "utf8")).toContain(incident);
  });
});
