import { describe, expect, it } from "vitest";
import {
  advance,
  areaOf,
  type Move,
  moveSelection,
  type Position,
  type Selection,
  selectCell,
  type Terrain,
} from "../../renderer/features/sheets/movement.ts";

const at = (row: number, column: number): Position => ({ row, column });

function terrain(changes: Partial<Terrain> = {}): Terrain {
  return { rows: 10, columns: 4, pageRows: 5, filled: () => false, locked: () => false, ...changes };
}

function moved(from: Position, move: Move, changes: Partial<Terrain> = {}): Position {
  return moveSelection(selectCell(from), move, false, terrain(changes)).active;
}

const filled = (row: number, column: number) => column === 1 && (row <= 3 || row === 7);
const locked = (row: number) => row === 4 || row === 5;

function next(selection: Selection, back = false, changes: Partial<Terrain> = {}): Position | null {
  return advance(selection, "right", back, terrain(changes))?.active ?? null;
}

describe("moving through the grid", () => {
  it.each<[Move, Position]>([
    ["up", at(2, 1)],
    ["down", at(4, 1)],
    ["left", at(3, 0)],
    ["right", at(3, 2)],
    ["rowStart", at(3, 0)],
    ["rowEnd", at(3, 3)],
    ["gridStart", at(0, 0)],
    ["gridEnd", at(9, 3)],
    ["pageUp", at(0, 1)],
    ["pageDown", at(8, 1)],
  ])("%s from the second cell of the fourth row", (move, position) => {
    expect(moved(at(3, 1), move)).toEqual(position);
  });

  it("stops at the edges", () => {
    expect(moved(at(0, 0), "up")).toEqual(at(0, 0));
    expect(moved(at(0, 0), "left")).toEqual(at(0, 0));
    expect(moved(at(9, 3), "down")).toEqual(at(9, 3));
    expect(moved(at(9, 3), "pageDown")).toEqual(at(9, 3));
  });

  it("with Ctrl goes to the end of the filled block, over a gap, and to the end of the grid", () => {
    expect(moved(at(0, 1), "blockDown", { filled })).toEqual(at(3, 1));
    expect(moved(at(3, 1), "blockDown", { filled })).toEqual(at(7, 1));
    expect(moved(at(7, 1), "blockDown", { filled })).toEqual(at(9, 1));
    expect(moved(at(9, 1), "blockUp", { filled })).toEqual(at(7, 1));
    expect(moved(at(9, 1), "blockDown", { filled })).toEqual(at(9, 1));
    expect(moved(at(2, 3), "blockLeft", { filled })).toEqual(at(2, 1));
    expect(moved(at(2, 0), "blockRight", { filled })).toEqual(at(2, 1));
  });

  it("stretches the selection with Shift and leaves the active cell where it is", () => {
    let selection = moveSelection(selectCell(at(3, 1)), "down", true, terrain());
    selection = moveSelection(selection, "right", true, terrain());
    expect(selection.active).toEqual(at(3, 1));
    expect(areaOf(selection)).toEqual({ top: 3, left: 1, bottom: 4, right: 2 });
  });
});

describe("Enter and Tab", () => {
  it("go along the row and on to the next one, as a paper sheet is read", () => {
    expect(next(selectCell(at(3, 1)))).toEqual(at(3, 2));
    expect(next(selectCell(at(3, 3)))).toEqual(at(4, 0));
    expect(next(selectCell(at(4, 0)), true)).toEqual(at(3, 3));
  });

  it("go down the column and on to the next one when so chosen", () => {
    expect(advance(selectCell(at(3, 1)), "down", false, terrain())?.active).toEqual(at(4, 1));
    expect(advance(selectCell(at(9, 1)), "down", false, terrain())?.active).toEqual(at(0, 2));
    expect(advance(selectCell(at(0, 2)), "down", true, terrain())?.active).toEqual(at(9, 1));
  });

  it("pass over the rows of recused panelists", () => {
    expect(next(selectCell(at(3, 3)), false, { locked })).toEqual(at(6, 0));
    expect(next(selectCell(at(6, 0)), true, { locked })).toEqual(at(3, 3));
  });

  it("end at the last cell, and where only recused rows follow", () => {
    expect(next(selectCell(at(9, 3)))).toBeNull();
    expect(next(selectCell(at(0, 0)), true)).toBeNull();
    expect(next(selectCell(at(7, 3)), false, { locked: (row) => row > 7 })).toBeNull();
  });

  it("go round inside a stretched selection", () => {
    const selection = { active: at(1, 1), anchor: at(1, 1), extent: at(2, 2) };
    const seen: (Position | undefined)[] = [];
    let now: Selection | null = selection;
    for (let press = 0; press < 4; press += 1) {
      now = now && advance(now, "right", false, terrain());
      seen.push(now?.active);
    }
    expect(seen).toEqual([at(1, 2), at(2, 1), at(2, 2), at(1, 1)]);
    expect(now && areaOf(now)).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
  });
});
