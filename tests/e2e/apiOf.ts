import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import type { Page } from "@playwright/test";
import type { Contract } from "../../electron/contract/index.ts";

export type Api = ContractRouterClient<Contract>;

/** The API as a window has it, with whoever is signed in there: for what a test only needs to be there. */
export async function apiOf(page: Page): Promise<Api> {
  const { origin } = new URL(page.url());
  const cookies = await page.context().cookies(origin);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers: { cookie, origin } }));
}
