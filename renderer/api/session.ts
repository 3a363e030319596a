import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import type { SessionView } from "../../electron/contract/accounts.ts";
import { api, door, query } from "./client.ts";
import type { DoorState } from "./door.ts";
import { queryClient } from "./queryClient.ts";

/** Who sits at this window, as the server last said; undefined while it is being asked. */
export function useSession(): SessionView | undefined {
  return useQuery(query.accounts.session.queryOptions()).data;
}

export function useDoor(): DoorState {
  return useSyncExternalStore(door.subscribe, door.state);
}

/** Windows of one browser share who is signed in: the others look again. */
const changedKey = "lencana.session";
addEventListener("storage", ({ key }) => {
  // Where nobody answers now, the next call says so.
  if (key === changedKey) lookAgain().catch(() => {});
});

async function lookAgain(): Promise<void> {
  const session = await api.accounts.session();
  keepSession(session);
  if (session.account && !session.locked) door.admit(session);
  else door.told(session);
}

function tellOthers(): void {
  localStorage.setItem(changedKey, crypto.randomUUID());
}

/** Notes who the server now says sits here, and lets whoever has just given the PIN go on. */
export function signedIn(session: SessionView): void {
  keepSession(session);
  door.admit(session);
  tellOthers();
}

export function keepSession(session: SessionView): void {
  queryClient.setQueryData(query.accounts.session.queryKey(), session);
}

/** Locks this window for whoever sits here: only that PIN, or a change of person, goes on. */
export async function lockWindow(): Promise<void> {
  door.lock();
  keepSession(await api.accounts.signOut());
  tellOthers();
}

/** Signs out and leaves nothing of the page behind; the next person starts afresh at the same place. */
export async function signOut(): Promise<void> {
  await saved();
  await api.accounts.signOut();
  tellOthers();
  location.reload();
}

const longestWaitMs = 3_000;

/** What was typed last is on its way: it still goes out under the name of whoever typed it. */
async function saved(): Promise<void> {
  const from = Date.now();
  while (!door.state().shut && queryClient.isMutating() > 0 && Date.now() - from < longestWaitMs) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
