import { createRouterClient } from "@orpc/server";
import type { Role } from "../../electron/contract/access.ts";
import { findAccount } from "../../electron/database/queries/accounts.ts";
import { iterateLedger } from "../../electron/database/queries/ledger.ts";
import type { Keying } from "../../electron/database/queries/security.ts";
import { walkLedger } from "../../electron/domain/ledgerWalk.ts";
import { type Context, router } from "../../electron/services/index.ts";
import type { Json } from "../../electron/domain/canonicalJson.ts";
import { sha256 } from "../../electron/services/sha256.ts";
import { readAllFacts } from "../../electron/services/editionFacts.ts";
import type { Session } from "../../electron/services/session.ts";
import { openSample } from "./application.ts";

export const pin = "246810";

export type Person = ReturnType<typeof seat>;
export type Secured = Awaited<ReturnType<typeof openSecured>>;

/**
 * The sample secured, its rule book signed, its first round sealed and its panel round empty, to be typed in the way
 * asked for. Everybody sits at a window of their own, signed in: `siti` (secretary), `andi`, `budi`, `cici`
 * (operators), `vina` and `wira` (verifiers), `kadir` (chair), `rudi` (auditor), `pengamat`
 * (viewer).
 */
export async function openSecured({
  keying,
  names = "checked",
}: {
  keying: Keying;
  names?: "checked" | "unchecked";
}) {
  const sample = await openSample({ names });
  const { context, editionId, desk, panel } = sample;
  await emptyRound(sample);
  const siti = seat(context, "jendela 1", null);
  await siti.api.security.secure({ editionId, secretary: "Siti", pin });
  const people = {
    siti,
    andi: await employ(siti, context, "Andi", "operator"),
    budi: await employ(siti, context, "Budi", "operator"),
    cici: await employ(siti, context, "Cici", "operator"),
    vina: await employ(siti, context, "Vina", "verifier"),
    wira: await employ(siti, context, "Wira", "verifier"),
    kadir: await employ(siti, context, "Kadir", "chair"),
    rudi: await employ(siti, context, "Rudi", "auditor"),
    pengamat: await employ(siti, context, "Pia", "viewer"),
  };
  if (keying !== "single") await siti.api.security.setKeying({ roundId: panel.id, keying });
  await signRuleBook(siti, editionId);
  await seal(siti, editionId, desk.id);
  return { ...sample, ...people };
}

/** A window with somebody signed in, who never idles there. */
export function seat(context: Context, from: string, account: Session["account"]) {
  const pinHash = account && findAccount(context.db, account.id)!.pinHash;
  const session: Session = { from, account, pinHash, aliveAt: "2100-01-01T00:00:00.000Z" };
  return { session, api: createRouterClient(router, { context: { ...context, session } }) };
}

/** Signs the open rule book as it stands. */
export async function signRuleBook({ api }: Person, editionId: number): Promise<void> {
  const { presentHash } = await api.security.get({ editionId });
  await api.security.signRuleBook({ editionId, hash: presentHash!, pin });
}

/** Signs a round's result as it stands, which seals it where one signature is enough. */
export async function seal({ api }: Person, editionId: number, roundId: number): Promise<void> {
  const round = (await api.seals.list({ editionId })).find((one) => one.roundId === roundId);
  await api.seals.sign({ roundId, hash: round!.presentHash!, pin });
}

/** What the ledger replays to, and what the database holds: the same, unless something went past the ledger. */
export function readBoth({ db }: Context, editionId: number) {
  const { facts, replayFaults } = walkLedger(sha256, iterateLedger(db, editionId));
  const sorted = (map: Iterable<[string, Json]>) => [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    replayed: sorted(facts),
    held: sorted(readAllFacts(db, editionId)),
    fault: replayFaults[0] ?? null,
  };
}

async function employ(siti: Person, context: Context, name: string, role: Role): Promise<Person> {
  const { accounts } = await siti.api.accounts.create({ name, role, pin });
  const { id } = accounts.find((one) => one.name === name)!;
  return seat(context, `jendela ${id}`, { id, name, role });
}

async function emptyRound({ api, panel }: Awaited<ReturnType<typeof openSample>>): Promise<void> {
  for (const panelistId of panel.panel) {
    const grid = await api.sheets.grid({ roundId: panel.id, panelistId });
    const changes = grid.rows.flatMap(({ entryId, values }) =>
      grid.indicators.flatMap(({ id: indicatorId }, index) => {
        const was = values[index] ?? null;
        return was === null ? [] : [{ entryId, indicatorId, value: null, was }];
      }),
    );
    if (changes.length > 0) await api.sheets.setScores({ roundId: panel.id, panelistId, changes });
  }
}
