import { parseArgs } from "node:util";
import { join } from "node:path";
import { runDemo } from "./commands/demo.ts";
import { runExport, runImport } from "./commands/edition.ts";
import { runVerify } from "./commands/verify.ts";
import { type CommandOutcome, rankFile } from "./interchange/rankFile.ts";
import { systemClock } from "./platform/clock.ts";
import { checkoutPaths, dataFolder } from "./platform/paths.ts";
import { openLog } from "./platform/log.ts";
import { toAppError } from "./transport/errors.ts";

const usage = `Usage:
  lencana rank FILE [--json]     validate and rank an edition file, without a database
  lencana import FILE            take an edition file into the database
  lencana export EDITION FILE    write an edition (its number or year) to a file
  lencana verify FILE [--head CODE] [--json]
                                 say what was changed outside the application in a database, or in a bundle of proof;
                                 CODE is the head of the ledger as printed on a recap or minutes
  lencana demo DIR               make the 2021 edition afresh and write all its papers into DIR
The database is the one of LENCANA_HOME, or the application's own.
`;

const root = join(import.meta.dirname, "..");

/** Runs one command line. */
export async function runCommand(args: string[]): Promise<CommandOutcome> {
  const { values, positionals } = readArgs(args);
  const [command, ...operands] = positionals;
  const takes = (count: number) =>
    operands.length === count &&
    !(values.json && command !== "rank" && command !== "verify") &&
    !(values.head !== undefined && command !== "verify");
  if (values.help) return { exitCode: 0, stdout: usage, stderr: "" };
  const [first = "", second = ""] = operands;
  if (command === "rank" && takes(1)) return rankFile(first, { json: values.json });
  if (command === "import" && takes(1)) return runImport(root, first);
  if (command === "export" && takes(2)) return runExport(root, first, second);
  if (command === "verify" && takes(1)) {
    return runVerify(root, first, { head: values.head ?? null, json: values.json });
  }
  if (command === "demo" && takes(1)) return runDemo(root, first);
  return { exitCode: 2, stdout: "", stderr: usage };
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        head: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch {
    return { values: { json: false, help: false, head: undefined }, positionals: [] };
  }
}

/** Runs a command line as a program: prints, and leaves the exit code. */
export async function runCli(args: string[]): Promise<void> {
  const { exitCode, stdout, stderr } = await runCommand(args).catch(failed);
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  process.exitCode = exitCode;
}

function failed(error: unknown): CommandOutcome {
  const log = openLog(checkoutPaths(root).log, systemClock);
  const { message, data } = toAppError(error, { log, dataFolder: dataFolder(), act: "lencana" });
  const problems = (data.problems ?? []).map((problem) => `${problem.path}: ${problem.message}`);
  return { exitCode: 1, stdout: "", stderr: `${[message, ...problems].join("\n")}\n` };
}
