import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NtExecutable, NtExecutableResource, Resource } from "resedit";

/** What Electron's program carries so that its fuses can be set after it was built: a mark, version 1, eight fuses. */
const fuses = Buffer.concat([
  Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"),
  Buffer.from([1, 8]),
  Buffer.from("10110001"),
]);

/** Makes a folder that a packager takes for Electron's own, for a machine that cannot fetch it. Nothing in it runs. */
export function makeStubElectron(parent: string, platform: "linux" | "win32"): string {
  const folder = join(parent, "electron");
  mkdirSync(join(folder, "locales"), { recursive: true });
  for (const language of ["de", "en-US", "id"]) writeFileSync(join(folder, "locales", `${language}.pak`), "");
  mkdirSync(join(folder, "resources"));
  writeFileSync(join(folder, "LICENSE"), "Electron's licence");
  if (platform === "linux") writeFileSync(join(folder, "electron"), fuses, { mode: 0o755 });
  else writeFileSync(join(folder, "electron.exe"), windowsProgram());
  return folder;
}

/** A Windows program of no code that has a version and, as a resource, the fuses. */
function windowsProgram(): Buffer {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program, true);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(45, 4, 1, 0, 1033);
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: "Electron" });
  version.outputToResourceEntries(resources.entries);
  const bytes = new Uint8Array(fuses);
  resources.entries.push({ type: "FUSES", id: 1, lang: 1033, codepage: 1200, bin: bytes.buffer });
  resources.outputResource(program);
  return Buffer.from(program.generate());
}
