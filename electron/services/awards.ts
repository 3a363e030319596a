import { deleteAward, insertAward, listAwards, updateAward } from "../database/queries/categories.ts";
import { announce, os } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { freeKey } from "./keys.ts";
import { getAward, getCategory } from "./lookup.ts";

export const awards = {
  list: os.awards.list.handler(({ input, context }) => listAwards(context.db, input.editionId)),

  create: os.awards.create.handler(({ input, context }) => {
    const { db } = context;
    const { editionId } = getCategory(db, input.categoryId);
    const id = command(context, editionId, { act: "awards.create" }, () => {
      const taken = listAwards(db, editionId).map(({ key }) => key);
      return insertAward(db, editionId, { ...input, key: freeKey(taken, "penghargaan-", input.key) });
    });
    announce(context, editionId, "awards", "results", "documents");
    return getAward(db, id);
  }),

  update: os.awards.update.handler(({ input, context }) => {
    const { editionId } = getAward(context.db, input.awardId);
    command(context, editionId, { act: "awards.update" }, () =>
      updateAward(context.db, input.awardId, input),
    );
    announce(context, editionId, "awards", "results", "documents");
    return getAward(context.db, input.awardId);
  }),

  remove: os.awards.remove.handler(({ input, context }) => {
    const { editionId } = getAward(context.db, input.awardId);
    command(context, editionId, { act: "awards.remove" }, () => deleteAward(context.db, input.awardId));
    announce(context, editionId, "awards", "results", "documents");
  }),
};
