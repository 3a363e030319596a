import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contract } from "../../electron/contract/index.ts";
import { applicationChain, iterateLedger } from "../../electron/database/queries/ledger.ts";
import { readBody } from "../../electron/domain/ledger.ts";
import { hashPin, newRecoveryCode, pinCost, pinFits, plainCode } from "../../electron/services/pins.ts";
import type { Clock } from "../../electron/platform/clock.ts";
import { errorOf, openSample } from "../support/application.ts";
import { openSecured, pin, seat, type Secured } from "../support/secured.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
});
afterEach(() => secured.close());

function triesOf(accountId: number): number | undefined {
  return secured.context.db
    .prepare<[number], number>("SELECT wrong_tries FROM accounts WHERE id = ?")
    .pluck()
    .get(accountId);
}

/** A window at which time is what the test says. */
function windowAt(at: string) {
  const time = { now: at };
  const clock: Clock = { now: () => time.now };
  return { time, ...seat({ ...secured.context, clock }, "jendela 20", null) };
}

const idOf = (name: "siti" | "andi") => secured[name].session.account!.id;

test("signing in takes the right PIN, and says who sits there", async () => {
  const { api, session } = seat(secured.context, "jendela 20", null);
  expect(await api.accounts.session()).toMatchObject({ account: null, locked: false, secured: true });
  expect(await api.accounts.signIn({ accountId: idOf("andi"), pin })).toMatchObject({
    account: { name: "Andi", role: "operator" },
    locked: false,
  });
  await api.accounts.signOut();
  expect(session.account).toBeNull();
});

test("wrong tries slow the next one down, longer each time, also for the right PIN, and stand in the ledger", async () => {
  const { api, time } = windowAt("2026-10-06T01:00:00.000Z");
  const accountId = idOf("andi");
  const wrong = async () => (await errorOf(api.accounts.signIn({ accountId, pin: "000000" }))).message;
  expect([await wrong(), await wrong(), await wrong()]).toEqual([
    "PIN untuk Andi salah. Coba lagi.",
    "PIN untuk Andi salah. Coba lagi.",
    "PIN untuk Andi salah. Coba lagi setelah 5 detik.",
  ]);
  const early = await errorOf(api.accounts.signIn({ accountId, pin }));
  expect([early.code, early.message]).toEqual([
    "FORBIDDEN",
    "PIN untuk Andi beberapa kali salah. Tunggu 5 detik, lalu coba lagi.",
  ]);
  time.now = "2026-10-06T01:00:06.000Z";
  expect(await wrong()).toBe("PIN untuk Andi salah. Coba lagi setelah 10 detik.");
  time.now = "2026-10-06T01:00:17.000Z";
  expect(await api.accounts.signIn({ accountId, pin })).toMatchObject({ account: { name: "Andi" } });
  const acts = Array.from(
    iterateLedger(secured.context.db, applicationChain),
    (entry) => readBody(entry).act,
  );
  expect(acts.filter((act) => act === "akun.pin-salah")).toHaveLength(4);
  expect(acts.at(-1)).toBe("akun.masuk");
});

test("a window left alone is locked, and moving the mouse does not open it", async () => {
  const { api, session, time } = windowAt("2026-10-06T01:00:00.000Z");
  await api.accounts.signIn({ accountId: idOf("andi"), pin });
  time.now = "2026-10-06T01:09:00.000Z";
  expect(await api.accounts.stillHere()).toMatchObject({ locked: false });
  time.now = "2026-10-06T01:20:00.000Z";
  expect(await api.accounts.session()).toMatchObject({ locked: true, account: { name: "Andi" } });
  expect(await api.accounts.stillHere()).toMatchObject({ locked: true });
  expect(await errorOf(api.regions.list({ editionId: secured.editionId }))).toMatchObject({
    code: "SIGN_IN",
    message: "Jendela ini terkunci karena lama tidak dipakai. Masukkan PIN Anda untuk melanjutkan.",
  });
  await api.accounts.signIn({ accountId: session.account!.id, pin });
  expect(await api.regions.list({ editionId: secured.editionId })).not.toEqual([]);
});

test("a PIN is changed by who knows it, and the old one is worth nothing", async () => {
  const { api } = seat(secured.context, "jendela 20", null);
  const accountId = idOf("andi");
  await api.accounts.changePin({ accountId, oldPin: pin, newPin: "135791" });
  expect((await errorOf(api.accounts.signIn({ accountId, pin }))).message).toMatch(/PIN untuk Andi salah/);
  await api.accounts.signIn({ accountId, pin: "135791" });
  expect((await errorOf(api.accounts.changePin({ accountId, oldPin: pin, newPin: pin }))).message).toMatch(
    /salah/,
  );
});

