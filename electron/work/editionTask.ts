import { AppError } from "../contract/errors.ts";
import type { Edition } from "../domain/edition.ts";
import { readEdition } from "../interchange/editionFile.ts";
import type { WorkProgress } from "./pool.ts";

/** Reads an edition file's bytes, or refuses with every problem. */
export function readEditionTask(
  { bytes, name }: { bytes: Uint8Array; name: string },
  onProgress: (progress: WorkProgress) => void,
): Edition {
  onProgress({ done: 0, total: 1, label: `Memeriksa ${name}` });
  const read = readEdition(decode(bytes, name));
  if ("problems" in read) {
    const { problems } = read;
    const count = problems.length === 1 ? "satu hal" : `${problems.length} hal`;
    throw new AppError(
      "INVALID",
      `Berkas "${name}" tidak diimpor: ada ${count} yang harus diperbaiki. ${problems[0]?.path}: ${problems[0]?.message}`,
      { problems },
    );
  }
  return read.edition;
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("INVALID", `Berkas "${name}" bukan teks UTF-8. Pilih berkas edisi Lencana (.json).`);
  }
}
