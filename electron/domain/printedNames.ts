import type { Edition } from "./edition.ts";
import type { Json } from "./canonicalJson.ts";
import { factPath } from "./facts.ts";
import { headOfficeLabel, regionLabel } from "./names.ts";
import { findBareName, type Gelar } from "./personName.ts";

export type NameKind =
  | "head"
  | "agency"
  | "agencyHead"
  | "panelist"
  | "signatory"
  | "edition"
  | "category"
  | "award";

/** A name that papers carry, as they carry it. */
export interface PrintedName {
  /** Names it within its edition: "kepala/35.20", "panelis/P1". */
  subject: string;
  kind: NameKind;
  /** Whose it is, to be shown beside it: "Kepala daerah Kabupaten Magetan". */
  where: string;
  /** In full. */
  name: string;
  /** The line that stands below it on paper: "Bupati Magetan". */
  detail: string | null;
  /** Where the name is a person's, that name without its titles. */
  bare: string | null;
  gelar: Gelar | null;
  /** The region it is of, by code. */
  code: string | null;
}

/** Every name that papers of an edition carry, in the order of the register. */
export function listPrintedNames(edition: Edition): PrintedName[] {
  const { signatory } = edition;
  const names: PrintedName[] = [
    plain("edition", "edisi", "Judul dan tema edisi", edition.title, edition.theme),
    ...(signatory
      ? [person("signatory", "penandatangan", "Penanda tangan piagam", signatory, signatory.title)]
      : []),
  ];
  for (const region of edition.regions) {
    const { code, head, agency } = region;
    const label = regionLabel(region);
    const at = (kind: string) => factPath(kind, code);
    if (head) {
      const printed = person("head", at("kepala"), `Kepala daerah ${label}`, head, headOfficeLabel(region));
      names.push({ ...printed, code });
    }
    if (!agency) continue;
    names.push({ ...plain("agency", at("perangkat"), `Perangkat daerah ${label}`, agency.name, null), code });
    if (agency.head === null) continue;
    const leader = { name: agency.head, gelar: agency.headGelar };
    const subject = at("kepalaperangkat");
    names.push({
      ...person("agencyHead", subject, `Kepala perangkat daerah ${label}`, leader, `Kepala ${agency.name}`),
      code,
    });
  }
  for (const panelist of edition.panelists) {
    const subject = factPath("panelis", panelist.id);
    names.push(person("panelist", subject, `Panelis ${panelist.id}`, panelist, panelist.institution));
  }
  for (const { id, name } of edition.categories) {
    names.push(plain("category", factPath("kategori", id), `Nama kategori ${id}`, name, null));
  }
  for (const { id, name } of edition.awards) {
    names.push(plain("award", factPath("penghargaan", id), `Nama penghargaan ${id}`, name, null));
  }
  return names;
}

/** The lines that a second person compares with the paper: a check holds for exactly these. */
export function checkedText({ name, detail }: Pick<PrintedName, "name" | "detail">): string {
  return detail === null ? name : `${name}\n${detail}`;
}

/** Where the ledger tells who typed a name: the fact's path, and what of the fact is printed. */
export function typedFact({ subject, kind }: Pick<PrintedName, "subject" | "kind">): {
  path: string;
  printed: (fact: Json) => Json;
} {
  const [, key = ""] = subject.split(/\/(.*)/s);
  if (kind === "agencyHead") return { path: `perangkat/${key}`, printed: pick("head", "name") };
  if (kind === "signatory")
    return { path: "edisi", printed: (fact) => pick("name", "title")(field(fact, "signatory")) };
  const fields = {
    edition: pick("title", "theme"),
    head: pick("title", "name"),
    agency: pick("name"),
    panelist: pick("name", "institution"),
    category: pick("name"),
    award: pick("name"),
  };
  return { path: subject, printed: fields[kind] };
}

function pick(...names: string[]) {
  return (fact: Json): Json => (fact === null ? null : names.map((name) => field(fact, name)));
}

function field(fact: Json, name: string): Json {
  if (typeof fact !== "object" || fact === null || Array.isArray(fact)) return null;
  return Object.entries(fact).find(([key]) => key === name)?.[1] ?? null;
}

function plain(
  kind: NameKind,
  subject: string,
  where: string,
  name: string,
  detail: string | null,
): PrintedName {
  return { subject, kind, where, name, detail, bare: null, gelar: null, code: null };
}

function person(
  kind: NameKind,
  subject: string,
  where: string,
  { name, gelar }: { name: string; gelar?: Gelar | null | undefined },
  detail: string | null,
): PrintedName {
  const bare = gelar ? findBareName(name, gelar) : null;
  return {
    subject,
    kind,
    where,
    name,
    detail,
    bare: bare ?? name,
    gelar: bare === null ? null : (gelar ?? null),
    code: null,
  };
}
