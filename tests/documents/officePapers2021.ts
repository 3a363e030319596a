import { addressLabelBlocks } from "../../electron/documents/addressLabels.ts";
import { attendanceBlocks } from "../../electron/documents/attendance.ts";
import { ceremonyOrder } from "../../electron/documents/ceremonySteps.ts";
import { decreeBlocks, type DecreeWords } from "../../electron/documents/decree.ts";
import { type InvitationWords, invitationBlocks } from "../../electron/documents/invitation.ts";
import { mcScriptBlocks, mcScriptSize, type McScriptWords } from "../../electron/documents/mcScript.ts";
import { memoBlocks } from "../../electron/documents/memo.ts";
import type { OfficeSigner } from "../../electron/documents/officeWords.ts";
import type { PaperSize, ProseBlock, ProsePaper } from "../../electron/documents/paperData.ts";
import {
  presentationOrderBlocks,
  type PresentationOrderWords,
  presentationSlots,
} from "../../electron/documents/presentationOrder.ts";
import { programmeBlocks } from "../../electron/documents/programme.ts";
import { reportBlocks } from "../../electron/documents/report.ts";
import type { AwardGiven, CategoryOutcome } from "../../electron/documents/resultWords.ts";
import { tableCardBlocks } from "../../electron/documents/tableCards.ts";
import { headOfficeLabel, regionLabel } from "../../electron/domain/names.ts";
import { category, common, edition2021, leaderOf, must, panel, region, results } from "./papers2021.ts";

const { title: editionTitle, theme } = edition2021;
export const signatory = must(edition2021.signatory);
export const signer: OfficeSigner = {
  office: "Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Jawa Timur",
  name: null,
  rank: null,
  nip: null,
};
const place = "Surabaya";
const judged = { date: "2021-10-05", start: "09.00", venue: edition2021.venue };
const ceremony = { date: edition2021.ceremonyDate, start: "08.00", venue: edition2021.venue };
const desk = must(results[0]);
const final = must(results[1]);
const finalists = must(category.rounds[1]).scores.map(({ entry }) => entry);
export const finalistCodes = [...new Set(finalists)];
const winners = final.results.slice(0, 3);

export const order2021: PresentationOrderWords = {
  editionTitle,
  category: category.name,
  round: "Presentasi dan Wawancara",
  occasion: judged,
  presentationMinutes: 7,
  interviewMinutes: 13,
  entries: finalistCodes.map((code) => ({ region: regionLabel(region(code)), head: leaderOf(code) })),
  pauses: [{ after: 3, minutes: 15, name: "Istirahat" }],
  place,
  date: "2021-10-01",
  signer,
};

export const outcomes2021: CategoryOutcome[] = [
  {
    category: category.name,
    rounds: [
      {
        name: must(category.rounds[0]).name,
        kind: "desk",
        date: "2021-09-30",
        entries: desk.results.length,
        panelists: 0,
        cut: "Top 5",
      },
      {
        name: must(category.rounds[1]).name,
        kind: "panel",
        date: "2021-10-05",
        entries: final.results.length,
        panelists: panel.length,
        cut: null,
      },
    ],
    places: winners.map(({ entry, rank, total }) => ({
      place: must(rank),
      places: 3,
      region: regionLabel(region(entry)),
      head: leaderOf(entry),
      total,
    })),
    minutes: { number: null, date: "2021-10-05" },
  },
];

export const awards2021: AwardGiven[] = edition2021.awards.map((award) => ({
  name: award.name,
  category: category.name,
  recipient: award.recipient,
  honoured: winners.map(({ entry, rank }) => {
    const one = region(entry);
    return {
      place: must(rank),
      places: award.places,
      region: regionLabel(one),
      ...(award.recipient === "head"
        ? { name: must(one.head).name, position: headOfficeLabel(one) }
        : { name: must(one.agency).name, position: null }),
    };
  }),
}));

export function finalistInvitation(code: string): InvitationWords {
  const one = region(code);
  const index = finalistCodes.indexOf(code);
  return {
    editionTitle,
    theme,
    number: null,
    place,
    date: "2021-10-01",
    attachment: order2021,
    round: order2021.round,
    occasion: judged,
    presentationMinutes: 7,
    interviewMinutes: 13,
    invited: {
      kind: "finalist",
      office: headOfficeLabel(one),
      name: one.head?.name ?? null,
      region: regionLabel(one),
      category: category.name,
      previousRound: must(category.rounds[0]).name,
      turn: { number: index + 1, ...must(presentationSlots(order2021)[index]) },
      inPerson: true,
    },
    signer,
    copies: ["Yth. Gubernur Jawa Timur (sebagai laporan)", "Yth. Sekretaris Daerah Provinsi Jawa Timur"],
  };
}

export const panelistInvitation: InvitationWords = {
  ...finalistInvitation(must(finalistCodes[0])),
  attachment: null,
  copies: [],
  invited: {
    kind: "panelist",
    name: must(panel[0]).name,
    institution: must(panel[0]).institution,
    categories: [category.name],
    entries: finalistCodes.length,
  },
};

