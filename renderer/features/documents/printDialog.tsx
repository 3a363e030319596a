import { Autocomplete, Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { files } from "../../api/files.ts";
import { rememberedPrinters, rememberPrinter } from "./printers.ts";

/** Where papers are printed. */
export interface ChosenPrinter {
  /** As the system knows it; null where it only has a name that somebody typed, or none. */
  device: string | null;
  /** As the register names it. */
  label: string | null;
}

/** Asks on which printer: the register keeps the answer. */
export function PrintDialog({
  count,
  opened,
  onPrint,
  onClose,
}: {
  count: number;
  opened: boolean;
  onPrint: (printer: ChosenPrinter) => void;
  onClose: () => void;
}) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={600}>{count === 1 ? "Cetak dokumen" : `Cetak ${count} dokumen`}</Text>}
    >
      <PrinterForm onPrint={onPrint} onClose={onClose} />
    </Modal>
  );
}

function PrinterForm({
  onPrint,
  onClose,
}: {
  onPrint: (printer: ChosenPrinter) => void;
  onClose: () => void;
}) {
  const [remembered] = useState(rememberedPrinters);
  const [label, setLabel] = useState(remembered[0] ?? "");
  const known = useQuery({ queryKey: ["printers"], queryFn: () => files.listPrinters(), gcTime: 0 });
  const printers = known.data ?? [];
  const chosen = printers.find((one) => one.label === label) ?? null;
  const print = () => {
    const name = label.trim();
    if (name !== "") rememberPrinter(name);
    onPrint({ device: chosen?.name ?? null, label: name === "" ? null : name });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        print();
      }}
    >
      <Stack>
        {printers.length > 0 ? (
          <Select
            label="Printer"
            description="Sudah terpilih nanti di dialog cetak, dan dicatat di register."
            data={[...new Set(printers.map((one) => one.label))]}
            value={chosen?.label ?? null}
            onChange={(next) => setLabel(next ?? "")}
            placeholder="Pilih di dialog cetak"
            clearable
            data-autofocus
          />
        ) : (
          <Autocomplete
            label="Printer"
            description="Jendela ini tidak tahu printer mana yang dipilih di dialog cetak. Tulis namanya untuk register, misalnya: HP LaserJet lantai 2."
            data={remembered}
            value={label}
            onChange={setLabel}
            maxLength={150}
            data-autofocus
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button type="submit" loading={known.isPending}>
            Cetak
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
