import {
  Button,
  Checkbox,
  Group,
  Input,
  Menu,
  NativeSelect,
  SegmentedControl,
  Textarea,
  Title,
} from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useRef } from "react";
import { z } from "zod";
import { letterWeight } from "../../../electron/contract/designs.ts";
import type { DesignElement, DesignPicture } from "../../../electron/contract/designs.ts";
import type { DesignFinding } from "../../../electron/domain/designFindings.ts";
import { placeholderFault, placeholders } from "../../../electron/domain/placeholders.ts";
import { MeasureField } from "./mmField.tsx";
import { PicturePicker } from "./picturePicker.tsx";
import classes from "./studio.module.css";
import { kindWords } from "./words.ts";

type Change = (part: Partial<DesignElement>, kind?: string) => void;
type Lettered = Extract<DesignElement, { kind: "text" | "name" }>;

/** What can be set of one part: its words, its look, its place to a tenth of a millimetre. */
export function ElementProperties({
  editionId,
  element,
  pictures,
  findings,
  onChange,
  onRemove,
  onCopy,
  mayChange,
}: {
  editionId: number;
  element: DesignElement;
  pictures: readonly DesignPicture[];
  findings: readonly DesignFinding[];
  onChange: Change;
  onRemove: () => void;
  onCopy: () => void;
  mayChange: boolean;
}) {
  return (
    <>
      <div className={classes.head}>
        <Title order={2} size="h3">
          {kindWords[element.kind]}
        </Title>
      </div>
      <div className={classes.form}>
        {findings.map(({ sentence }) => (
          <div key={sentence} className={classes.finding}>
            {sentence}
          </div>
        ))}
        {element.kind === "text" && <WordsField element={element} onChange={onChange} />}
        {element.kind === "picture" && (
          <PicturePicker
            editionId={editionId}
            label="Gambar"
            pictures={pictures}
            value={element.picture}
            withEmblem
            onChange={(picture) => onChange({ picture: picture ?? "emblem" })}
            mayChange={mayChange}
          />
        )}
        {(element.kind === "text" || element.kind === "name") && (
          <Lettering element={element} onChange={onChange} />
        )}
        {element.kind === "line" && (
          <ColourField value={element.colour} onChange={(colour) => onChange({ colour })} />
        )}
        <div className={classes.pair}>
          <MeasureField label="Dari kiri" value={element.x} onChange={(x) => onChange({ x }, "x")} />
          <MeasureField label="Dari atas" value={element.y} onChange={(y) => onChange({ y }, "y")} />
          <MeasureField label="Lebar" min={0.5} value={element.w} onChange={(w) => onChange({ w }, "w")} />
          <MeasureField label="Tinggi" min={0.5} value={element.h} onChange={(h) => onChange({ h }, "h")} />
        </div>
        <Checkbox
          label="Ikut dicetak pada blangko"
          description="Untuk kertas yang bingkai dan kata tetapnya sudah tercetak."
          checked={element.onBlank}
          onChange={(event) => onChange({ onBlank: event.currentTarget.checked })}
        />
        <Group gap="xs" grow>
          <Button size="compact-sm" variant="default" onClick={onCopy}>
            Gandakan
          </Button>
          <Button size="compact-sm" variant="default" onClick={onRemove}>
            Hapus
          </Button>
        </Group>
      </div>
    </>
  );
}

