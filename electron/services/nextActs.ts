import type { Overview } from "../contract/editions.ts";
import { type Right, rights } from "../contract/rights.ts";
import { isSecured, listAccounts } from "../database/queries/accounts.ts";
import { listCorrections } from "../database/queries/corrections.ts";
import { listKeyedSheets, listTypists } from "../database/queries/keyings.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { findKeying, listRuleBooks, listSignatures } from "../database/queries/security.ts";
import { listInWords } from "../domain/indonesian.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { subjectOf } from "./correctionView.ts";
import { getRoundByKeys } from "./lookup.ts";
import { alteredSentence, sealStanding } from "./roundAtWork.ts";
import { ruleBookHash } from "./ruleBookContent.ts";
import { openPointsOf } from "./ruleBookOpenPoints.ts";
import { presentSeal, sealSubject } from "./sealing.ts";
import { keyedState } from "./sheetStates.ts";
import { findSigningPolicy } from "./signing.ts";
import { unsignedStatements } from "./tieStatements.ts";

/** What to do next; the route is below the edition's, or where its step is worked on. */
export type NextAct = Omit<Overview["next"], "route"> & { route?: string };

/** Who looks at the overview of a secured edition. */
export interface Onlooker {
  accountId: number | null;
  name: string;
  may: (right: Right) => boolean;
}

/** Null on an edition that is open, where everything is anybody's. */
export function onlookerOf({ db, session }: Context, editionId: number): Onlooker | null {
  if (!isSecured(db, editionId)) return null;
  const account = session?.account ?? null;
  return {
    accountId: account?.id ?? null,
    name: account?.name ?? "",
    may: (right) => account !== null && rights[right].some((role) => role === account.role),
  };
}

/** Once nobody has to complete the rule book any more: whose signature it waits for. */
export function ruleBookAct({ db }: Context, editionId: number, who: Onlooker): NextAct {
  const route = "/persiapan/pengamanan";
  const [point] = openPointsOf(db, editionId);
  if (point) {
    const action = who.may("preparing") ? "Buka pengamanan" : "Lihat pengamanan";
    return { sentence: `Tata nilai belum dapat ditandatangani: ${point}`, action, route };
  }
  const alone = listAccounts(db).filter(({ closedAt }) => closedAt === null).length < 2;
  if (alone && who.may("administering")) {
    return {
      sentence: "Baru ada satu pengguna: tambahkan operator, verifikator, dan ketua",
      action: "Buka pengamanan",
      route,
    };
  }
  const { version } = listRuleBooks(db, editionId)[0]!;
  const hash = ruleBookHash(db, editionId);
  const wanted = signaturesWanted({ db }, editionId, { subject: `tatanilai/${version}`, hash }, who);
  return wanted.own
    ? {
        sentence: "Tata nilai menunggu tanda tangan Anda sebelum nilai dapat diketik",
        action: "Tanda tangani tata nilai",
        route,
      }
    : {
        sentence: `Tata nilai menunggu ${wanted.missing} tanda tangan lagi sebelum nilai dapat diketik`,
        action: "Lihat tata nilai",
        route,
      };
}

/** Sheets of a round that is being typed. */
interface ScoringPlace {
  roundId: number;
  /** Indicators of the round. */
  wanted: number;
  /** Sheets without all their values in force. */
  open: number;
  /** All sheets, without those of recused panelists. */
  sheets: SheetPlace[];
}

interface SheetPlace {
  entryId: number;
  panelistId: number | null;
}

/** Sheets to be typed, decided or accepted, whichever falls to whoever looks. */
export function scoringAct({ db }: Context, place: ScoringPlace, who: Onlooker): NextAct {
  const { roundId, wanted, open } = place;
  const keying = findKeying(db, roundId);
  const plain = `${open} lembar nilai belum lengkap`;
  if (keying === "single") {
    return { sentence: plain, action: who.may("typing") ? "Lanjutkan penilaian" : "Lihat penilaian" };
  }
  const rows = listKeyedSheets(db, roundId);
  const [state, what] =
    keying === "double"
      ? (["differs", "diketik berbeda"] as const)
      : (["waiting", "menunggu persetujuan"] as const);
  const waiting = rows.filter((row) => keyedState(row, wanted, keying) === state).length;
  if (who.may("verifying") && waiting > 0) {
    return {
      sentence: `${waiting} lembar ${what}; cocokkan dengan kertasnya`,
      action: keying === "double" ? "Putuskan perbedaan" : "Periksa lembar",
    };
  }
  if (who.may("typing")) {
    const own = countOwnSheets(place, rows, listTypists(db, roundId), {
      name: who.name,
      typings: keying === "double" ? 2 : 1,
    });
    return own > 0
      ? { sentence: `${own} lembar menunggu ketikan Anda`, action: "Lanjutkan penilaian" }
      : {
          sentence: `Bagian Anda selesai diketik; ${open} lembar menunggu orang lain`,
          action: "Lihat penilaian",
        };
  }
  const rest = waiting > 0 ? `, ${waiting} di antaranya ${what}` : "";
  return {
    sentence: waiting === open ? `${open} lembar ${what}, menunggu verifikator` : plain + rest,
    action: "Lihat penilaian",
  };
}

