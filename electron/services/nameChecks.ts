import type { CheckedName } from "../contract/nameChecks.ts";
import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { listEditions } from "../database/queries/editions.ts";
import { findTypist } from "../database/queries/ledger.ts";
import {
  deleteNameCheck,
  deleteSeenFinding,
  listNameChecks,
  listSeenFindings,
  saveNameCheck,
  saveSeenFinding,
} from "../database/queries/nameChecks.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import type { Edition } from "../domain/edition.ts";
import { regionLabel } from "../domain/names.ts";
import { findNameFaults, type NameMeasures } from "../domain/namePreflight.ts";
import { checkedText, listPrintedNames, type PrintedName, typedFact } from "../domain/printedNames.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { nameStylesOf } from "../documents/nameMeasures.ts";
import { designsByRecipient } from "./charterDesign.ts";
import { type Context, announce, os } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";

export const nameChecks = {
  list: os.nameChecks.list.handler(({ input, context }) => {
    getEdition(context.db, input.editionId);
    return listChecked(context.db, input.editionId);
  }),

  check: os.nameChecks.check.handler(({ input, context }) => {
    const { db, clock } = context;
    const { editionId, subject } = input;
    const who = whoIs(context, editionId, input.by);
    const name = getChecked(db, editionId, subject);
    if (name.text !== input.text) {
      throw new AppError(
        "CONFLICT",
        `${name.where} baru saja diubah menjadi "${name.name}". Bandingkan sekali lagi dengan kertasnya.`,
      );
    }
    if (input.checked && who.accountId !== null && name.typist?.accountId === who.accountId) {
      throw new AppError(
        "FORBIDDEN",
        `${name.where} terakhir diketik oleh Anda sendiri (${who.name}). Mintalah ketua, sekretaris, atau verifikator lain memeriksanya.`,
      );
    }
    command(context, editionId, { act: "nameChecks.check" }, () => {
      if (!input.checked) deleteNameCheck(db, editionId, subject);
      else {
        const { accountId, name: checker } = who;
        saveNameCheck(db, {
          editionId,
          subject,
          text: name.text,
          accountId,
          checker,
          checkedAt: clock.now(),
        });
      }
    });
    announce(context, editionId, "nameChecks");
    return getChecked(db, editionId, subject);
  }),

  preflight: os.nameChecks.preflight.handler(async ({ input, context, signal }) => {
    const { db } = context;
    const edition = getWhole(db, input.editionId);
    const former = findEarlier(db, input.editionId);
    const measures = await measure(context, input.editionId, edition, signal);
    const earlier = former && findWholeEdition(db, former.id, { withScores: false });
    const names = new Map(listPrintedNames(edition).map((name) => [name.subject, name]));
    const seen = new Map(
      listSeenFindings(db, input.editionId).map((one) => [`${one.rule}|${one.subject}|${one.sentence}`, one]),
    );
    return {
      earlier: former && { year: former.year, title: former.title },
      findings: findNameFaults(edition, earlier, measures).map((finding) => {
        const known = seen.get(`${finding.rule}|${finding.subject}|${finding.sentence}`);
        return {
          ...finding,
          route: routeOf(input.editionId, edition, names.get(finding.subject)!),
          seen: known ? { viewer: known.viewer, seenAt: known.seenAt } : null,
        };
      }),
    };
  }),

  see: os.nameChecks.see.handler(({ input, context }) => {
    const { db, clock } = context;
    const { editionId, subject, rule, sentence } = input;
    getEdition(db, editionId);
    const { accountId, name: viewer } = whoIs(context, editionId, input.by);
    command(context, editionId, { act: "nameChecks.see" }, () => {
      if (!input.seen) deleteSeenFinding(db, editionId, subject, rule);
      else
        saveSeenFinding(db, { editionId, subject, rule, sentence, accountId, viewer, seenAt: clock.now() });
    });
    announce(context, editionId, "nameChecks");
  }),
};

/** Whoever is signed in; on an open edition whoever says so. */
function whoIs(
  { db, session }: Context,
  editionId: number,
  by: string | null | undefined,
): { accountId: number | null; name: string } {
  if (isSecured(db, editionId) && session?.account) {
    return { accountId: session.account.id, name: session.account.name };
  }
  if (!by) throw new AppError("INVALID", "Tulis dulu nama Anda sebagai pemeriksa.");
  return { accountId: null, name: by };
}

