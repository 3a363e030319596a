import { createORPCClient } from "@orpc/client";
import type { ClientContext, ClientLink } from "@orpc/client";
import { RPCLink as FetchLink } from "@orpc/client/fetch";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { Contract } from "../../electron/contract/index.ts";
import { receivePort } from "./bridge.ts";
import { createDoor } from "./door.ts";
import { findCode, sentenceOf } from "./errors.tsx";

const wire: ClientLink<ClientContext> = window.lencana
  ? new PortLink<ClientContext>({ port: await receivePort() })
  : new FetchLink<ClientContext>({ url: new URL("rpc", document.baseURI).href, fetch: fetchToTheEnd });

/** Every call goes through it: where one asks for a sign-in, the page waits for that and goes on as it was. */
export const door = createDoor({
  findSignIn: (error) => (findCode(error) === "SIGN_IN" ? sentenceOf(error) : null),
  onStranger: () => location.reload(),
});

const link: ClientLink<ClientContext> = {
  call: (path, input, options) => door.pass(() => wire.call(path, input, options), options.signal),
};

/** The whole API, typed: `api.editions.list()`. */
export const api: ContractRouterClient<Contract> = createORPCClient(link);

/** The same for React: `useQuery(query.editions.list.queryOptions())`. */
export const query = createTanstackQueryUtils(api);

/** A browser takes no more than 64 KiB of calls that outlive their page, all of them together. */
const smallCharacters = 8_000;

/** A call dies with its page; one that is small is let live, so that what was typed last arrives. */
function fetchToTheEnd(
  request: Request,
  init: RequestInit,
  _options: unknown,
  path: readonly string[],
  input: unknown,
): Promise<Response> {
  const plain = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  const small = plain && (JSON.stringify(input)?.length ?? 0) < smallCharacters;
  return fetch(request, { ...init, keepalive: small && path.at(-1) !== "watch" });
}
