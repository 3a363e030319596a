import { accounts } from "./accounts.ts";
import { awards, categories } from "./categories.ts";
import { changes } from "./changes.ts";
import { designs } from "./designs.ts";
import { documents } from "./documents.ts";
import { editions } from "./editions.ts";
import { jobs } from "./jobs.ts";
import { keyings } from "./keyings.ts";
import { ledger } from "./ledger.ts";
import { office } from "./office.ts";
import { nameChecks } from "./nameChecks.ts";
import { panelists } from "./panelists.ts";
import { regions } from "./regions.ts";
import { register } from "./register.ts";
import { results } from "./results.ts";
import { rounds } from "./rounds.ts";
import { seals } from "./seals.ts";
import { security } from "./security.ts";
import { settings } from "./settings.ts";
import { sheets } from "./sheets.ts";
import { spreadsheets } from "./spreadsheets.ts";

/** Everything that crosses a process. One noun, one file; the same over MessagePort and HTTP. */
export const contract = {
  editions,
  regions,
  panelists,
  categories,
  awards,
  nameChecks,
  rounds,
  sheets,
  spreadsheets,
  results,
  documents,
  designs,
  office,
  register,
  accounts,
  security,
  keyings,
  seals,
  ledger,
  settings,
  jobs,
  changes,
};
export type Contract = typeof contract;
