import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../contract/errors.ts";
import type { Clock } from "../platform/clock.ts";
import type { Paths } from "../platform/paths.ts";
import type { WriteDb } from "./open.ts";

export type BackupOccasion = "start" | "exit" | "migration" | "manual" | "restore";
export interface Backup {
  name: string;
  madeAt: string;
  bytes: number;
  occasion: BackupOccasion;
}

/** Automatic copies kept; the user's own and those before a migration or restore are never thrown away. */
export const automaticCopiesKept = 10;

const pattern =
  /^lencana-(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)-(start|exit|migration|manual|restore)\.db$/;

/** Copies the database whole, under a temporary name until it is all there. */
export async function backUp(
  db: WriteDb,
  paths: Paths,
  clock: Clock,
  occasion: BackupOccasion,
): Promise<string> {
  mkdirSync(paths.backups, { recursive: true });
  const name = `lencana-${clock.now().replace(/[:.]/g, "-")}-${occasion}.db`;
  const target = join(paths.backups, name);
  try {
    await db.backup(`${target}.tmp`);
    renameSync(`${target}.tmp`, target);
  } finally {
    rmSync(`${target}.tmp`, { force: true });
  }
  const automatic = listBackups(paths).filter(({ occasion: why }) => why === "start" || why === "exit");
  for (const old of automatic.slice(automaticCopiesKept))
    rmSync(join(paths.backups, old.name), { force: true });
  return name;
}

/** The copies there are, newest first. */
export function listBackups(paths: Paths): Backup[] {
  if (!existsSync(paths.backups)) return [];
  return readdirSync(paths.backups)
    .flatMap((name) => {
      const match = pattern.exec(name);
      if (!match) return [];
      const [date, time] = match[1]!.split("T") as [string, string];
      const [hours, minutes, seconds, rest] = time.split("-") as [string, string, string, string];
      return {
        name,
        madeAt: `${date}T${hours}:${minutes}:${seconds}.${rest}`,
        bytes: statSync(join(paths.backups, name)).size,
        occasion: match[2] as BackupOccasion,
      };
    })
    .toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** The file of a copy, by a name from `listBackups`. */
export function getBackupFile(paths: Paths, name: string): string {
  if (!listBackups(paths).some((backup) => backup.name === name)) {
    throw new AppError("NOT_FOUND", `Cadangan "${name}" tidak ada lagi. Muat ulang daftar cadangan.`);
  }
  return join(paths.backups, name);
}
