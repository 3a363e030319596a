import type { z } from "zod";
import { editionFields } from "../../../electron/contract/editions.ts";
import type { EditionRow } from "../../../electron/contract/editions.ts";
import { fittingGelar, type Gelar } from "../../../electron/domain/personName.ts";
import { z as zod } from "zod";

/** The edition's fields as they are typed: text everywhere, empty where nothing is known. */
export interface EditionForm {
  year: number | string;
  title: string;
  theme: string;
  organiser: string;
  venue: string;
  ceremonyDate: string | null;
  signatory: { name: string; title: string; place: string; gelar?: Gelar | null | undefined };
}

type EditionFields = z.infer<typeof editionFields>;

export function toForm(edition: EditionRow): EditionForm {
  return {
    year: edition.year,
    title: edition.title,
    theme: edition.theme ?? "",
    organiser: edition.organiser ?? "",
    venue: edition.venue ?? "",
    ceremonyDate: edition.ceremonyDate,
    signatory: edition.signatory ?? { name: "", title: "", place: "" },
  };
}

/** A signatory is known whole or not at all: three empty fields are none. */
export function toFields(form: EditionForm): EditionFields {
  const { name, title, place } = form.signatory;
  const known = [name, title, place].some((text) => text.trim() !== "");
  return {
    year: Number(form.year),
    title: form.title,
    theme: form.theme.trim() || null,
    organiser: form.organiser.trim() || null,
    venue: form.venue.trim() || null,
    ceremonyDate: form.ceremonyDate,
    signatory: known ? { name, title, place, gelar: fittingGelar(name.trim(), form.signatory.gelar) } : null,
  };
}

/** The contract's rules, on the form as typed. */
export const editionFormSchema = zod.custom<EditionForm>().transform((form, context) => {
  const read = editionFields.safeParse(toFields(form));
  if (read.success) return form;
  for (const issue of read.error.issues)
    context.addIssue({ code: "custom", path: issue.path, message: issue.message });
  return zod.NEVER;
});
