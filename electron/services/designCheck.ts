import type { Design } from "../contract/designs.ts";
import { AppError } from "../contract/errors.ts";
import { findDesignPicture } from "../database/queries/designs.ts";
import type { CharterPaper } from "../documents/paperData.ts";
import { designFaults } from "../domain/designFaults.ts";
import { placeholderFault } from "../domain/placeholders.ts";
import { picturesOf, type Shelf, withPictures } from "./charterDesign.ts";
import type { Context } from "./context.ts";
import { trialPaperOfAll } from "./designRecipients.ts";
import { renderForPreview } from "./paperRun.ts";

/** Refuses words whose braces cannot be filled, parts of one name, and pictures that are gone. */
export function refuseFaults({ db, editionId }: Shelf, design: Design): void {
  for (const element of design.elements) {
    const fault = element.kind === "text" ? placeholderFault(element.text) : null;
    if (fault) throw new AppError("INVALID", fault, { problems: [{ path: element.id, message: fault }] });
  }
  if (new Set(design.elements.map(({ id }) => id)).size < design.elements.length) {
    throw new AppError(
      "INVALID",
      "Dua bagian rancangan ini bernama sama. Muat ulang rancangannya lalu ulangi.",
    );
  }
  if (picturesOf(design).some((hash) => !findDesignPicture(db, editionId, hash))) {
    throw new AppError(
      "INVALID",
      "Gambar yang dipakai rancangan ini sudah tidak ada. Muat gambarnya lagi, atau pilih gambar lain.",
    );
  }
}

/** A charter whose name nobody can read must not leave the office; while it is only looked at, a note says so. */
function refuseUnreadable(design: Design): void {
  const [fault] = designFaults(design);
  if (!fault) return;
  const problems = [{ path: fault.id ?? "", message: fault.sentence }];
  throw new AppError("INVALID", fault.sentence, { problems });
}

/** Refuses a design that does not print: nothing is saved before pages of it were seen to be made. */
export async function refuseUnprintable(
  context: Context,
  shelf: Shelf,
  design: Design,
  source: string | null,
  render: (context: Context, paper: CharterPaper) => Promise<unknown> = renderForPreview,
): Promise<void> {
  refuseFaults(shelf, design);
  refuseUnreadable(design);
  await render(context, trialPaperOfAll(context, shelf.editionId, withPictures(shelf, design, source)));
}
