import { z } from "zod";
import { preparing, reading } from "./access.ts";
import { id, isoDate, name, optionalName } from "./values.ts";

/** "09.00", WIB; "9:00" is read as the same. */
export const hour = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3])[.:][0-5]\d$/, "Tulis jam seperti 09.00")
  .transform((text) => text.replace(":", ".").padStart(5, "0"));

export const minutes = z
  .number("Isi dengan angka menit")
  .int("Isi menit tanpa koma")
  .min(1, "Paling sedikit 1 menit")
  .max(600, "Paling lama 600 menit");

/** A regulation or whoever gets a copy: one line, longer than a name. */
const line = z
  .string()
  .trim()
  .min(1, "Wajib diisi")
  .max(600, "Paling panjang 600 huruf")
  .refine((text) => !/\p{Cc}/u.test(text), "Tidak boleh memuat karakter kendali");

const lines = z.array(line).max(40, "Paling banyak 40 baris");

/** The steps of the ceremony, in their usual order; "own" is one that the office added. */
export const ceremonyStep = z.enum([
  "opening",
  "anthem",
  "report",
  "address",
  "awards",
  "governor",
  "prayer",
  "closing",
  "own",
]);
export type CeremonyStep = z.infer<typeof ceremonyStep>;

export const longestSpeech = 4000;
export const mostItems = 40;

/** Words of a step: braces only around what is filled in. */
export const onlyKnownPlaceholders = /^(?:[^{}]|\{petugas\})*$/;
export const unknownPlaceholder =
  "Kurung kurawal hanya untuk {petugas}, yang diganti dengan petugas acara ini";
export const awardsAreDerived = "Isi pemberian penghargaan diambil dari peringkat, jadi tidak diketik";

/** What the one who leads the ceremony reads, a paragraph a line. */
const speech = z
  .string()
  .trim()
  .min(1, "Wajib diisi")
  .max(longestSpeech, `Paling panjang ${longestSpeech} huruf`)
  .refine((text) => !/(?![\n\r\t])\p{Cc}/u.test(text), "Tidak boleh memuat karakter kendali")
  .refine((text) => onlyKnownPlaceholders.test(text), unknownPlaceholder);

const ceremonyItem = z
  .object({
    step: ceremonyStep,
    /** Null: not known yet, and neither are the times after it. */
    minutes: minutes.nullable(),
    /** Who does it; null leaves the usual one. */
    by: optionalName,
    /** What it is called; absent: as usual. */
    title: name.optional(),
    /** What is read aloud instead of the usual; `{petugas}` stands for whoever does it. */
    words: speech.optional(),
  })
  .superRefine(({ step, title, words }, context) => {
    if (step === "own" && title === undefined)
      context.addIssue({ code: "custom", path: ["title"], message: "Beri nama mata acara ini" });
    if (step === "awards" && (title !== undefined || words !== undefined))
      context.addIssue({ code: "custom", path: ["words"], message: awardsAreDerived });
  });

/** What letters, lists and the ceremony say of the office; what is null is dotted on paper. */
export const officeDetails = z.object({
  /** Signs the letters of the organiser. */
  signer: z.object({ office: optionalName, name: optionalName, rank: optionalName }),
  /** Mengingat: laws and regulations, in their order. */
  bases: lines,
  /** What bears the costs; null leaves the clause out of the decree. */
  budget: line.nullable(),
  /** Tembusan. */
  copies: lines,
  ceremony: z.object({
    start: hour.nullable(),
    items: z
      .array(ceremonyItem)
      .refine(
        (items) => {
          const usual = items.filter(({ step }) => step !== "own");
          return new Set(usual.map(({ step }) => step)).size === usual.length;
        },
        { message: "Setiap mata acara hanya sekali" },
      )
      .refine((items) => items.some(({ step }) => step === "awards"), {
        message: "Pemberian penghargaan tidak dapat dihapus dari susunan acara",
      })
      .max(mostItems, `Paling banyak ${mostItems} mata acara`),
    /** Greeted after the signatory, by office, in order of protocol. */
    guests: lines,
  }),
});

export const pause = z.object({
  /** After so many entries. */
  after: z.number().int().min(1, "Jeda sesudah giliran ke-1 atau lebih").max(514),
  minutes,
  name,
});

/** When and where a panel round is held. */
export const roundEvent = z.object({
  date: isoDate.nullable(),
  start: hour.nullable(),
  venue: optionalName,
  presentationMinutes: minutes.nullable(),
  interviewMinutes: minutes.nullable(),
  /** Whether the head of region must come, and nobody instead. */
  inPerson: z.boolean(),
  pauses: z.array(pause).max(20, "Paling banyak 20 jeda"),
});
export type RoundEvent = z.infer<typeof roundEvent>;

const roundEventView = roundEvent.extend({
  roundId: id,
  /** "Inovasi · Presentasi" */
  title: z.string(),
  /** Who presents now, in their order; in that of the register while none is given. */
  entries: z.array(z.object({ id, label: z.string() })),
  /** How the order came to be; null: none yet. */
  order: z.enum(["given", "lot"]).nullable(),
  /** What the lot was drawn with, so that it can be drawn again. */
  lot: z.string().nullable(),
  /** How many finalists hold an invitation: it tells their turn. */
  lettersOut: z.number().int(),
});
export type RoundEventView = z.infer<typeof roundEventView>;

const officeView = officeDetails.extend({
  /** Of the signer; kept apart from everything else, and null for whoever may not change it. */
  nip: z.string().nullable(),
  /** Panel rounds, in the order of the work. */
  rounds: z.array(roundEventView),
});
export type OfficeView = z.infer<typeof officeView>;

export const nip = z
  .string()
  .trim()
  .transform((text) => text.replaceAll(/\s/g, ""))
  .pipe(z.string().regex(/^\d{18}$/, "NIP terdiri dari 18 angka"));

export const office = {
  get: reading.input(z.object({ editionId: id })).output(officeView),
  save: preparing
    .input(z.object({ editionId: id, details: officeDetails, nip: nip.nullable() }))
    .output(officeView),
  saveRound: preparing.input(z.object({ roundId: id, event: roundEvent })).output(officeView),
  /** The order in which they present, every entry once; null takes it back. */
  setOrder: preparing.input(z.object({ roundId: id, entryIds: z.array(id).nullable() })).output(officeView),
  /** Draws the order by lot, with a seed that is kept; where there is an order, only when asked to replace it. */
  drawOrder: preparing
    .input(z.object({ roundId: id, replaces: z.boolean().default(false) }))
    .output(officeView),
};
