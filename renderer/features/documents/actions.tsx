import { Button, Group, Menu } from "@mantine/core";
import { IconChevronDown, IconDeviceFloppy, IconFileTypeDocx, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import type { PaperRow } from "../../../electron/contract/documents.ts";
import { editableKinds } from "../../../electron/domain/paperKinds.ts";
import { actsOn } from "./papers.ts";
import { PrintDialog } from "./printDialog.tsx";
import type { ChosenPrinter } from "./printDialog.tsx";
import type { Made, Making } from "./useMaking.ts";

/** What can be done with the papers at hand: save, print, mark as printed. */
export function PaperActions({
  papers,
  making,
  onPrinted,
  onMark,
}: {
  papers: readonly PaperRow[];
  making: Making;
  /** The print dialog was opened for these papers. */
  onPrinted: (made: Made) => void;
  onMark: (papers: PaperRow[], printed: boolean) => void;
}) {
  const { makeable, drafts, toMark, marked } = actsOn(papers);
  const editable = makeable.filter(({ kind }) => editableKinds.has(kind));
  const several = papers.length > 1;
  const draftOnly = makeable.length > 0 && drafts.length === makeable.length;
  const count = several ? ` ${makeable.length} dokumen` : "";
  const none = makeable.length === 0 || making.busy;
  const [asking, setAsking] = useState(false);
  const print = async (printer?: ChosenPrinter) => {
    setAsking(false);
    const made = await making.make(makeable, "printer", printer && { printer });
    if (made.keys.length > 0) onPrinted(made);
  };

  return (
    <Group gap="xs" wrap="nowrap">
      {several ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconDeviceFloppy size={18} aria-hidden />}
              rightSection={<IconChevronDown size={16} aria-hidden />}
              disabled={none}
            >
              Simpan{count}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void making.make(makeable, "pdf")}>Satu PDF berisi semuanya</Menu.Item>
            <Menu.Item onClick={() => void making.make(makeable, "zip")}>
              ZIP, satu PDF tiap dokumen
            </Menu.Item>
            {editable.length > 0 && (
              <Menu.Item onClick={() => void making.make(editable, "docx")}>
                {editable.length === 1 ? "Satu" : editable.length} dokumen .docx untuk disunting
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button
          variant="default"
          leftSection={<IconDeviceFloppy size={18} aria-hidden />}
          disabled={none}
          onClick={() => void making.make(makeable, "pdf")}
        >
          Simpan{draftOnly ? " rancangan" : ""}
        </Button>
      )}
      {!several && editable.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconFileTypeDocx size={18} aria-hidden />}
          disabled={none}
          onClick={() => void making.make(editable, "docx")}
        >
          Simpan .docx
        </Button>
      )}
      <Button
        variant={draftOnly ? "default" : "filled"}
        leftSection={<IconPrinter size={18} aria-hidden />}
        disabled={none}
        onClick={() => (draftOnly ? void print() : setAsking(true))}
      >
        Cetak{draftOnly ? " rancangan" : ""}
        {count}
      </Button>
      {toMark.length > 0 && (
        <Button variant="subtle" disabled={making.busy} onClick={() => onMark(toMark, true)}>
          Periksa cetakan…
        </Button>
      )}
      {toMark.length === 0 && marked.length > 0 && (
        <Button variant="subtle" color="gray" disabled={making.busy} onClick={() => onMark(marked, false)}>
          Hapus tanda tercetak…
        </Button>
      )}
      <PrintDialog
        count={makeable.length}
        opened={asking}
        onPrint={(printer) => void print(printer)}
        onClose={() => setAsking(false)}
      />
    </Group>
  );
}
