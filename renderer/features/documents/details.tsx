import { Group, Input, SegmentedControl, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { z } from "zod";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { isNumbered } from "../../../electron/domain/paperNumbers.ts";
import { optionalName, paperSize } from "../../../electron/contract/values.ts";
import { api, query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useExampleYear } from "../../app/edition.tsx";
import { DateField } from "../../components/DateField.tsx";
import { SavedSign } from "../../components/SavedSign.tsx";
import { useDraft } from "../../components/useDraft.ts";
import classes from "./page.module.css";

export type PaperDetails = Pick<PaperRow, "number" | "date" | "paperSize">;

/** Number, date and size of one paper; each saves itself. */
export function PaperDetailsForm({
  editionId,
  paper,
  focusNumber,
  onNumberFocused,
  onNext,
  onSettle,
}: {
  editionId: number;
  paper: PaperRow;
  /** The number is to be written now. */
  focusNumber: boolean;
  onNumberFocused: () => void;
  /** The down arrow in the number: on to the next paper's. */
  onNext: () => void;
  /** Given what says whether the number stands as typed: until then the paper does not go out. */
  onSettle: (settle: () => Promise<boolean>) => void;
}) {
  const client = useQueryClient();
  const exampleYear = useExampleYear();
  const input = useRef<HTMLInputElement>(null);
  const save = async (details: Partial<PaperDetails>) => {
    await api.documents.setDetails({ editionId, keys: [paper.key], ...details });
    await client.invalidateQueries({ queryKey: query.documents.list.key({ input: { editionId } }) });
  };
  const number = useDraft({
    saved: paper.number ?? "",
    save: (typed) => save({ number: typed.trim() === "" ? null : typed }),
    schema: optionalName,
  });
  const setDetails = useMutation({ mutationFn: save });

  useEffect(() => onSettle(number.settle), [onSettle, number.settle]);

  useEffect(() => {
    if (!focusNumber) return;
    input.current?.focus();
    input.current?.select();
    onNumberFocused();
  }, [focusNumber, onNumberFocused]);

  return (
    <Group gap="sm" align="flex-start" wrap="nowrap">
      {isNumbered(paper.kind) && (
        <div className={classes.number}>
          <TextInput
            ref={input}
            label="Nomor"
            title="Enter menyimpan; panah bawah menuju nomor dokumen berikutnya"
            placeholder="Belum bernomor: dicetak dengan titik-titik"
            value={number.value}
            error={number.problems[""] ?? (number.state.kind === "failed" && sentenceOf(number.state.error))}
            onChange={(event) => number.change(event.currentTarget.value)}
            onBlur={number.flush}
            onKeyDown={(event) => {
              if (event.key === "Escape") number.revert();
              // Enter stays: the buttons beside the number are of the paper that it was typed for.
              if (event.key === "Enter" || event.key === "ArrowDown") number.flush();
              if (event.key === "ArrowDown") onNext();
            }}
          />
          <div className={classes.saved}>
            {number.state.kind !== "failed" && !number.problems[""] && <SavedSign state={number.state} />}
          </div>
        </div>
      )}
      <div style={{ width: 190 }}>
        <DateField
          label="Tanggal"
          placeholder="Belum bertanggal"
          exampleYear={exampleYear}
          value={paper.date}
          onChange={(date) => setDetails.mutate({ date })}
        />
      </div>
      <SizeField value={paper.paperSize} onChange={(size) => setDetails.mutate({ paperSize: size })} />
    </Group>
  );
}

/** A4 or F4. */
export function SizeField({
  value,
  onChange,
}: {
  /** Null: several papers that differ. */
  value: PaperRow["paperSize"] | null;
  onChange: (size: PaperRow["paperSize"]) => void;
}) {
  return (
    <Input.Wrapper label="Kertas" labelElement="div" labelProps={{ id: "ukuran-kertas" }}>
      <div>
        <SegmentedControl
          aria-labelledby="ukuran-kertas"
          value={value ?? ""}
          onChange={(size) => onChange(z.parse(paperSize, size))}
          data={paperSize.options}
        />
      </div>
    </Input.Wrapper>
  );
}
