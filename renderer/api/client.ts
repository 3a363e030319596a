import { createORPCClient } from "@orpc/client";
import type { ClientContext } from "@orpc/client";
import { RPCLink as FetchLink } from "@orpc/client/fetch";
import { RPCLink as PortLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { Contract } from "../../electron/contract/index.ts";
import { receivePort } from "./bridge.ts";

const link = window.lencana
  ? new PortLink<ClientContext>({ port: await receivePort() })
  : new FetchLink<ClientContext>({ url: new URL("rpc", document.baseURI).href });

/** The whole API, typed: `api.editions.list()`. */
export const api: ContractRouterClient<Contract> = createORPCClient(link);

/** The same for React: `useQuery(query.editions.list.queryOptions())`. */
export const query = createTanstackQueryUtils(api);
