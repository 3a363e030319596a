import { openBigDatabase } from "./tests/bench/bigDatabase.ts";
import { benchVerify } from "./tests/bench/verify.ts";
import { toTable } from "./tests/bench/table.ts";
const panel = await openBigDatabase("panel");
let t = process.cpuUsage();
console.log(toTable(await benchVerify(panel)), process.cpuUsage(t));
await panel.close();
