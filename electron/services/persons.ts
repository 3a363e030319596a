import { AppError } from "../contract/errors.ts";
import type { ReadDb, WriteDb } from "../database/open.ts";
import { listAccounts } from "../database/queries/accounts.ts";
import { listCategories } from "../database/queries/categories.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { blankDetails, listDetails, saveDetails, type PersonDetails } from "../database/queries/persons.ts";
import { listPersonWork } from "../database/queries/personWork.ts";
import { blankHeadPictures } from "../database/queries/pictures.ts";
import { listRegions } from "../database/queries/regions.ts";
import { listRounds } from "../database/queries/rounds.ts";
import { nameFact } from "../domain/factNames.ts";
import { roleNames } from "./authorise.ts";
import { placeNames } from "./ledgerWords.ts";
import { getEdition } from "./lookup.ts";
import { readOffice, signerPerson } from "./officeData.ts";

type Held = { what: string; value: string };

interface Person {
  /** "panelis/P1", "kepala/35.20", "perangkat/35.20", "penandatangan", "penandatangansurat", "akun/3" */
  person: string;
  name: string;
  held: Held[];
}

/** All that an edition holds on people, as it can be asked for under UU 27/2022. */
export function listPersons(db: ReadDb, editionId: number): Person[] {
  const details = new Map(listDetails(db, editionId).map((one) => [one.person, one]));
  const known = [
    ...panelistsOf(db, editionId),
    ...listRegions(db, editionId).flatMap(officialsOf),
    ...signatoryOf(db, editionId),
    ...officeSignerOf(db, editionId),
    ...accountsOf(db, editionId),
  ].map((one) => ({ ...one, held: [...one.held, ...contactOf(details.get(one.person))] }));
  const listed = new Set(known.map(({ person }) => person));
  return [
    ...known,
    ...formerOf(
      db,
      editionId,
      [...details.values()].filter(({ person }) => !listed.has(person)),
    ),
  ];
}

/** Contact details outlive a head or an agency that was taken out of the register. */
function formerOf(db: ReadDb, editionId: number, details: PersonDetails[]): Person[] {
  const names = placeNames(db, editionId);
  return details.flatMap((one) => {
    const held = contactOf(one);
    if (held.length === 0) return [];
    return [{ person: one.person, name: `${nameFact(one.person, names)} (tidak lagi tercatat)`, held }];
  });
}

function panelistsOf(db: ReadDb, editionId: number): Person[] {
  const labels = new Map<number, string>();
  const ties = new Map<number, Held[]>();
  for (const { id, entries } of listCategories(db, editionId)) {
    for (const entry of entries) labels.set(entry.id, entry.label);
    for (const round of listRounds(db, id)) {
      for (const { panelistId, entryId, reason } of round.recusals) {
        const tie = { what: `Berhalangan menilai ${labels.get(entryId)} di ${round.name}`, value: reason };
        ties.set(panelistId, [...(ties.get(panelistId) ?? []), tie]);
      }
    }
  }
  return listPanelists(db, editionId).map(({ id, key, name, institution, rounds, sheets }) => ({
    person: `panelis/${key}`,
    name,
    held: [
      { what: "Nama", value: name },
      ...(institution ? [{ what: "Instansi", value: institution }] : []),
      ...rounds.map((round) => ({ what: "Panelis babak", value: round })),
      ...(sheets > 0 ? [{ what: "Lembar nilai yang diisi", value: String(sheets) }] : []),
      ...(ties.get(id) ?? []),
    ],
  }));
}

function officialsOf({
  code,
  label,
  head,
  agency,
  headPicture,
}: ReturnType<typeof listRegions>[number]): Person[] {
  const people: Person[] = [];
  if (head) {
    const held = [
      { what: "Nama", value: head.name },
      { what: "Jabatan", value: `${head.title}, ${label}` },
    ];
    if (headPicture) held.push({ what: "Foto", value: "tersimpan" });
    people.push({ person: `kepala/${code}`, name: head.name, held });
  }
  if (agency?.head) {
    const held = [
      { what: "Nama", value: agency.head },
      { what: "Jabatan", value: `Kepala ${agency.name}, ${label}` },
    ];
    people.push({ person: `perangkat/${code}`, name: agency.head, held });
  }
  return people;
}

function signatoryOf(db: ReadDb, editionId: number): Person[] {
  const { signatory } = getEdition(db, editionId);
  if (!signatory) return [];
  const held = [
    { what: "Nama", value: signatory.name },
    { what: "Jabatan", value: signatory.title },
  ];
  return [{ person: "penandatangan", name: signatory.name, held }];
}

/** Whoever signs the organiser's letters. */
function officeSignerOf(db: ReadDb, editionId: number): Person[] {
  const { office, name, rank } = readOffice(db, editionId).signer;
  if (name === null) return [];
  const held = Object.entries({ Nama: name, Jabatan: office, Pangkat: rank }).flatMap(([what, value]) =>
    value === null ? [] : [{ what, value }],
  );
  return [{ person: signerPerson, name, held }];
}

function accountsOf(db: ReadDb, editionId: number): Person[] {
  const work = listPersonWork(db, editionId);
  return listAccounts(db).map(({ id, name, role, closedAt, recoveryHash }) => {
    const secrets = recoveryHash === null ? "PIN" : "PIN dan kode pemulihan";
    const { signatures = 0, sheets = 0, acts = 0 } = work.get(id) ?? {};
    const counts = {
      "Tanda tangan": signatures,
      "Lembar nilai yang diketik": sheets,
      "Catatan di buku catatan": acts,
    };
    return {
      person: `akun/${id}`,
      name,
      held: [
        { what: "Nama", value: name },
        { what: "Peran", value: `${roleNames[role]}${closedAt === null ? "" : " (akun ditutup)"}` },
        { what: secrets, value: "tersimpan hanya sebagai sidik yang tidak dapat dibaca kembali" },
        ...Object.entries(counts).flatMap(([what, count]) =>
          count > 0 ? [{ what, value: String(count) }] : [],
        ),
      ],
    };
  });
}

function contactOf(details: PersonDetails | undefined): Held[] {
  const contact = { NIP: details?.nip, Telepon: details?.phone, Surel: details?.email };
  return Object.entries(contact).flatMap(([what, value]) => (value ? [{ what, value }] : []));
}

/** Contact details never enter the ledger, a bundle or a paper for the outside. */
export function saveContact(db: WriteDb, contact: PersonDetails & { editionId: number }): void {
  if (!listPersons(db, contact.editionId).some(({ person }) => person === contact.person)) {
    throw new AppError("NOT_FOUND", "Orang ini tidak (lagi) tercatat di edisi ini. Muat ulang daftarnya.");
  }
  saveDetails(db, contact);
}

/** Blanks contact details and pictures; gives how many people that touched. */
export function blankPersons(db: WriteDb, editionId: number, now: string): number {
  const pictured = blankHeadPictures(db, editionId).map((code) => `kepala/${code}`);
  return new Set([...pictured, ...blankDetails(db, editionId, now)]).size;
}
