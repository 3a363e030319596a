import type { WriteDb } from "../database/open.ts";
import { saveOffice, saveRoundEvent } from "../database/queries/office.ts";
import { listCategories } from "../database/queries/categories.ts";
import { ceremonyOrder } from "../documents/ceremonySteps.ts";
import type { CeremonyStep } from "../domain/edition.ts";
import { drawByLot } from "../domain/lot.ts";
import { noEvent } from "./officeData.ts";
import { sha256 } from "./sha256.ts";

const lot = "contoh-2021";

/** Offices, as the sample knows nobody of them. */
const actors: Partial<Record<CeremonyStep, string>> = {
  report: "Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Jawa Timur",
  address: "Sekretaris Daerah Provinsi Jawa Timur",
  prayer: "Kepala Kantor Wilayah Kementerian Agama Provinsi Jawa Timur",
};

/** What the sample's office would have given: the presentations on 5 October 2021, the ceremony a week later. */
export function fillSampleOffice(db: WriteDb, editionId: number): void {
  saveOffice(db, editionId, {
    signer: {
      office: "Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Jawa Timur",
      name: null,
      rank: null,
    },
    bases: [
      "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 6, Tambahan Lembaran Negara Republik Indonesia Nomor 5494)",
      "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) sebagaimana telah beberapa kali diubah",
    ],
    budget: null,
    copies: ["Yth. Sekretaris Daerah Provinsi Jawa Timur"],
    ceremony: {
      start: "08.00",
      items: ceremonyOrder.map((step) => ({
        step,
        minutes: step === "awards" ? 30 : 10,
        by: actors[step] ?? null,
      })),
      guests: ["Wakil Gubernur Jawa Timur", "Sekretaris Daerah Provinsi Jawa Timur"],
    },
  });
  for (const { rounds, entries } of listCategories(db, editionId)) {
    const codes = entries.map(({ code }) => code).toSorted();
    for (const { id, kind } of rounds) {
      if (kind !== "panel") continue;
      saveRoundEvent(db, id, {
        ...noEvent,
        date: "2021-10-05",
        start: "09.00",
        presentationMinutes: 7,
        interviewMinutes: 13,
        pauses: [{ after: 3, minutes: 15, name: "Istirahat" }],
        turns: drawByLot(sha256, lot, codes),
        lot,
      });
    }
  }
}
