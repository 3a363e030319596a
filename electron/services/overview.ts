import type { Overview } from "../contract/editions.ts";
import { listAwards, listCategories } from "../database/queries/categories.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listRegions } from "../database/queries/regions.ts";
import { listRounds, type StoredRound } from "../database/queries/rounds.ts";
import { countSheetValues } from "../database/queries/sheets.ts";
import { longDate } from "../domain/indonesian.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import { getEdition } from "./lookup.ts";
import { cutName } from "./resultWords.ts";
import { isFinal } from "./roundAtWork.ts";
import { describe } from "./rounds.ts";

type Stage = Overview["stages"][number];
type Next = Overview["next"];

interface Step {
  key: string;
  label: string;
  done: boolean;
  detail: string;
  /** A renderer route below the edition's. */
  route: string;
  /** What to do when this is the first thing not done. */
  next: { sentence: string; action: string };
}

/** Where an edition stands: its track, the one next step, and the state of each menu item. */
export async function overviewOf(context: Context, editionId: number): Promise<Overview> {
  const { db } = context;
  const edition = getEdition(db, editionId);
  const base = `/e/${editionId}`;
  const categories = listCategories(db, editionId);
  const registration = registrationStep(context, editionId, categories);
  const roundSteps = (
    await Promise.all(
      categories.map((category) => stepsOfCategory(context, editionId, category, categories.length > 1)),
    )
  ).flat();
  const papers = await listPapers(context, editionId);
  const charters = papers.filter(({ kind }) => kind === "charter");
  const printed = charters.filter(({ state }) => state === "printed").length;
  const fixing: Step = {
    key: "penetapan",
    label: "Penetapan",
    done: charters.length > 0 && printed === charters.length,
    detail:
      charters.length === 0 ? "Belum ada penghargaan" : `${printed} dari ${charters.length} piagam tercetak`,
    route: "/dokumen",
    next:
      charters.length === 0
        ? { sentence: "Belum ada penghargaan yang akan diberikan", action: "Atur penghargaan" }
        : { sentence: `${charters.length - printed} piagam belum tercetak`, action: "Buka dokumen" },
  };
  if (charters.length === 0) fixing.route = "/persiapan/tata-nilai";
  const ceremony: Step = {
    key: "upacara",
    label: "Upacara",
    done: false,
    detail:
      [edition.ceremonyDate && longDate(edition.ceremonyDate), edition.venue].filter(Boolean).join(" · ") ||
      "Tanggal belum ditetapkan",
    route: "/dokumen",
    next: { sentence: "Semua piagam sudah tercetak", action: "Lihat dokumen" },
  };
  const steps = [registration, ...roundSteps, fixing, ceremony];
  const current = Math.max(
    0,
    steps.findIndex(({ done }) => !done),
  );
  const stages = steps.map(
    ({ key, label, detail, route }, index): Stage => ({
      key,
      label,
      detail,
      route: base + route,
      state: index < current ? "done" : index === current ? "current" : "waiting",
    }),
  );
  const first = steps[current]!;
  const next: Next = { ...first.next, route: base + first.route };
  return { edition, stages, next, menu: menuOf(registration, roundSteps, papers) };
}

function registrationStep(
  { db }: Context,
  editionId: number,
  categories: ReturnType<typeof listCategories>,
): Step {
  const open = pointsOfPreparation(db, editionId, categories);
  const entries = new Set(categories.flatMap((category) => category.entries.map(({ regionId }) => regionId)));
  return {
    key: "pendaftaran",
    label: "Pendaftaran",
    done: open.length === 0,
    detail: open[0]?.sentence ?? `${entries.size} peserta terdaftar`,
    route: open[0]?.route ?? "/persiapan/edisi",
    next: { sentence: open[0]?.sentence ?? "", action: "Lengkapi persiapan" },
  };
}

function pointsOfPreparation(
  db: Context["db"],
  editionId: number,
  categories: ReturnType<typeof listCategories>,
): { sentence: string; route: string }[] {
  const rules = "/persiapan/tata-nilai";
  const points: { sentence: string; route: string }[] = [];
  if (listRegions(db, editionId).length === 0)
    points.push({ sentence: "Belum ada daerah", route: "/persiapan/daerah" });
  if (categories.length === 0) points.push({ sentence: "Belum ada kategori", route: rules });
  for (const category of categories) {
    if (category.rounds.length === 0) {
      points.push({ sentence: `Kategori "${category.name}" belum mempunyai babak`, route: rules });
    }
    for (const round of listRounds(db, category.id)) {
      const missing = describe(db, round).openPoints[0];
      if (missing) points.push({ sentence: `Babak "${round.name}": ${missing}`, route: rules });
    }
  }
  const needsPanel = categories.some(({ rounds }) => rounds.some(({ kind }) => kind === "panel"));
  if (needsPanel && listPanelists(db, editionId).length === 0) {
    points.push({ sentence: "Belum ada panelis", route: "/persiapan/panelis" });
  }
  return points;
}

