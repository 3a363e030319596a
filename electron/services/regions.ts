import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../contract/errors.ts";
import type { CatalogueRegion } from "../contract/regions.ts";
import { type WriteDb, inTransaction } from "../database/open.ts";
import { listCategories } from "../database/queries/categories.ts";
import { deleteDetails } from "../database/queries/persons.ts";
import { findHeadPicture, setHeadPicture } from "../database/queries/pictures.ts";
import { deleteRegion, insertRegion, listRegions, setAgency, setHead } from "../database/queries/regions.ts";
import { announce, os } from "./context.ts";
import { keptGelar } from "./gelar.ts";
import { command } from "./ledgerWriting.ts";
import { getEdition, getRegion } from "./lookup.ts";
import { pictureToFile, readPicture } from "./pictureFile.ts";

export const regions = {
  catalogue: os.regions.catalogue.handler(({ context }) => catalogue(context.paths.resources)),

  list: os.regions.list.handler(({ input, context }) => listRegions(context.db, input.editionId)),

  add: os.regions.add.handler(({ input, context }) => {
    const { db } = context;
    getEdition(db, input.editionId);
    command(context, input.editionId, { act: "regions.add" }, () =>
      addRegions(db, context.paths.resources, input.editionId, input.codes),
    );
    announce(context, input.editionId, "regions");
    return listRegions(db, input.editionId);
  }),

  update: os.regions.update.handler(({ input, context }) => {
    const { db } = context;
    const { editionId, ...was } = getRegion(db, input.regionId);
    const { head, agency } = input;
    command(context, editionId, { act: "regions.update" }, () => {
      setHead(
        db,
        input.regionId,
        head && { ...head, gelar: keptGelar(head.name, head.gelar, was.head?.gelar) },
      );
      setAgency(
        db,
        input.regionId,
        agency && { ...agency, headGelar: keptGelar(agency.head, agency.headGelar, was.agency?.headGelar) },
      );
    });
    announce(context, editionId, "regions", "results", "documents");
    return getRegion(db, input.regionId);
  }),

  remove: os.regions.remove.handler(({ input, context }) => {
    const { db } = context;
    const region = getRegion(db, input.regionId);
    const category = listCategories(db, region.editionId).find(({ entries }) =>
      entries.some(({ regionId }) => regionId === region.id),
    );
    if (category) {
      throw new AppError(
        "CONFLICT",
        `${region.label} masih peserta kategori "${category.name}". Keluarkan dulu dari peserta di Tata nilai.`,
      );
    }
    command(context, region.editionId, { act: "regions.remove" }, () => {
      setHeadPicture(db, region.id, null);
      deleteRegion(db, region.id);
      deleteDetails(db, region.editionId, [`kepala/${region.code}`, `perangkat/${region.code}`]);
    });
    announce(context, region.editionId, "regions");
  }),

  setHeadPicture: os.regions.setHeadPicture.handler(async ({ input, context }) => {
    const { db } = context;
    const { editionId } = getRegion(db, input.regionId);
    const picture = input.picture && (await readPicture(input.picture, { svg: false }));
    inTransaction(db, () => setHeadPicture(db, input.regionId, picture));
    announce(context, editionId, "regions");
    return getRegion(db, input.regionId);
  }),

  headPicture: os.regions.headPicture.handler(({ input, context }) => {
    const picture = findHeadPicture(context.db, input.regionId);
    if (!picture) throw new AppError("NOT_FOUND", "Daerah ini belum mempunyai foto kepala daerah.");
    return pictureToFile(picture, `kepala-daerah-${input.regionId}`);
  }),
};

/** All kabupaten and kota of the nation, in code order. */
export function catalogue(resources: string): CatalogueRegion[] {
  const [, ...lines] = readFileSync(join(resources, "regions.csv"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const [code = "", type, name = "", province = ""] = line.split(",");
    return { code, type: type === "kota" ? "kota" : "kabupaten", name, province };
  });
}

/** Adds regions of the nation's list to an edition; those already there stay as they are. */
export function addRegions(db: WriteDb, resources: string, editionId: number, codes: string[]): void {
  const known = new Map(catalogue(resources).map((region) => [region.code, region]));
  const present = new Set(listRegions(db, editionId).map(({ code }) => code));
  for (const code of codes) {
    const region = known.get(code);
    if (!region) throw new AppError("INVALID", `Kode daerah ${code} tidak ada dalam daftar Kemendagri.`);
    if (!present.has(code)) insertRegion(db, editionId, { ...region, head: null, agency: null });
    present.add(code);
  }
}
