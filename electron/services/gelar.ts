import { AppError } from "../contract/errors.ts";
import { findBareName, fittingGelar, type Gelar } from "../domain/personName.ts";

/**
 * The titles to keep beside a full name: those given with it, which must be its own; where none are given, those kept
 * so far as long as they still are.
 */
export function keptGelar(
  full: string | null,
  given: Gelar | null | undefined,
  soFar: Gelar | null | undefined,
): Gelar | null {
  if (given && (full === null || findBareName(full, given) === null)) {
    throw new AppError(
      "INVALID",
      `Gelar yang dikirim tidak cocok dengan nama "${full ?? ""}". Ketik gelar depan, nama, dan gelar belakang sekali lagi.`,
    );
  }
  return full === null ? null : fittingGelar(full, given === undefined ? soFar : given);
}
