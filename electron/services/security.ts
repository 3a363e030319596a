import type { SecurityView } from "../contract/security.ts";
import { AppError } from "../contract/errors.ts";
import { blankBackups } from "../database/blankBackups.ts";
import { emptyJournal, inTransaction } from "../database/open.ts";
import { findSecuredAt, isSecured, listAccounts } from "../database/queries/accounts.ts";
import { listPrints } from "../database/queries/register.ts";
import {
  deleteRuleBook,
  findPolicy,
  freezeRuleBook,
  listRuleBooks,
  listSignatures,
  openRuleBook,
  savePolicy,
  setKeying,
  type StoredPolicy,
} from "../database/queries/security.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { factPath } from "../domain/facts.ts";
import { shortHead } from "../domain/ledger.ts";
import { checkOwnPin } from "./pinTries.ts";
import { writeAnchor } from "./anchor.ts";
import { type Context, announce, os } from "./context.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { refuseAltered, verifyEdition } from "./ledgerVerifying.ts";
import { getCategory, getEdition, getRound } from "./lookup.ts";
import { blankPersons, listPersons, saveContact } from "./persons.ts";
import { ruleBookContent, ruleBookHash } from "./ruleBookContent.ts";
import { openPointsOf } from "./ruleBookOpenPoints.ts";
import { secure, takeSecretary } from "./securing.ts";
import { collectSignature, findSigningPolicy } from "./signing.ts";

export const security = {
  get: os.security.get.handler(({ input, context }) => viewOf(context, input.editionId)),

  secure: os.security.secure.handler(async ({ input, context }) => {
    const { db } = context;
    getEdition(db, input.editionId);
    if (isSecured(db, input.editionId)) throw new AppError("CONFLICT", "Edisi ini sudah diamankan.");
    const secretary = await takeSecretary(context, input.secretary, input.pin);
    secure(context, input.editionId, secretary);
    writeAnchor(context);
    changed(context, input.editionId);
    return { view: viewOf(context, input.editionId), recoveryCode: secretary.recoveryCode };
  }),

  savePolicy: os.security.savePolicy.handler(({ input, context }) => {
    checkPolicy(context, input.policy);
    command(context, input.editionId, { act: "security.savePolicy" }, () =>
      savePolicy(context.db, input.editionId, input.policy),
    );
    changed(context, input.editionId);
    return viewOf(context, input.editionId);
  }),

  setKeying: os.security.setKeying.handler(({ input, context }) => {
    const round = getRound(context.db, input.roundId);
    const { editionId } = getCategory(context.db, round.categoryId);
    refuseOpenEdition(context, editionId);
    if (round.values > 0) {
      throw new AppError(
        "CONFLICT",
        `Babak "${round.name}" sudah mempunyai nilai, jadi cara mengetiknya tetap.`,
      );
    }
    command(context, editionId, { act: "security.setKeying" }, () =>
      setKeying(context.db, round.id, input.keying),
    );
    changed(context, editionId);
  }),

  signRuleBook: os.security.signRuleBook.handler(async ({ input, context }) => {
    const { db, clock } = context;
    const { editionId } = input;
    const account = await checkOwnPin(context, input.pin);
    refuseAltered(db, editionId);
    command(context, editionId, { act: "security.signRuleBook" }, () => {
      const [newest] = listRuleBooks(db, editionId);
      if (!newest || newest.frozenAt)
        throw new AppError("CONFLICT", "Tidak ada tata nilai yang menunggu tanda tangan.");
      const [openPoint] = openPointsOf(db, editionId);
      if (openPoint) throw new AppError("NOT_READY", `Tata nilai belum dapat ditandatangani: ${openPoint}`);
      const hash = ruleBookHash(db, editionId);
      const complete = collectSignature(context, editionId, {
        subject: `tatanilai/${newest.version}`,
        read: input.hash,
        present: hash,
        account,
      });
      if (!complete) return;
      const content = canonicalJson(ruleBookContent(db, editionId));
      freezeRuleBook(db, editionId, newest.version, { content, hash, now: clock.now() });
    });
    writeAnchor(context);
    changed(context, editionId);
    return viewOf(context, editionId);
  }),

  amendRuleBook: os.security.amendRuleBook.handler(({ input, context }) => {
    const { db, clock } = context;
    const { editionId, reason } = input;
    refuseOpenEdition(context, editionId);
    command(context, editionId, { act: "security.amendRuleBook", reason }, () => {
      const [newest] = listRuleBooks(db, editionId);
      if (!newest?.frozenAt)
        throw new AppError("CONFLICT", "Tata nilai masih terbuka; tidak perlu membuka perubahan baru.");
      openRuleBook(db, editionId, newest.version + 1, reason, clock.now());
    });
    changed(context, editionId);
    return viewOf(context, editionId);
  }),

  dropAmendment: os.security.dropAmendment.handler(({ input, context }) => {
    const { db } = context;
    const { editionId } = input;
    command(context, editionId, { act: "security.dropAmendment" }, () => {
      const [newest, before] = listRuleBooks(db, editionId);
      if (!newest || newest.frozenAt || !before)
        throw new AppError("CONFLICT", "Tidak ada perubahan tata nilai yang terbuka.");
      if (before.hash !== ruleBookHash(db, editionId)) {
        throw new AppError(
          "CONFLICT",
          `Aturannya sudah berbeda dari versi ${before.version}. Kembalikan dulu yang diubah, atau tanda tangani versi ${newest.version}.`,
        );
      }
      deleteRuleBook(db, editionId, newest.version);
    });
    changed(context, editionId);
    return viewOf(context, editionId);
  }),

  verify: os.security.verify.handler(({ input, context }) => verifyEdition(context.db, input.editionId)),

  persons: os.security.persons.handler(({ input, context }) => listPersons(context.db, input.editionId)),

  saveContact: os.security.saveContact.handler(({ input, context }) => {
    const { editionId, person } = input;
    getEdition(context.db, editionId);
    inTransaction(context.db, () => {
      saveContact(context.db, input);
      appendEvent(context, editionId, { act: "pribadi.simpan", subject: factPath("pribadi", person) });
    });
    announce(context, editionId, "security");
  }),

  blankPersons: os.security.blankPersons.handler(({ input, context }) => {
    const { db, paths, clock } = context;
    const { editionId } = input;
    const edition = getEdition(db, editionId);
    const blanked = inTransaction(db, () => {
      const count = blankPersons(db, editionId, clock.now());
      appendEvent(context, editionId, { act: "pribadi.kosongkan", subject: "pribadi", details: count });
      return count;
    });
    emptyJournal(db);
    const backups = blankBackups(paths, { id: editionId, createdAt: edition.createdAt }, clock.now());
    announce(context, editionId, "regions", "security", "settings");
    return { blanked, backups: backups.blanked, unreadBackups: backups.unread };
  }),
};

