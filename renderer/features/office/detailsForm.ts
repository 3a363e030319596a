import { z } from "zod";
import { nip, officeDetails } from "../../../electron/contract/office.ts";
import type { CeremonyStep, OfficeView } from "../../../electron/contract/office.ts";

export interface TypedItem {
  step: CeremonyStep;
  /** Empty: as usual. */
  title: string;
  minutes: number | string;
  by: string;
  /** What is read aloud; empty: as usual. */
  words: string;
}

/** What the office gives for letters and the ceremony, as it is typed: text everywhere, empty where nothing is known. */
export interface DetailsForm {
  signer: { office: string; name: string; rank: string };
  nip: string;
  bases: readonly string[];
  budget: string;
  copies: readonly string[];
  start: string;
  items: readonly TypedItem[];
  guests: readonly string[];
}

/** Who does a step that nobody is named for, as the papers say it. */
export const actorHints: Record<CeremonyStep, string> = {
  opening: "Pembawa acara",
  anthem: "Seluruh hadirin",
  report: "Harus diisi sebelum dicetak",
  address: "Harus diisi sebelum dicetak",
  awards: "Penanda tangan piagam",
  governor: "Penanda tangan piagam",
  prayer: "Harus diisi sebelum dicetak",
  closing: "Pembawa acara",
  own: "Boleh kosong",
};

export function toForm({ signer, nip: number, bases, budget, copies, ceremony }: OfficeView): DetailsForm {
  return {
    signer: { office: signer.office ?? "", name: signer.name ?? "", rank: signer.rank ?? "" },
    nip: number ?? "",
    bases,
    budget: budget ?? "",
    copies,
    start: ceremony.start ?? "",
    items: ceremony.items.map(({ step, title, minutes, by, words }) => ({
      step,
      title: title ?? "",
      minutes: minutes ?? "",
      by: by ?? "",
      words: words ?? "",
    })),
    guests: ceremony.guests,
  };
}

const orNull = (text: string) => text.trim() || null;

export function toInput(form: DetailsForm) {
  const { office, name, rank } = form.signer;
  return {
    nip: orNull(form.nip),
    details: {
      signer: { office: orNull(office), name: orNull(name), rank: orNull(rank) },
      bases: [...form.bases],
      budget: orNull(form.budget),
      copies: [...form.copies],
      ceremony: {
        start: orNull(form.start),
        items: form.items.map(({ step, title, minutes, by, words }) => ({
          step,
          minutes: toMinutes(minutes),
          by: orNull(by),
          ...(title.trim() !== "" && { title: title.trim() }),
          ...(words.trim() !== "" && { words: words.trim() }),
        })),
        guests: [...form.guests],
      },
    },
  };
}

/** Minutes as they stand in a field; text that is no number stays wrong, to be told so. */
export function toMinutes(typed: number | string): number | null {
  return typed === "" ? null : Number(typed);
}

const input = z.object({ details: officeDetails, nip: nip.nullable() });

/** The contract's rules, on the form as typed. */
export const detailsSchema = z.custom<DetailsForm>().transform((form, context) => {
  const read = input.safeParse(toInput(form));
  if (read.success) return form;
  for (const { path, message } of read.error.issues)
    context.addIssue({ code: "custom", message, path: path.filter((part) => part !== "details") });
  return z.NEVER;
});

/** The first fault of a list, whichever line it is in. */
export function faultOf(problems: Record<string, string>, list: string): string | undefined {
  return Object.entries(problems).find(([path]) => path === list || path.startsWith(`${list}.`))?.[1];
}
