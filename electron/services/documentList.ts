import type { PaperRow } from "../contract/documents.ts";
import { listAwards } from "../database/queries/categories.ts";
import { listDocuments, type StoredDocument } from "../database/queries/documents.ts";
import { listPrints, type StoredPrint } from "../database/queries/register.ts";
import { charterPapersOf } from "./charterDesign.ts";
import type { Context } from "./context.ts";
import { hidingRecipients } from "./embargo.ts";
import { readAround } from "./papers/around.ts";
import { kinds } from "./papers/index.ts";
import type { Draft, EditionAround } from "./papers/kind.ts";
import { nameOfCharter, outForOthers, revokedAlone, whyRevoked } from "./revokedPapers.ts";
import { settingsOf } from "./settings.ts";

/** Every paper an edition calls for, with its state, in the order of the work. */
export async function listPapers(context: Context, editionId: number): Promise<PaperRow[]> {
  const { db } = context;
  const around = await readAround(context, editionId);
  const awards = listAwards(db, editionId);
  const stored = new Map(listDocuments(db, editionId).map((document) => [document.key, document]));
  const usual = settingsOf(db).paperSize;
  const prints = newestPrints(context, editionId);
  const drafts = draftsOf(context, around);
  const designed = charterPapersOf({ db, resources: context.paths.resources, editionId });
  const papers = drafts.map((draft) =>
    withDetails(draft, stored.get(draft.key), designed(draft.key) ?? usual, prints.get(draft.key)),
  );
  const hides = hidingRecipients(context);
  const revoked = revokedAlone(papers, prints, stored, usual).filter(({ key }) => !hides(key));
  return [
    ...papers,
    ...revoked,
    ...outForOthers([...papers, ...revoked], prints, stored, drafts, usual, (awardId, entryId) =>
      nameOfCharter(db, awards, awardId, entryId),
    ),
  ];
}

/** Papers of the edition, then of each category round by round with what follows from the last, then of the edition. */
function draftsOf(context: Context, around: EditionAround): Draft[] {
  const ofEdition = (stands: "first" | "last") =>
    kinds.flatMap((kind) => (kind.stands === stands ? kind.listOfEdition(context, around) : []));
  return [
    ...ofEdition("first"),
    ...around.categories.flatMap((category) => [
      ...category.rounds.flatMap((round) =>
        kinds.flatMap((kind) => kind.listOfRound(context, category, round)),
      ),
      ...kinds.flatMap((kind) => kind.listOfCategory(context, category)),
    ]),
    // Without a round there is nothing yet to invite to, or to report on.
    ...(around.categories.some(({ rounds }) => rounds.length > 0) ? ofEdition("last") : []),
  ];
}

/** Of each paper that went out, the print that did so last; a file to be edited only where nothing else did. */
function newestPrints({ db }: Context, editionId: number): Map<string, StoredPrint> {
  const out = listPrints(db, editionId).filter(({ wentOut }) => wentOut);
  const last = [...out.filter(({ form }) => form === "pdf"), ...out.filter(({ form }) => form === "docx")];
  return new Map(last.toReversed().map((print) => [print.key, print]));
}

function withDetails(
  draft: Draft,
  stored: StoredDocument | undefined,
  usual: "A4" | "F4",
  print: StoredPrint | undefined,
): PaperRow {
  const printedAt = stored?.printedAt ?? null;
  const revoked = print !== undefined && print.revokedAt !== null;
  // Ticked before the version now in force went out: what was printed then is another paper.
  const isOlder = printedAt !== null && print?.form === "pdf" && printedAt < print.issuedAt;
  const printed = printedAt !== null && !isOlder && draft.state === "ready";
  return {
    ...draft,
    state: revoked && draft.state === "ready" ? "revoked" : printed ? "printed" : draft.state,
    why:
      revoked && draft.state === "ready"
        ? `Seri ${print.serial} dicabut. ${whyRevoked(print.revokedWhy)} Cetak penggantinya.`
        : draft.why,
    number: stored?.number ?? null,
    date: stored?.date ?? draft.date ?? null,
    paperSize: stored?.paperSize ?? usual,
    issuedAt: print?.revokedAt === null && print.form === "pdf" ? print.issuedAt : null,
    printedAt,
  };
}
