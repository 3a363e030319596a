import type { PaperRow } from "../../contract/documents.ts";
import type { AwardRow, CategoryRow } from "../../contract/categories.ts";
import type { EditionRow } from "../../contract/editions.ts";
import type { PanelistRow } from "../../contract/panelists.ts";
import type { ReadDb } from "../../database/open.ts";
import type { StoredRound } from "../../database/queries/rounds.ts";
import type { CategoryByKeys } from "../../database/queries/rules.ts";
import type { Paper } from "../../documents/paperData.ts";
import type { RankedRound } from "../../work/rankTask.ts";
import type { Context } from "../context.ts";
import type { EditionSource, PaperGround, PaperSource } from "../paperSource.ts";
import type { Recipient } from "../recipients.ts";
import type { Place } from "./place.ts";

/** A paper as its kind lists it, before what is stored of it. */
export type Draft = Pick<PaperRow, "key" | "kind" | "title" | "group" | "state" | "why"> & {
  date?: string | null;
};

export type StateOfPaper = Pick<Draft, "state" | "why">;

/** What the list of a category's papers is made from. */
export interface CategoryAround {
  edition: EditionRow;
  category: CategoryRow;
  byKeys: CategoryByKeys;
  ranked: RankedRound[];
  awards: AwardRow[];
  recipients: Recipient[];
  panelists: Map<number, PanelistRow>;
  rounds: RoundAround[];
  /** Rank and recipients are hidden from whoever asks. */
  hidden: boolean;
}

export interface RoundAround {
  round: StoredRound;
  index: number;
  ranked: RankedRound;
  /** The group its papers are listed under. */
  group: string;
  /** Why there can be no sheets yet; null where there can. */
  noSheets: string | null;
  /** Of a paper that shows its result. */
  result: StateOfPaper;
  /** Of a paper that shows its values and ranks nobody. */
  filled: StateOfPaper;
}

/** What the list of a whole edition's papers is made from. */
export interface EditionAround {
  edition: EditionRow;
  categories: CategoryAround[];
  panelists: Map<number, PanelistRow>;
}

/** Before the announcement a paper that shows winners or values is withheld with them. */
type Shows = "nothing" | "values" | "winners";

interface Common {
  kind: PaperRow["kind"];
  shows: Shows;
  /** Whether somebody has to say why it goes out again with the same content. */
  again: "withReason" | "freely";
  /** Handed out, filed or read aloud, so that the counts ask for it. */
  seen?: "must";
}

/** A paper of one category. */
interface CategoryPaper<At extends Place> extends Common {
  read(numbers: readonly number[]): At | null;
  listOfRound?: (context: Context, around: CategoryAround, round: RoundAround) => Draft[];
  listOfCategory?: (context: Context, around: CategoryAround) => Draft[];
  categoryOf(db: ReadDb, at: At): number;
  /** The rounds whose results it shows, in order: a correction of one revokes it. */
  restsOn(source: PaperSource, at: At): number[];
  paper(context: Context, source: PaperSource, at: At): Paper;
}

/** A paper of all categories. */
interface EditionPaper<At extends Place> extends Common {
  read(numbers: readonly number[]): At | null;
  /** Whether the list has it before or after the papers of the categories. */
  stands: "first" | "last";
  listOfEdition(context: Context, around: EditionAround): Draft[];
  restsOn(source: EditionSource): number[];
  paper(context: Context, source: EditionSource, at: At): Paper;
}

/** A paper that its key names. */
export type NamedPaper = Common & { at: Place } & (
    | {
        of: "category";
        categoryOf(db: ReadDb): number;
        restsOn(source: PaperSource): number[];
        paper(context: Context, source: PaperSource): Paper;
      }
    | {
        of: "edition";
        restsOn(source: EditionSource): number[];
        paper(context: Context, source: EditionSource): Paper;
      }
  );

/** All that the application knows of one kind of paper. */
export interface PaperKind extends Common {
  listOfRound: NonNullable<CategoryPaper<Place>["listOfRound"]>;
  listOfCategory: NonNullable<CategoryPaper<Place>["listOfCategory"]>;
  listOfEdition: EditionPaper<Place>["listOfEdition"];
  stands: "first" | "last";
  /** The paper that the numbers of a key name; null where they name none. */
  find(numbers: readonly number[]): NamedPaper | null;
}

const none = () => [];

export function categoryPaper<At extends Place>(given: CategoryPaper<At>): PaperKind {
  const { kind, shows, again, seen } = given;
  const common: Common = { kind, shows, again, ...(seen && { seen }) };
  return {
    ...common,
    listOfRound: given.listOfRound ?? none,
    listOfCategory: given.listOfCategory ?? none,
    listOfEdition: none,
    stands: "last",
    find(numbers) {
      const at = given.read(numbers);
      return (
        at && {
          ...common,
          at,
          of: "category",
          categoryOf: (db) => given.categoryOf(db, at),
          restsOn: (source) => given.restsOn(source, at),
          paper: (context, source) => given.paper(context, source, at),
        }
      );
    },
  };
}

export function editionPaper<At extends Place>(given: EditionPaper<At>): PaperKind {
  const { kind, shows, again, seen } = given;
  const common: Common = { kind, shows, again, ...(seen && { seen }) };
  return {
    ...common,
    listOfRound: none,
    listOfCategory: none,
    listOfEdition: (context, around) => given.listOfEdition(context, around),
    stands: given.stands,
    find(numbers) {
      const at = given.read(numbers);
      return (
        at && {
          ...common,
          at,
          of: "edition",
          restsOn: (source) => given.restsOn(source),
          paper: (context, source) => given.paper(context, source, at),
        }
      );
    },
  };
}

/** A ground with nothing to rest on, for papers that show no result. */
export const restsOnNothing = (_source: PaperGround): number[] => [];

export const ready: StateOfPaper = { state: "ready", why: "" };

export function blocked(why: string): StateOfPaper {
  return { state: "blocked", why };
}
