import type { RoundRules } from "../../../electron/contract/rounds.ts";

/** What every part of the editor is given: the rules as typed, and how to change them. */
export interface RulesEdit {
  rules: RoundRules;
  onChange: (rules: RoundRules) => void;
  /** A field was left: save now. */
  onLeave: () => void;
}