function WordsField({
  element,
  onChange,
}: {
  element: Extract<DesignElement, { kind: "text" }>;
  onChange: Change;
}) {
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (key: string) => {
    const { selectionStart: from, selectionEnd: to } = area.current ?? {
      selectionStart: null,
      selectionEnd: null,
    };
    const [start, end] = [from ?? element.text.length, to ?? element.text.length];
    onChange({ text: `${element.text.slice(0, start)}{${key}}${element.text.slice(end)}` });
    area.current?.focus();
  };
  return (
    <div>
      <Textarea
        ref={area}
        label="Tulisan"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        value={element.text}
        error={
          placeholderFault(element.text) !== null &&
          "Isiannya salah tulis. Pilih yang benar lewat “Sisipkan isian”."
        }
        onChange={(event) => onChange({ text: event.currentTarget.value }, "tulisan")}
      />
      <Menu position="bottom-end" width={270} withinPortal>
        <Menu.Target>
          <Button
            mt={6}
            size="compact-sm"
            variant="default"
            rightSection={<IconChevronDown size={16} aria-hidden />}
          >
            Sisipkan isian
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
          {placeholders.map(({ key, label }) => (
            <Menu.Item key={key} onClick={() => insert(key)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function Lettering({ element, onChange }: { element: Lettered; onChange: Change }) {
  return (
    <>
      <div className={classes.pair}>
        <NativeSelect
          label="Huruf"
          value={element.face}
          onChange={(event) =>
            onChange({ face: event.currentTarget.value === "heading" ? "heading" : "body" })
          }
          data={[
            { value: "heading", label: "Huruf judul" },
            { value: "body", label: "Huruf isi" },
          ]}
        />
        <NativeSelect
          label="Tebal"
          value={element.weight}
          onChange={(event) => onChange({ weight: z.parse(letterWeight, event.currentTarget.value) })}
          data={[
            { value: "regular", label: "Biasa" },
            { value: "medium", label: "Agak tebal" },
            { value: "semibold", label: "Setengah tebal" },
            { value: "bold", label: "Tebal" },
          ]}
        />
        <MeasureField
          label={element.kind === "name" ? "Ukuran terbesar" : "Ukuran"}
          unit=" pt"
          min={5}
          max={96}
          step={0.5}
          value={element.size}
          onChange={(size) => onChange({ size: Math.round(size * 2) / 2 }, "ukuran")}
        />
        {element.kind === "name" && (
          <MeasureField
            label="Satu baris hingga"
            unit=" pt"
            min={5}
            max={96}
            step={0.5}
            value={element.least}
            onChange={(least) => onChange({ least: Math.round(least * 2) / 2 }, "terkecil")}
          />
        )}
      </div>
      <Choice
        label="Rata"
        value={element.align}
        onChange={(align) => onChange({ align })}
        data={[
          { value: "left", label: "Kiri" },
          { value: "center", label: "Tengah" },
          { value: "right", label: "Kanan" },
        ]}
      />
      <Choice
        label="Letak dalam kotak"
        value={element.valign}
        onChange={(valign) => onChange({ valign })}
        data={[
          { value: "top", label: "Atas" },
          { value: "middle", label: "Tengah" },
          { value: "bottom", label: "Bawah" },
        ]}
      />
      <ColourField value={element.colour} onChange={(colour) => onChange({ colour })} />
      <Group gap="md">
        <Checkbox
          label="Miring"
          checked={element.italic}
          onChange={(event) => onChange({ italic: event.currentTarget.checked })}
        />
        <Checkbox
          label="Huruf besar semua"
          checked={element.caps}
          onChange={(event) => onChange({ caps: event.currentTarget.checked })}
        />
      </Group>
    </>
  );
}

function ColourField({
  value,
  onChange,
}: {
  value: Lettered["colour"];
  onChange: (colour: Lettered["colour"]) => void;
}) {
  return (
    <Choice
      label="Warna"
      value={value}
      onChange={onChange}
      data={[
        { value: "text", label: "Teks" },
        { value: "main", label: "Utama" },
        { value: "accent", label: "Hiasan" },
      ]}
    />
  );
}

function Choice<Value extends string>({
  label,
  value,
  onChange,
  data,
}: {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  data: { value: Value; label: string }[];
}) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl<Value>
        fullWidth
        size="xs"
        aria-label={label}
        value={value}
        onChange={onChange}
        data={data}
      />
    </Input.Wrapper>
  );
}
