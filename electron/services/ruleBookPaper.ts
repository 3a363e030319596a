import { AppError } from "../contract/errors.ts";
import type { PaperRow } from "../contract/documents.ts";
import { listAccounts } from "../database/queries/accounts.ts";
import { listCategories } from "../database/queries/categories.ts";
import { listDocuments } from "../database/queries/documents.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listRuleBooks, listSignatures, type StoredRuleBook } from "../database/queries/security.ts";
import type { RuleBookCategory, RuleBookPaper, RuleBookSigner } from "../documents/paperData.ts";
import { localDate, timeText } from "../domain/indonesian.ts";
import { shortHead } from "../domain/ledger.ts";
import { roleName } from "./authorise.ts";
import type { Context } from "./context.ts";
import { getEdition } from "./lookup.ts";
import { letterheadOf, readLetterhead } from "./paperSource.ts";
import { ruleBookContent, ruleBookHash } from "./ruleBookContent.ts";
import { readRuleBookText, type RuleBookText } from "./ruleBookText.ts";
import { openPointsOf } from "./ruleBookOpenPoints.ts";

/** Every version of the rule book of a secured edition, the newest first; none on an open one. */
export function listRuleBookPapers(
  { db }: Context,
  editionId: number,
): Pick<PaperRow, "key" | "kind" | "title" | "group" | "state" | "why">[] {
  const books = listRuleBooks(db, editionId);
  return books.map(({ version, frozenAt }, index) => {
    const [open] = frozenAt === null ? openPointsOf(db, editionId) : [];
    const why =
      frozenAt === null
        ? (open ?? "Tata nilai ini belum ditandatangani.")
        : index > 0
          ? `Sudah diganti dengan versi ${version + 1}.`
          : "";
    return {
      key: `ruleBook/${version}`,
      kind: "ruleBook",
      title: `Tata nilai · versi ${version}`,
      group: "Tata nilai",
      state: frozenAt === null ? "draft" : "ready",
      why,
    };
  });
}

/** The rule book as it was signed; the open one as it would be signed now, as RANCANGAN. */
export function ruleBookPaper({ db }: Context, editionId: number, version: number): RuleBookPaper {
  const edition = getEdition(db, editionId);
  const book = listRuleBooks(db, editionId).find((one) => one.version === version);
  if (!book) throw new AppError("NOT_FOUND", "Versi tata nilai ini tidak ada. Muat ulang daftar dokumen.");
  const key = `ruleBook/${version}`;
  const stored = listDocuments(db, editionId).find((document) => document.key === key);
  const text = readRuleBookText(
    book.content === null ? ruleBookContent(db, editionId) : JSON.parse(book.content),
  );
  const office = readLetterhead(db);
  const accounts = new Map(
    listAccounts(db).map(({ id, name, role }) => [id, { name, role: roleLabel(role) }]),
  );
  const people = (text.policy?.signers ?? []).flatMap((id) => {
    const one = accounts.get(id);
    return one ? [{ id, ...one }] : [];
  });
  return {
    kind: "ruleBook",
    contoh: edition.sample,
    rancangan: book.hash === null,
    paper: stored?.paperSize ?? office.settings.paperSize,
    letterhead: letterheadOf(office),
    editionTitle: edition.title,
    year: edition.year,
    proof: { ruleBook: book.hash && shortHead(book.hash), version: null, serial: null, head: null },
    version,
    reason: book.reason,
    shortHash: shortHead(book.hash ?? ruleBookHash(db, editionId)),
    theme: edition.theme,
    organiser: edition.organiser,
    categories: categoriesOf({ db }, editionId, text),
    recusalRule: text.recusal,
    policy: text.policy && {
      signatures: text.policy.signatures,
      signers: people.map(({ name, role }) => ({ name, role })),
      panelistNames: text.policy.panelistNames,
    },
    place: edition.signatory?.place ?? null,
    date: stored?.date ?? (book.frozenAt === null ? null : localDate(book.frozenAt)),
    signers: signersOf({ db }, editionId, book, people),
  };
}

function categoriesOf(
  { db }: Pick<Context, "db">,
  editionId: number,
  text: RuleBookText,
): RuleBookCategory[] {
  const panelists = new Map(listPanelists(db, editionId).map((one) => [one.key, one]));
  const entries = new Map(listCategories(db, editionId).map((one) => [one.key, one.entries.length]));
  return text.categories.map(({ id, name, rounds }) => ({
    name,
    entries: entries.get(id) ?? 0,
    rounds: rounds.map(({ panel, indicators, carry, ...round }, index) => {
      const previous = rounds[index - 1];
      return {
        ...round,
        panel: panel.map((key) => {
          const { name: who, institution } = panelists.get(key) ?? { name: key, institution: null };
          return { name: who, institution };
        }),
        indicators: indicators.map(({ id: code, ...indicator }) => ({ code, ...indicator })),
        carry: previous ? { percent: carry, round: previous.name } : null,
      };
    }),
    awards: text.awards
      .filter(({ category }) => category === id)
      .map(({ name: award, recipient, places }) => ({ name: award, recipient, places })),
  }));
}

/** Who signs, and when each did. */
function signersOf(
  { db }: Pick<Context, "db">,
  editionId: number,
  { version, hash }: StoredRuleBook,
  people: { id: number; name: string; role: string }[],
): RuleBookSigner[] {
  const signed = listSignatures(db, editionId, `tatanilai/${version}`).filter((one) => one.hash === hash);
  const times = new Map(signed.map(({ accountId, signedAt }) => [accountId, timeText(signedAt)]));
  // An amendment is signed by those named before it, who need not be named in it.
  const others = signed.filter(({ accountId }) => !people.some(({ id }) => id === accountId));
  return [
    ...people.map(({ id, name, role }) => ({ name, role, signedAt: times.get(id) ?? null })),
    ...others.map(({ name, role, signedAt }) => ({
      name,
      role: roleLabel(role),
      signedAt: timeText(signedAt),
    })),
  ];
}

function roleLabel(role: string): string {
  const name = roleName(role);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
