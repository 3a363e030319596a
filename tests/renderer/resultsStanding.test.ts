import { describe, expect, it } from "vitest";
import type { RoundResultView } from "../../electron/contract/results.ts";
import { moved } from "../../renderer/components/moved.ts";
import { orderInWords } from "../../renderer/features/results/order.ts";
import { openCells, roundStanding } from "../../renderer/features/results/standing.ts";

function round(more: Partial<RoundResultView>): RoundResultView {
  const entry = { entryId: 1, code: "35.01", label: "Kabupaten Pacitan", rank: 1, total: "90.00" };
  return {
    roundId: 1,
    key: "paparan",
    name: "Paparan",
    kind: "panel",
    decimals: 2,
    complete: false,
    final: false,
    indicators: [],
    rows: [
      {
        ...entry,
        exact: null,
        tieBreak: null,
        advances: false,
        contributions: [],
        carried: null,
        missing: "",
      },
    ],
    undecided: [],
    cut: null,
    ties: [],
    decisions: [],
    ...more,
  };
}

describe("the band above a ranking", () => {
  it("calls a result complete only when it is final", () => {
    expect(roundStanding(round({ complete: true, final: true }), null)).toMatchObject({
      tone: "final",
      title: "Hasil lengkap",
    });
  });

  it("counts the sheets that lack values", () => {
    expect(roundStanding(round({}), 3).title).toBe("Pratinjau sementara: 3 lembar belum lengkap");
  });

  it("stays a preview while a tie is open, and says so", () => {
    const standing = roundStanding(round({ complete: true, undecided: [[1, 2]] }), null);
    expect(standing.tone).toBe("preview");
    expect(standing.title).toContain("1 seri belum diputuskan");
  });

  it("stays a preview while it is not sealed, and says what keeps it from that", () => {
    const done = round({ complete: true });
    const seal = {
      roundId: 1,
      roundName: "Paparan",
      state: "open" as const,
      version: null,
      sealedAt: null,
      hash: null,
      conditions: [{ sentence: "2 sel ketikan masih berbeda", holds: false }],
      signatures: [],
      signaturesNeeded: 2,
      presentHash: null,
    };
    expect(roundStanding(done, null, seal)).toEqual({
      tone: "preview",
      title: "Lengkap, belum disegel",
      detail: "Belum dapat disegel: 2 sel ketikan masih berbeda.",
    });
    expect(roundStanding(done, null, { ...seal, state: "ready" }).detail).toContain("0 dari 2 tanda tangan");
    const sealed = { ...seal, state: "sealed" as const, version: 1, sealedAt: "2021-10-05T03:00:00.000Z" };
    expect(roundStanding({ ...done, final: true }, null, sealed)).toMatchObject({
      tone: "final",
      title: "Hasil disegel · versi 1",
    });
  });

  it("is a preview, not an error, for a round that nobody has reached", () => {
    expect(roundStanding(round({ rows: [] }), 0)).toMatchObject({
      tone: "preview",
      title: "Belum ada peserta",
    });
  });

  it("never calls anything but a final result complete", () => {
    for (const sheets of [null, 0, 1])
      for (const complete of [true, false])
        expect(roundStanding(round({ complete }), sheets).tone).toBe("preview");
  });
});

it("open sheets are those empty or begun, not those complete or of a recused panelist", () => {
  const states = ["empty", "partial", "complete", "recused"] as const;
  const cells = states.map((state, entryId) => ({ entryId, panelistId: 1, state, given: 0 }));
  expect(openCells({ cells }).map(({ state }) => state)).toEqual(["empty", "partial"]);
});

describe("putting tied entries in order", () => {
  it("moves one and keeps the order of the others", () => {
    expect(moved(["a", "b", "c", "d"], 3, 1)).toEqual(["a", "d", "b", "c"]);
    expect(moved(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
  });

  it("moves nothing past the ends", () => {
    const list = ["a", "b"];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 2)).toBe(list);
  });

  it("is said back with the rank of each", () => {
    expect(orderInWords(["Kota Kediri", "Kabupaten Kediri"], 3)).toBe(
      "peringkat 3 Kota Kediri, peringkat 4 Kabupaten Kediri",
    );
  });
});
