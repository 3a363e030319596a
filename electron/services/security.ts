import type { SecurityView } from "../contract/security.ts";
import { AppError } from "../contract/errors.ts";
import { inTransaction } from "../database/open.ts";
import {
  findSecuredAt,
  insertAccount,
  isSecured,
  listAccounts,
  setSecured,
} from "../database/queries/accounts.ts";
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
import { checkOwnPin, checkPin } from "./accounts.ts";
import { writeAnchor } from "./anchor.ts";
import { type Context, announce, os } from "./context.ts";
import { readAllFacts } from "./editionFacts.ts";
import { appendEvent, appendFacts, command } from "./ledgerWriting.ts";
import { refuseAltered, verifyEdition } from "./ledgerVerifying.ts";
import { getCategory, getEdition, getRound } from "./lookup.ts";
import { blankPersons, listPersons, saveContact } from "./persons.ts";
import { hashPin, newRecoveryCode, plainCode } from "./pins.ts";
import { ruleBookContent, ruleBookHash } from "./ruleBookContent.ts";
import { openPointsOf } from "./ruleBookOpenPoints.ts";
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
    const blanked = inTransaction(context.db, () => {
      const count = blankPersons(context.db, input.editionId, context.clock.now());
      appendEvent(context, input.editionId, { act: "pribadi.kosongkan", subject: "pribadi", details: count });
      return count;
    });
    announce(context, input.editionId, "regions", "security");
    return { blanked };
  }),
};

/** The account that secures: a new first secretary, or the one there is, by its PIN. */
async function takeSecretary(context: Context, name: string, pin: string) {
  const accounts = listAccounts(context.db).filter(({ closedAt }) => !closedAt);
  if (accounts.length === 0) {
    const recoveryCode = newRecoveryCode();
    const [pinHash, recoveryHash] = await Promise.all([
      hashPin(pin, context.pinCost),
      hashPin(plainCode(recoveryCode), context.pinCost),
    ]);
    return { name, role: "secretary" as const, pinHash, recoveryHash, recoveryCode, id: null };
  }
  const known = accounts.find(
    (one) => one.name.toLowerCase() === name.toLowerCase() && one.role === "secretary",
  );
  if (!known) {
    throw new AppError(
      "FORBIDDEN",
      `Hanya sekretaris yang dapat mengamankan edisi; "${name}" bukan akun sekretaris di komputer ini.`,
    );
  }
  const { id, role, pinHash, recoveryHash } = await checkPin(context, known.id, pin);
  return { name: known.name, role, pinHash, recoveryHash, recoveryCode: null, id };
}

function secure(
  context: Context,
  editionId: number,
  secretary: Awaited<ReturnType<typeof takeSecretary>>,
): void {
  const { db, clock, session } = context;
  inTransaction(db, () => {
    const now = clock.now();
    const id = secretary.id ?? insertAccount(db, secretary, now);
    if (session) {
      session.account = { id, name: secretary.name, role: secretary.role };
      session.aliveAt = now;
    }
    setSecured(db, editionId, now);
    savePolicy(db, editionId, { signatures: 1, signers: [id], panelistNames: "named" });
    openRuleBook(db, editionId, 1, null, now);
    const facts = readAllFacts(db, editionId);
    appendFacts(
      context,
      editionId,
      { act: "security.secure" },
      Array.from(facts, ([subject, value]) => ({ subject, old: null, new: value })),
    );
  });
}

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
    signing: signingOf(findSigningPolicy(db, editionId)),
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
  };
}

function signingOf(policy: SecurityView["signing"]): SecurityView["signing"] {
  return policy && { signatures: policy.signatures, signers: policy.signers };
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
