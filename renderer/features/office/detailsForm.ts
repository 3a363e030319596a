import { z } from "zod";
import { ceremonyStep, nip, officeDetails } from "../../../electron/contract/office.ts";
import type { CeremonyStep, OfficeView } from "../../../electron/contract/office.ts";

export interface TypedItem {
  step: CeremonyStep;
  held: boolean;
  minutes: number | string;
  by: string;
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

export const stepNames: Record<CeremonyStep, string> = {
  opening: "Pembukaan",
  anthem: "Lagu kebangsaan",
  report: "Laporan penyelenggara",
  address: "Sambutan",
  awards: "Pemberian penghargaan",
  governor: "Sambutan penanda tangan piagam",
  prayer: "Doa",
  closing: "Penutup",
};

/** Who does a step that nobody is named for, as the papers say it. */
export const actorHints: Record<CeremonyStep, string> = {
  opening: "Pembawa acara",
  anthem: "Seluruh hadirin",
  report: "Belum ada: dicetak titik-titik",
  address: "Belum ada: dicetak titik-titik",
  awards: "Penanda tangan piagam",
  governor: "Penanda tangan piagam",
  prayer: "Belum ada: dicetak titik-titik",
  closing: "Pembawa acara",
};

export function toForm({ signer, nip: number, bases, budget, copies, ceremony }: OfficeView): DetailsForm {
  const held = new Map(ceremony.items.map((item) => [item.step, item]));
  return {
    signer: { office: signer.office ?? "", name: signer.name ?? "", rank: signer.rank ?? "" },
    nip: number ?? "",
    bases,
    budget: budget ?? "",
    copies,
    start: ceremony.start ?? "",
    items: ceremonyStep.options.map((step) => {
      const item = held.get(step);
      return { step, held: item !== undefined, minutes: item?.minutes ?? "", by: item?.by ?? "" };
    }),
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
        items: form.items
          .filter(({ held }) => held)
          .map(({ step, minutes, by }) => ({ step, minutes: toMinutes(minutes), by: orNull(by) })),
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

/** The contract's rules, on the form as typed; an item's faults by its step. */
export const detailsSchema = z.custom<DetailsForm>().transform((form, context) => {
  const given = toInput(form);
  const read = input.safeParse(given);
  if (read.success) return form;
  for (const { path, message } of read.error.issues) {
    const [, , list, index, field] = path;
    const step = list === "items" && typeof index === "number" && given.details.ceremony.items[index]?.step;
    context.addIssue({
      code: "custom",
      message,
      path: step ? [step, String(field)] : path.filter((part) => part !== "details"),
    });
  }
  return z.NEVER;
});

/** The first fault of a list, whichever line it is in. */
export function faultOf(problems: Record<string, string>, list: string): string | undefined {
  return Object.entries(problems).find(([path]) => path === list || path.startsWith(`${list}.`))?.[1];
}
