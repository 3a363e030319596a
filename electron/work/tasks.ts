import { writeScoreTemplate } from "../interchange/scoreTemplate.ts";
import { readEditionTask } from "./editionTask.ts";
import { makePapers, renderOnePaper } from "./papersTask.ts";
import type { WorkProgress } from "./pool.ts";
import { rank } from "./rankTask.ts";
import { inspectTask, readForeignTask, readTemplateTask } from "./spreadsheetTasks.ts";

type Task = (input: never, onProgress: (progress: WorkProgress) => void) => unknown;

/** What worker threads can do, by name. */
export const tasks = {
  rank,
  readEdition: readEditionTask,
  renderPaper: renderOnePaper,
  makePapers,
  writeScoreTemplate,
  readScoreTemplate: readTemplateTask,
  inspectWorkbook: inspectTask,
  readForeignSheet: readForeignTask,
} satisfies Record<string, Task>;

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks & string;
