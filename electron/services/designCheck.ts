import type { Design } from "../contract/designs.ts";
import { AppError } from "../contract/errors.ts";
import { findDesignPicture } from "../database/queries/designs.ts";
import type { CharterPaper } from "../documents/paperData.ts";
import { type Box, lyingPaper } from "../domain/designs.ts";
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

/** A charter without its recipient's name must not leave the office; while it is only looked at, a note says so. */
function refuseNameless({ elements, paper, blank }: Design): void {
  const names = elements.filter(({ kind, onBlank }) => kind === "name" && (onBlank || !blank));
  const { width, height } = lyingPaper[paper];
  const fits = ({ x, y, w, h }: Box) => x >= 0 && y >= 0 && x + w <= width + 0.05 && y + h <= height + 0.05;
  if (names.length > 0 && names.every(fits)) return;
  throw new AppError(
    "INVALID",
    names.length === 0
      ? "Rancangan ini tidak mencetak nama penerima. Tambahkan bagian Nama penerima, lalu simpan."
      : "Nama penerima keluar dari kertas. Geser bagian Nama penerima ke dalam kertas, lalu simpan.",
  );
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
  refuseNameless(design);
  await render(context, trialPaperOfAll(context, shelf.editionId, withPictures(shelf, design, source)));
}
