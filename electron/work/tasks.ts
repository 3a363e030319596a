import type { WorkProgress } from "./pool.ts";

type OnProgress = (progress: WorkProgress) => void;

/** A task whose code a thread loads at its first run: a ranking does not wait for the typesetter to load. */
function later<Input, Output>(load: () => Promise<(input: Input, onProgress: OnProgress) => Output>) {
  return async (input: Input, onProgress: OnProgress) => (await load())(input, onProgress);
}

/** What worker threads can do, by name. */
export const tasks = {
  rank: later(async () => (await import("./rankTask.ts")).rank),
  giveSecondOpinion: later(async () => (await import("./opinionTask.ts")).giveSecondOpinion),
  readEdition: later(async () => (await import("./editionTask.ts")).readEditionTask),
  renderPaper: later(async () => (await import("./papersTask.ts")).renderOnePaper),
  makePapers: later(async () => (await import("./papersTask.ts")).makePapers),
  measureNames: later(async () => (await import("./papersTask.ts")).measureNamesTask),
  writeScoreTemplate: later(async () => (await import("../interchange/scoreTemplate.ts")).writeScoreTemplate),
  writeRankingSheet: later(async () => (await import("../interchange/rankingSheet.ts")).writeRankingSheet),
  readScoreTemplate: later(async () => (await import("./spreadsheetTasks.ts")).readTemplateTask),
  inspectWorkbook: later(async () => (await import("./spreadsheetTasks.ts")).inspectTask),
  readForeignSheet: later(async () => (await import("./spreadsheetTasks.ts")).readForeignTask),
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