function checkPolicy({ db }: Context, { signatures, signers }: StoredPolicy): void {
  const accounts = new Map(listAccounts(db).map((one) => [one.id, one]));
  const known = signers.every((id) => {
    const one = accounts.get(id);
    return (
      one && !one.closedAt && (one.role === "secretary" || one.role === "chair" || one.role === "verifier")
    );
  });
  if (!known || new Set(signers).size !== signers.length) {
    throw new AppError(
      "INVALID",
      "Penanda tangan harus sekretaris, ketua, atau verifikator yang akunnya masih terbuka.",
    );
  }
  if (signatures > signers.length) {
    throw new AppError(
      "INVALID",
      `Diperlukan ${signatures} tanda tangan, padahal yang ditunjuk hanya ${signers.length} orang.`,
    );
  }
}

function viewOf(context: Context, editionId: number): SecurityView {
  const { db } = context;
  getEdition(db, editionId);
  const securedAt = findSecuredAt(db, editionId);
  const ruleBooks = listRuleBooks(db, editionId);
  const open = ruleBooks[0] && !ruleBooks[0].frozenAt;
  const presentHash = open ? ruleBookHash(db, editionId) : null;
  return {
    editionId,
    securedAt,
    policy: findPolicy(db, editionId),
    signing: findSigningPolicy(db, editionId),
    ruleBooks: ruleBooks.map(({ version, frozenAt, hash, reason }) => ({
      version,
      frozenAt,
      hash,
      shortHash: hash && shortHead(hash),
      reason,
      signatures: listSignatures(db, editionId, `tatanilai/${version}`)
        .filter((one) => one.hash === (hash ?? presentHash))
        .map(({ accountId, name, role, signedAt }) => ({ accountId, name, role, signedAt })),
    })),
    presentHash,
    openPoints: securedAt && open ? openPointsOf(db, editionId) : [],
    papersOut: listPrints(db, editionId).filter(
      ({ wentOut, revokedAt, restsOn }) => wentOut && revokedAt === null && restsOn.length > 0,
    ).length,
  };
}

function refuseOpenEdition({ db }: Context, editionId: number): void {
  if (!isSecured(db, editionId)) {
    throw new AppError("NOT_READY", "Edisi ini belum diamankan. Amankan dulu di Persiapan, Pengamanan.");
  }
}

function changed(context: Context, editionId: number): void {
  announce(
    context,
    editionId,
    "security",
    "accounts",
    "rounds",
    "sheets",
    "results",
    "documents",
    "keyings",
    "seals",
    "ledger",
  );
}