test("sixty tries at once are one after the other: three are heard, the rest wait, also the right PIN", async () => {
  const { api } = windowAt("2026-10-06T01:00:00.000Z");
  const accountId = idOf("andi");
  const pins = Array.from({ length: 60 }, (_, index) => (index === 59 ? pin : `9${index}0000`));
  const answers = await Promise.allSettled(pins.map((each) => api.accounts.signIn({ accountId, pin: each })));
  const sentences = answers.map((answer) => (answer.status === "rejected" ? String(answer.reason) : "masuk"));
  expect(sentences.filter((sentence) => sentence.includes("PIN untuk Andi salah."))).toHaveLength(3);
  expect(sentences.filter((sentence) => sentence.includes("Tunggu 5 detik"))).toHaveLength(57);
  expect(triesOf(accountId)).toBe(3);
});

test("recovery codes and PINs tried at once slow each other down", async () => {
  const { api } = windowAt("2026-10-06T01:00:00.000Z");
  const accountId = idOf("andi");
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0
        ? api.accounts.recover({ accountId, code: `AAAAA-AAAAA-AAAAA-AA${index}`, newPin: "135791" })
        : api.accounts.changePin({ accountId, oldPin: `9${index}0000`, newPin: "135791" }),
    ),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toEqual([]);
  expect(triesOf(accountId)).toBe(3);
});

test("another account's wrong tries make nobody wait", async () => {
  const { api } = windowAt("2026-10-06T01:00:00.000Z");
  const wrong = Array.from({ length: 5 }, () =>
    api.accounts.signIn({ accountId: idOf("andi"), pin: "000000" }),
  );
  const right = api.accounts.signIn({ accountId: idOf("siti"), pin });
  await Promise.allSettled(wrong);
  expect(await right).toMatchObject({ account: { name: "Siti" } });
});

test("a changed or recovered PIN ends the account's other windows, which say why; the one who changed it goes on", async () => {
  const { siti, editionId } = secured;
  const { accounts, recoveryCode } = await siti.api.accounts.create({ name: "Dewi", role: "viewer", pin });
  const accountId = accounts.find(({ name }) => name === "Dewi")!.id;
  const here = seat(secured.context, "jendela 21", null);
  const there = seat(secured.context, "jendela 22", null);
  for (const { api } of [here, there]) await api.accounts.signIn({ accountId, pin });
  const told: string[] = [];
  secured.context.changes.subscribe("change", ({ nouns }) => told.push(...nouns));

  await here.api.accounts.changePin({ accountId, oldPin: pin, newPin: "135791" });
  expect(told).toContain("accounts");
  await here.api.regions.list({ editionId });
  const why = "PIN Dewi sudah diganti. Masuk lagi dengan PIN yang baru.";
  expect(await errorOf(there.api.regions.list({ editionId }))).toMatchObject({
    code: "SIGN_IN",
    message: why,
  });
  expect(await there.api.accounts.stillHere()).toMatchObject({
    account: { name: "Dewi" },
    locked: true,
    why,
  });
  expect(
    (await errorOf(here.api.accounts.recover({ accountId, code: recoveryCode, newPin: pin }))).message,
  ).toMatch(/Kode pemulihan tidak cocok/);

  await there.api.accounts.signIn({ accountId, pin: "135791" });
  const { recoveryCode: own } = await there.api.accounts.changePin({
    accountId,
    oldPin: "135791",
    newPin: pin,
  });
  await siti.api.accounts.recover({ accountId, code: own, newPin: "864209" });
  for (const { api } of [here, there]) {
    expect(await errorOf(api.regions.list({ editionId }))).toMatchObject({ code: "SIGN_IN", message: why });
  }
  await siti.api.regions.list({ editionId });
});

test("a window of an account that is closed is told so without an act of its own", async () => {
  const told: string[] = [];
  secured.context.changes.subscribe("change", ({ nouns }) => told.push(...nouns));
  await secured.siti.api.accounts.close({ accountId: idOf("andi") });
  expect(told).toContain("accounts");
  expect(await secured.andi.api.accounts.session()).toMatchObject({
    account: { name: "Andi", closed: true },
    locked: true,
    why: "Akun Andi sudah ditutup. Masuk dengan akun lain.",
  });
});

test("the secretary's forgotten PIN is replaced with the printed code only, which is then spent", async () => {
  const sample = await openSample();
  const first = seat(sample.context, "jendela 1", null);
  const { recoveryCode } = await first.api.security.secure({
    editionId: sample.editionId,
    secretary: "Siti",
    pin,
  });
  const accountId = first.session.account!.id;
  const { api } = seat(sample.context, "jendela 2", null);
  const wrong = api.accounts.recover({ accountId, code: "AAAAA-BBBBB", newPin: "135791" });
  expect((await errorOf(wrong)).message).toMatch(/Kode pemulihan tidak cocok/);
  const typed = recoveryCode!.toLowerCase().replaceAll("-", " ");
  const next = await api.accounts.recover({ accountId, code: typed, newPin: "135791" });
  expect(next.recoveryCode).not.toBe(recoveryCode);
  await api.accounts.signIn({ accountId, pin: "135791" });
  const again = api.accounts.recover({ accountId, code: typed, newPin: "246810" });
  expect((await errorOf(again)).message).toMatch(/Kode pemulihan tidak cocok/);
  await sample.close();
});

