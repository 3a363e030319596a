import { z } from "zod";
import { preparing, reading } from "./access.ts";
import { id, key, name } from "./values.ts";

export const category = z.object({
  id,
  key: z.string(),
  name: z.string(),
  entries: z.array(z.object({ id, regionId: id, code: z.string(), label: z.string() })),
  rounds: z.array(z.object({ id, key: z.string(), name: z.string(), kind: z.enum(["panel", "desk"]) })),
});
export type CategoryRow = z.infer<typeof category>;

export const award = z.object({
  id,
  key: z.string(),
  categoryId: id,
  name: z.string(),
  places: z.number().int(),
  recipient: z.enum(["head", "agency", "region"]),
});
export type AwardRow = z.infer<typeof award>;

const awardFields = z.object({
  categoryId: id,
  name,
  places: z.number().int().min(1).max(514),
  recipient: z.enum(["head", "agency", "region"]),
});

export const categories = {
  list: reading.input(z.object({ editionId: id })).output(z.array(category)),
  create: preparing.input(z.object({ editionId: id, key: key.optional(), name })).output(category),
  rename: preparing.input(z.object({ categoryId: id, name })).output(category),
  /** Refused while any of its rounds has values. */
  remove: preparing.input(z.object({ categoryId: id })).output(z.void()),
  /** Which regions take part, in order. Refused for a region that already has values here. */
  setEntries: preparing.input(z.object({ categoryId: id, regionIds: z.array(id) })).output(category),
};

export const awards = {
  list: reading.input(z.object({ editionId: id })).output(z.array(award)),
  create: preparing.input(awardFields.extend({ key: key.optional() })).output(award),
  update: preparing.input(awardFields.omit({ categoryId: true }).extend({ awardId: id })).output(award),
  remove: preparing.input(z.object({ awardId: id })).output(z.void()),
};
