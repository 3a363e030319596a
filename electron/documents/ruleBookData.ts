import type {
  Aggregate,
  AwardRecipient,
  DecimalText,
  Direction,
  IsoDate,
  Round,
  RoundKind,
  TieBreakKey,
} from "../domain/edition.ts";
import type { PaperCommon, PersonOfPanel } from "./paperCommon.ts";

export interface RuleBookIndicator {
  /** The id that the tie-break chain calls it by. */
  code: string;
  name: string;
  weight: DecimalText;
  scale: { min: DecimalText; max: DecimalText; step: DecimalText | null };
  direction: Direction;
}

export interface RuleBookRound {
  name: string;
  kind: RoundKind;
  /** In order; empty in a desk round. */
  panel: PersonOfPanel[];
  indicators: RuleBookIndicator[];
  aggregate: Aggregate;
  decimals: number;
  carry: { percent: DecimalText; round: string } | null;
  quorum: number;
  advance: Round["advance"];
  tieBreak: TieBreakKey[];
  keying: "single" | "confirm" | "double";
}

export interface RuleBookAward {
  name: string;
  recipient: AwardRecipient;
  places: number;
}

export interface RuleBookCategory {
  name: string;
  /** How many entries the category has. */
  entries: number;
  rounds: RuleBookRound[];
  awards: RuleBookAward[];
}

/** Who signs a rule book, and that it was already done in the application. */
export interface RuleBookSigner {
  name: string;
  /** `Sekretaris`, `Ketua panelis`. */
  role: string;
  /** When it was signed with a PIN, ready to print, `5 Oktober 2026 pukul 09.41 WIB`; null: not yet. */
  signedAt: string | null;
}

/** Tata nilai of an edition, to print and sign. */
export interface RuleBookPaper extends PaperCommon {
  kind: "ruleBook";
  /** From 1; the second and later are amendments. */
  version: number;
  /** Why it was amended; null for the first. */
  reason: string | null;
  /** Null while it is open. */
  shortHash: string | null;
  theme: string | null;
  organiser: string | null;
  categories: RuleBookCategory[];
  /** Sentences on panelists who may not score an entry. */
  recusalRule: string;
  policy: {
    /** N: how many of the signers must sign a rule book, a seal or a correction. */
    signatures: number;
    /** M: who may. */
    signers: { name: string; role: string }[];
    /** Whether papers for the outside name panelists or call them Panelis A, B, … */
    panelistNames: "named" | "letters";
  } | null;
  place: string | null;
  date: IsoDate | null;
  signers: RuleBookSigner[];
}
