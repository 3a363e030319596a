import type { Move } from "./movement.ts";

/** What a key asks of the grid. */
export type Command =
  | { kind: "move"; move: Move; stretch: boolean }
  /** Tab always goes along the row; Enter as the user chose. */
  | { kind: "advance"; by: "enter" | "tab"; back: boolean }
  | { kind: "type"; text: string }
  | { kind: "edit" }
  | { kind: "clear" }
  | { kind: "undo" }
  | { kind: "redo" }
  | { kind: "fillDown" }
  | { kind: "fillRight" }
  | { kind: "selectAll" }
  | { kind: "nextGap" }
  | { kind: "cancel" }
  | { kind: "leave" };

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const moves: Record<string, { plain: Move; ctrl: Move }> = {
  ArrowUp: { plain: "up", ctrl: "blockUp" },
  ArrowDown: { plain: "down", ctrl: "blockDown" },
  ArrowLeft: { plain: "left", ctrl: "blockLeft" },
  ArrowRight: { plain: "right", ctrl: "blockRight" },
  Home: { plain: "rowStart", ctrl: "gridStart" },
  End: { plain: "rowEnd", ctrl: "gridEnd" },
  PageUp: { plain: "pageUp", ctrl: "pageUp" },
  PageDown: { plain: "pageDown", ctrl: "pageDown" },
};

const plainKeys: Record<string, Command> = {
  F2: { kind: "edit" },
  F6: { kind: "leave" },
  F8: { kind: "nextGap" },
  Delete: { kind: "clear" },
  Backspace: { kind: "clear" },
  Escape: { kind: "cancel" },
};

const ctrlKeys: Record<string, Command> = {
  z: { kind: "undo" },
  y: { kind: "redo" },
  d: { kind: "fillDown" },
  r: { kind: "fillRight" },
  a: { kind: "selectAll" },
};

/** What a key asks while no cell is being typed in; null where it is none of ours. */
export function commandOf(press: KeyPress): Command | null {
  const { key, shiftKey } = press;
  const ctrl = press.ctrlKey || press.metaKey;
  if (press.altKey) return null;
  const move = moves[key];
  if (move) return { kind: "move", move: ctrl ? move.ctrl : move.plain, stretch: shiftKey };
  if (ctrl) {
    if (shiftKey && key.toLowerCase() === "z") return { kind: "redo" };
    return shiftKey ? null : (ctrlKeys[key.toLowerCase()] ?? null);
  }
  if (key === "Enter") return { kind: "advance", by: "enter", back: shiftKey };
  if (key === "Tab") return { kind: "advance", by: "tab", back: shiftKey };
  const plain = plainKeys[key];
  if (plain) return plain;
  return key.length === 1 && key !== " " ? { kind: "type", text: key } : null;
}

/** How a cell is being typed in: typing over it, where arrows go on to other cells, or mending what is there. */
export type EditMode = "typing" | "mending";

/** What a key asks while a cell is being typed in; null where the text field itself takes it. */
export function editorCommandOf(press: KeyPress, mode: EditMode): Command | null {
  const { key, shiftKey } = press;
  if (press.altKey) return null;
  if (key === "Escape") return { kind: "cancel" };
  if (key === "Enter") return { kind: "advance", by: "enter", back: shiftKey };
  if (key === "Tab") return { kind: "advance", by: "tab", back: shiftKey };
  if (press.ctrlKey || press.metaKey) return null;
  const upDown = key === "ArrowUp" || key === "ArrowDown" || key === "PageUp" || key === "PageDown";
  const move = moves[key];
  if (!move || shiftKey || (mode === "mending" && !upDown)) return null;
  return { kind: "move", move: move.plain, stretch: false };
}
