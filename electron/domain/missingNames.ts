import type { Edition } from "./edition.ts";
import { factPath } from "./facts.ts";
import { headOfficeLabel, regionLabel } from "./names.ts";
import type { NameKind } from "./printedNames.ts";

/** A name that papers would carry and that nobody has given. */
export interface MissingName {
  subject: string;
  kind: NameKind;
  code: string;
  sentence: string;
}

/** Names that are missing of those who take part: a charter made out to one of them cannot be made. */
export function listMissingNames({ regions, categories }: Edition): MissingName[] {
  const taking = new Set(categories.flatMap(({ entries }) => entries));
  return regions.flatMap((region): MissingName[] => {
    const { code, head, agency } = region;
    if (!taking.has(code)) return [];
    const lacks = (kind: NameKind, path: string, who: string): MissingName => ({
      subject: factPath(path, code),
      kind,
      code,
      sentence: `${who} belum ada namanya; lengkapi di Persiapan, Daerah.`,
    });
    const ofAgency =
      agency === null
        ? [lacks("agency", "perangkat", `Perangkat daerah kepegawaian ${regionLabel(region)}`)]
        : agency.head === null
          ? [lacks("agencyHead", "kepalaperangkat", `Kepala ${agency.name}`)]
          : [];
    return [...(head === null ? [lacks("head", "kepala", headOfficeLabel(region))] : []), ...ofAgency];
  });
}
