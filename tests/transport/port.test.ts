import { readFileSync } from "node:fs";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../electron/platform/clock.ts";
import { closeContext, type Context, createContext, router } from "../../electron/services/index.ts";
import { servePort } from "../../electron/transport/port.ts";
import { largestRequestBytes } from "../../electron/transport/procedures.ts";
import { type Client, temporaryPaths } from "../support/wires.ts";

const { paths, remove } = temporaryPaths();
let context: Context;
beforeAll(async () => {
  context = await createContext({ paths, clock: systemClock, about: { version: "1", shell: "test" } });
});
afterAll(async () => {
  await closeContext(context);
  remove();
});

function logged(): number {
  return readFileSync(paths.log, "utf8").match(/"event":"port"/g)?.length ?? 0;
}

/** What the page's side of a port is sent next, for a message written by hand. */
function answerTo(page: MessagePort, message: unknown): Promise<unknown> {
  const answer = new Promise((resolve) => page.once("message", resolve));
  page.postMessage(message, []);
  return answer;
}

function openPort(): { page: MessagePort; client: Client } {
  const { port1, port2 } = new MessageChannel();
  servePort(port1, router, context);
  port2.start();
  return { page: port2, client: createORPCClient(new RPCLink({ port: port2 })) };
}

test.each([
  ["text that is no message", "{"],
  ["an empty text", ""],
  ["nothing", null],
  ["a number", 7],
  ["an object", { i: "1", p: { u: "/editions/list" } }],
  ["a message without a request", '{"i":"9"}'],
  ["a message to nowhere", '{"i":"9","p":{"u":"http://[/"}}'],
  ["bytes that are no message", new Uint8Array([255, 255, 0])],
  ["a file with a broken head", new Uint8Array([123, 255, 0])],
])("%s does no harm, and is logged", async (_name, message) => {
  context.log.info("before");
  const before = logged();
  const { page, client } = openPort();
  page.postMessage(message, []);
  expect(await client.editions.list()).toEqual([]);
  expect(logged()).toBe(before + 1);
  page.close();
});

test("a procedure that is not in the contract is not found", async () => {
  const { page } = openPort();
  const answer = await answerTo(page, '{"i":"1","p":{"u":"/editions/constructor"}}');
  expect(JSON.parse(String(answer))).toMatchObject({ i: "1", p: { s: 404 } });
  page.close();
});

test("a message over 80 MB is answered with a sentence, and the port serves on", async () => {
  const { page, client } = openPort();
  const answer = await answerTo(page, '{"i":"1","p":{"u":"/editions/list"}}'.padEnd(largestRequestBytes + 1));
  expect(JSON.parse(String(answer))).toMatchObject({
    i: "1",
    p: { s: 413, b: { json: { code: "TOO_LARGE", message: expect.stringMatching(/paling besar 80 MB/) } } },
  });
  expect(await client.editions.list()).toEqual([]);
  page.close();
});

test("closing a window ends what it waited for, and the others are served on", async () => {
  const leaving = openPort();
  const staying = openPort();
  const watch = await leaving.client.changes.watch();
  await watch.next();
  expect(context.changes.size).toBe(1);
  leaving.page.close();
  await expect.poll(() => context.changes.size).toBe(0);
  expect(await staying.client.editions.list()).toEqual([]);
  staying.page.close();
});
