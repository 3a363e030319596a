import type { NameFindingRow } from "../contract/nameChecks.ts";
import type { ReadDb } from "../database/open.ts";
import { listEditions } from "../database/queries/editions.ts";
import { listSeenFindings } from "../database/queries/nameChecks.ts";
import { findWholeEditionWithOffice } from "../database/queries/wholeEdition.ts";
import type { Edition } from "../domain/edition.ts";
import { listMissingNames } from "../domain/missingNames.ts";
import { findNameFaults, type NameMeasures } from "../domain/namePreflight.ts";
import { regionLabel } from "../domain/names.ts";
import { listPrintedNames, type PrintedName } from "../domain/printedNames.ts";
import { nameStylesOf } from "../documents/nameMeasures.ts";
import { designsByRecipient } from "./charterDesign.ts";
import type { Context } from "./context.ts";
import { getEdition } from "./lookup.ts";

/** What may be wrong with the names of an edition, with who has looked at it, and the edition they were held against. */
export async function listFindings(
  context: Context,
  editionId: number,
  signal: AbortSignal | undefined,
): Promise<{ findings: NameFindingRow[]; earlier: { year: number; title: string } | null }> {
  const { db } = context;
  const edition = getWhole(db, editionId);
  const former = findEarlier(db, editionId);
  const measures = await measure(context, editionId, edition, signal);
  const earlier = former && findWholeEditionWithOffice(db, former.id, { withScores: false });
  const names = new Map(
    [...listMissingNames(edition), ...listPrintedNames(edition)].map((name) => [name.subject, name]),
  );
  const seen = new Map(
    listSeenFindings(db, editionId).map((one) => [`${one.rule}|${one.subject}|${one.sentence}`, one]),
  );
  return {
    earlier: former,
    findings: findNameFaults(edition, earlier, measures).map((finding) => {
      const known = seen.get(`${finding.rule}|${finding.subject}|${finding.sentence}`);
      // Looked at before there were reasons: what must be mended is open again.
      const holds = known && (finding.severity !== "stop" || known.reason !== null);
      return {
        ...finding,
        route: routeOf(editionId, edition, names.get(finding.subject)!),
        seen: holds ? { viewer: known.viewer, seenAt: known.seenAt, reason: known.reason } : null,
      };
    }),
  };
}

/** An edition with all that papers name, and without its scores. */
export function getWhole(db: ReadDb, editionId: number): Edition {
  getEdition(db, editionId);
  return findWholeEditionWithOffice(db, editionId, { withScores: false })!;
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
export function routeOf(
  editionId: number,
  edition: Edition,
  { kind, subject, where, code }: Pick<PrintedName, "kind" | "subject" | "code"> & { where?: string },
): string {
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
  if (kind === "signer") return `${base}/surat-acara?${field("Nama penanda tangan surat")}`;
  if (kind === "officer") return `${base}/surat-acara?${field(where ?? "")}`;
  if (kind === "signatory" || kind === "edition") return `${base}/edisi`;
  return `${base}/tata-nilai`;
}
