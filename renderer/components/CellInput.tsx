import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { cacheShown } from "../api/queryClient.ts";
import { stepToCell } from "./cellSteps.ts";
import { parseClipboard } from "./clipboardBlock.ts";
import { useReadOnly } from "./ReadOnlyArea.tsx";
import styles from "./CellInput.module.css";

interface CellInputProps {
  /** What is saved. */
  value: string;
  /** Called when the field is left or Enter pressed, only with a changed text. A sentence returned is shown and the text kept. */
  onCommit: (text: string) => string | null | void | Promise<unknown>;
  label: string;
  placeholder?: string;
  /** Where it stands in its table, for Enter and the arrows: `row` counts from 0. */
  row: number;
  column: string;
  align?: "left" | "right";
  inputMode?: "text" | "decimal" | "numeric";
  maxLength?: number;
  disabled?: boolean;
  /** Commits at every key; Esc then brings back what stood there when the field was entered. */
  live?: boolean;
  /** Long names wrap and grow downwards instead of being cut. */
  wraps?: boolean;
  /** Several cells were pasted, row by row; without it that is refused, since it would run together into one name. */
  onPasteBlock?: (block: string[][]) => void;
  /** The field was left, whatever was typed. */
  onLeave?: () => void;
}

/** A table's cell that can be typed in at once. Enter and the arrows go up and down, Esc takes back. */
export function CellInput(props: CellInputProps) {
  const { value, onCommit, label, row, column, align = "left", live = false, wraps = false } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const atFocus = useRef(value);
  const pointed = useRef(false);
  const readOnly = useReadOnly();

  const Field = wraps ? "textarea" : "input";
  const commit = async () => {
    if (typed === null) return;
    if (typed.trim() === value) {
      setTyped(null);
      setFault(null);
      return;
    }
    try {
      const refusal = await onCommit(typed.trim());
      if (typeof refusal === "string") {
        setFault(refusal);
        return;
      }
      await cacheShown();
      setFault(null);
      // Typed on while it was being saved: the newer text stays.
      setTyped((now) => (now === typed ? null : now));
    } catch {
      // The mutation has said why; the text stays to be mended.
      setFault("Belum tersimpan");
    }
  };

  const latestCommit = useRef(commit);
  useLayoutEffect(() => {
    latestCommit.current = commit;
  });
  const changed = typed !== null && typed.trim() !== value;
  useEffect(() => {
    if (!changed) return undefined;
    const close = (event: BeforeUnloadEvent) => {
      // The browser asks first; whatever is answered, what was typed is on its way.
      event.preventDefault();
      void latestCommit.current();
    };
    addEventListener("beforeunload", close);
    return () => removeEventListener("beforeunload", close);
  }, [changed]);
  // The page was left with the field still open, by Back for one.
  useEffect(() => () => void latestCommit.current(), [latestCommit]);

  return (
    <div className={styles.frame} data-cell-frame>
      <Field
        className={styles.cell}
        {...(wraps ? { rows: 1 } : {})}
        style={{ textAlign: align }}
        data-row={row}
        data-column={column}
        aria-label={label}
        aria-invalid={fault !== null}
        title={fault ?? undefined}
        placeholder={props.placeholder}
        inputMode={props.inputMode}
        maxLength={props.maxLength ?? 200}
        disabled={props.disabled}
        readOnly={readOnly}
        value={typed ?? value}
        onPointerDown={() => {
          pointed.current = true;
        }}
        onFocus={(event) => {
          if (typed === null) atFocus.current = value;
          // Come by Tab, as in a spreadsheet: typing replaces. A wrapping field does not select by itself.
          if (!pointed.current) event.currentTarget.select();
          pointed.current = false;
        }}
        onChange={(event) => {
          // A name is one line, however it came.
          setFault(null);
          setTyped(event.currentTarget.value.replaceAll(/\s*[\r\n\t]+\s*/g, " "));
          // A half-typed number is refused silently: the sentence comes when the field is left.
          if (live) void onCommit(event.currentTarget.value.trim());
        }}
        onPaste={(event) => {
          if (readOnly) return;
          const block = parseClipboard(event.clipboardData.getData("text/plain"));
          if (block.length < 2 && (block[0]?.length ?? 0) < 2) return;
          event.preventDefault();
          if (props.onPasteBlock) props.onPasteBlock(block);
          else setFault("Yang disalin lebih dari satu sel; tempel satu per satu");
        }}
        onBlur={() => void commit().then(props.onLeave)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape" && typed !== null) {
            event.stopPropagation();
            setTyped(null);
            setFault(null);
            if (live) void onCommit(atFocus.current);
          } else if (stepToCell(event)) {
            event.preventDefault();
          } else if (event.key === "Enter") {
            event.preventDefault();
            void commit();
          }
        }}
      />
      {fault !== null && (
        <div className={styles.fault} role="alert">
          {fault}
        </div>
      )}
    </div>
  );
}
