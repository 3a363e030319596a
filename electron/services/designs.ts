import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Design, designElement } from "../contract/designs.ts";
import { AppError } from "../contract/errors.ts";
import { inTransaction } from "../database/open.ts";
import {
  chooseDesign,
  deleteDesign,
  deleteDesignPicture,
  findDesignPicture,
  insertDesignPicture,
  listDesignPictures,
  listDesigns,
  saveDesign,
} from "../database/queries/designs.ts";
import {
  designHash,
  findShippedDesign,
  getDesign,
  listDesignRows,
  picturesOf,
  readStored,
  type Shelf,
  usualKey,
  withPictures,
} from "./charterDesign.ts";
import { type Context, announce, os } from "./context.ts";
import { refuseFaults, refuseUnprintable } from "./designCheck.ts";
import { readDesignFile, readDesignPicture, writeDesignFile } from "./designFile.ts";
import { freeName, freshKey } from "./designNames.ts";
import { listDesignRecipients, paperFor, trialPaper } from "./designRecipients.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { getAward, getEdition } from "./lookup.ts";
import { renderForPreview, renderStranger } from "./paperRun.ts";
import { pictureForPaper, pictureToFile } from "./pictureFile.ts";

export const designs = {
  list: os.designs.list.handler(({ input, context }) => listDesignRows(shelfOf(context, input.editionId))),

  get: os.designs.get.handler(({ input, context }) =>
    getDesign(shelfOf(context, input.editionId), input.key),
  ),

  save: os.designs.save.handler(async ({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const { source } = getDesign(shelf, input.key);
    await refuseUnprintable(context, shelf, input.design, source);
    refuseOutdated(shelf, input, "Simpan milik Anda sebagai salinan, atau pakai yang tersimpan.");
    put(context, shelf, "designs.save", input.key, input.design, source);
    return getDesign(shelf, input.key);
  }),

  copy: os.designs.copy.handler(async ({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const { design: stored, source } = getDesign(shelf, input.key);
    const design = input.design ?? stored;
    if (input.design) await refuseUnprintable(context, shelf, design, source);
    const key = freshKey(shelf);
    put(context, shelf, "designs.copy", key, { ...design, name: input.name }, source);
    return getDesign(shelf, key);
  }),

  remove: os.designs.remove.handler(({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const { shipped, awardIds, name } = getDesign(shelf, input.key);
    if (shipped) {
      throw new AppError(
        "FORBIDDEN",
        `Rancangan "${name}" bawaan aplikasi, jadi tidak dapat dihapus. Kembalikan ke asalnya bila tidak cocok.`,
      );
    }
    if (awardIds.length > 0) {
      throw new AppError(
        "CONFLICT",
        `Rancangan "${name}" masih dipakai ${awardIds.length} penghargaan. Pilih rancangan lain untuk penghargaan itu dulu.`,
      );
    }
    command(context, input.editionId, { act: "designs.remove" }, () =>
      deleteDesign(context.db, input.editionId, input.key),
    );
    announce(context, input.editionId, "designs");
  }),

  reset: os.designs.reset.handler(({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    if (!findShippedDesign(shelf, input.key)) {
      throw new AppError("INVALID", "Hanya rancangan bawaan aplikasi yang dapat dikembalikan ke asalnya.");
    }
    command(context, input.editionId, { act: "designs.reset" }, () =>
      deleteDesign(context.db, input.editionId, input.key),
    );
    announce(context, input.editionId, "designs", "documents");
    return getDesign(shelf, input.key);
  }),

  choose: os.designs.choose.handler(({ input, context }) => {
    const { editionId } = getAward(context.db, input.awardId);
    getDesign(shelfOf(context, editionId), input.key);
    command(context, editionId, { act: "designs.choose" }, () =>
      chooseDesign(context.db, input.awardId, input.key === usualKey ? null : input.key),
    );
    announce(context, editionId, "designs", "documents");
  }),

  preview: os.designs.preview.handler(async ({ input, context, signal }) => {
    const shelf = shelfOf(context, input.editionId);
    refuseFaults(shelf, input.design);
    const design = withPictures(shelf, input.design, getDesign(shelf, input.key).source);
    const paper = await paperFor(context, input.editionId, input.recipient, design);
    // The page to align by is ours alone: an expert's template need not know of it.
    const test = input.page === "test";
    const asked = test ? { ...paper, test, design: { ...design, source: null } } : paper;
    const pdf = await renderForPreview(context, asked, signal);
    return new File([pdf], test ? "halaman uji letak.pdf" : "pratinjau piagam.pdf", {
      type: "application/pdf",
    });
  }),

  recipients: os.designs.recipients.handler(({ input, context }) => {
    getEdition(context.db, input.editionId);
    return listDesignRecipients(context, input.editionId);
  }),

  pictures: os.designs.pictures.handler(({ input, context }) =>
    listDesignPictures(context.db, getEdition(context.db, input.editionId).id),
  ),

  picture: os.designs.picture.handler(({ input, context }) => {
    const found = findDesignPicture(context.db, input.editionId, input.hash);
    if (!found) throw new AppError("NOT_FOUND", "Gambar ini sudah tidak ada. Muat gambarnya lagi.");
    return pictureToFile(found, "gambar-rancangan");
  }),

  addPicture: os.designs.addPicture.handler(async ({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const picture = await readDesignPicture(input.picture);
    await refuseBroken(context, shelf, picture);
    inTransaction(context.db, () => insertDesignPicture(context.db, input.editionId, picture));
    announce(context, input.editionId, "designs");
    return listDesignPictures(context.db, input.editionId).find(({ hash }) => hash === picture.hash)!;
  }),

  removePicture: os.designs.removePicture.handler(({ input, context }) => {
    const { editionId, hash } = input;
    getEdition(context.db, editionId);
    const shows = listDesigns(context.db, editionId).find((one) =>
      picturesOf(readStored(one)).includes(hash),
    );
    if (shows) {
      throw new AppError(
        "CONFLICT",
        `Gambar ini masih dipakai rancangan "${shows.name}". Lepaskan dulu dari rancangan itu.`,
      );
    }
    inTransaction(context.db, () => deleteDesignPicture(context.db, editionId, hash));
    announce(context, editionId, "designs");
  }),

  exportFile: os.designs.exportFile.handler(({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const { design, source, key } = getDesign(shelf, input.key);
    appendEvent(context, input.editionId, { act: "ekspor", subject: "rancangan", details: { keys: [key] } });
    return new File([writeDesignFile(shelf, design, source)], `rancangan-${fileWord(design.name)}.json`, {
      type: "application/json",
    });
  }),

  importFile: os.designs.importFile.handler(async ({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const { design, source, pictures } = await readDesignFile(input.file);
    const lacking = picturesOf(design).find((hash) => !pictures.some((one) => one.hash === hash));
    if (lacking !== undefined) {
      throw new AppError(
        "INVALID",
        `Rancangan dalam "${input.file.name}" kehilangan gambarnya. Ekspor lagi dari Studio piagam asalnya.`,
      );
    }
    for (const picture of pictures) await refuseBroken(context, shelf, picture);
    // Pictures alone change nothing that prints; a design that is refused leaves them unused.
    inTransaction(context.db, () => {
      for (const picture of pictures) insertDesignPicture(context.db, input.editionId, picture);
    });
    await refuseUnprintable(context, shelf, design, source, renderStranger);
    const key = freshKey(shelf);
    const named = { ...design, name: freeName(shelf, design.name) };
    put(context, shelf, "designs.importFile", key, named, source);
    return getDesign(shelf, key);
  }),

  exportSource: os.designs.exportSource.handler(({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const { design, source } = getDesign(shelf, input.key);
    const text = source ?? readFileSync(join(shelf.resources, "templates", "design.typ"), "utf8");
    return new File([text], `rancangan-${fileWord(design.name)}.typ`, { type: "text/plain" });
  }),

  setSource: os.designs.setSource.handler(async ({ input, context }) => {
    const shelf = shelfOf(context, input.editionId);
    const { design } = getDesign(shelf, input.key);
    await refuseUnprintable(context, shelf, design, input.source);
    refuseOutdated(
      shelf,
      input,
      "Simpan sumber Anda ke berkas, lihat yang tersimpan, lalu muat lagi bila memang hendak menggantikannya.",
    );
    put(context, shelf, "designs.setSource", input.key, design, input.source);
    return getDesign(shelf, input.key);
  }),
};

function shelfOf({ db, paths }: Context, editionId: number): Shelf {
  return { db, resources: paths.resources, editionId: getEdition(db, editionId).id };
}

/** Asked just before it is written: trying a design takes seconds, in which another window may save. */
function refuseOutdated(
  shelf: Shelf,
  asked: { key: string; basedOn: string | null },
  whatToDo: string,
): void {
  const { savedAt, name } = getDesign(shelf, asked.key);
  if (savedAt === asked.basedOn) return;
  throw new AppError(
    "CONFLICT",
    `Rancangan "${name}" sudah disimpan dari jendela lain sejak Anda buka. ${whatToDo}`,
  );
}

function put(
  context: Context,
  { editionId }: Shelf,
  act: string,
  key: string,
  design: Design,
  source: string | null,
): void {
  const hash = designHash(design, source);
  const savedAt = context.clock.now();
  const content = JSON.stringify(design);
  command(context, editionId, { act }, () =>
    saveDesign(context.db, editionId, { key, name: design.name, content, source, hash, savedAt }),
  );
  announce(context, editionId, "designs", "documents");
}

/** A picture that begins like one may still be cut off: it is kept only when a page with it can be made. */
async function refuseBroken(
  context: Context,
  shelf: Shelf,
  picture: Awaited<ReturnType<typeof readDesignPicture>>,
): Promise<void> {
  const { design } = getDesign(shelf, usualKey);
  const element = designElement.parse({
    kind: "picture",
    id: "gambar",
    x: 10,
    y: 10,
    w: 20,
    h: 20,
    onBlank: false,
    picture: picture.hash,
  });
  const probe = withPictures(shelf, { ...design, elements: [element] }, null);
  const { width, height } = picture;
  const shown = {
    ...probe,
    pictures: { [picture.hash]: { picture: pictureForPaper(picture), width, height } },
  };
  try {
    await renderStranger(context, trialPaper(context, shelf.editionId, "trial/shortest", shown));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "INVALID") throw error;
    throw new AppError(
      "INVALID",
      `Gambar "${picture.name}" rusak dan tidak dapat dicetak. Simpan ulang dari program gambarnya, lalu muat lagi.`,
    );
  }
}

function fileWord(name: string): string {
  return (
    name
      .normalize("NFKD")
      .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
      .replace(/^-+|-+$/g, "")
      .toLowerCase()
      .slice(0, 60) || "piagam"
  );
}