function getWhole(db: ReadDb, editionId: number): Edition {
  getEdition(db, editionId);
  return findWholeEdition(db, editionId, { withScores: false })!;
}

function listChecked(db: ReadDb, editionId: number): CheckedName[] {
  const edition = getWhole(db, editionId);
  const checks = new Map(listNameChecks(db, editionId).map((check) => [check.subject, check]));
  const secured = isSecured(db, editionId);
  return listPrintedNames(edition).map((printed): CheckedName => {
    const { subject, kind, where, name, detail } = printed;
    const text = checkedText(printed);
    const known = checks.get(subject);
    const holds = known?.text === text;
    return {
      subject,
      kind,
      where,
      name,
      detail,
      text,
      check: known && holds ? { checker: known.checker, checkedAt: known.checkedAt } : null,
      former: known && !holds ? { checker: known.checker, text: known.text } : null,
      typist: secured ? findTypistOf(db, editionId, printed) : null,
      route: routeOf(editionId, edition, printed),
    };
  });
}

function getChecked(db: ReadDb, editionId: number, subject: string): CheckedName {
  const found = listChecked(db, editionId).find((one) => one.subject === subject);
  if (!found) {
    throw new AppError(
      "NOT_FOUND",
      "Nama ini sudah tidak ada. Muat ulang halaman untuk melihat yang terbaru.",
    );
  }
  return found;
}

function findTypistOf(db: ReadDb, editionId: number, name: PrintedName): CheckedName["typist"] {
  const { path, printed } = typedFact(name);
  return findTypist(
    db,
    editionId,
    path,
    (old, now) => canonicalJson(printed(old)) !== canonicalJson(printed(now)),
  );
}

/** The last edition before this one; the sample only where there is no other. */
function findEarlier(db: ReadDb, editionId: number) {
  const { year } = getEdition(db, editionId);
  const former = listEditions(db).filter((one) => one.year < year);
  return former.find(({ sample }) => !sample) ?? former[0] ?? null;
}

/** What was measured last: while a second person checks name after name, none of them changes. */
const measured = new WeakMap<Context["work"], { of: string; measures: NameMeasures }>();

async function measure(
  { db, work, paths }: Context,
  editionId: number,
  edition: Edition,
  signal: AbortSignal | undefined,
): Promise<NameMeasures> {
  const names = listPrintedNames(edition);
  const designs = designsByRecipient({ db, resources: paths.resources, editionId });
  const onCharters = names.flatMap(({ kind, subject, name }) =>
    kind === "head" || kind === "agency" || kind === "panelist"
      ? [{ subject, name, styles: designs[kind].flatMap(nameStylesOf) }]
      : [],
  );
  const of = JSON.stringify([names, onCharters]);
  const known = measured.get(work);
  if (known?.of === of) return known.measures;
  const { sizes, missing } = await work.run(
    "preview",
    "measureNames",
    {
      fonts: paths.fonts,
      resources: paths.resources,
      names: onCharters.map(({ name, styles }) => ({ name, styles })),
      texts: names.flatMap(({ name, detail }) => [name, detail ?? ""]),
    },
    { unwanted: signal },
  );
  const measures = {
    missing,
    sizes: new Map(
      onCharters.flatMap(({ subject }, index) => {
        const points = sizes[index] ?? null;
        return points === null ? [] : [[subject, points] as const];
      }),
    ),
  };
  measured.set(work, { of, measures });
  return measures;
}

/** The screen and the field a name is typed in; the page sets the cursor into the field that `isian` names. */
function routeOf(editionId: number, edition: Edition, { kind, subject, code }: PrintedName): string {
  const base = `/e/${editionId}/persiapan`;
  const field = (label: string) => `isian=${encodeURIComponent(label)}`;
  const region = edition.regions.find((one) => one.code === code);
  if (region) {
    const label = regionLabel(region);
    const column = { head: "Nama kepala daerah", agency: "Perangkat daerah", agencyHead: "Kepala perangkat" };
    const words = kind === "head" || kind === "agency" || kind === "agencyHead" ? column[kind] : "";
    return `${base}/daerah?cari=${encodeURIComponent(label)}&${field(`${words} ${label}`)}`;
  }
  if (kind === "panelist")
    return `${base}/panelis?${field(`Nama panelis ${subject.slice("panelis/".length)}`)}`;
  if (kind === "signatory" || kind === "edition") return `${base}/edisi`;
  return `${base}/tata-nilai`;
}
