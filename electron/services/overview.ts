import type { Overview } from "../contract/editions.ts";
import { listCategories } from "../database/queries/categories.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listRegions } from "../database/queries/regions.ts";
import { listRounds } from "../database/queries/rounds.ts";
import { findDeclaration } from "../database/queries/corrections.ts";
import { listRuleBooks } from "../database/queries/security.ts";
import { longDate, timeText } from "../domain/indonesian.ts";
import type { Context } from "./context.ts";
import { listPresentPapers } from "./presentPapers.ts";
import { getEdition } from "./lookup.ts";
import { listPrintStates } from "./printStates.ts";
import {
  correctionAct,
  declarationAct,
  type NextAct,
  type Onlooker,
  onlookerOf,
  ruleBookAct,
} from "./nextActs.ts";
import { type Step, stepsOfCategory } from "./roundSteps.ts";
import { describe } from "./rounds.ts";
import { revokedGroup } from "./revokedPapers.ts";

type Stage = Overview["stages"][number];
type Next = Overview["next"];

/** Where an edition stands: its track, the one next step, and the state of each menu item. */
export async function overviewOf(context: Context, editionId: number): Promise<Overview> {
  const { db } = context;
  const edition = getEdition(db, editionId);
  const base = `/e/${editionId}`;
  const categories = listCategories(db, editionId);
  const who = onlookerOf(context, editionId);
  const registration = registrationStep(context, editionId, categories, who);
  const roundSteps = (
    await Promise.all(
      categories.map((category) => stepsOfCategory(context, editionId, category, categories.length > 1, who)),
    )
  ).flat();
  const papers = await listPresentPapers(context, editionId);
  const securing = who === null ? null : securedSteps(context, editionId, categories, who);
  const steps = [
    registration,
    ...(securing ? [securing.ruleBook] : []),
    ...roundSteps,
    ...(securing ? [securing.declaration] : []),
    charterStep(papers, who),
    ceremonyStep(edition, who),
  ];
  const current = Math.max(
    0,
    steps.findIndex(({ done }) => !done),
  );
  const stages = steps.map(
    ({ key, label, detail, route, done }, index): Stage => ({
      key,
      label,
      detail,
      route: base + route,
      // What is sealed or signed stays so, also where something before it is open again.
      state: index === current ? "current" : index < current || (who !== null && done) ? "done" : "waiting",
    }),
  );
  const first = steps[current]!;
  const about = (await listPrintStates(context, editionId)).prints.filter(({ toWithdraw }) => toWithdraw);
  const {
    sentence,
    action,
    route = first.route,
  } = about.length > 0 && (who === null || who.may("printing"))
    ? withdrawalAct(about.length)
    : nextOf(context, editionId, first, who);
  const next: Next = { sentence, action, route: base + route };
  return { edition, stages, next, menu: menuOf(registration, securing?.ruleBook, roundSteps, papers) };
}

/** Whatever else is open: a sheet that is no longer right may be read aloud. */
function withdrawalAct(count: number): NextAct {
  return {
    sentence: `${count} dokumen yang tidak berlaku lagi masih ada lembarnya`,
    action: "Tarik lembarnya",
    route: "/dokumen/register",
  };
}

/** What the first open stage asks for, unless a correction waits for a signature. */
function nextOf(context: Context, editionId: number, first: Step, who: Onlooker | null): NextAct {
  const correction = who && correctionAct(context, editionId, who);
  // Typing and sealing of later rounds go on beside a correction of an earlier one.
  const beside = first.key.startsWith("babak-") || first.key.startsWith("hasil-");
  return correction && (correction.own || !beside) ? correction : first.next();
}

/** What only a secured edition goes through: its rule book in force, and its results declared. */
function securedSteps(
  context: Context,
  editionId: number,
  categories: ReturnType<typeof listCategories>,
  who: Onlooker,
): { ruleBook: Step; declaration: Step } {
  const [newest] = listRuleBooks(context.db, editionId);
  const inForce = newest?.frozenAt != null;
  const declared = findDeclaration(context.db, editionId);
  const held = declared !== null && Date.parse(context.clock.now()) < Date.parse(declared.embargoUntil);
  const categoryId = categories[0]?.id ?? 0;
  return {
    ruleBook: {
      key: "tata-nilai",
      label: "Tata nilai",
      done: inForce,
      detail: inForce ? `Versi ${newest.version} berlaku` : "Belum ditandatangani",
      route: "/persiapan/pengamanan",
      next: () => ruleBookAct(context, editionId, who),
    },
    declaration: {
      key: "pengumuman",
      label: "Pengumuman",
      done: declared !== null,
      detail:
        declared === null
          ? "Belum diumumkan"
          : held
            ? `Ditahan sampai ${timeText(declared.embargoUntil)}`
            : "Hasil sudah terbuka",
      route: `/hasil/${categoryId}`,
      next: () => declarationAct(categoryId, who),
    },
  };
}

