import type { DesignRecipient } from "../contract/designs.ts";
import { AppError } from "../contract/errors.ts";
import { listAwards, listCategories } from "../database/queries/categories.ts";
import { listRegions } from "../database/queries/regions.ts";
import type { CharterDesign, CharterPaper, CharterRecipient } from "../documents/paperData.ts";
import { headOfficeLabel } from "../domain/names.ts";
import { charterPaper } from "./charterData.ts";
import type { Context } from "./context.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { hidesWinners, refuseUnderEmbargo } from "./embargo.ts";
import { getAward, getCategoryByKeys, getEdition } from "./lookup.ts";
import { readLetterhead, readPaperSource, versionsOf } from "./paperSource.ts";
import { recipientsOf } from "./recipients.ts";
import { isOfficial } from "./roundAtWork.ts";
import { stampPaper } from "./stamping.ts";

/** Names that nobody bears, to try a design with the least and the most that may come. */
const trials: readonly (DesignRecipient & { position: string })[] = [
  { id: "trial/shortest", name: "Sri", detail: "uji coba · nama sangat pendek", position: "Bupati Tuban" },
  {
    id: "trial/longest",
    name: "Prof. Dr. Ir. Hj. Raden Ayu Siti Nurhaliza Kusumawardhani Prawirodirdjo, S.H., M.Si., M.Kom., Ph.D.",
    detail: "uji coba · nama sangat panjang",
    position: "Wali Kota Probolinggo",
  },
  {
    id: "trial/strangest",
    name: "Ma’ruf Syafi'i d'Arc-Łukasiewicz Nuʿmān, S.Tr.I.P.",
    detail: "uji coba · tanda yang jarang",
    position: "Bupati Tulungagung",
  },
];

/** Whom charters can be shown for: who receives them, else everybody who might; and names to try with. */
export async function listDesignRecipients(
  context: Context,
  editionId: number,
): Promise<{ official: boolean; recipients: DesignRecipient[] }> {
  const { db } = context;
  const lists = await Promise.all(
    listCategories(db, editionId).map(async ({ id }) => {
      const ranked = await context.rankings.ranked(id);
      const byKeys = getCategoryByKeys(db, id);
      if (hidesWinners(context, byKeys, ranked) || !isOfficial(db, byKeys, ranked.at(-1))) return [];
      return recipientsOf(db, byKeys, ranked).flatMap(({ awardId, entryId, name, title, awardName }) =>
        name === null
          ? []
          : [{ id: `charter/${awardId}/${entryId}`, name, detail: detailOf(title, awardName) }],
      );
    }),
  );
  const official = lists.flat();
  const tried = trials.map(({ id, name, detail }) => ({ id, name, detail }));
  if (official.length > 0) return { official: true, recipients: [...official, ...tried] };
  const everybody = listRegions(db, editionId).flatMap((region) => {
    const { code, head, agency, label } = region;
    return [
      ...(head ? [{ id: `region/${code}/head`, name: head.name, detail: headOfficeLabel(region) }] : []),
      ...(agency ? [{ id: `region/${code}/agency`, name: agency.name, detail: label }] : []),
    ];
  });
  return { official: false, recipients: [...everybody, ...tried] };
}

function detailOf(title: string | null, award: string): string {
  return title === null ? award : `${title} · ${award}`;
}

/** The charter of a recipient by a design that need not be saved. What is not official says RANCANGAN. */
export async function paperFor(
  context: Context,
  editionId: number,
  recipient: string,
  design: CharterDesign,
): Promise<CharterPaper> {
  if (!recipient.startsWith("charter/")) return trialPaper(context, editionId, recipient, design);
  const parsed = parseDocumentKey(recipient);
  const { awardId, entryId } = parsed.at;
  if (parsed.kind !== "charter" || awardId === undefined || entryId === undefined) throw gone();
  const { categoryId } = getAward(context.db, awardId);
  const source = await readPaperSource(context, categoryId);
  if (source.byKeys.editionId !== editionId) throw gone();
  const last = source.byKeys.rounds.at(-1);
  if (last) refuseUnderEmbargo(context, source.byKeys, last.id);
  const made = charterPaper(context, source, awardId, entryId);
  const paper = { ...made, design, paper: design.design.paper };
  if (paper.rancangan) return paper;
  const versions = versionsOf(source, [...source.official]);
  return stampPaper(source.edition, { key: recipient, paper, versions }).paper;
}

/** Charters that nobody is given, for every name that a design is tried with. */
export function trialPaperOfAll(context: Context, editionId: number, design: CharterDesign): CharterPaper {
  const papers = trials.map(({ id }) => trialPaper(context, editionId, id, design));
  return { ...papers[0]!, charters: papers.flatMap(({ charters }) => charters) };
}

/** A charter that nobody is given: for trying a design. */
export function trialPaper(
  { db }: Context,
  editionId: number,
  id: string,
  design: CharterDesign,
): CharterPaper {
  const edition = getEdition(db, editionId);
  const [award] = listAwards(db, editionId);
  const category = listCategories(db, editionId).find((one) => one.id === award?.categoryId);
  return {
    kind: "charter",
    contoh: edition.sample,
    rancangan: true,
    paper: design.design.paper,
    letterhead: null,
    editionTitle: edition.title,
    year: edition.year,
    emblem: readLetterhead(db).emblems.governor,
    signatory: edition.signatory ?? { name: "Nama pejabat", title: "Jabatan pejabat", place: "Surabaya" },
    date: edition.ceremonyDate,
    theme: edition.theme,
    design,
    charters: [
      {
        number: null,
        recipient: somebody(db, editionId, id),
        place: 1,
        places: award?.places ?? 3,
        category: category?.name ?? "Nama kategori",
        award: award?.name ?? "Nama penghargaan",
        reason: null,
      },
    ],
  };
}

function somebody(db: Context["db"], editionId: number, id: string): CharterRecipient {
  const trial = trials.find((one) => one.id === id);
  if (trial) {
    const { name, position } = trial;
    const region = position.replace(/^Bupati/, "Kabupaten").replace(/^Wali Kota/, "Kota");
    return { kind: "head", name, position, region };
  }
  const [, code, kind] = id.split("/");
  const region = listRegions(db, editionId).find((one) => one.code === code);
  const person = kind === "agency" ? region?.agency : region?.head;
  if (!region || !person) throw gone();
  return kind === "agency"
    ? { kind, name: person.name, region: region.label }
    : { kind: "head", name: person.name, position: headOfficeLabel(region), region: region.label };
}

function gone(): AppError {
  return new AppError("NOT_FOUND", "Penerima ini sudah tidak ada. Pilih penerima lain dari daftar.");
}
