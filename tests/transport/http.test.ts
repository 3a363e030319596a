import { mkdirSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Host, startHost } from "../../electron/host.ts";
import { temporaryPaths } from "../support/wires.ts";

const { paths, remove } = temporaryPaths();
const rendererFolder = join(paths.data, "renderer");
const newAddresses: string[] = [];
let host: Host;
let cookie: string;

beforeAll(async () => {
  mkdirSync(join(rendererFolder, "assets"), { recursive: true });
  writeFileSync(join(rendererFolder, "index.html"), "<!doctype html><title>Lencana</title>");
  writeFileSync(join(rendererFolder, "assets", "index-4f2a.js"), "export {};");
  writeFileSync(join(rendererFolder, "assets", "font-77.ttf"), "font");
  writeFileSync(join(rendererFolder, "secret.bin"), "not for a page");
  writeFileSync(join(paths.data, "beside.js"), "outside");
  host = await startHost({ paths, rendererFolder, onNewAddress: (address) => newAddresses.push(address) });
  cookie = await enter();
});
afterAll(async () => {
  await host.close();
  remove();
});

interface Answer {
  status: number | undefined;
  headers: IncomingMessage["headers"];
  body: string;
}

/** A request as written, which fetch would not let us write. */
function send(options: RequestOptions, body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: host.port, ...options }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => (text += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: text }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Bytes on the wire, for what no client library would send; gives the status line. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, "127.0.0.1", () => socket.write(text));
    socket.once("data", (data) => {
      resolve(data.toString().split("\r\n")[0] ?? "");
      socket.destroy();
    });
    socket.once("error", reject);
    socket.once("close", () => resolve("closed"));
  });
}

const get = (path: string, headers: RequestOptions["headers"] = { cookie }) => send({ path, headers });

