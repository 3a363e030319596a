import { AppError } from "../../electron/contract/errors.ts";
import { notifyError } from "../api/errors.tsx";

const largestBytes = 5 * 1024 * 1024;

/** What may be loaded as a photograph. */
export const pictureTypes = ["image/png", "image/jpeg", ".png", ".jpg", ".jpeg"];

/** Says at once that a picture is over the limit, rather than after sending it; true when it did. */
export function notifyTooLarge(picture: File): boolean {
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
