import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";

export interface Asset {
  file: string;
  type: string;
  /** Its name holds a hash of its content, so it never changes. */
  hashed: boolean;
}

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".txt": "text/plain; charset=utf-8",
};

/** Finds the files of the built renderer by the path of a page's URL; null for anything else. */
export type FindAsset = (pathname: string) => Asset | null;

/**
 * Answers only what a walk through the folder found, by its exact name: no path is ever put together from a
 * request, so none can lead out of it. The page itself is looked up anew each time, for it may have been rebuilt.
 */
export function openAssets(folder: string): FindAsset {
  let known = new Map<string, Asset>();
  return (pathname) => {
    if (pathname === "/") {
      known = listAssets(folder);
      return known.get("/index.html") ?? null;
    }
    const name = findDecoded(pathname);
    return name === null ? null : (known.get(name) ?? null);
  };
}

function findDecoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function listAssets(folder: string): Map<string, Asset> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return new Map();
  return new Map(walk(folder, ""));
}

function walk(folder: string, prefix: string): [string, Asset][] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): [string, Asset][] => {
    const file = join(folder, entry.name);
    const pathname = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return walk(file, pathname);
    const type = types[extname(entry.name).toLowerCase()];
    if (!entry.isFile() || type === undefined) return [];
    return [[pathname, { file, type, hashed: pathname.startsWith("/assets/") }]];
  });
}
