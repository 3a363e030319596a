import type { ReadDb, WriteDb } from "../database/open.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { blankDetails, listDetails, saveDetails } from "../database/queries/persons.ts";
import { setHeadPicture } from "../database/queries/pictures.ts";
import { listRegions } from "../database/queries/regions.ts";

interface Person {
  /** "panelis/P1", "kepala/35.20" */
  person: string;
  name: string;
  held: { what: string; value: string }[];
}

/** All that an edition holds on people, as it can be asked for under UU 27/2022. */
export function listPersons(db: ReadDb, editionId: number): Person[] {
  const details = new Map(listDetails(db, editionId).map((one) => [one.person, one]));
  const withDetails = (person: string, name: string, held: Person["held"]): Person => {
    const { nip = null, phone = null, email = null } = details.get(person) ?? {};
    const contact = Object.entries({ NIP: nip, Telepon: phone, Surel: email });
    const kept = contact.flatMap(([what, value]) => (value === null ? [] : [{ what, value }]));
    return { person, name, held: [...held, ...kept] };
  };
  return [
    ...listPanelists(db, editionId).map(({ key, name, institution }) =>
      withDetails(`panelis/${key}`, name, [
        { what: "Nama", value: name },
        ...(institution ? [{ what: "Instansi", value: institution }] : []),
      ]),
    ),
    ...listRegions(db, editionId).flatMap(({ code, label, head, headPicture }) =>
      head
        ? [
            withDetails(`kepala/${code}`, head.name, [
              { what: "Nama", value: head.name },
              { what: "Jabatan", value: `${head.title}, ${label}` },
              ...(headPicture ? [{ what: "Foto", value: "tersimpan" }] : []),
            ]),
          ]
        : [],
    ),
  ];
}

/** Contact details never enter the ledger, a bundle or a paper for the outside. */
export function saveContact(
  db: WriteDb,
  contact: {
    editionId: number;
    person: string;
    nip: string | null;
    phone: string | null;
    email: string | null;
  },
): void {
  saveDetails(db, contact);
}

/** Blanks contact details and pictures; gives how many people that touched. */
export function blankPersons(db: WriteDb, editionId: number, now: string): number {
  const pictured = listRegions(db, editionId).filter(({ headPicture }) => headPicture);
  for (const { id } of pictured) setHeadPicture(db, id, null);
  return blankDetails(db, editionId, now) + pictured.length;
}
