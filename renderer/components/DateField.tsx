import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useState } from "react";
import type { IsoDate } from "../../electron/domain/edition.ts";
import { longDate } from "../../electron/domain/indonesian.ts";
import { readTypedDate } from "./typedDate.ts";

interface DateFieldProps {
  label: string;
  description?: string;
  /** Instead of an example. */
  placeholder?: string;
  /** The year of the examples: that of the edition. @default this one */
  exampleYear: number | undefined;
  value: IsoDate | null;
  /** A day was chosen or typed, or the field was emptied. Never called for text that is no date. */
  onChange: (date: IsoDate | null) => void;
  /** What is wrong with a day that exists. */
  error?: string;
  disabled?: boolean;
}

const thisYear = new Date().getFullYear();

/** A date, typed or picked, always shown in words. Text that is no date stays, with a sentence. */
export function DateField(props: DateFieldProps) {
  const { label, description, exampleYear = thisYear, value, onChange, disabled } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  /** What a short year was taken for. */
  const [understood, setUnderstood] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);

  const accept = (date: IsoDate | null) => {
    setTyped(null);
    setWrong(null);
    setUnderstood(null);
    if (date !== value) onChange(date);
  };
  const read = () => {
    if (typed === null) return;
    if (typed.trim() === "") return accept(null);
    const found = readTypedDate(typed, exampleYear);
    if (found.kind === "day") {
      accept(found.date);
      if (found.short) setUnderstood(`“${typed.trim()}” dibaca sebagai ${longDate(found.date)}.`);
    } else {
      const what =
        found.kind === "noDay"
          ? `Tanggal “${typed.trim()}” tidak ada di kalender.`
          : `“${typed.trim()}” tidak terbaca sebagai tanggal.`;
      setWrong(`${what} Tulis hari, bulan, tahun seperti 12/10/${exampleYear}.`);
    }
  };

  return (
    <TextInput
      label={label}
      description={understood ?? description}
      placeholder={props.placeholder ?? `12 Oktober ${exampleYear}`}
      disabled={disabled}
      value={typed ?? (value === null ? "" : longDate(value))}
      error={wrong ?? props.error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(null);
        setUnderstood(null);
      }}
      onBlur={read}
      onKeyDown={(event) => {
        if (event.key === "Enter") read();
        if (event.key === "Escape" && typed !== null) {
          event.stopPropagation();
          setTyped(null);
          setWrong(null);
        }
      }}
      rightSection={
        <Popover opened={picking} onChange={setPicking} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={disabled}
              aria-label={`Pilih ${label.toLocaleLowerCase("id")} dari kalender`}
              onClick={() => setPicking(!picking)}
            >
              <IconCalendar size={18} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={value}
              defaultDate={value ?? undefined}
              onChange={(date) => {
                accept(date);
                setPicking(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
