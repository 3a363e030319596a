import { paragraphsOf } from "../domain/ceremonyWords.ts";
import type { CeremonyItem, CeremonyStep } from "../domain/edition.ts";
import { longDateWithWeekday } from "../domain/indonesian.ts";
import { actorOf, stepTitle } from "./ceremonySteps.ts";
import { greetingAt } from "./clockTimes.ts";
import { announcementBlocks, type CategoryAnnouncement, cue } from "./mcAnnouncement.ts";
import { dotted, type Occasion, occasionFacts, type Signatory, themeWords } from "./officeWords.ts";
import type { ProseBlock, ProseText } from "./proseData.ts";

export interface McScriptWords {
  editionTitle: string;
  theme: string | null;
  /** `BPSDM Provinsi Jawa Timur`. */
  organiser: string | null;
  occasion: Occasion;
  signatory: Signatory;
  /** Who is greeted after the signatory, by office, in order of protocol. */
  guests: readonly string[];
  items: readonly CeremonyItem[];
  /** Category by category, as they are announced. */
  announcements: readonly CategoryAnnouncement[];
}

/** Points of the script's letters: it is read from a lectern. */
export const mcScriptSize = 16;

function say(text: ProseText): ProseBlock {
  return { kind: "paragraph", text };
}

function keptTogether(blocks: readonly ProseBlock[]): ProseBlock[] {
  return blocks.map((block, index) => {
    const next = blocks[index + 1];
    return block.kind === "paragraph" && next?.kind === "paragraph" ? { ...block, keep: true } : block;
  });
}

function opening(words: McScriptWords): ProseBlock[] {
  const { date, start, venue } = words.occasion;
  const greeting = greetingAt(start);
  return [
    say(
      `Assalamualaikum warahmatullahi wabarakatuh${greeting === null ? "" : `, ${greeting}`}, dan salam sejahtera bagi kita semua.`,
    ),
    say(`Yang kami hormati, ${words.signatory.title}, ${words.signatory.name}.`),
    ...words.guests.map((guest) => say(`Yang kami hormati, ${guest}.`)),
    say("Para bupati dan wali kota, para panelis, serta hadirin yang berbahagia."),
    say([
      "Selamat datang di ",
      dotted(venue, 55),
      ", pada penganugerahan ",
      { bold: words.editionTitle },
      `${themeWords(words.theme)}, hari ini, `,
      dotted(date === null ? null : longDateWithWeekday(date), 55),
      ".",
    ]),
  ];
}

function spoken(words: McScriptWords, item: CeremonyItem): ProseBlock[] {
  const { step, by } = item;
  const known = actorOf(item, words.signatory);
  // The awards are never in anybody's own words: who gets what is derived.
  if (item.words !== undefined && step !== "awards")
    return paragraphsOf(item.words, known).map(({ text, cue: note }) => (note ? cue(text) : say(text)));
  const actor: ProseText = [dotted(known, 70)];
  const steps: Record<CeremonyStep, () => ProseBlock[]> = {
    opening: () => opening(words),
    anthem: () => [
      say("Kita awali dengan menyanyikan lagu kebangsaan Indonesia Raya. Hadirin dimohon berdiri."),
      cue("Hadirin berdiri. Lagu kebangsaan Indonesia Raya."),
      say("Hadirin dipersilakan duduk kembali."),
    ],
    report: () => [
      say([
        "Berikutnya, laporan penyelenggara",
        ...(words.organiser === null ? [] : [` ${words.organiser}`]),
        ", oleh:",
      ]),
      say(actor),
      say("Kepada yang terhormat, kami persilakan."),
      cue("Laporan."),
      say("Terima kasih kami sampaikan."),
    ],
    address: () => [
      say(["Selanjutnya, sambutan, oleh:"]),
      say(actor),
      say("Kepada yang terhormat, kami persilakan."),
      cue("Sambutan."),
      say("Terima kasih kami sampaikan."),
    ],
    awards: () => [
      say(
        `Hadirin yang berbahagia, tibalah saat yang kita nantikan, pemberian penghargaan ${words.editionTitle}.`,
      ),
      say(`Kepada ${words.signatory.title} dimohon berkenan menuju panggung untuk menyerahkan penghargaan.`),
      cue("Petugas menyiapkan penghargaan menurut urutan pengumuman."),
      ...words.announcements.flatMap(announcementBlocks),
      ...(words.announcements.length === 0
        ? []
        : [
            { kind: "page" as const },
            say("Demikian pemberian penghargaan. Selamat kepada seluruh penerima."),
            cue("Foto bersama."),
            say(`Kepada ${words.signatory.title} dan para penerima kami persilakan kembali ke tempat duduk.`),
          ]),
    ],
    governor: () => [
      say(`Marilah kita simak sambutan ${words.signatory.title}.`),
      say(
        `Kepada yang terhormat, ${by ?? `${words.signatory.title}, ${words.signatory.name}`}, kami persilakan.`,
      ),
      cue("Sambutan."),
      say("Terima kasih kami sampaikan."),
    ],
    prayer: () => [
      say("Marilah kita berdoa menurut agama dan kepercayaan masing-masing. Doa akan dipimpin oleh:"),
      say(actor),
      cue("Doa."),
      say("Terima kasih kami sampaikan."),
    ],
    own: () => [
      say(
        `Hadirin yang kami hormati, acara selanjutnya, ${stepTitle(item, words)}${known === null ? "." : ", oleh:"}`,
      ),
      ...(known === null ? [] : [say(actor), say("Kepada yang terhormat, kami persilakan.")]),
      cue(`${stepTitle(item, words)}.`),
    ],
    closing: () => [
      say(`Hadirin yang berbahagia, dengan demikian penganugerahan ${words.editionTitle} telah selesai.`),
      say(
        "Atas nama penyelenggara kami sampaikan terima kasih dan mohon maaf apabila ada kekurangan. Wassalamualaikum warahmatullahi wabarakatuh.",
      ),
    ],
  };
  return steps[step]();
}

/**
 * Naskah pembawa acara, to be read aloud: the steps of the ceremony, and every winner on a page of its own that stays
 * sealed until it is announced, the lowest place first.
 */
export function mcScriptBlocks(words: McScriptWords): ProseBlock[] {
  return [
    { kind: "title", lines: ["NASKAH PEMBAWA ACARA", `Penganugerahan ${words.editionTitle}`] },
    { kind: "space", height: 2 },
    { kind: "facts", labelWidth: 42, rows: occasionFacts(words.occasion) },
    cue(
      "Baris dalam kurung siku tidak dibaca. Lembar bertanda DISEGEL disimpan dalam sampul tertutup, masing-masing satu, dan dibuka hanya saat diumumkan.",
    ),
    ...words.items.flatMap((item, index): ProseBlock[] => [
      { kind: "heading", text: `${index + 1}. ${stepTitle(item, words)}` },
      // A page that must be turned in the middle of a step is noticed in the hall.
      ...keptTogether(spoken(words, item)),
    ]),
  ];
}
