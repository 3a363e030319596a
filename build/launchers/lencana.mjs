#!/usr/bin/env node
import { useFittingNode } from "./node.mjs";

await useFittingNode();
await import("../../electron/cli.ts");
