import { useLayoutEffect, useRef } from "react";
import styles from "./grid.module.css";
import { type EditMode, editorCommandOf, type Command } from "./gridKeys.ts";

interface CellEditorProps {
  box: { left: number; top: number; width: number; height: number };
  /** Where the sentence stands: above the cell near the foot of the window. */
  bubbleAbove: boolean;
  label: string;
  initialText: string;
  mode: EditMode;
  fault: string | null;
  onText: (text: string) => void;
  onCommand: (command: Command) => void;
  /** A block with tabs or lines is pasted over the cells, not into the text. */
  onBlock: (text: string) => void;
  onLeave: () => void;
}

/** The one text field of the grid, laid over the cell that is typed in. */
export function CellEditor(props: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  const { box, fault, mode } = props;

  useLayoutEffect(() => {
    const field = input.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const bubbleTop = props.bubbleAbove ? box.top - 34 : box.top + box.height + 3;
  return (
    <>
      <input
        ref={input}
        className={styles.editor}
        style={{ left: box.left - 1, top: box.top - 1, width: box.width + 1, height: box.height + 1 }}
        aria-label={props.label}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : "salah-ketik"}
        defaultValue={props.initialText}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => props.onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const command = editorCommandOf(event, mode);
          if (!command) return;
          event.preventDefault();
          event.stopPropagation();
          props.onCommand(command);
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text/plain");
          if (!/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
          event.preventDefault();
          props.onBlock(text);
        }}
        onBlur={props.onLeave}
      />
      {fault !== null && (
        <div
          id="salah-ketik"
          role="alert"
          className={styles.bubble}
          style={{ left: box.left, top: bubbleTop }}
        >
          {fault}
        </div>
      )}
    </>
  );
}