test("everybody has a printed code of their own, and nobody sets another's PIN", async () => {
  const { siti, context } = secured;
  expect(Object.keys(contract.accounts)).not.toContain("resetPin");
  const { accounts, recoveryCode } = await siti.api.accounts.create({ name: "Dewi", role: "chair", pin });
  const accountId = accounts.find(({ name }) => name === "Dewi")!.id;
  const { api } = seat(context, "jendela 20", null);
  const sitis = api.accounts.recover({ accountId: idOf("siti"), code: recoveryCode, newPin: "135791" });
  expect((await errorOf(sitis)).message).toMatch(/Kode pemulihan tidak cocok/);
  await api.accounts.recover({ accountId, code: recoveryCode, newPin: "135791" });
  expect(await api.accounts.signIn({ accountId, pin: "135791" })).toMatchObject({
    account: { name: "Dewi" },
  });
  await siti.api.accounts.close({ accountId });
  const closed = api.accounts.recover({ accountId, code: recoveryCode, newPin: "246810" });
  expect((await errorOf(closed)).message).toBe("Akun Dewi sudah ditutup.");
});

test("a recovery code has 100 even bits, and is read as people write it", () => {
  const codes = Array.from({ length: 4000 }, () => newRecoveryCode());
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  const counts = new Map<string, number>();
  for (const sign of codes.join("").replaceAll("-", "")) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  expect(counts.size).toBe(32);
  // 80,000 signs, 2,500 of each: with the former alphabet two of them came a seventh more often.
  for (const count of counts.values()) expect(Math.abs(count - 2500)).toBeLessThan(300);
  expect(plainCode("o1il0-abcde fghjk mnpqr")).toBe("01110ABCDEFGHJKMNPQR");
});

test("a secretary from before everybody had a code gets one when securing", async () => {
  const sample = await openSample();
  const { api } = seat(sample.context, "jendela 1", null);
  await api.accounts.create({ name: "Siti", role: "secretary", pin });
  sample.context.db.exec(
    "UPDATE accounts SET recovery_hash = NULL; DROP TRIGGER ledger_never_deleted; DELETE FROM ledger",
  );
  rmSync(join(sample.paths.data, "kepala.json"));
  const { recoveryCode } = await api.security.secure({ editionId: sample.editionId, secretary: "Siti", pin });
  expect(recoveryCode).not.toBeNull();
  expect((await api.security.verify({ editionId: sample.editionId })).findings).toEqual([
    "Pengaman buku catatan dibuang dari basis data di luar program: ledger_never_deleted.",
  ]);
  const { id: accountId } = (await api.accounts.list())[0]!;
  await api.accounts.recover({ accountId, code: recoveryCode!, newPin: "135791" });
  await sample.close();
});

test("the last secretary cannot be closed, and a name is not given twice", async () => {
  const { siti } = secured;
  expect((await errorOf(siti.api.accounts.close({ accountId: idOf("siti") }))).message).toMatch(
    /satu-satunya sekretaris/,
  );
  const second = siti.api.accounts.create({ name: "andi", role: "chair", pin });
  expect((await errorOf(second)).message).toBe(
    'Nama "andi" sudah dipakai akun lain. Tambahkan gelar atau bagian namanya.',
  );
});

test("a closed account does not sign in, and what it did stays under its name", async () => {
  const { siti } = secured;
  const accountId = idOf("andi");
  const listed = await siti.api.accounts.close({ accountId });
  expect(listed.find(({ id }) => id === accountId)).toMatchObject({ name: "Andi", closed: true });
  const { api } = seat(secured.context, "jendela 20", null);
  expect((await errorOf(api.accounts.signIn({ accountId, pin }))).message).toBe("Akun Andi sudah ditutup.");
});

test("outside of tests a PIN costs memory and time, and its hash says how much", async () => {
  expect(pinCost).toMatchObject({ r: 8 });
  expect(pinCost.N).toBeGreaterThanOrEqual(2 ** 15);
  const hash = await hashPin(pin, pinCost);
  expect(hash).toMatch(/^scrypt\$32768\$8\$1\$/);
  expect([await pinFits(pin, hash), await pinFits("246811", hash)]).toEqual([true, false]);
});

test("PINs and codes stand nowhere in the clear", () => {
  const { context } = secured;
  const accounts = JSON.stringify(context.db.prepare("SELECT * FROM accounts").all());
  const ledger = Array.from(iterateLedger(context.db, applicationChain), ({ body }) => body).join();
  for (const text of [accounts, ledger]) expect(text).not.toContain(pin);
});
