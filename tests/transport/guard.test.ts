import { describe, expect, test } from "vitest";
import { createAccess } from "../../electron/transport/access.ts";
import { type Ask, type Door, judge } from "../../electron/transport/guard.ts";

const door: Door = { port: 4100, sessions: ["another", "the-session"], largestRequestBytes: 1000 };
const session = "lencana-4100=the-session";

function ask(method: string, target: string, headers: Ask["headers"] = {}): ReturnType<typeof judge> {
  return judge({ method, target, headers: { host: "127.0.0.1:4100", ...headers } }, door);
}

function call(headers: Ask["headers"] = {}, target = "/rpc/editions/list") {
  const own = { origin: "http://127.0.0.1:4100", cookie: session, "content-length": "2" };
  return ask("POST", target, { ...own, ...headers });
}

const refused = (status: number, page = false) => ({ kind: "refuse", status, page });

describe("a page of ours", () => {
  test("may call the contract", () => {
    expect(call()).toEqual({ kind: "rpc", session: "the-session" });
  });

  test("may call it under the name localhost too, if both host and origin say so", () => {
    expect(call({ host: "localhost:4100", origin: "http://localhost:4100" })).toEqual({
      kind: "rpc",
      session: "the-session",
    });
    expect(call({ host: "localhost:4100" })).toEqual(refused(403));
  });

  test("is given its files", () => {
    expect(ask("GET", "/", { cookie: session })).toEqual({ kind: "asset", pathname: "/", head: false });
    expect(ask("HEAD", "/assets/a%20b.js?v=1", { cookie: session })).toEqual({
      kind: "asset",
      pathname: "/assets/a%20b.js",
      head: true,
    });
  });

  test("keeps its session among other cookies, even one of the same name planted beside it", () => {
    const cookie = `theme=dark; lencana-4100=planted;${session}; x`;
    expect(call({ cookie })).toEqual({ kind: "rpc", session: "the-session" });
  });
});

describe("another host", () => {
  const hosts = [
    undefined,
    "",
    "evil.example",
    "evil.example:4100",
    "127.0.0.1",
    "127.0.0.1:4101",
    "127.0.0.1:4100.evil.example",
    "127.0.0.1:4100@evil.example",
    "localhost",
    "LOCALHOST:4100",
    "[::1]:4100",
    "0.0.0.0:4100",
    "127.0.0.1:04100",
    " 127.0.0.1:4100",
  ];
  test.each(hosts)("%j is not answered, as when a name is rebound to this machine", (host) => {
    expect(ask("GET", "/", { host, cookie: session })).toEqual(refused(403));
    expect(ask("GET", "/?token=x", { host })).toEqual(refused(403));
    expect(call({ host, origin: `http://${host}` })).toEqual(refused(403));
  });
});

describe("another origin", () => {
  const origins = [
    "null",
    "",
    "http://evil.example",
    "https://127.0.0.1:4100",
    "http://127.0.0.1:4101",
    "http://127.0.0.1",
    "http://127.0.0.1:4100/",
    "http://127.0.0.1:4100.evil.example",
    "http://127.0.0.1:4100, http://evil.example",
    "file://",
    "chrome-extension://abc",
  ];
  test.each(origins)("%j may neither call nor look", (origin) => {
    expect(call({ origin })).toEqual(refused(403));
    expect(ask("GET", "/", { origin, cookie: session })).toEqual(refused(403));
    expect(ask("GET", "/?token=x", { origin })).toEqual(refused(403));
  });

  test("cannot be left out of a call", () => {
    expect(call({ origin: undefined })).toEqual(refused(403));
  });

  test("cannot post a form", () => {
    expect(
      ask("POST", "/rpc/editions/remove", { origin: "http://evil.example", "content-length": "9" }),
    ).toEqual(refused(403));
    expect(call({}, "/")).toEqual(refused(405));
    expect(call({}, "/?token=x")).toEqual(refused(405));
  });
});

