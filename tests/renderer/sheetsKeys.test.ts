import { describe, expect, it } from "vitest";
import { commandOf, editorCommandOf, type KeyPress } from "../../renderer/features/sheets/gridKeys.ts";

function press(keys: string): KeyPress {
  const parts = keys.split("+");
  return {
    key: parts.at(-1) ?? "",
    ctrlKey: parts.includes("Ctrl"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
    metaKey: false,
  };
}

describe("a key in the grid", () => {
  it.each([
    ["5", { kind: "type", text: "5" }],
    [",", { kind: "type", text: "," }],
    ["-", { kind: "type", text: "-" }],
    ["F2", { kind: "edit" }],
    ["Delete", { kind: "clear" }],
    ["Ctrl+z", { kind: "undo" }],
    ["Ctrl+Shift+Z", { kind: "redo" }],
    ["Ctrl+y", { kind: "redo" }],
    ["Ctrl+D", { kind: "fillDown" }],
    ["Shift+Tab", { kind: "advance", by: "tab", back: true }],
    ["Enter", { kind: "advance", by: "enter", back: false }],
    ["Ctrl+Home", { kind: "move", move: "gridStart", stretch: false }],
    ["Ctrl+Shift+ArrowDown", { kind: "move", move: "blockDown", stretch: true }],
  ])("%s", (keys, command) => {
    expect(commandOf(press(keys))).toEqual(command);
  });

  it.each(["Ctrl+c", "Ctrl+v", "Ctrl+k", "Alt+ArrowLeft", " ", "Shift", "F5", "Ctrl+Shift+A"])(
    "%s is left to the browser and the page",
    (keys) => {
      expect(commandOf(press(keys))).toBeNull();
    },
  );
});

describe("a key while a cell is typed in", () => {
  it("an arrow goes on to the next cell after typing over, and moves the caret while mending", () => {
    const right = { kind: "move", move: "right", stretch: false };
    expect(editorCommandOf(press("ArrowRight"), "typing")).toEqual(right);
    expect(editorCommandOf(press("ArrowRight"), "mending")).toBeNull();
    expect(editorCommandOf(press("ArrowDown"), "mending")).toMatchObject({ move: "down" });
  });

  it("Ctrl+Z takes back letters in the text field, not values", () => {
    expect(editorCommandOf(press("Ctrl+z"), "typing")).toBeNull();
  });

  it("Esc takes back what was typed", () => {
    expect(editorCommandOf(press("Escape"), "mending")).toEqual({ kind: "cancel" });
  });
});