async function enter(): Promise<string> {
  const { headers } = await get(host.address().slice(`http://127.0.0.1:${host.port}`.length), {});
  return headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

function call(headers: Record<string, string>, body = '{"json":null}'): Promise<Answer> {
  const own = { cookie, origin: `http://127.0.0.1:${host.port}`, "content-type": "application/json" };
  const length = { "content-length": String(Buffer.byteLength(body)) };
  return send(
    { method: "POST", path: "/rpc/editions/list", headers: { ...own, ...length, ...headers } },
    body,
  );
}

describe("coming in", () => {
  beforeEach(() => newAddresses.splice(0));

  test("a token sets a cookie no script can read and leads to the page, once", async () => {
    const target = new URL(host.address());
    const path = `${target.pathname}${target.search}`;
    const first = await get(path, {});
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe("/");
    expect(first.headers["set-cookie"]).toEqual([
      expect.stringMatching(
        new RegExp(`^lencana-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
      ),
    ]);
    const again = await get(path, {});
    expect(again.status).toBe(403);
    expect(again.headers["set-cookie"]).toBeUndefined();
    expect(again.body).toContain("Alamat ini sudah pernah dipakai");
    expect(again.body).toContain("Pakailah alamat terbaru yang tertulis di jendela perintah");
  });

  test("brings a fresh address for the next window, which works beside the first", async () => {
    await enter();
    expect(newAddresses).toEqual([host.address()]);
    const second = await enter();
    expect((await get("/", { cookie: second })).status).toBe(200);
    expect((await get("/")).status).toBe(200);
  });

  test("a wrong token is told what to do, and spends nothing", async () => {
    const address = host.address();
    for (const token of ["", "wrong", "%00", `${address.split("=")[1]}x`]) {
      const answer = await get(`/?token=${token}`, {});
      expect(answer.status).toBe(403);
      expect(answer.body).toContain('<html lang="id">');
    }
    expect(host.address()).toBe(address);
    expect(newAddresses).toEqual([]);
  });

  test("without a token the address says where to find one", async () => {
    const answer = await get("/", {});
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("Bukalah Lencana lewat alamat lengkap dengan token");
  });

  test("an address from the history of a window that is in leads to the page, and spends nothing", async () => {
    const address = host.address();
    for (const token of ["spent-long-ago", address.split("=")[1] ?? ""]) {
      expect(await get(`/?token=${token}`)).toMatchObject({ status: 303, headers: { location: "/" } });
    }
    expect(host.address()).toBe(address);
  });

  test("a refresh needs nothing but the cookie", async () => {
    for (let time = 0; time < 3; time += 1) expect((await get("/")).status).toBe(200);
  });
});

describe("the page", () => {
  test("comes with every header that confines it, and is asked for anew", async () => {
    const { headers, body } = await get("/");
    expect(body).toContain("<title>Lencana</title>");
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy":
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; worker-src 'self' blob:; connect-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-cache",
    });
    expect(headers["permissions-policy"]).toContain("camera=(self)");
    expect(headers["permissions-policy"]).toContain("microphone=()");
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("finds its hashed files, which it may keep for good", async () => {
    const script = await get("/assets/index-4f2a.js");
    expect(script).toMatchObject({ status: 200, body: "export {};" });
    expect(script.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
    expect((await get("/assets/font-77.ttf")).headers["content-type"]).toBe("font/ttf");
    const head = await send({ method: "HEAD", path: "/assets/index-4f2a.js", headers: { cookie } });
    expect(head).toMatchObject({ status: 200, body: "" });
  });

  test("that was rebuilt meanwhile is found as it is now", async () => {
    writeFileSync(join(rendererFolder, "assets", "index-9c01.js"), "export const now = 1;");
    await get("/");
    expect((await get("/assets/index-9c01.js")).body).toBe("export const now = 1;");
  });

  const strays = [
    "/../beside.js",
    "/assets/../../beside.js",
    "/%2e%2e/beside.js",
    "/..%2fbeside.js",
    "/..%5cbeside.js",
    "/assets/%2e%2e/%2e%2e/beside.js",
    "/%252e%252e%252fbeside.js",
    "/....//beside.js",
    "/assets/..;/beside.js",
    "/assets//index-4f2a.js",
    `/${join(import.meta.dirname, "..", "..", "package.json")}`,
    "/assets/index-4f2a.js%00.html",
    "/%zz",
    "/%00",
    "/a%ff",
    "/assets/",
    "/assets",
    "/secret.bin",
    "/lencana.db",
    "/nothing.js",
  ];
  test.each(strays)("does not lead to %s", async (path) => {
    const answer = await sendRaw(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nCookie: ${cookie}\r\n\r\n`,
    );
    expect(answer).toBe("HTTP/1.1 404 Not Found");
  });
});

describe("anybody else", () => {
  const nothing = { body: "", headers: { "content-length": "0", connection: "close" } };

  test("under another name is not answered (DNS rebinding)", async () => {
    for (const name of ["evil.example", `evil.example:${host.port}`, "127.0.0.1", `[::1]:${host.port}`]) {
      expect(await get("/", { host: name, cookie })).toMatchObject({ status: 403, ...nothing });
      expect(await call({ host: name, origin: `http://${name}` })).toMatchObject({ status: 403, ...nothing });
    }
    expect(await sendRaw("GET / HTTP/1.0\r\n\r\n")).toBe("HTTP/1.1 403 Forbidden");
  });

  test("from another origin is not answered, not even a preflight", async () => {
    for (const origin of [
      "http://evil.example",
      "null",
      "http://127.0.0.1:1",
      `https://127.0.0.1:${host.port}`,
    ]) {
      expect(await call({ origin })).toMatchObject({ status: 403, ...nothing });
    }
    const preflight = { origin: "http://evil.example", "access-control-request-method": "POST" };
    const answer = await send({ method: "OPTIONS", path: "/rpc/editions/list", headers: preflight });
    expect(answer).toMatchObject({ status: 403, ...nothing });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("without the cookie is not answered", async () => {
    expect(await call({ cookie: "" })).toMatchObject({ status: 403, ...nothing });
    expect(await call({ cookie: `lencana-${host.port}=guess` })).toMatchObject({ status: 403, ...nothing });
    expect(await get("/assets/index-4f2a.js", {})).toMatchObject({ status: 403, ...nothing });
  });

  test("with a form of another site changes nothing", async () => {
    const headers = { origin: "http://evil.example", "content-type": "application/x-www-form-urlencoded" };
    expect(await call(headers, "json=1")).toMatchObject({ status: 403, ...nothing });
    expect(await call({ ...headers, origin: "null" }, "json=1")).toMatchObject({ status: 403, ...nothing });
  });

  test("by another method is not answered", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]) {
      expect(await send({ method, path: "/rpc/editions/list", headers: { cookie } })).toMatchObject({
        status: 405,
      });
    }
    expect(await get("/rpc/editions/list?data=%7B%7D")).toMatchObject({ status: 405, ...nothing });
    expect(await sendRaw(`CONNECT 127.0.0.1:${host.port} HTTP/1.1\r\nHost: x\r\n\r\n`)).toBe("closed");
  });

  test("from another machine finds nobody listening", async () => {
    const outside = new Promise((resolve) => {
      const socket = connect(host.port, "127.0.0.2", () => resolve("answered"));
      socket.once("error", () => resolve("nobody"));
    });
    expect(await outside).toBe("nobody");
  });
});

describe("a call", () => {
  test("of ours is answered", async () => {
    expect(await call({})).toMatchObject({ status: 200, body: '{"json":[]}' });
  });

  test("of what is not in the contract is not found", async () => {
    const headers = { cookie, origin: `http://127.0.0.1:${host.port}`, "content-length": "0" };
    for (const path of ["/rpc/", "/rpc/editions", "/rpc/editions/constructor", "/rpc/__proto__"]) {
      expect(await send({ method: "POST", path, headers })).toMatchObject({ status: 404, body: "" });
    }
  });

  test("with a body over 80 MB is answered with a sentence before the body is read", async () => {
    const head = [
      "POST /rpc/editions/importFile HTTP/1.1",
      `Host: 127.0.0.1:${host.port}`,
      `Origin: http://127.0.0.1:${host.port}`,
      `Cookie: ${cookie}`,
      "Content-Type: application/json",
      `Content-Length: ${300 * 1024 * 1024}`,
    ];
    expect(await sendRaw(`${head.join("\r\n")}\r\n\r\n{`)).toBe("HTTP/1.1 413 Payload Too Large");
    const answer = await call({}, "x".repeat(80 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({
      json: { code: "TOO_LARGE", message: expect.stringMatching(/^Berkas ini terlalu besar \(80 MB\)/) },
    });
    expect(await call({})).toMatchObject({ status: 200 });
  });

  test("with a body of unannounced length is refused", async () => {
    const headers = { cookie, origin: `http://127.0.0.1:${host.port}`, "transfer-encoding": "chunked" };
    expect(await send({ method: "POST", path: "/rpc/editions/list", headers }, "{}")).toMatchObject({
      status: 411,
    });
  });

  test("that cannot be read is an incident, and the host serves on", async () => {
    for (const type of ["application/json", "multipart/form-data; boundary=x", "multipart/form-data"]) {
      const answer = await call({ "content-type": type }, "{");
      expect(answer.status).toBe(500);
      expect(JSON.parse(answer.body)).toMatchObject({ json: { code: "INTERNAL" } });
    }
    expect(await call({})).toMatchObject({ status: 200 });
  });
});

test("a renderer that was never built says what to run", async () => {
  const other = temporaryPaths();
  const unbuilt = await startHost({ paths: other.paths, rendererFolder: join(other.paths.data, "nowhere") });
  const entrance = await fetch(unbuilt.address(), { redirect: "manual" });
  const [given = ""] = (entrance.headers.get("set-cookie") ?? "").split(";");
  const answer = await fetch(`http://127.0.0.1:${unbuilt.port}/`, { headers: { cookie: given } });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain("npm start");
  await unbuilt.close();
  other.remove();
});
