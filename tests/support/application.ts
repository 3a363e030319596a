import { createRouterClient } from "@orpc/server";
import type { Problem } from "../../electron/contract/errors.ts";
import { saveNameCheck, saveSeenFinding } from "../../electron/database/queries/nameChecks.ts";
import { findNameFaults, generalName } from "../../electron/domain/namePreflight.ts";
import { checkedText, listPrintedNames } from "../../electron/domain/printedNames.ts";
import { getWhole } from "../../electron/services/nameFindings.ts";
import type { Clock } from "../../electron/platform/clock.ts";
import { closeContext, type Context, createContext, router } from "../../electron/services/index.ts";
import { temporaryPaths } from "./wires.ts";

export const about = { version: "1", shell: "test" };

/** A clock that moves a second at each look, so that what happens later is later. */
export function steppingClock(from = "2026-10-05T02:00:00.000Z"): Clock {
  let at = Date.parse(from) - 1000;
  return { now: () => new Date((at += 1000)).toISOString() };
}

export type Application = Awaited<ReturnType<typeof openApplication>>;

/** The services on a real database in a folder of its own, called directly: errors arrive as thrown. */
export async function openApplication() {
  const { paths, remove } = temporaryPaths();
  const clock = steppingClock();
  const context: Context = await createContext({ paths, clock, about, pinCost: { N: 2, r: 1, p: 1 } });
  return {
    context,
    paths,
    api: createRouterClient(router, { context }),
    close: async () => {
      await closeContext(context);
      remove();
    },
  };
}

/** The sample edition opened, with the ids that tests speak of; its names are checked unless asked otherwise. */
export async function openSample({ names = "checked" }: { names?: "checked" | "unchecked" } = {}) {
  const application = await openApplication();
  const { api, context } = application;
  const { id: editionId } = await api.editions.openSample();
  if (names === "checked") checkNames(context, editionId);
  const [category] = await api.categories.list({ editionId });
  const [desk, panel] = await api.rounds.list({ categoryId: category!.id });
  const entry = (code: string) => category!.entries.find((one) => one.code === code)!.id;
  return { ...application, editionId, category: category!, desk: desk!, panel: panel!, entry };
}

/** The keys of an edition's charters, in the order of the list. */
export async function listCharters({
  api,
  editionId,
}: Pick<Application, "api"> & { editionId: number }): Promise<string[]> {
  const papers = await api.documents.list({ editionId });
  return papers.filter(({ kind }) => kind === "charter").map(({ key }) => key);
}

/** Every name of an edition as it stands, checked by a second person, and agencies without a name let stand. */
export function checkNames({ db, clock }: Context, editionId: number): void {
  for (const finding of findNameFaults(getWhole(db, editionId), null, null)) {
    if (finding.rule !== generalName) continue;
    const { subject, rule, sentence } = finding;
    const seen = { editionId, subject, rule, sentence, accountId: null, viewer: "Dewi", reason: null };
    saveSeenFinding(db, { ...seen, seenAt: clock.now() });
  }
  for (const printed of listPrintedNames(getWhole(db, editionId))) {
    saveNameCheck(db, {
      editionId,
      subject: printed.subject,
      text: checkedText(printed),
      accountId: null,
      checker: "Dewi",
      checkedAt: clock.now(),
    });
  }
}

/** The error a call ends in; fails when it does not. */
export async function errorOf(
  call: Promise<unknown>,
): Promise<Error & { code?: string; data?: { problems?: Problem[] } }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("the call was expected to fail");
}
