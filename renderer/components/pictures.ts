import { AppError } from "../../electron/contract/errors.ts";
import { findKind, kindBytes, kindFault, type PictureKind } from "../../electron/domain/pictureKind.ts";
import { notifyError } from "../api/errors.tsx";

const largestBytes = 5 * 1024 * 1024;

/** What may be loaded as a photograph. */
export const pictureTypes = ["image/png", "image/jpeg", ".png", ".jpg", ".jpeg"];

/** Says at once that a file is no such picture, or over the limit, rather than after sending it; true when it did. */
export async function notifyUnfit(picture: File, welcome: readonly PictureKind[]): Promise<boolean> {
  const kind = findKind(new Uint8Array(await picture.slice(0, kindBytes).arrayBuffer()));
  const fault = kindFault(picture.name, kind, welcome);
  if (fault !== null) {
    notifyError(new AppError("INVALID", fault));
    return true;
  }
  if (picture.size <= largestBytes) return false;
  const megabytes = (picture.size / 1024 / 1024).toFixed(1).replace(".", ",");
  notifyError(
    new AppError(
      "TOO_LARGE",
      `Gambar “${picture.name}” berukuran ${megabytes} MB; paling besar 5 MB. Perkecil dulu lalu muat lagi.`,
    ),
  );
  return true;
}
