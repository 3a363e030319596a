import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inTransaction } from "../../electron/database/open.ts";
import { listCategories } from "../../electron/database/queries/categories.ts";
import { insertWholeEdition } from "../../electron/database/queries/wholeEdition.ts";
import { systemClock } from "../../electron/platform/clock.ts";
import { checkoutPaths } from "../../electron/platform/paths.ts";
import { closeContext, type Context, createContext } from "../../electron/services/index.ts";
import { bigEdition } from "./bigEdition.ts";

/** A database that holds the largest edition, in a folder of its own. */
export interface BigDatabase {
  context: Context;
  editionId: number;
  categoryId: number;
  roundId: number;
  close(): Promise<void>;
}

export async function openBigDatabase(kind: "panel" | "desk"): Promise<BigDatabase> {
  const data = mkdtempSync(join(tmpdir(), "lencana-bench-"));
  const paths = checkoutPaths(join(import.meta.dirname, "..", ".."), data);
  const context = await createContext({
    paths,
    clock: systemClock,
    about: { version: "bench", shell: "bench" },
  });
  const edition = bigEdition(paths.resources, kind);
  const editionId = inTransaction(context.db, () =>
    insertWholeEdition(context.db, edition, systemClock.now()),
  );
  const [category] = listCategories(context.db, editionId);
  const roundId = category?.rounds[0]?.id;
  if (!category || roundId === undefined) throw new Error("the big edition has no round");
  return {
    context,
    editionId,
    categoryId: category.id,
    roundId,
    async close() {
      await closeContext(context);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
