import { createHash, timingSafeEqual } from "node:crypto";

/** What of a request decides whether it is answered. */
export interface Ask {
  method: string | undefined;
  /** As sent: path and query, undecoded. */
  target: string | undefined;
  headers: {
    host?: string | undefined;
    origin?: string | undefined;
    cookie?: string | undefined;
    "content-length"?: string | undefined;
  };
}

/** Whom this host answers: pages from its own address that carry a session it gave out. */
export interface Door {
  port: number;
  /** Those given out so far, one a browser. */
  sessions: readonly string[];
  largestRequestBytes: number;
}

export type Verdict =
  | { kind: "token"; token: string }
  /** A window that is in already came by an address with a token again, from its history: it need not be spent. */
  | { kind: "inside" }
  /** `session`: which of the door's it came with. */
  | { kind: "rpc"; session: string }
  /** `pathname` as a URL writes it. */
  | { kind: "asset"; pathname: string; head: boolean }
  /** `page`: somebody looked at the address itself and may be told what to do. */
  | { kind: "refuse"; status: 403 | 404 | 405 | 411; page: boolean }
  | { kind: "tooLarge"; bytes: number };

/** Cookies do not tell ports apart, so the name does. */
export function cookieName(port: number): string {
  return `lencana-${port}`;
}

/** Decides from the request's head alone; nothing of a body has been read yet. */
export function judge(ask: Ask, door: Door): Verdict {
  const { host, origin } = ask.headers;
  // A name of another site that resolves to this machine (DNS rebinding) arrives with that name as its host.
  if (host !== `127.0.0.1:${door.port}` && host !== `localhost:${door.port}`) return refuse(403);
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403);
  const url = findUrl(ask.target);
  if (!url) return refuse(404);
  if (ask.method === "POST") return judgeCall(ask, url.pathname, door);
  if (ask.method !== "GET" && ask.method !== "HEAD") return refuse(405);
  return judgePage(ask, url, door);
}

function judgeCall(ask: Ask, pathname: string, door: Door): Verdict {
  const session = findSession(ask, door);
  if (ask.headers.origin === undefined || session === null) return refuse(403);
  if (!pathname.startsWith("/rpc/")) return refuse(405);
  // A body of unannounced length cannot be refused before it is read; browsers always announce it.
  const length = ask.headers["content-length"];
  if (length === undefined || !/^\d{1,15}$/.test(length)) return refuse(411);
  const bytes = Number(length);
  return bytes > door.largestRequestBytes ? { kind: "tooLarge", bytes } : { kind: "rpc", session };
}

function judgePage(ask: Ask, url: URL, door: Door): Verdict {
  const token = url.searchParams.get("token");
  const atRoot = url.pathname === "/";
  if (atRoot && token !== null && ask.method === "GET") {
    return findSession(ask, door) !== null ? { kind: "inside" } : { kind: "token", token };
  }
  if (findSession(ask, door) === null) return refuse(403, atRoot);
  if (url.pathname.startsWith("/rpc")) return refuse(405);
  return { kind: "asset", pathname: url.pathname, head: ask.method === "HEAD" };
}

function refuse(status: 403 | 404 | 405 | 411, page = false): Verdict {
  return { kind: "refuse", status, page };
}

/** Only the path form (`/…`): a proxy's absolute form or `//host` would name another server. */
function findUrl(target: string | undefined): URL | null {
  if (!target?.startsWith("/") || target.startsWith("//")) return null;
  return URL.parse(target, "http://host");
}

function findSession(ask: Ask, door: Door): string | null {
  const prefix = `${cookieName(door.port)}=`;
  const given = (ask.headers.cookie ?? "").split(";").map((each) => each.trim());
  // Another program on this machine may have planted a cookie of the same name beside ours.
  const carried = given.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length));
  return door.sessions.find((session) => carried.some((each) => sameSecret(each, session))) ?? null;
}

/** Compares in a time that does not tell how much of it was right. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
