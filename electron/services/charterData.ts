import { AppError } from "../contract/errors.ts";
import type { Charter, CharterPaper, CharterRecipient } from "../documents/paperData.ts";
import { headOfficeLabel } from "../domain/names.ts";
import type { Context } from "./context.ts";
import { getAward } from "./lookup.ts";
import { commonOf, type PaperSource } from "./paperSource.ts";

/** The charter of one recipient; refused while who receives it is not certain. */
export function charterPaper(
  context: Context,
  source: PaperSource,
  awardId: number,
  entryId: number,
): CharterPaper {
  const award = getAward(context.db, awardId);
  if (!source.official.has(source.ranked.at(-1)?.roundId ?? 0)) {
    throw new AppError(
      "NOT_READY",
      `Piagam "${award.name}" belum dapat dibuat: hasil babak terakhir belum lengkap, serinya belum diputuskan, atau belum disegel.`,
    );
  }
  const recipient = source.recipients.get(`${awardId}/${entryId}`);
  if (!recipient) {
    throw new AppError("NOT_FOUND", "Penerima piagam ini sudah berubah. Muat ulang daftar dokumen.");
  }
  const { signatory } = source.edition;
  if (!signatory) {
    throw new AppError("NOT_READY", "Pejabat penanda tangan belum diisi. Lengkapi di Persiapan, Edisi.");
  }
  const key = `charter/${awardId}/${entryId}`;
  const stored = source.documents.get(key);
  const design = source.designs.get(awardId);
  if (!design) throw new Error(`award ${awardId} has no design`);
  const charter: Charter = {
    number: stored?.number ?? null,
    recipient: toRecipient(source, source.byKeys.codeOf.get(entryId)!, award.recipient),
    place: recipient.place,
    places: award.places,
    category: source.byKeys.category.name,
    award: award.name,
    reason: null,
  };
  return {
    kind: "charter",
    ...commonOf(
      source,
      key,
      false,
      source.byKeys.rounds.map(({ id }) => id),
    ),
    paper: stored?.paperSize ?? design.design.paper,
    design,
    letterhead: null,
    emblem: source.emblems.governor,
    signatory,
    date: stored?.date ?? source.edition.ceremonyDate,
    theme: source.edition.theme,
    charters: [charter],
  };
}

function toRecipient(
  source: PaperSource,
  code: string,
  kind: "head" | "agency" | "region",
): CharterRecipient {
  const region = source.regions.get(code)!;
  if (kind === "region") return { kind, name: region.label };
  const person = kind === "head" ? region.head : region.agency;
  if (!person) {
    const who = kind === "head" ? headOfficeLabel(region) : `perangkat daerah kepegawaian ${region.label}`;
    throw new AppError("NOT_READY", `Nama ${who} belum diisi. Lengkapi di Persiapan, Daerah.`);
  }
  if (kind === "agency") return { kind, name: person.name, region: region.label };
  return { kind, name: person.name, position: headOfficeLabel(region), region: region.label };
}