/** Sheets that somebody has still to type: what they began, and what fewer than `typings` others have. */
function countOwnSheets(
  { sheets, wanted }: ScoringPlace,
  rows: ReturnType<typeof listKeyedSheets>,
  typists: ReturnType<typeof listTypists>,
  { name, typings }: { name: string; typings: 1 | 2 },
): number {
  const placeOf = ({ entryId, panelistId }: SheetPlace) => `${entryId}:${panelistId ?? 0}`;
  const begun = new Map(rows.map((row) => [placeOf(row), row]));
  const names = Map.groupBy(typists, placeOf);
  return sheets.filter((sheet) => {
    const row = begun.get(placeOf(sheet));
    if (!row) return true;
    if (wanted > 0 && row.inForce >= wanted) return false;
    const by = (names.get(placeOf(sheet)) ?? []).map((one) => one.name);
    const pass = by.indexOf(name);
    if (pass < 0) return by.length < typings;
    return (pass === 0 ? row.first : row.second) < wanted;
  }).length;
}

/** A complete round on its way to the seal. */
export function sealAct(
  context: Context,
  at: { byKeys: CategoryByKeys; index: number; ranked: RankedRound },
  who: Onlooker,
): NextAct {
  const { db } = context;
  const { id, round, stored } = at.byKeys.rounds[at.index]!;
  const result = `/hasil/${at.byKeys.id}?babak=${id}`;
  const seals = `/hasil/${at.byKeys.id}?babak=segel`;
  if (sealStanding(db, at.ranked) === "altered") {
    return { sentence: `Babak "${round.name}": ${alteredSentence}`, action: "Lihat hasil", route: result };
  }
  const ties = at.ranked.result.undecided.length;
  if (ties > 0) {
    return {
      sentence: `${ties} seri di babak "${round.name}" belum diputuskan`,
      action: who.may("deciding") ? "Putuskan seri" : "Lihat hasil",
      route: result,
    };
  }
  const unsigned = unsignedStatements(db, stored);
  if (unsigned.length > 0) {
    return {
      sentence: `Pernyataan berhalangan ${listInWords(unsigned)} belum ditandatangani`,
      action: who.may("preparing") ? "Buka tata nilai" : "Lihat tata nilai",
      route: "/persiapan/tata-nilai",
    };
  }
  const { hash } = presentSeal(context, at);
  const wanted = signaturesWanted(context, at.byKeys.editionId, { subject: sealSubject(at, 1), hash }, who);
  if (wanted.own) {
    return {
      sentence: `Hasil babak "${round.name}" lengkap dan menunggu tanda tangan Anda`,
      action: "Tanda tangani dan segel",
      route: seals,
    };
  }
  return {
    sentence: `Segel babak "${round.name}" menunggu ${wanted.missing} tanda tangan lagi`,
    action: who.may("signing") || who.may("auditing") ? "Lihat segel" : "Lihat hasil",
    route: who.may("signing") || who.may("auditing") ? seals : result,
  };
}

/** All rounds are sealed, and the winners are still hidden. */
export function declarationAct(categoryId: number, who: Onlooker): NextAct {
  const deciding = who.may("deciding");
  return {
    sentence: "Semua babak sudah disegel; hasilnya belum diumumkan",
    action: deciding ? "Umumkan hasil" : "Lihat hasil",
    route: `/hasil/${categoryId}${deciding ? "?babak=segel" : ""}`,
  };
}

/** The oldest request for correction that waits for signatures; null where there is none. */
export function correctionAct(
  { db }: Context,
  editionId: number,
  who: Onlooker,
): (NextAct & { own: boolean }) | null {
  const open = listCorrections(db, editionId).findLast(({ state }) => state === "open");
  if (!open) return null;
  const { byKeys, index } = getRoundByKeys(db, open.roundId);
  const { round } = byKeys.rounds[index]!;
  const subject = subjectOf(byKeys.category.id, round.id, open.number);
  const { own, missing } = signaturesWanted({ db }, editionId, { subject, hash: null }, who);
  const what = `Koreksi ${open.number} babak "${round.name}" menunggu`;
  return {
    own,
    sentence: own ? `${what} tanda tangan Anda` : `${what} ${missing} tanda tangan lagi`,
    action: own ? "Baca dan tanda tangani" : "Lihat koreksi",
    route: `/hasil/koreksi/${open.id}`,
  };
}

/** How many signatures a thing still wants, and whether one of them is that of whoever looks. */
function signaturesWanted(
  { db }: Pick<Context, "db">,
  editionId: number,
  /** `hash` null: whatever stands there cannot change. */
  { subject, hash }: { subject: string; hash: string | null },
  who: Onlooker,
): { missing: number; own: boolean } {
  const policy = findSigningPolicy(db, editionId);
  const signers = policy?.signers ?? [];
  const signed = listSignatures(db, editionId, subject)
    .filter((one) => hash === null || one.hash === hash)
    .map(({ accountId }) => accountId);
  const { accountId } = who;
  return {
    missing: (policy?.signatures ?? 1) - signers.filter((id) => signed.includes(id)).length,
    own:
      accountId !== null && who.may("signing") && signers.includes(accountId) && !signed.includes(accountId),
  };
}
