import { listEditions } from "../../electron/database/queries/editions.ts";
import { checkoutPaths } from "../../electron/platform/paths.ts";
import { closeContext, createContext } from "../../electron/services/index.ts";
import { about, checkNames, steppingClock } from "./application.ts";

/** Run by itself on a data folder: a second person has checked every name of its editions, as they would have by then. */
const [home = ""] = process.argv.slice(2);
const context = await createContext({
  paths: checkoutPaths(`${import.meta.dirname}/../..`, home),
  clock: steppingClock(),
  about,
});
for (const { id } of listEditions(context.db)) checkNames(context, id);
await closeContext(context);
