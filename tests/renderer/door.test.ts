import { describe, expect, it } from "vitest";
import type { SessionView } from "../../electron/contract/accounts.ts";
import { createDoor } from "../../renderer/api/door.ts";

const signIn = "Masuk dulu.";
const sri = { id: 1, name: "Sri", role: "secretary", closed: false } as const;
const budi = { id: 2, name: "Budi", role: "operator", closed: false } as const;

function seat(account: SessionView["account"], why: string | null = null): SessionView {
  return { account, locked: why !== null, why, secured: true, idleMinutes: 10 };
}

function openDoor() {
  let strangers = 0;
  const door = createDoor({
    findSignIn: (error) => (error instanceof Error && error.message === signIn ? signIn : null),
    onStranger: () => (strangers += 1),
  });
  return { door, strangers: () => strangers };
}

/** A call that asks for a sign-in as long as it is told to. */
function guarded(answer = "jawaban") {
  const call = { tries: 0, asks: true };
  const run = async () => {
    call.tries += 1;
    if (call.asks) throw new Error(signIn);
    return answer;
  };
  return { call, run };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("the door before a page's calls", () => {
  it("lets answers and other refusals through as they are", async () => {
    const { door } = openDoor();
    expect(await door.pass(async () => 7)).toBe(7);
    await expect(
      door.pass(async () => {
        throw new Error("Berat.");
      }),
    ).rejects.toThrow("Berat.");
    expect(door.state().shut).toBe(false);
  });

  it("shuts with the server's sentence, and carries the call out again once somebody has signed in", async () => {
    const { door } = openDoor();
    const { call, run } = guarded();
    const answer = door.pass(run);
    await turn();
    expect(door.state()).toEqual({ person: null, shut: true, sentence: signIn });
    call.asks = false;
    door.admit(seat(sri));
    expect(await answer).toBe("jawaban");
    expect(call.tries).toBe(2);
    expect(door.state()).toEqual({ person: sri, shut: false, sentence: null });
  });

  it("never opens by what the server says of the window, only by a sign-in", async () => {
    const { door } = openDoor();
    const { run } = guarded();
    void door.pass(run).catch(() => {});
    await turn();
    door.told(seat(sri));
    expect(door.state().shut).toBe(true);
  });

  it("asks again where the sign-in was not enough", async () => {
    const { door } = openDoor();
    const { call, run } = guarded();
    const answer = door.pass(run);
    await turn();
    door.admit(seat(sri));
    await turn();
    expect(door.state().shut).toBe(true);
    call.asks = false;
    door.admit(seat(sri));
    expect(await answer).toBe("jawaban");
    expect(call.tries).toBe(3);
  });

  it("lets a call that was under way during the sign-in try again without asking twice", async () => {
    const { door } = openDoor();
    const late = Promise.withResolvers<string>();
    let tries = 0;
    const answer = door.pass(() => (++tries === 1 ? late.promise : Promise.resolve("kedua")));
    door.admit(seat(sri));
    late.reject(new Error(signIn));
    expect(await answer).toBe("kedua");
    expect(door.state().shut).toBe(false);
  });

  it("locks for the one who sits here when the server has locked or signed out the window", () => {
    const { door } = openDoor();
    door.told(seat(sri));
    expect(door.state()).toEqual({ person: sri, shut: false, sentence: null });
    door.told(seat(sri, "Terkunci."));
    expect(door.state().shut).toBe(true);
    door.admit(seat(sri));
    door.told(seat(null));
    expect(door.state()).toEqual({ person: sri, shut: true, sentence: null });
  });

  it("stays open for nobody as long as nothing asks", () => {
    const { door } = openDoor();
    door.told(seat(null));
    expect(door.state().shut).toBe(false);
  });

  it("leaves nothing of one person's page to another", async () => {
    const { door, strangers } = openDoor();
    door.admit(seat(sri));
    const { call, run } = guarded();
    void door.pass(run);
    await turn();
    door.admit(seat(budi));
    await turn();
    expect(call.tries).toBe(1);
    expect(strangers()).toBe(1);
    door.told(seat(budi));
    expect(strangers()).toBe(2);
  });

  it("refuses what waits when nobody signs in, or when its page is left", async () => {
    const { door } = openDoor();
    const leaving = new AbortController();
    const left = door.pass(guarded().run, leaving.signal);
    const waiting = door.pass(guarded().run);
    await turn();
    leaving.abort();
    await expect(left).rejects.toThrow(signIn);
    door.turnAway();
    await expect(waiting).rejects.toThrow(signIn);
    expect(door.state().shut).toBe(false);
  });
});
