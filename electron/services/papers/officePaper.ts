import { AppError } from "../../contract/errors.ts";
import type { PaperRow } from "../../contract/documents.ts";
import type { Occasion, Signatory } from "../../documents/officeWords.ts";
import type { ProseBlock, ProsePaper } from "../../documents/paperData.ts";
import { paperKinds } from "../../domain/paperKinds.ts";
import { commonOf, letterheadOf, type PaperGround, type PaperSource } from "../paperSource.ts";
import type { Draft, StateOfPaper } from "./kind.ts";

interface Given {
  /** The PDF's title. */
  title: string;
  /** What it is called at the foot, before the edition's title; absent: its own title without that. */
  foot?: string;
  blocks: readonly ProseBlock[];
  rancangan: boolean;
  restsOn: readonly number[];
  /** The letterhead of the organiser, the Governor's head with his emblem, or none. */
  head: "organiser" | "signatory" | "none";
  date?: string | null;
  /** Points; usual where absent. */
  size?: number;
}

/** A paper of running text, with the letterhead of whoever issues it. */
export function officePaper(ground: PaperGround, key: string, given: Given): ProsePaper {
  const { edition } = ground;
  const issuer = edition.signatory?.title ?? null;
  return {
    kind: "prose",
    ...commonOf(ground, key, given.rancangan, given.restsOn),
    letterhead: given.head === "organiser" ? letterheadOf(ground) : null,
    emblem:
      given.head === "signatory" && issuer !== null
        ? { lines: [issuer.toLocaleUpperCase("id")], emblem: ground.emblems.governor, address: null }
        : null,
    title: given.title,
    foot: given.foot ?? withoutEnd(given.title, edition.title),
    author: given.head === "signatory" ? issuer : edition.organiser,
    date: given.date === undefined ? dateOf(ground, key) : given.date,
    size: given.size ?? null,
    blocks: [...given.blocks],
  };
}

/** The foot is one line, and the edition's title stands in it anyway. */
function withoutEnd(title: string, end: string): string {
  return title.endsWith(` ${end}`) ? title.slice(0, -end.length).trimEnd() : title;
}

/** The date a paper was given; null where none was. */
export function dateOf({ documents }: PaperGround, key: string): string | null {
  return documents.get(key)?.date ?? null;
}

export function numberOf({ documents }: PaperGround, key: string): string | null {
  return documents.get(key)?.number ?? null;
}

/** Where letters are dated. */
export function placeOf({ edition }: PaperGround): string | null {
  return edition.signatory?.place ?? null;
}

export function ceremonyOf({ edition, office }: PaperGround): Occasion {
  return { date: edition.ceremonyDate, start: office.ceremony.start, venue: edition.venue };
}

/** Where and when a round is held; in the place of the ceremony where none is given. */
export function occasionOf(
  { events, edition }: Pick<PaperSource, "events" | "edition">,
  roundId: number,
): Occasion {
  const event = events.get(roundId);
  return { date: event?.date ?? null, start: event?.start ?? null, venue: event?.venue ?? edition.venue };
}

export const signatoryMissing = "Pejabat penanda tangan belum diisi. Lengkapi di Persiapan, Edisi.";

/** @throws AppError where the edition does not name who signs yet. */
export function signatoryOf({ edition }: PaperGround): Signatory {
  if (edition.signatory) return edition.signatory;
  throw new AppError("NOT_READY", signatoryMissing);
}

/** Whether a paper is only a draft. @throws AppError where it cannot be made. */
export function isDraft({ state, why }: StateOfPaper): boolean {
  if (state === "blocked") throw new AppError("NOT_READY", why);
  return state === "draft";
}

/** The only paper of its kind in an edition. */
export function editionDraft(
  kind: PaperRow["kind"],
  group: string,
  state: StateOfPaper,
  title: string = paperKinds[kind],
): Draft {
  return { ...state, key: kind, kind, title, group };
}

export const groups = {
  results: "Laporan dan keputusan",
  ceremony: "Upacara",
  panelists: "Piagam panelis",
  letters: "Surat",
} as const;