async function stepsOfCategory(
  context: Context,
  editionId: number,
  category: ReturnType<typeof listCategories>[number],
  several: boolean,
): Promise<Step[]> {
  const ranked = await context.rankings.ranked(category.id);
  const awards = listAwards(context.db, editionId).filter(({ categoryId }) => categoryId === category.id);
  const prefix = several ? `${category.name}: ` : "";
  return listRounds(context.db, category.id).flatMap((round, index, all) => {
    const places = index === all.length - 1 ? awards.map(({ places: count }) => count) : [];
    return stepsOfRound(context, round, ranked[index]!, prefix, cutName(round, places), category.id);
  });
}

function stepsOfRound(
  { db }: Context,
  round: StoredRound,
  ranked: RankedRound,
  prefix: string,
  cut: string | null,
  categoryId: number,
): Step[] {
  const { result } = ranked;
  const open = openSheets(db, round, ranked);
  const scoring: Step = {
    key: `babak-${round.id}`,
    label: prefix + round.name,
    done: result.results.length > 0 && open === 0,
    detail: open === 0 ? `${result.results.length} peserta dinilai` : `${open} lembar nilai belum lengkap`,
    route: `/penilaian/${round.id}`,
    next: { sentence: `${open} lembar nilai belum lengkap`, action: "Lanjutkan penilaian" },
  };
  if (result.results.length === 0) scoring.detail = "Menunggu babak sebelumnya";
  if (cut === null) return [scoring];
  const ties = result.undecided.length;
  const cutStep: Step = {
    key: `hasil-${round.id}`,
    label: prefix + cut,
    done: isFinal(ranked),
    detail: isFinal(ranked)
      ? "Hasil lengkap"
      : ties > 0
        ? `${ties} seri belum diputuskan`
        : "Menunggu nilai lengkap",
    route: `/hasil/${categoryId}`,
    next:
      ties > 0
        ? { sentence: `${ties} seri di batas ${cut} belum diputuskan`, action: "Putuskan seri" }
        : { sentence: `Hasil ${round.name} belum lengkap`, action: "Periksa hasil" },
  };
  return [scoring, cutStep];
}

/** Sheets of the entries the round ranks that still lack a value. */
function openSheets(db: Context["db"], round: StoredRound, { result, missing }: RankedRound): number {
  if (result.results.length === 0) return 0;
  if (missing.size === 0 && round.indicators.length > 0) return 0;
  const counted = [...missing.values()].reduce((total, sheets) => total + sheets.length, 0);
  return (
    counted || countSheetValues(db, round.id).filter(({ given }) => given < round.indicators.length).length
  );
}

function menuOf(
  registration: Step,
  roundSteps: Step[],
  papers: Awaited<ReturnType<typeof listPapers>>,
): Overview["menu"] {
  const scoring = roundSteps.filter(({ key }) => key.startsWith("babak-"));
  const cuts = roundSteps.filter(({ key }) => key.startsWith("hasil-"));
  const firstOpen = (steps: Step[]) => steps.find(({ done }) => !done);
  const state = (steps: Step[]) =>
    steps.length === 0 ? ("empty" as const) : firstOpen(steps) ? ("open" as const) : ("done" as const);
  const detail = (steps: Step[], none: string, all: string) =>
    steps.length === 0 ? none : (firstOpen(steps)?.detail ?? all);
  const ready = papers.filter((paper) => paper.state === "ready").length;
  const printed = papers.filter((paper) => paper.state === "printed").length;
  return {
    persiapan: { state: registration.done ? "done" : "open", detail: registration.detail },
    penilaian: { state: state(scoring), detail: detail(scoring, "Belum ada babak", "Semua lembar lengkap") },
    hasil: { state: state(cuts), detail: detail(cuts, "Belum ada hasil", "Hasil lengkap") },
    dokumen: {
      state: papers.length === 0 ? "empty" : printed === papers.length ? "done" : "open",
      detail: `${ready} siap cetak`,
    },
  };
}
