import { AppError } from "../contract/errors.ts";
import type { WriteDb } from "../database/open.ts";
import {
  deleteCategory,
  deleteEntry,
  insertCategory,
  insertEntry,
  listCategories,
  listEntriesInUse,
  moveEntry,
  renameCategory,
} from "../database/queries/categories.ts";
import { listRegions } from "../database/queries/regions.ts";
import { listRounds } from "../database/queries/rounds.ts";
import { announce, os } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { freeKey } from "./keys.ts";
import { getCategory, getEdition } from "./lookup.ts";

export const categories = {
  list: os.categories.list.handler(({ input, context }) => listCategories(context.db, input.editionId)),

  create: os.categories.create.handler(({ input, context }) => {
    const { db } = context;
    getEdition(db, input.editionId);
    const id = command(context, input.editionId, { act: "categories.create" }, () => {
      const taken = listCategories(db, input.editionId).map(({ key }) => key);
      return insertCategory(db, input.editionId, freeKey(taken, "kategori-", input.key), input.name);
    });
    announce(context, input.editionId, "categories");
    return getCategory(db, id);
  }),

  rename: os.categories.rename.handler(({ input, context }) => {
    const { editionId } = getCategory(context.db, input.categoryId);
    command(context, editionId, { act: "categories.rename" }, () =>
      renameCategory(context.db, input.categoryId, input.name),
    );
    announce(context, editionId, "categories", "results", "documents");
    return getCategory(context.db, input.categoryId);
  }),

  remove: os.categories.remove.handler(({ input, context }) => {
    const { db } = context;
    const category = getCategory(db, input.categoryId);
    const scored = listRounds(db, category.id).find(({ values }) => values > 0);
    if (scored) {
      throw new AppError(
        "CONFLICT",
        `Kategori "${category.name}" sudah mempunyai ${scored.values} nilai di babak "${scored.name}", jadi tidak dapat dihapus.`,
      );
    }
    command(context, category.editionId, { act: "categories.remove" }, () => deleteCategory(db, category.id));
    announce(context, category.editionId, "categories", "awards", "rounds", "sheets", "results", "documents");
  }),

  setEntries: os.categories.setEntries.handler(({ input, context }) => {
    const { db } = context;
    const { editionId } = getCategory(db, input.categoryId);
    command(context, editionId, { act: "categories.setEntries" }, () =>
      setEntries(db, editionId, input.categoryId, input.regionIds),
    );
    announce(context, editionId, "categories", "rounds", "sheets", "results", "documents");
    return getCategory(db, input.categoryId);
  }),
};

function setEntries(db: WriteDb, editionId: number, categoryId: number, regionIds: number[]): void {
  const regionById = new Map(listRegions(db, editionId).map((region) => [region.id, region]));
  if (new Set(regionIds).size !== regionIds.length || regionIds.some((id) => !regionById.has(id))) {
    throw new AppError(
      "INVALID",
      "Daftar peserta memuat daerah yang bukan dari edisi ini atau tertulis dua kali.",
    );
  }
  const before = new Map(getCategory(db, categoryId).entries.map((entry) => [entry.regionId, entry]));
  const wanted = new Set(regionIds);
  const inUse = listEntriesInUse(db, categoryId);
  const losing = [...before.values()].filter(({ regionId, id }) => !wanted.has(regionId) && inUse.has(id));
  if (losing.length > 0) {
    throw new AppError(
      "CONFLICT",
      `${losing.map(({ label }) => label).join(", ")} sudah mempunyai nilai, jadi tidak dapat dikeluarkan. Hapus dulu nilainya di Penilaian.`,
    );
  }
  for (const { regionId, id } of before.values()) if (!wanted.has(regionId)) deleteEntry(db, id);
  regionIds.forEach((regionId, position) => {
    const entry = before.get(regionId);
    if (entry) moveEntry(db, entry.id, position);
    else insertEntry(db, categoryId, regionId, position);
  });
}