describe("without the session", () => {
  const cookies = [
    undefined,
    "",
    "lencana-4100=",
    "lencana-4100=wrong",
    "lencana-4100=the-sessio",
    "lencana-4100=the-session-and-more",
    "lencana-4101=the-session",
    "the-session",
    "x-lencana-4100=the-session",
    'lencana-4100="the-session"',
  ];
  test.each(cookies)("a call with cookie %j is not answered", (cookie) => {
    expect(call({ cookie })).toEqual(refused(403));
    expect(ask("GET", "/assets/index.js", { cookie })).toEqual(refused(403));
  });

  test("only the address itself says what to do", () => {
    expect(ask("GET", "/")).toEqual(refused(403, true));
    expect(ask("GET", "/index.html")).toEqual(refused(403));
  });

  test("a token is looked at on the address itself, on a plain visit, and nowhere else", () => {
    expect(ask("GET", "/?token=abc")).toEqual({ kind: "token", token: "abc" });
    expect(ask("HEAD", "/?token=abc")).toEqual(refused(403, true));
    expect(ask("GET", "/assets/index.js?token=abc")).toEqual(refused(403));
    expect(ask("POST", "/?token=abc", { origin: "http://127.0.0.1:4100" })).toEqual(refused(403));
  });
});

describe("another way of asking", () => {
  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "", "PROPFIND"])(
    "%j",
    (method) => {
      expect(ask(method, "/", { cookie: session })).toEqual(refused(405));
    },
  );

  test("the contract is never called by a visit", () => {
    expect(ask("GET", "/rpc/editions/list", { cookie: session })).toEqual(refused(405));
    expect(ask("HEAD", "/rpc/editions/list", { cookie: session })).toEqual(refused(405));
  });

  test.each([undefined, "", "*", "evil", "//evil.example/", "http://127.0.0.1:4100/"])(
    "no target such as %j is followed",
    (target) => {
      const verdict = judge(
        { method: "GET", target, headers: { host: "127.0.0.1:4100", cookie: session } },
        door,
      );
      expect(verdict).toEqual(refused(404));
    },
  );
});

describe("a body", () => {
  test("over the limit is refused by its announced length", () => {
    expect(call({ "content-length": "1000" })).toEqual({ kind: "rpc", session: "the-session" });
    expect(call({ "content-length": "1001" })).toEqual({ kind: "tooLarge", bytes: 1001 });
    expect(call({ "content-length": "314572800" })).toEqual({ kind: "tooLarge", bytes: 314_572_800 });
  });

  test.each([undefined, "", "-1", "1e9", "0x10", "9".repeat(16), "10, 10"])(
    "of announced length %j is refused",
    (length) => {
      expect(call({ "content-length": length })).toEqual(refused(411));
    },
  );
});

describe("a token", () => {
  test("lets one browser in with a session of its own, and is then spent; the next has a fresh one", () => {
    const access = createAccess();
    const first = access.token();
    const browser = access.spend(first);
    expect(browser).not.toBeNull();
    expect(access.spend(first)).toBeNull();
    const second = access.token();
    expect(second).not.toBe(first);
    expect(access.spend(second)).not.toBe(browser);
    expect(access.sessions).toHaveLength(2);
  });

  test("that is wrong does not spend the right one", () => {
    const access = createAccess();
    for (const wrong of ["", "x", access.token().slice(0, -1), `${access.token()}=`]) {
      expect(access.spend(wrong)).toBeNull();
    }
    expect(access.sessions).toEqual([]);
    expect(access.spend(access.token())).not.toBeNull();
  });

  test("and a session hold 256 bits each, and differ", () => {
    const access = createAccess();
    const token = access.token();
    const browser = access.spend(token) ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(Buffer.from(browser, "base64url")).toHaveLength(32);
    expect(browser).not.toBe(token);
  });
});
