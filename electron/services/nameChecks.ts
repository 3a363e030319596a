import type { CheckedName } from "../contract/nameChecks.ts";
import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { findTypist } from "../database/queries/ledger.ts";
import {
  deleteNameCheck,
  deleteSeenFinding,
  listNameChecks,
  saveNameCheck,
  saveSeenFinding,
} from "../database/queries/nameChecks.ts";
import { checkedText, listPrintedNames, type PrintedName, typedFact } from "../domain/printedNames.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { type Context, announce, os } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";
import { getWhole, listFindings, routeOf } from "./nameFindings.ts";

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
    const { findings, earlier } = await listFindings(context, input.editionId, signal);
    return { earlier: earlier && { year: earlier.year, title: earlier.title }, findings };
  }),

  see: os.nameChecks.see.handler(async ({ input, context, signal }) => {
    const { db, clock } = context;
    const { editionId, subject, rule, sentence, reason = null } = input;
    const { findings } = await listFindings(context, editionId, signal);
    const finding = findings.find((one) => one.subject === subject && one.rule === rule);
    if (input.seen && finding?.severity === "stop" && reason === null) {
      throw new AppError(
        "INVALID",
        "Temuan ini harus dibetulkan: ubah namanya. Bila yang tertulis memang benar, tulis alasannya.",
      );
    }
    const { accountId, name: viewer } = whoIs(context, editionId, input.by);
    command(context, editionId, { act: "nameChecks.see" }, () => {
      if (!input.seen) deleteSeenFinding(db, editionId, subject, rule);
      else
        saveSeenFinding(db, {
          editionId,
          subject,
          rule,
          sentence,
          accountId,
          viewer,
          seenAt: clock.now(),
          reason,
        });
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

export function listChecked(db: ReadDb, editionId: number): CheckedName[] {
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
