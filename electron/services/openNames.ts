import { AppError } from "../contract/errors.ts";
import { rights } from "../contract/rights.ts";
import { isSecured, listAccounts } from "../database/queries/accounts.ts";
import { listNameChecks } from "../database/queries/nameChecks.ts";
import { listInWords } from "../domain/indonesian.ts";
import { holdsName, textsOf } from "../domain/namesOnPaper.ts";
import { readOutKinds, namedKinds } from "../domain/paperKinds.ts";
import { generalName } from "../domain/namePreflight.ts";
import { checkedText, listPrintedNames } from "../domain/printedNames.ts";
import type { Context } from "./context.ts";
import { getWhole, listFindings } from "./nameFindings.ts";
import type { NamedPaper } from "./readPapers.ts";

/** A printed name that nobody has checked, or with findings that nobody has settled. */
interface OpenName {
  subject: string;
  name: string;
  unchecked: boolean;
  /** Findings that must be mended. */
  stops: number;
  /** All findings that are not settled. */
  findings: number;
  sentence: string;
}

/** What of the names on papers is still open before they go out. */
export interface HeldNames {
  /** Papers that must not go out yet. */
  failures: { key: string; sentence: string }[];
  /** Of papers that go out all the same, what was open on each, by key. */
  despite: ReadonlyMap<string, string>;
}

/**
 * Holds the names on papers against the second person's checks and the findings. Where an edition has two who may check,
 * what is handed over or read aloud does not go out with an open name; any other paper does once whoever prints says so.
 * @throws AppError with each open name while nobody has said so.
 */
export async function holdNames(
  context: Context,
  editionId: number,
  papers: readonly NamedPaper[],
  { despite, signal }: { despite: boolean; signal: AbortSignal | undefined },
): Promise<HeldNames> {
  const named = papers.filter(({ key, issue }) => issue !== null && namedKinds.has(kindOf(key)));
  const open = named.length === 0 ? [] : await listOpenNames(context, editionId, signal);
  if (open.length === 0) return { failures: [], despite: new Map() };
  const strict = hasTwoCheckers(context, editionId);
  const failures: HeldNames["failures"] = [];
  const asked = new Map<string, OpenName>();
  const noted = new Map<string, string>();
  for (const { key, title, paper } of named) {
    const texts = textsOf(paper);
    const own = open.filter(({ name }) => holdsName(texts, name));
    const grave = strict && readOutKinds.has(kindOf(key)) ? own.filter(isGrave) : [];
    if (grave.length > 0) {
      failures.push({ key, sentence: heldSentence(title, grave) });
      continue;
    }
    if (own.length === 0) continue;
    for (const one of own) asked.set(one.subject, one);
    noted.set(key, `walau ${countWords(own)}`);
  }
  if (asked.size > 0 && !despite) {
    const all = [...asked.values()];
    throw new AppError("CONFLICT", `Pada dokumen ini ${countWords(all)}.`, {
      problems: all.map(({ subject, sentence }) => ({ path: `nama/${subject}`, message: sentence })),
    });
  }
  return { failures, despite: noted };
}

async function listOpenNames(
  context: Context,
  editionId: number,
  signal: AbortSignal | undefined,
): Promise<OpenName[]> {
  const { db } = context;
  const checks = new Map(listNameChecks(db, editionId).map(({ subject, text }) => [subject, text]));
  const { findings } = await listFindings(context, editionId, signal);
  const unsettled = Map.groupBy(
    findings.filter(
      ({ seen, severity, rule }) => seen === null && (severity !== "note" || rule === generalName),
    ),
    ({ subject }) => subject,
  );
  return listPrintedNames(getWhole(db, editionId)).flatMap((printed): OpenName[] => {
    const { subject, name, where } = printed;
    const unchecked = checks.get(subject) !== checkedText(printed);
    const own = unsettled.get(subject) ?? [];
    if (!unchecked && own.length === 0) return [];
    const lacks = unchecked ? [`${where}: “${name}” belum diperiksa orang kedua.`] : [];
    return [
      {
        subject,
        name,
        unchecked,
        stops: own.filter(({ severity }) => severity === "stop").length,
        findings: own.length,
        sentence: [...lacks, ...own.map(({ sentence }) => sentence)].join(" "),
      },
    ];
  });
}

/** With one person alone nobody could ever check what that person typed. */
function hasTwoCheckers({ db }: Context, editionId: number): boolean {
  if (!isSecured(db, editionId)) return false;
  const may: readonly string[] = rights.checking;
  return listAccounts(db).filter(({ role, closedAt }) => closedAt === null && may.includes(role)).length > 1;
}

function isGrave({ unchecked, stops }: OpenName): boolean {
  return unchecked || stops > 0;
}

function heldSentence(title: string, grave: readonly OpenName[]): string {
  const [first] = grave;
  const others = grave.length > 1 ? ` Masih ada ${grave.length - 1} nama lain.` : "";
  return `"${title}" belum boleh dikeluarkan: ${first!.sentence}${others} Selesaikan di Persiapan, Nama.`;
}

function countWords(open: readonly OpenName[]): string {
  const unchecked = open.filter((one) => one.unchecked).length;
  const findings = open.reduce((sum, one) => sum + one.findings, 0);
  return listInWords(
    [
      unchecked > 0 ? `${unchecked} nama belum diperiksa orang kedua` : null,
      findings > 0 ? `${findings} temuan pada nama belum diselesaikan` : null,
    ].filter((part) => part !== null),
  );
}

function kindOf(key: string): string {
  return key.split("/")[0] ?? "";
}
