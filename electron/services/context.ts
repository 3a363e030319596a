import { EventPublisher, implement } from "@orpc/server";
import type { Change, Noun } from "../contract/changes.ts";
import { contract } from "../contract/index.ts";
import type { Progress } from "../contract/jobs.ts";
import { backUp } from "../database/backup.ts";
import { closeDatabase, openToWrite, outsideVersion, type WriteDb } from "../database/open.ts";
import type { Clock } from "../platform/clock.ts";
import { type Log, openLog } from "../platform/log.ts";
import type { Paths } from "../platform/paths.ts";
import { removeTemporaryFiles } from "../platform/temporaryFiles.ts";
import type { Launch } from "../work/apart.ts";
import { startWork, type Work } from "../work/pool.ts";
import { recordAccounts } from "./accountFacts.ts";
import { writeAnchor } from "./anchor.ts";
import { authorise } from "./authorise.ts";
import { type PinCost, pinCost } from "./pins.ts";
import { createRankings, type Rankings } from "./rankings.ts";
import { openSession, type Session } from "./session.ts";

/** What every service is given: made once by the shell, the host or the command line. */
export interface Context {
  db: WriteDb;
  clock: Clock;
  paths: Paths;
  log: Log;
  /** Worker threads for papers, imports and rankings. */
  work: Work;
  pinCost: PinCost;
  rankings: Rankings;
  /** Told to every window. */
  changes: EventPublisher<{ change: Change }>;
  /** By job id. */
  progress: EventPublisher<Record<string, Progress>>;
  /** Runs under way that can be cancelled, by job id. */
  running: Map<string, AbortController>;
  /** Given by a shell that saves files by itself: names a file on the disk for its windows. */
  keepFile?: (path: string) => string;
  /** Who sits at the window that calls; absent for the application itself and the command line. */
  session?: Session;
  /** Version and shell ("Electron 45", "peramban"), for the settings screen. */
  about: { version: string; shell: string };
}

/** Services implement the contract procedure by procedure; what the contract lacks cannot be served. */
export const os = implement(contract)
  .$context<Context>()
  .use(({ context, procedure, next }, input) => {
    authorise(context, procedure["~orpc"].meta, input);
    return next();
  });

/** Opens the data folder for one application and copies the database as it was found. */
export async function createContext(given: {
  paths: Paths;
  clock: Clock;
  about: Context["about"];
  /** Tests take a cheap one; everybody else leaves it out. */
  pinCost?: PinCost;
  /** How the shell starts a process; Node's way where left out. */
  launch?: Launch;
}): Promise<Context> {
  const db = await openToWrite(given.paths, given.clock);
  try {
    await backUp(db, given.paths, given.clock, "start");
  } catch (error) {
    closeDatabase(db);
    throw error;
  }
  removeTemporaryFiles(given.paths.temporary);
  const { launch, ...rest } = given;
  const work = startWork({ launch });
  const context: Context = {
    pinCost,
    ...rest,
    log: openLog(given.paths.log, given.clock),
    db,
    work,
    rankings: createRankings(given.paths.database, work, () => outsideVersion(db)),
    changes: new EventPublisher(),
    progress: new EventPublisher(),
    running: new Map(),
  };
  recordAccounts({ ...context, session: openSession("aplikasi", given.clock) });
  return context;
}

/** Stops what runs, copies the database as it is left, and closes it. */
export async function closeContext(context: Context): Promise<void> {
  const { db, paths, clock, log, work, running } = context;
  for (const controller of running.values()) controller.abort();
  await work.close();
  removeTemporaryFiles(paths.temporary);
  writeAnchor(context);
  try {
    await backUp(db, paths, clock, "exit");
  } catch (error) {
    // The data itself is safe on disk; a copy that fails must not keep the application from closing.
    log.error("exit backup failed", error);
  }
  closeDatabase(db);
}

/** What no rank depends on. */
const unranked: ReadonlySet<Noun> = new Set([
  "accounts",
  "designs",
  "documents",
  "ledger",
  "nameChecks",
  "office",
  "register",
  "settings",
]);
/** What printed names stand in, or are measured by. */
const named: ReadonlySet<Noun> = new Set([
  "editions",
  "regions",
  "panelists",
  "categories",
  "awards",
  "designs",
  "settings",
]);

/** Tells every window, and the ranking, what was changed. */
export function announce(context: Context, editionId: number | null, ...nouns: Noun[]): void {
  if (nouns.some((noun) => !unranked.has(noun))) context.rankings.touchAll();
  const all = new Set(nouns);
  if (nouns.some((noun) => named.has(noun))) all.add("nameChecks");
  // Sheets that were seen are held against the papers as they would be made now; securing and a new draw of the order say
  // how many are out.
  if (all.has("documents")) all.add("register").add("security").add("office");
  context.changes.publish("change", { editionId, nouns: [...all] });
}