type Papers = Awaited<ReturnType<typeof listPresentPapers>>;

/** The charters, and on a secured edition every paper that a correction revoked. */
function charterStep(papers: Papers, who: Onlooker | null): Step {
  // Papers that the edition no longer calls for are to be taken back, not printed.
  const called = papers.filter(({ group }) => group !== revokedGroup);
  const charters = called.filter(({ kind }) => kind === "charter");
  const open = charters.filter(({ state }) => state !== "printed");
  const revoked = called.filter(({ state }) => state === "revoked");
  const prints = who === null || who.may("printing");
  const paperRoute = (paper: Papers[number] | undefined) =>
    prints ? `/dokumen${paper ? `?key=${encodeURIComponent(paper.key)}` : ""}` : "/hasil";
  const act = (sentence: string, paper: Papers[number] | undefined, action = "Buka dokumen"): NextAct => ({
    sentence,
    action: prints ? action : "Lihat hasil",
    route: paperRoute(paper),
  });
  const next = (): NextAct => {
    if (charters.length === 0) {
      const prepares = who === null || who.may("preparing");
      return {
        sentence: "Belum ada penghargaan yang akan diberikan",
        action: prepares ? "Atur penghargaan" : "Lihat tata nilai",
        route: "/persiapan/tata-nilai",
      };
    }
    if (revoked.length > 0)
      return act(`${revoked.length} dokumen dicabut dan perlu dicetak ulang`, revoked[0]);
    const makeable = open.find(({ state }) => state !== "blocked");
    if (who !== null && !makeable)
      return act(`Piagam belum dapat dicetak: ${open[0]?.why ?? ""}`, open[0], "Lihat dokumen");
    return act(`${open.length} piagam belum tercetak`, makeable ?? open[0]);
  };
  return {
    key: "penetapan",
    label: "Penetapan",
    done: charters.length > 0 && open.length === 0 && revoked.length === 0,
    detail:
      charters.length === 0
        ? "Belum ada penghargaan"
        : `${charters.length - open.length} dari ${charters.length} piagam tercetak`,
    route: charters.length === 0 ? "/persiapan/tata-nilai" : prints ? "/dokumen" : "/hasil",
    next,
  };
}

function ceremonyStep(edition: Overview["edition"], who: Onlooker | null): Step {
  const prints = who === null || who.may("printing");
  return {
    key: "upacara",
    label: "Upacara",
    done: false,
    detail:
      [edition.ceremonyDate && longDate(edition.ceremonyDate), edition.venue].filter(Boolean).join(" · ") ||
      "Tanggal belum ditetapkan",
    route: prints ? "/dokumen" : "/hasil",
    next: () => ({
      sentence: "Semua piagam sudah tercetak",
      action: prints ? "Lihat dokumen" : "Lihat hasil",
    }),
  };
}

function registrationStep(
  { db }: Context,
  editionId: number,
  categories: ReturnType<typeof listCategories>,
  who: Onlooker | null,
): Step {
  const open = pointsOfPreparation(db, editionId, categories);
  const entries = new Set(categories.flatMap((category) => category.entries.map(({ regionId }) => regionId)));
  return {
    key: "pendaftaran",
    label: "Pendaftaran",
    done: open.length === 0,
    detail: open[0]?.sentence ?? `${entries.size} peserta terdaftar`,
    route: open[0]?.route ?? "/persiapan/edisi",
    next: () => ({
      sentence: open[0]?.sentence ?? "",
      action: who === null || who.may("preparing") ? "Lengkapi persiapan" : "Lihat persiapan",
    }),
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

function menuOf(
  registration: Step,
  ruleBook: Step | undefined,
  roundSteps: Step[],
  papers: Papers,
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
  const preparing = registration.done && ruleBook ? ruleBook : registration;
  return {
    persiapan: { state: preparing.done ? "done" : "open", detail: preparing.detail },
    penilaian: { state: state(scoring), detail: detail(scoring, "Belum ada babak", "Semua lembar lengkap") },
    hasil: {
      state: state(cuts),
      detail: detail(cuts, "Belum ada hasil", ruleBook ? "Hasil disegel" : "Hasil lengkap"),
    },
    dokumen: {
      state: papers.length === 0 ? "empty" : printed === papers.length ? "done" : "open",
      detail: `${ready} siap cetak`,
    },
  };
}
