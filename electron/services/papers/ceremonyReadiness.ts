import type { EditionRow } from "../../contract/editions.ts";
import { lacksActor, stepTitle } from "../../documents/ceremonySteps.ts";
import { listInWords } from "../../domain/indonesian.ts";
import type { OfficeData } from "../officeData.ts";
import { signatoryMissing } from "./officePaper.ts";

/**
 * What is not known yet and would be dots on a paper of the ceremony that is read aloud, with where it is filled in;
 * null: nothing. `hours` asks for the length of each step too, but the last.
 */
export function ceremonyLacks(
  edition: EditionRow,
  { ceremony: { start, items } }: Pick<OfficeData, "ceremony">,
  { hours }: { hours: boolean },
): string | null {
  const { signatory, ceremonyDate, venue } = edition;
  if (signatory === null) return signatoryMissing;
  const words = { editionTitle: edition.title, signatory };
  const titles = (of: typeof items) => listInWords(of.map((item) => stepTitle(item, words)));
  const timeless = hours ? items.slice(0, -1).filter(({ minutes }) => minutes === null) : [];
  const actorless = items.filter((item) => lacksActor(item, signatory));
  const sentences = [
    sentence(
      [ceremonyDate === null ? "tanggal upacara" : null, venue === null ? "tempat upacara" : null],
      "Edisi",
    ),
    sentence(
      [
        start === null ? "jam mulai upacara" : null,
        timeless.length === 0 ? null : `lama ${titles(timeless)}`,
        actorless.length === 0 ? null : `petugas ${titles(actorless)}`,
      ],
      "Surat & acara",
    ),
  ].filter((one) => one !== null);
  return sentences.length === 0 ? null : sentences.join(" ");
}

function sentence(lacking: readonly (string | null)[], screen: string): string | null {
  const parts = lacking.filter((part) => part !== null);
  if (parts.length === 0) return null;
  const words = parts.join("; ");
  return `Belum diisi: ${words}. Lengkapi di Persiapan, ${screen}.`;
}
