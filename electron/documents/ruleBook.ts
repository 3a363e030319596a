import { formatDecimal } from "../domain/indonesian.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import type { RuleBookAward, RuleBookIndicator, RuleBookPaper, RuleBookRound } from "./paperData.ts";
import {
  bindingSentence,
  panelistNameSentences,
  policySentence,
  roundRuleSentences,
  tieBreakRule,
  weightTotal,
} from "./ruleSentences.ts";
import { breakable, countInWords, placeAndDate, scaleRange, signerRows } from "./wording.ts";

const recipientWords = {
  head: "Kepala daerah",
  agency: "Perangkat daerah kepegawaian",
  region: "Pemerintah daerah",
} as const;

function indicatorData({ code, name, weight, scale, direction }: RuleBookIndicator) {
  return {
    code: breakable(code, 12),
    name: breakable(name, 30),
    weight: `${formatDecimal(weight)}%`,
    range: scaleRange(scale),
    step: scale.step === null ? null : formatDecimal(scale.step),
    best: direction === "lower" ? "terkecil" : "terbesar",
  };
}

function roundData(round: RuleBookRound) {
  return {
    name: round.name,
    indicators: round.indicators.map(indicatorData),
    weightTotal: weightTotal(round.indicators),
    rules: roundRuleSentences(round),
    panel: round.panel.map(({ name, institution }) => ({
      name: breakable(name, 30),
      institution: institution === null ? null : breakable(institution, 30),
    })),
    tieBreak: tieBreakRule(round),
  };
}

function awardData({ name, recipient, places }: RuleBookAward) {
  return {
    name: breakable(name, 30),
    recipient: recipientWords[recipient],
    places: places === 1 ? "1" : `1 sampai ${places}`,
  };
}

/** Lays out the rule book: what holds for all of it, then each category with its rounds and awards. */
export function typesetRuleBook(paper: RuleBookPaper): TypesetPaper {
  const pictures = new Map<string, Uint8Array>();
  const { policy, version } = paper;
  const title = `Tata Nilai ${paper.editionTitle}${version > 1 ? ` versi ${version}` : ""}`;
  return {
    template: "ruleBook.typ",
    pictures,
    data: {
      ...commonData(paper, pictures, { title, author: paper.organiser, date: paper.date }),
      version,
      amendment: version > 1 ? `Perubahan ke-${version - 1}` : null,
      reason: paper.reason,
      shortHash: paper.shortHash,
      binding: bindingSentence(paper),
      recusalRule: paper.recusalRule,
      policy: policy && {
        sentence: policySentence(policy),
        signers: policy.signers.map(({ name, role }) => ({
          name: breakable(name, 30),
          role: breakable(role, 30),
        })),
        panelistNames: panelistNameSentences[policy.panelistNames],
      },
      categories: paper.categories.map(({ name, entries, rounds, awards }) => ({
        name,
        entries: countInWords(entries),
        rounds: rounds.map(roundData),
        awards: awards.map(awardData),
      })),
      ...placeAndDate(paper.place, paper.date),
      signers: signerRows(paper.signers).map((row, index) => {
        const signer = paper.signers[index];
        const signedAt = signer?.signedAt ?? null;
        return {
          ...row,
          note: signedAt === null ? null : `ditandatangani dengan PIN oleh ${signer?.name} pada ${signedAt}`,
        };
      }),
    },
  };
}
