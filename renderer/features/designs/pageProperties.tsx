import {
  Checkbox,
  ColorInput,
  Input,
  NativeSelect,
  SegmentedControl,
  Switch,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { design as designShape, typefaces } from "../../../electron/contract/designs.ts";
import type { Design, DesignPicture, DesignRow } from "../../../electron/contract/designs.ts";
import type { DesignFinding } from "../../../electron/domain/designFindings.ts";
import { onPaper } from "../../../electron/domain/designs.ts";
import { api, query } from "../../api/client.ts";
import { MeasureField } from "./mmField.tsx";
import { PicturePicker } from "./picturePicker.tsx";
import classes from "./studio.module.css";
import { frameWords, typefaceWords } from "./words.ts";

const frameKind = designShape.shape.frame.shape.kind;
const usualKey = "klasik";
const swatches = ["#0f4536", "#1d3f66", "#7a1f1f", "#3b2f6b", "#8a6a1f", "#9a6b1e", "#111418", "#4a5561"];

/** What can be set of the whole page: paper, frame, letters, colours, blanks, and which awards are printed by it. */
export function PageProperties({
  editionId,
  row,
  design,
  pictures,
  findings,
  onChange,
  mayChange,
}: {
  editionId: number;
  row: DesignRow;
  design: Design;
  pictures: readonly DesignPicture[];
  findings: readonly DesignFinding[];
  onChange: (next: Design, kind?: string) => void;
  mayChange: boolean;
}) {
  const set = (part: Partial<Design>, kind?: string) => onChange({ ...design, ...part }, kind);
  const setFrame = (part: Partial<Design["frame"]>, kind?: string) =>
    set({ frame: { ...design.frame, ...part } }, kind);
  const setColour = (part: Partial<Design["colours"]>) =>
    set({ colours: { ...design.colours, ...part } }, "warna");
  return (
    <>
      <div className={classes.head}>
        <Title order={2} size="h3">
          Halaman dan bingkai
        </Title>
      </div>
      <div className={classes.form}>
        {findings.map(({ sentence }) => (
          <div key={sentence} className={classes.finding}>
            {sentence}
          </div>
        ))}
        <NativeSelect
          label="Bingkai"
          value={design.frame.kind}
          onChange={(event) => setFrame({ kind: z.parse(frameKind, event.currentTarget.value) })}
          data={Object.entries(frameWords).map(([value, label]) => ({ value, label }))}
        />
        {design.frame.kind === "picture" && (
          <PicturePicker
            editionId={editionId}
            label="Gambar latar"
            pictures={pictures}
            value={design.frame.picture}
            onChange={(picture) => setFrame({ picture })}
            mayChange={mayChange}
          />
        )}
        {design.frame.kind !== "picture" && design.frame.kind !== "none" && (
          <MeasureField
            label="Jarak bingkai dari tepi"
            min={0}
            max={40}
            step={0.5}
            value={design.frame.inset}
            onChange={(inset) => setFrame({ inset }, "bingkai")}
          />
        )}
        <NativeSelect
          label="Pasangan huruf (judul dan isi)"
          value={design.typefaces}
          onChange={(event) => set({ typefaces: z.parse(typefaces, event.currentTarget.value) })}
          data={Object.entries(typefaceWords).map(([value, label]) => ({ value, label }))}
        />
        <InkField label="Warna utama" value={design.colours.main} onChange={(main) => setColour({ main })} />
        <InkField
          label="Warna hiasan"
          value={design.colours.accent}
          onChange={(accent) => setColour({ accent })}
        />
        <InkField label="Warna teks" value={design.colours.text} onChange={(text) => setColour({ text })} />
        <Input.Wrapper label="Kertas, rebah" labelElement="div">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label="Kertas"
            value={design.paper}
            onChange={(paper) => onChange(onPaper(design, paper))}
            data={[
              { value: "A4", label: "A4" },
              { value: "F4", label: "F4" },
            ]}
          />
        </Input.Wrapper>
        <div className={classes.pair}>
          <MeasureField
            label="Tepi tak tercetak"
            min={0}
            max={20}
            step={0.5}
            value={design.unprintable}
            onChange={(unprintable) => set({ unprintable }, "tepi")}
          />
          <MeasureField
            label="Lebihan potong"
            min={0}
            max={10}
            step={0.5}
            value={design.bleed}
            onChange={(bleed) => set({ bleed }, "lebihan")}
          />
        </div>
        <Switch
          label="Cetak pada blangko"
          description="Kertasnya sudah berbingkai: hanya isian yang dicetak."
          checked={design.blank}
          onChange={(event) => set({ blank: event.currentTarget.checked })}
        />
        <div className={classes.pair}>
          <MeasureField
            label="Koreksi mendatar"
            min={-20}
            max={20}
            step={0.5}
            value={design.offset.x}
            onChange={(x) => set({ offset: { ...design.offset, x } }, "koreksi")}
          />
          <MeasureField
            label="Koreksi tegak"
            min={-20}
            max={20}
            step={0.5}
            value={design.offset.y}
            onChange={(y) => set({ offset: { ...design.offset, y } }, "koreksi")}
          />
        </div>
        <TextInput
          label="Nama rancangan"
          maxLength={200}
          value={design.name}
          error={design.name.trim() === "" && "Wajib diisi"}
          onChange={(event) => set({ name: event.currentTarget.value }, "nama")}
        />
        <AwardChoices editionId={editionId} row={row} mayChange={mayChange} />
      </div>
    </>
  );
}

/** A colour by swatch, by picking it, or typed as on the web. */
function InkField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (colour: string) => void;
}) {
  return (
    <ColorInput
      label={label}
      value={value}
      swatches={swatches}
      eyeDropperButtonProps={{ "aria-label": `${label}: ambil dari layar` }}
      onChange={(colour) => {
        if (isHex(colour)) onChange(colour);
      }}
    />
  );
}

/** Which awards' charters are printed by this design. */
function AwardChoices({
  editionId,
  row,
  mayChange,
}: {
  editionId: number;
  row: DesignRow;
  mayChange: boolean;
}) {
  const awards = useQuery(query.awards.list.queryOptions({ input: { editionId } })).data ?? [];
  const choose = useMutation({
    mutationFn: ({ awardId, key }: { awardId: number; key: string }) => api.designs.choose({ awardId, key }),
  });
  return (
    <Input.Wrapper label="Dipakai untuk piagam" labelElement="div">
      <div style={{ display: "grid", gap: 8, marginTop: 4 }}>
        {awards.map(({ id, name }) => {
          const chosen = row.awardIds.includes(id);
          return (
            <Checkbox
              key={id}
              label={name}
              checked={chosen}
              // An award has always one design: the usual one is left by choosing another, not by ticking it off.
              disabled={!mayChange || choose.isPending || (chosen && row.key === usualKey)}
              onChange={() => choose.mutate({ awardId: id, key: chosen ? usualKey : row.key })}
            />
          );
        })}
        {awards.length === 0 && (
          <Text size="sm" c="dimmed">
            Edisi ini belum mempunyai penghargaan.
          </Text>
        )}
      </div>
    </Input.Wrapper>
  );
}

function isHex(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}
