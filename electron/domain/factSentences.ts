import { describeAccountAct } from "./accountFacts.ts";
import type { Json } from "./canonicalJson.ts";
import { type FactNames, nameFact } from "./factNames.ts";
import { factParts, sameFact } from "./facts.ts";
import { fieldName, showFactValue } from "./factWords.ts";
import type { Act } from "./ledger.ts";

/**
 * What an act did to a fact, as a sentence without its full stop: "Nilai Kabupaten Magetan oleh P1 untuk Kebijakan
 * (Paparan) diubah dari 87 menjadi 88". Without values where they must not be seen.
 */
export function describeFactAct(
  { subject, old, new: after }: Pick<Act, "subject" | "old" | "new">,
  names: FactNames,
  { hidden }: { hidden: boolean } = { hidden: false },
): string {
  const [kind = ""] = factParts(subject);
  if (kind === "akun") return describeAccountAct({ old, new: after });
  const what = nameOf(subject, after ?? old, names);
  const [was, is] = [plain(old), plain(after)];
  if (was === null) {
    const verb = newVerbs[kind];
    if (verb) return `${what} ${verb}`;
    return isRecord(is) || hidden ? `${what} dicatat` : `${what} diisi ${showFactValue(is, fieldOf(kind))}`;
  }
  if (is === null) {
    return isRecord(was) || hidden
      ? `${what} dihapus`
      : `${what} dihapus, semula ${showFactValue(was, fieldOf(kind))}`;
  }
  if (hidden) return `${what} diubah`;
  if (!isRecord(was) || !isRecord(is)) {
    return `${what} diubah dari ${showFactValue(was, fieldOf(kind))} menjadi ${showFactValue(is, fieldOf(kind))}`;
  }
  return `${what} diubah: ${describeFields(was, is).join("; ")}`;
}

/** A value as a column of a list shows it, without quotation marks around the whole. */
export function showPlainValue(subject: string, value: Json): string | null {
  const [kind = ""] = factParts(subject);
  const shown = plain(value);
  if (shown === null) return null;
  if (isRecord(shown)) {
    return Object.entries(shown)
      .map(([field, one]) => `${fieldName(field)} ${showFactValue(one, field)}`)
      .join("; ");
  }
  return showFactValue(shown, fieldOf(kind)).replace(/^"(.*)"$/s, "$1");
}

/** As nameFact, but a signature by whose it is. */
function nameOf(subject: string, value: Json, names: FactNames): string {
  const name = nameFact(subject, names);
  const signer = isRecord(value) ? value.name : null;
  if (factParts(subject)[0] !== "tandatangan" || typeof signer !== "string") return name;
  return name.replace(/^Tanda tangan akun \d+/, () => `Tanda tangan ${signer}`);
}

/** What is done when a fact of this kind comes to be; others are filled in or noted. */
const newVerbs: Record<string, string> = {
  aman: "dilakukan",
  tatanilai: "dibuka",
  tandatangan: "dibubuhkan",
  segel: "dipasang",
  koreksi: "diajukan",
  pengumuman: "ditetapkan",
  cetak: "dicatat",
  halaman: "dibaca",
  periksanama: "dinyatakan cocok",
  temuannama: "ditandai sudah dilihat",
};

/** The field whose words a bare value of this kind has. */
function fieldOf(kind: string): string {
  return kind === "pengetikan" ? "keying" : "";
}

/** What was typed, without by whose account: the entry says who did it. */
function plain(value: Json): Json {
  return isRecord(value) && Object.keys(value).toSorted().join() === "account,value"
    ? (value.value ?? null)
    : value;
}

function describeFields(was: Fields, is: Fields): string[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.flatMap((name) => {
    const [old, now] = [was[name] ?? null, is[name] ?? null];
    if (sameFact(old, now)) return [];
    return [`${fieldName(name)} dari ${showFactValue(old, name)} menjadi ${showFactValue(now, name)}`];
  });
}

type Fields = { readonly [key: string]: Json };

function isRecord(value: Json): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
