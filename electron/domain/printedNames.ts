import { calledStep } from "./ceremonyWords.ts";
import type { CeremonyItem, Edition } from "./edition.ts";
import type { Json } from "./canonicalJson.ts";
import { factParts, factPath } from "./facts.ts";
import { headOfficeLabel, regionLabel } from "./names.ts";
import { findBareName, type Gelar, splitName } from "./personName.ts";

export type NameKind =
  | "head"
  | "agency"
  | "agencyHead"
  | "panelist"
  | "signatory"
  | "edition"
  | "category"
  | "award"
  | "signer"
  | "officer";

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
    ...officeNames(edition),
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

/** Who signs the letters, and who is called at each step of the ceremony. */
function officeNames({ office }: Edition): PrintedName[] {
  if (!office) return [];
  const { signer, ceremony } = office;
  const signing = { name: signer.name ?? "", gelar: null };
  return [
    ...(signer.name === null
      ? []
      : [person("signer", "penandatangansurat", "Penanda tangan surat", signing, signer.office)]),
    ...(ceremony.items ?? []).flatMap((item, place, items): PrintedName[] => {
      if (item.by === null) return [];
      const subject = officerSubject(item, items.slice(0, place));
      const where = `Petugas ${calledStep(item)}`;
      const { before, after } = splitName(item.by);
      // Most are offices: "Kepala Kantor Kementerian Agama" is nobody's name.
      return before === null && after === null
        ? [plain("officer", subject, where, item.by, null)]
        : [person("officer", subject, where, { name: item.by }, null)];
    }),
  ];
}

/** A usual step is known by what it is, one of the office's own by its name, and by its turn among namesakes. */
function officerSubject(item: CeremonyItem, before: readonly CeremonyItem[]): string {
  if (item.step !== "own") return factPath("petugas", item.step);
  const called = calledStep(item);
  const turn = before.filter((one) => one.step === "own" && calledStep(one) === called).length + 1;
  return turn === 1 ? factPath("petugas", "own", called) : factPath("petugas", "own", called, String(turn));
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
  if (kind === "signer")
    return { path: "surat", printed: (fact) => pick("name", "office")(field(fact, "signer")) };
  if (kind === "officer") {
    const [, step, title, turn = "1"] = factParts(subject);
    const printed = (fact: Json): Json => {
      const items = field(fact, "items");
      if (!Array.isArray(items)) return null;
      const same = items.filter(
        (one) => field(one, "step") === step && (step !== "own" || field(one, "title") === title),
      );
      return pick("by")(same[Number(turn) - 1] ?? null);
    };
    return { path: "surat", printed };
  }
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
