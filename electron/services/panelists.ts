import { AppError } from "../contract/errors.ts";
import {
  deletePanelist,
  insertPanelist,
  listPanelists,
  setPanelistAccount,
  updatePanelist,
} from "../database/queries/panelists.ts";
import { deleteDetails } from "../database/queries/persons.ts";
import { keptGelar } from "./gelar.ts";
import { findAccount } from "../database/queries/accounts.ts";
import { type Context, announce, os } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { freeKey } from "./keys.ts";
import { getEdition, getPanelist } from "./lookup.ts";

export const panelists = {
  list: os.panelists.list.handler(({ input, context }) => listPanelists(context.db, input.editionId)),

  create: os.panelists.create.handler(({ input, context }) => {
    const { db } = context;
    getEdition(db, input.editionId);
    const id = command(context, input.editionId, { act: "panelists.create" }, () => {
      const taken = listPanelists(db, input.editionId).map(({ key }) => key);
      return insertPanelist(db, input.editionId, {
        ...input,
        gelar: keptGelar(input.name, input.gelar, null),
        key: freeKey(taken, "P", input.key),
      });
    });
    announce(context, input.editionId, "panelists");
    return getPanelist(db, id);
  }),

  update: os.panelists.update.handler(({ input, context }) => {
    const { editionId, gelar } = getPanelist(context.db, input.panelistId);
    command(context, editionId, { act: "panelists.update" }, () =>
      updatePanelist(context.db, input.panelistId, {
        ...input,
        gelar: keptGelar(input.name, input.gelar, gelar),
      }),
    );
    announce(context, editionId, "panelists", "sheets", "results", "documents");
    return getPanelist(context.db, input.panelistId);
  }),

  setAccount: os.panelists.setAccount.handler(({ input, context }) => {
    const { db } = context;
    const { panelistId, accountId } = input;
    const { editionId } = getPanelist(db, panelistId);
    if (accountId !== null) refuseAccount(context, editionId, panelistId, accountId);
    command(context, editionId, { act: "panelists.setAccount" }, () =>
      setPanelistAccount(db, panelistId, accountId),
    );
    announce(context, editionId, "panelists", "rounds");
    return getPanelist(db, panelistId);
  }),

  remove: os.panelists.remove.handler(({ input, context }) => {
    const { db } = context;
    const panelist = getPanelist(db, input.panelistId);
    if (panelist.sheets > 0) {
      throw new AppError(
        "CONFLICT",
        `${panelist.name} sudah mengisi ${panelist.sheets} lembar nilai, jadi tidak dapat dihapus. Keluarkan dulu dari panel babaknya di Tata nilai.`,
      );
    }
    command(context, panelist.editionId, { act: "panelists.remove" }, () => {
      deletePanelist(db, panelist.id);
      // The key may come to somebody else one day.
      deleteDetails(db, panelist.editionId, [`panelis/${panelist.key}`]);
    });
    announce(context, panelist.editionId, "panelists", "rounds", "sheets", "documents");
  }),
};

/** Whoever keys, checks or decides does not sign as a panelist, and one account signs for one panelist. */
function refuseAccount({ db }: Context, editionId: number, panelistId: number, accountId: number): void {
  const account = findAccount(db, accountId);
  if (!account || account.closedAt !== null) {
    throw new AppError("NOT_FOUND", "Akun ini tidak ada atau sudah ditutup. Muat ulang daftar akun.");
  }
  if (account.role !== "viewer") {
    throw new AppError(
      "INVALID",
      `${account.name} bukan pengamat. Buat akun pengamat untuk panelis di Pengaturan, Pengguna.`,
    );
  }
  const other = listPanelists(db, editionId).find(
    (one) => one.accountId === accountId && one.id !== panelistId,
  );
  if (other) {
    throw new AppError("CONFLICT", `Akun ${account.name} sudah dipakai ${other.name}. Pilih akun lain.`);
  }
}
