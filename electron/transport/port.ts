import { createServerPeerHandleRequestFn } from "@orpc/server/standard-peer";
import { ServerPeer } from "@orpc/standard-server-peer";
import type { Context } from "../services/context.ts";
import { toWire } from "./errors.ts";
import { createHandler, largestRequestBytes, tooLarge, type Procedures } from "./procedures.ts";

/** What Electron's MessagePortMain and Node's MessagePort have in common. */
export interface Port {
  on(event: "message", listener: (message: unknown) => void): unknown;
  on(event: "close", listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** Serves the contract over a port until either side closes it. Calls under way are then aborted. */
export function servePort(port: Port, procedures: Procedures, context: Context): void {
  const handle = createServerPeerHandleRequestFn(createHandler(procedures), { context });
  const peer = new ServerPeer((message) => port.postMessage(message));

  port.on("message", (message) => {
    const encoded = payloadOf(message);
    const bytes = typeof encoded === "string" ? encoded.length : (encoded?.byteLength ?? 0);
    const answer = bytes > largestRequestBytes ? async () => refusal(bytes) : handle;
    // A message that is not oRPC's, or an answer to a port that has just closed, must not end the process.
    peer.message(encoded ?? "", answer).catch((error: unknown) => context.log.error("port", error));
  });
  port.on("close", () => peer.close());
  port.start();
}

/** Electron hands over an event that holds the message, Node the message itself. */
function payloadOf(message: unknown): string | Uint8Array | null {
  const data = isEvent(message) ? message.data : message;
  if (typeof data === "string" || data instanceof Uint8Array) return data;
  return data instanceof ArrayBuffer ? new Uint8Array(data) : null;
}

function isEvent(message: unknown): message is { data: unknown } {
  return typeof message === "object" && message !== null && "data" in message;
}

async function refusal(bytes: number) {
  const error = toWire(tooLarge(bytes));
  return { status: error.status, headers: {}, body: { json: error.toJSON(), meta: [] } };
}
