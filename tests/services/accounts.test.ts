import { afterEach, beforeEach, expect, test } from "vitest";
import { applicationChain, iterateLedger } from "../../electron/database/queries/ledger.ts";
import { readBody } from "../../electron/domain/ledger.ts";
import { hashPin, pinCost, pinFits } from "../../electron/services/pins.ts";
import type { Clock } from "../../electron/platform/clock.ts";
import { errorOf, openSample } from "../support/application.ts";
import { openSecured, pin, seat, type Secured } from "../support/secured.ts";

let secured: Secured;
beforeEach(async () => {
  secured = await openSecured({ keying: "single" });
});
afterEach(() => secured.close());

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

test("a PIN is changed by who knows it, reset by the secretary, and the old one is worth nothing", async () => {
  const { siti } = secured;
  const { api } = seat(secured.context, "jendela 20", null);
  const accountId = idOf("andi");
  await api.accounts.changePin({ accountId, oldPin: pin, newPin: "135791" });
  expect((await errorOf(api.accounts.signIn({ accountId, pin }))).message).toMatch(/PIN untuk Andi salah/);
  await siti.api.accounts.resetPin({ accountId, pin: "frasa sandi panjang" });
  await api.accounts.signIn({ accountId, pin: "frasa sandi panjang" });
  expect(
    (await errorOf(api.accounts.changePin({ accountId, oldPin: "135791", newPin: pin }))).message,
  ).toMatch(/salah/);
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

test("an operator has no recovery code", async () => {
  const recovered = secured.andi.api.accounts.recover({
    accountId: idOf("andi"),
    code: "",
    newPin: "135791",
  });
  expect((await errorOf(recovered)).message).toMatch(/Kode pemulihan tidak cocok/);
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
