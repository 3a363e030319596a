import { compare, hundred, parseDecimal, zero } from "../domain/exact.ts";
import type { DecimalText, Round, RoundKind } from "../domain/edition.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import { readDecisions, readRecusals, readTieBreak } from "./editionDecisions.ts";
import {
  orDefault,
  orNull,
  readChoice,
  readDecimalValue,
  readId,
  readInteger,
  readList,
  readName,
  readObject,
  type Slot,
  tell,
  whole,
  wholeList,
} from "./editionFields.ts";
import { readRoundEvent } from "./editionEvents.ts";
import { type KnownIds, knownIds, reportRepeats } from "./editionIds.ts";
import { readIndicators } from "./editionIndicators.ts";
import { readSheets } from "./editionSheets.ts";
import { itemPath, quoted } from "./problemText.ts";

/** What a round may refer to, and where among the rounds of its category it stands. */
export interface RoundSurroundings {
  readonly panelists: KnownIds;
  readonly entries: KnownIds;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export interface ReadRound {
  readonly id: string | undefined;
  readonly round: Round | undefined;
}

const keys = [
  "id",
  "name",
  "kind",
  "panel",
  "recusals",
  "aggregate",
  "decimals",
  "carry",
  "quorum",
  "advance",
  "tieBreak",
  "decisions",
  "indicators",
  "event",
  "scores",
] as const;

/** One round with all that is in it. */
export function readRound(slot: Slot, around: RoundSurroundings): ReadRound | undefined {
  const fields = readObject(slot, keys, "babak");
  if (fields === undefined) return undefined;
  const id = readId(fields.id);
  const kind = readChoice<RoundKind>(fields.kind, ["panel", "desk"]);
  const panelIds = readPanel(fields.panel, kind, around.panelists);
  const panel = wholeList(panelIds);
  const inPanel = knownIds(kind === undefined ? undefined : panelIds);
  const recusals = orDefault(fields.recusals, [], (each) => readRecusals(each, inPanel, around.entries));
  const indicators = readIndicators(fields.indicators);
  const indicatorIds = knownIds(indicators?.map((each) => each?.id));
  const scores = readSheets(fields.scores, {
    kind,
    panel: inPanel,
    entries: around.entries,
    recusals: recusals?.filter((each) => each !== undefined) ?? [],
    indicators: indicators ?? [undefined],
  });
  const round = whole<Round>({
    id,
    name: readName(fields.name),
    kind,
    panel,
    recusals: wholeList(recusals),
    aggregate: readChoice(fields.aggregate, ["mean", "median", "trimmedMean"]),
    decimals: readInteger(fields.decimals, 0, 10),
    carry: orDefault(fields.carry, "0", (carry) => readCarry(carry, around.isFirst)),
    quorum: readQuorum(fields.quorum, kind, panelIds),
    advance: orNull(fields.advance, readAdvance),
    tieBreak: readTieBreak(fields.tieBreak, indicatorIds),
    decisions: orDefault(fields.decisions, [], (each) => readDecisions(each, around.entries)),
    indicators: wholeList(indicators?.map((each) => each?.indicator)),
    event: readRoundEvent(fields.event, kind, around.entries),
    scores,
  });
  if (fields.advance.value === null && !around.isLast) {
    tell(
      fields.advance,
      'Tertulis null, padahal masih ada babak sesudahnya; seharusnya siapa yang lolos, misalnya { "top": 5 }.',
    );
  }
  return { id, round };
}

/** The panel's ids; in a desk round none, and the key may be left out. */
function readPanel(
  slot: Slot,
  kind: RoundKind | undefined,
  panelists: KnownIds,
): (string | undefined)[] | undefined {
  if (kind !== "panel" && slot.value === undefined) return [];
  const ids = readList(slot, "id panelis", readId);
  if (ids === undefined) return undefined;
  if (kind === "desk") {
    if (ids.length > 0)
      tell(slot, 'Babak "desk" tidak memakai panel; kosongkan daftar ini atau hapus kuncinya.');
    return [];
  }
  const at = ids.map((value, index) => ({ value, path: itemPath(slot.path, index) }));
  reportRepeats(at, slot.report, "seorang panelis cukup sekali dalam satu panel");
  for (const { value, path } of at) {
    if (value === undefined || panelists.mayHave(value)) continue;
    slot.report(path, `Panelis ${quoted(value)} tidak ada di $.panelists; tulis id panelis yang terdaftar.`);
  }
  return ids;
}

function readQuorum(
  slot: Slot,
  kind: RoundKind | undefined,
  panel: readonly (string | undefined)[] | undefined,
): number | undefined {
  if (kind !== "panel") {
    // A desk sheet counts as one panelist, so a quorum of one says nothing that a desk round does not say itself.
    if (slot.value === undefined) return 0;
    return readInteger(slot, 0, kind === "desk" ? 1 : Number.MAX_SAFE_INTEGER) === undefined ? undefined : 0;
  }
  const quorum = readInteger(slot, 1, Number.MAX_SAFE_INTEGER);
  if (quorum === undefined || panel === undefined || quorum <= panel.length) return quorum;
  return tell(
    slot,
    `Kuorum ${quorum} melebihi banyaknya panelis (${panel.length}); isi paling banyak sebanyak itu.`,
  );
}

function readCarry(slot: Slot, isFirst: boolean): DecimalText | undefined {
  const carry = readDecimalValue(slot);
  if (carry === undefined) return undefined;
  const exact = parseDecimal(carry);
  if (compare(exact, zero) < 0 || compare(exact, hundred) > 0) {
    return tell(slot, `Tertulis ${formatDecimal(carry)}; bagian nilai babak sebelumnya harus 0–100 persen.`);
  }
  if (!isFirst || compare(exact, zero) === 0) return carry;
  return tell(
    slot,
    `Tertulis ${formatDecimal(carry)}; babak pertama tidak mempunyai babak sebelumnya, jadi harus 0.`,
  );
}

function readAdvance(slot: Slot): Round["advance"] | undefined {
  const expected = '{ "top": 3 } atau { "atLeast": 80 }, atau null di babak terakhir';
  const fields = readObject(slot, ["top", "atLeast"], expected);
  if (fields === undefined) return undefined;
  const given = [fields.top, fields.atLeast].filter((each) => each.value !== undefined);
  if (given.length !== 1) {
    return tell(
      slot,
      'Harus berisi tepat satu dari "top" (banyaknya yang lolos) dan "atLeast" (nilai terendah yang lolos).',
    );
  }
  if (fields.top.value !== undefined) {
    const top = readInteger(fields.top, 1, Number.MAX_SAFE_INTEGER);
    return top === undefined ? undefined : { top };
  }
  const atLeast = readDecimalValue(fields.atLeast);
  return atLeast === undefined ? undefined : { atLeast };
}
