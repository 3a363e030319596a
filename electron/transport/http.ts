import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream";
import { NodeHttpHandler } from "@orpc/server/node";
import { AppError } from "../contract/errors.ts";
import type { Context } from "../services/context.ts";
import { openSession, type Session } from "../services/session.ts";
import { createAccess } from "./access.ts";
import { openAssets, type FindAsset } from "./assets.ts";
import { toWire } from "./errors.ts";
import { cookieName, judge, type Door } from "./guard.ts";
import { cacheControl, securityHeaders } from "./headers.ts";
import { noticePage } from "./notice.ts";
import { createHandler, largestRequestBytes, tooLarge, type Procedures } from "./procedures.ts";

export interface HttpOptions {
  context: Context;
  procedures: Procedures;
  /** The built renderer. */
  rendererFolder: string;
  /** 0: any free one. */
  port: number;
  /** Called when a window has come in: its token is spent, and this address lets the next one in. */
  onNewAddress?: (address: string) => void;
}

export interface HttpServer {
  port: number;
  /** With the one-time token that works now. */
  address(): string;
  close(): Promise<void>;
}

/** Serves the renderer and the contract to browsers of this machine, and to nobody else. */
export async function serveHttp(options: HttpOptions): Promise<HttpServer> {
  const access = createAccess();
  const server = createServer();
  const port = await listen(server, options.port);
  const door: Door = { port, sessions: access.sessions, largestRequestBytes };
  const sessions = new Map<string, Session>();
  const address = () => `http://127.0.0.1:${port}/?token=${access.token()}`;
  const rpc = new NodeHttpHandler(createHandler(options.procedures));
  const findAsset = openAssets(options.rendererFolder);

  server.on("request", (request, response) => {
    answer(request, response).catch((error: unknown) => {
      options.context.log.error("http", error, { target: request.url?.split("?")[0] });
      response.destroy();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader("cache-control", "no-store");
    const verdict = judge({ method: request.method, target: request.url, headers: request.headers }, door);
    switch (verdict.kind) {
      case "rpc": {
        const context = { ...options.context, session: sessionOf(verdict.session) };
        const { matched } = await rpc.handle(request, response, { prefix: "/rpc", context });
        if (!matched) sendNothing(response, 404);
        return;
      }
      case "tooLarge":
        return sendTooLarge(request, response, verdict.bytes);
      case "asset":
        return sendAsset(response, findAsset, verdict.pathname, verdict.head);
      case "token":
        return letIn(response, verdict.token);
      case "inside":
        return sendToPage(response);
      case "refuse":
        return verdict.page ? sendNotice(response, 403, "entrance") : sendNothing(response, verdict.status);
    }
  }

  function letIn(response: ServerResponse, token: string): void {
    const session = access.spend(token);
    if (session === null) return sendNotice(response, 403, "spent");
    response.setHeader("set-cookie", `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/`);
    sendToPage(response);
    options.onNewAddress?.(address());
  }

  function sessionOf(secret: string): Session {
    let session = sessions.get(secret);
    if (!session) {
      session = openSession(`peramban ${sessions.size + 1}`, options.context.clock);
      sessions.set(secret, session);
    }
    return session;
  }

  return { port, address, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" || error.code === "EACCES" ? portTaken(port) : error);
    });
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address();
      if (bound === null || typeof bound === "string") return reject(new Error("not listening on a port"));
      resolve(bound.port);
    });
  });
}

function portTaken(port: number): AppError {
  return new AppError(
    "CONFLICT",
    `Port ${port} sudah dipakai program lain. Pilih port lain lewat LENCANA_PORT, atau kosongkan agar dipilihkan.`,
  );
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Watches of changes never end by themselves.
    server.closeAllConnections();
  });
}

function sendToPage(response: ServerResponse): void {
  response.writeHead(303, { location: "/" }).end();
}

function sendNothing(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close", "content-length": 0 }).end();
}

function sendNotice(response: ServerResponse, status: number, about: "entrance" | "spent" | "unbuilt"): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(noticePage(about));
}

/** Answers at once, then lets the rest of the upload run out unread: a browser reads no answer before it has sent all. */
function sendTooLarge(request: IncomingMessage, response: ServerResponse, bytes: number): void {
  const error = toWire(tooLarge(bytes));
  response.writeHead(error.status, { "content-type": "application/json" });
  response.end(JSON.stringify({ json: error.toJSON(), meta: [] }));
  request.resume();
}

function sendAsset(response: ServerResponse, findAsset: FindAsset, pathname: string, head: boolean): void {
  const asset = findAsset(pathname);
  if (!asset && pathname === "/") return sendNotice(response, 404, "unbuilt");
  if (!asset) return sendNothing(response, 404);
  response.setHeader("content-type", asset.type);
  response.setHeader("cache-control", cacheControl(asset.hashed));
  if (head) {
    response.end();
    return;
  }
  pipeline(createReadStream(asset.file), response, () => response.destroy());
}
