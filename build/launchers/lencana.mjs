#!/usr/bin/env node
import { useFittingNode } from "./node.mjs";

await useFittingNode();
const { runCli } = await import("../../electron/cli.ts");
await runCli(process.argv.slice(2));
