import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink as FetchLink } from "@orpc/client/fetch";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import { createRouterClient } from "@orpc/server";
import type { Contract } from "../../electron/contract/index.ts";
import { startHost } from "../../electron/host.ts";
import { systemClock } from "../../electron/platform/clock.ts";
import { checkoutPaths, type Paths } from "../../electron/platform/paths.ts";
import { closeContext, type Context, createContext, router } from "../../electron/services/index.ts";
import { withErrors } from "../../electron/transport/errors.ts";
import { servePort } from "../../electron/transport/port.ts";

export type Client = ContractRouterClient<Contract>;

/** The application behind one kind of wire, in a data folder of its own. */
export interface Wire {
  paths: Paths;
  /** One more window. */
  connect(): Promise<Client>;
  close(): Promise<void>;
}

/** Paths of this checkout with a fresh data folder; `remove` takes it away. */
export function temporaryPaths(): { paths: Paths; remove: () => void } {
  const data = mkdtempSync(join(tmpdir(), "lencana-data-"));
  const root = join(import.meta.dirname, "..", "..");
  return { paths: checkoutPaths(root, data), remove: () => rmSync(data, { recursive: true, force: true }) };
}

function open(paths: Paths): Promise<Context> {
  return createContext({ paths, clock: systemClock, about: { version: "1", shell: "test" } });
}

/** No wire at all: the contract called in the same process. */
export async function openDirect(): Promise<Wire> {
  const { paths, remove } = temporaryPaths();
  const context = await open(paths);
  return {
    paths,
    connect: async () => createRouterClient(router, { context, interceptors: [withErrors] }),
    async close() {
      await closeContext(context);
      remove();
    },
  };
}

/** MessagePorts, as between Electron's main process and a window. */
export async function openPorts(): Promise<Wire> {
  const { paths, remove } = temporaryPaths();
  const context = await open(paths);
  const ends: { close(): void }[] = [];
  return {
    paths,
    async connect() {
      const { port1, port2 } = new MessageChannel();
      servePort(port1, router, context);
      ends.push(port2);
      port2.start();
      return createORPCClient(new PortLink({ port: port2 }));
    },
    async close() {
      for (const end of ends) end.close();
      await closeContext(context);
      remove();
    },
  };
}

/** The host on loopback, let in as a browser is: by token, then by cookie. */
export async function openHttp(): Promise<Wire> {
  const { paths, remove } = temporaryPaths();
  const host = await startHost({ paths });
  return {
    paths,
    async connect() {
      const { origin } = new URL(host.address());
      const entrance = await fetch(host.address(), { redirect: "manual" });
      const [cookie = ""] = (entrance.headers.get("set-cookie") ?? "").split(";");
      return createORPCClient(new FetchLink({ url: `${origin}/rpc`, headers: { cookie, origin } }));
    },
    async close() {
      await host.close();
      remove();
    },
  };
}
