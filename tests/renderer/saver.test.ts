import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSaver } from "../../renderer/components/saver.ts";
import type { SaverState } from "../../renderer/components/saver.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function openSaver(save: (text: string) => Promise<unknown>) {
  const states: SaverState["kind"][] = [];
  const saver = createSaver<string>({ delayMs: 100 });
  saver.connect({ save, onState: ({ kind }) => states.push(kind) });
  return { saver, states };
}

test("what is typed in one breath is saved once, as it stood at the end", async () => {
  const saved: string[] = [];
  const { saver, states } = openSaver(async (text) => saved.push(text));
  saver.change("M");
  saver.change("Ma");
  saver.change("Magetan");
  await vi.advanceTimersByTimeAsync(100);
  expect(saved).toEqual(["Magetan"]);
  expect(states.at(-1)).toBe("saved");
  expect(saver.dirty()).toBe(false);
});

test("a newer value waits for the older one's save and is then saved itself", async () => {
  const saved: string[] = [];
  const finish: (() => void)[] = [];
  const { saver } = openSaver((text) => {
    saved.push(text);
    return new Promise<void>((resolve) => finish.push(resolve));
  });
  saver.change("lama");
  void saver.flush();
  saver.change("baru");
  await vi.advanceTimersByTimeAsync(500);
  expect(saved).toEqual(["lama"]);
  finish[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(["lama", "baru"]);
  finish[1]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(saver.dirty()).toBe(false);
});

test("a refused value is kept and sent again when asked", async () => {
  let refuse = true;
  const saved: string[] = [];
  const { saver, states } = openSaver(async (text) => {
    if (refuse) throw new Error("terputus");
    saved.push(text);
  });
  saver.change("Suprawoto");
  await saver.flush();
  expect(states.at(-1)).toBe("failed");
  expect(saver.dirty()).toBe(true);
  refuse = false;
  await saver.flush();
  expect(saved).toEqual(["Suprawoto"]);
  expect(states.at(-1)).toBe("saved");
});

test("what was dropped is never saved", async () => {
  const saved: string[] = [];
  const { saver, states } = openSaver(async (text) => saved.push(text));
  saver.change("salah");
  saver.drop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual([]);
  expect(states.at(-1)).toBe("idle");
});

test("nothing to save, nothing is sent", async () => {
  const save = vi.fn(async () => {});
  const { saver } = openSaver(save);
  await saver.flush();
  expect(save).not.toHaveBeenCalled();
});