export const decree2021: DecreeWords = {
  editionTitle,
  number: null,
  year: 2021,
  bases: [
    "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 6, Tambahan Lembaran Negara Republik Indonesia Nomor 5494)",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah",
  ],
  outcomes: outcomes2021,
  awards: awards2021,
  budget: null,
  date: null,
  signatory,
  copies: [],
};

export const script2021: McScriptWords = {
  editionTitle,
  theme,
  organiser: edition2021.organiser,
  occasion: ceremony,
  signatory,
  guests: ["Wakil Gubernur Jawa Timur", "Sekretaris Daerah Provinsi Jawa Timur"],
  items: ceremonyOrder.map((step) => ({ step, minutes: 10, by: null })),
  announcements: [
    {
      category: category.name,
      finalists: finalistCodes.map((code) => regionLabel(region(code))),
      winners: winners.map(({ entry, rank }) => ({
        place: must(rank),
        places: 3,
        region: regionLabel(region(entry)),
        twin: null,
        honours: edition2021.awards.map((award) => {
          const one = region(entry);
          return award.recipient === "head"
            ? {
                award: award.name,
                recipient: award.recipient,
                name: must(one.head).name,
                position: headOfficeLabel(one),
              }
            : {
                award: award.name,
                recipient: award.recipient,
                name: must(one.agency).name,
                position: null,
              };
        }),
      })),
    },
  ],
};

export function prosePaper(
  title: string,
  blocks: readonly ProseBlock[],
  paper: PaperSize,
  more: Partial<ProsePaper> = {},
): ProsePaper {
  return {
    ...common,
    kind: "prose",
    paper,
    title,
    foot: title,
    author: edition2021.organiser,
    date: "2021-10-01",
    size: null,
    emblem: null,
    blocks: [...blocks],
    ...more,
  };
}

const people = [
  ...finalistCodes.map((code) => ({
    name: region(code).head?.name ?? headOfficeLabel(region(code)),
    below: headOfficeLabel(region(code)),
  })),
  ...panel.map(({ name, institution }) => ({ name, below: institution })),
];

/** Every office paper of the edition of 2021. */
export function officePapers(paper: PaperSize): [string, ProsePaper][] {
  const make = (title: string, blocks: readonly ProseBlock[], more: Partial<ProsePaper> = {}) =>
    prosePaper(title, blocks, paper, more);
  const bare = { letterhead: null };
  const emblem = { lines: [signatory.title.toLocaleUpperCase("id")], emblem: null, address: null };
  const papers: ProsePaper[] = [
    make("Undangan finalis", invitationBlocks(finalistInvitation(must(finalistCodes[2])))),
    make("Undangan panelis", invitationBlocks(panelistInvitation)),
    make(
      "Daftar hadir",
      attendanceBlocks({
        editionTitle,
        event: `Babak ${order2021.round}`,
        occasion: judged,
        groups: [
          {
            title: "Finalis",
            people: finalistCodes.map((code) => ({
              name: region(code).head?.name ?? null,
              role: headOfficeLabel(region(code)),
            })),
            blankRows: 0,
          },
          {
            title: "Panelis",
            people: panel.map(({ name, institution }) => ({ name, role: institution })),
            blankRows: 0,
          },
          { title: "Undangan lain", people: [], blankRows: 6 },
        ],
        place,
        date: judged.date,
        signer,
      }),
    ),
    make("Urutan presentasi", presentationOrderBlocks(order2021)),
    make(
      "Nota dinas",
      memoBlocks({
        editionTitle,
        theme,
        number: null,
        date: "2021-10-06",
        attachments: 2,
        signatory,
        signer,
        copies: ["Yth. Sekretaris Daerah Provinsi Jawa Timur"],
        outcomes: outcomes2021,
        awards: awards2021,
        ceremonyDate: edition2021.ceremonyDate,
      }),
    ),
    make(
      "Laporan",
      reportBlocks({
        editionTitle,
        theme,
        signatory,
        regions: edition2021.regions.length,
        bases: decree2021.bases,
        outcomes: outcomes2021,
        awards: awards2021,
        notes: [],
        ceremony: { date: edition2021.ceremonyDate, venue: edition2021.venue },
        place,
        date: "2021-10-06",
        signer,
      }),
    ),
    make("Rancangan Keputusan Gubernur", decreeBlocks(decree2021), { ...bare, emblem }),
    make(
      "Susunan acara",
      programmeBlocks({
        editionTitle,
        theme,
        occasion: ceremony,
        signatory,
        items: script2021.items,
        place,
        date: "2021-10-08",
        signer,
      }),
    ),
    make("Naskah pembawa acara", mcScriptBlocks(script2021), { ...bare, size: mcScriptSize }),
    make("Kartu meja", tableCardBlocks({ cards: people }), bare),
    make(
      "Label amplop",
      addressLabelBlocks({
        used: 1,
        outlined: true,
        addressees: edition2021.regions.map((one) => ({
          to: headOfficeLabel(one),
          second: one.head?.name ?? null,
          body: `Pemerintah ${regionLabel(one)}`,
          address: null,
        })),
      }),
      bare,
    ),
  ];
  return papers.map((one) => [one.title, one]);
}
