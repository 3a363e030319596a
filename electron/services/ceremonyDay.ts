import type { IsoDate } from "../domain/edition.ts";
import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { listCategories } from "../database/queries/categories.ts";
import { findRoundEvent } from "../database/queries/office.ts";
import { longDate } from "../domain/indonesian.ts";

/** @throws AppError where a panel round would be held after the ceremony that hands out its awards. */
export function refuseAfterCeremony(name: string, date: IsoDate | null, ceremonyDate: IsoDate | null): void {
  if (date === null || ceremonyDate === null || date <= ceremonyDate) return;
  throw new AppError(
    "INVALID",
    `Babak "${name}" tidak dapat diadakan ${longDate(date)}, sesudah upacara ${longDate(ceremonyDate)}. Ubah tanggal babak itu di Persiapan, Surat & acara, atau tanggal upacara di Persiapan, Edisi.`,
  );
}

/** The same of every panel round of an edition, before the day of its ceremony is moved. */
export function refuseBeforeRounds(db: ReadDb, editionId: number, ceremonyDate: IsoDate | null): void {
  for (const { rounds } of listCategories(db, editionId)) {
    for (const { id, name } of rounds)
      refuseAfterCeremony(name, findRoundEvent(db, id)?.date ?? null, ceremonyDate);
  }
}
