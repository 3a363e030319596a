import { z } from "zod";
import { anybodyMay, preparing, reading } from "./access.ts";
import { file, gelar, id, name, optionalName } from "./values.ts";

export const regionCode = z.string().regex(/^\d{2}\.\d{2}$/);

/** A kabupaten or kota of the nation, from the decree's list. */
export const catalogueRegion = z.object({
  code: regionCode,
  type: z.enum(["kabupaten", "kota"]),
  name: z.string(),
  province: z.string(),
});
export type CatalogueRegion = z.infer<typeof catalogueRegion>;

/** `name` is the full name as it is printed, with its titles. */
export const head = z.object({ title: name, name, gelar });
export const agency = z.object({ name, head: optionalName, headGelar: gelar });

/** A region of one edition, with its head and agency of that year. */
export const region = z.object({
  id,
  code: regionCode,
  type: z.enum(["kabupaten", "kota"]),
  name: z.string(),
  /** With the type, as it must always be shown: "Kabupaten Kediri". */
  label: z.string(),
  /** Another region of the edition has the same bare name. */
  twin: z.boolean(),
  head: head.nullable(),
  agency: agency.nullable(),
  headPicture: z.boolean(),
});
export type RegionRow = z.infer<typeof region>;

export const regions = {
  /** All 514 regions of the nation, in code order. */
  catalogue: anybodyMay.output(z.array(catalogueRegion)),
  list: reading.input(z.object({ editionId: id })).output(z.array(region)),
  add: preparing
    .input(z.object({ editionId: id, codes: z.array(regionCode).min(1) }))
    .output(z.array(region)),
  update: preparing
    .input(z.object({ regionId: id, head: head.nullable(), agency: agency.nullable() }))
    .output(region),
  /** Refused while the region is an entry of a category. */
  remove: preparing.input(z.object({ regionId: id })).output(z.void()),
  /** PNG or JPEG, at most 5 MB; null takes the picture away. */
  setHeadPicture: preparing.input(z.object({ regionId: id, picture: file.nullable() })).output(region),
  headPicture: reading.input(z.object({ regionId: id })).output(file),
};
