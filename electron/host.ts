import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "./contract/errors.ts";
import { systemClock, type Clock } from "./platform/clock.ts";
import { openLog } from "./platform/log.ts";
import { checkoutPaths, type Paths } from "./platform/paths.ts";
import { closeContext, createContext, router } from "./services/index.ts";
import { toAppError } from "./transport/errors.ts";
import { serveHttp } from "./transport/http.ts";

export interface HostOptions {
  paths: Paths;
  /** 0, as without it: any free one. */
  port?: number;
  clock?: Clock;
  rendererFolder?: string;
  /** Called when a window has come in, with the address for the next one. */
  onNewAddress?: (address: string) => void;
}

export interface Host {
  port: number;
  /** With the one-time token that works now. */
  address(): string;
  /** Ends every call, makes the backup of the exit and closes the database. */
  close(): Promise<void>;
}

/** Two folders up where this is built, one where it is run as it is. */
const root = join(import.meta.dirname, import.meta.url.endsWith(".ts") ? ".." : "../..");

/** The application for the browsers of this machine. An AppError where its data folder is taken or refuses. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { paths, port = 0, clock = systemClock, onNewAddress } = options;
  const rendererFolder = options.rendererFolder ?? join(root, "dist", "renderer");
  const about = { version: versionOf(root), shell: `Peramban, lewat Node ${process.versions.node}` };
  const context = await createContext({ paths, clock, about });
  try {
    const server = await serveHttp({ context, procedures: router, rendererFolder, port, onNewAddress });
    return {
      port: server.port,
      address: () => server.address(),
      async close() {
        await server.close();
        await closeContext(context);
      },
    };
  } catch (error) {
    await closeContext(context);
    throw error;
  }
}

function versionOf(folder: string): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return version;
}

function portFrom(text = ""): number {
  if (text === "") return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new AppError("INVALID", `LENCANA_PORT harus angka 1–65535, bukan “${text}”.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs the host as a program of its own: says its address, ends on a signal, and exits with 1 where it cannot run. */
export async function runHost(): Promise<Host> {
  const paths = checkoutPaths(root);
  const log = openLog(paths.log, systemClock);
  const fail = (error: unknown): never => {
    process.stderr.write(`${toAppError(error, { log, dataFolder: paths.data, act: "host" }).message}\n`);
    process.exit(1);
  };
  process.on("unhandledRejection", (error) => log.error("unhandledRejection", error));
  process.on("uncaughtException", fail);
  try {
    const port = portFrom(process.env.LENCANA_PORT);
    const onNewAddress = (address: string) => say(`Alamat untuk jendela lain: ${address}`);
    const host = await startHost({ paths, port, onNewAddress });
    closeOnSignal(host, fail);
    say(`Lencana siap di ${host.address()}`);
    return host;
  } catch (error) {
    return fail(error);
  }
}

function closeOnSignal(host: Host, fail: (error: unknown) => never): void {
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= host.close().then(() => process.exit(0), fail);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, close);
}

if (import.meta.main) await runHost();
