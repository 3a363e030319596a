import { ActionIcon, Kbd, Popover, Table, Title } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";

const shortcuts: [string[], string][] = [
  [["0–9"], "mulai mengetik, menimpa isi sel"],
  [["F2"], "memperbaiki isi sel (juga klik dua kali)"],
  [["Enter"], "simpan, lanjut ke sel berikutnya (Shift: mundur)"],
  [["Tab"], "simpan, ke kanan (Shift: ke kiri)"],
  [["Esc"], "batal mengetik"],
  [["Delete"], "mengosongkan sel terpilih"],
  [["Ctrl", "Z"], "mengurungkan"],
  [["Ctrl", "Y"], "mengulangi"],
  [["Shift", "panah"], "memilih beberapa sel"],
  [["Ctrl", "panah"], "ke ujung blok isian"],
  [["Ctrl", "C"], "menyalin untuk Excel"],
  [["Ctrl", "V"], "menempel blok dari Excel"],
  [["Ctrl", "D"], "mengisi ke bawah (Ctrl R: ke kanan)"],
  [["F8"], "ke isian kosong berikutnya"],
  [["Alt", "← →"], "panelis sebelumnya, berikutnya"],
  [["F6"], "keluar dari tabel"],
];

/** The keys of the grid, for whoever asks. */
export function Shortcuts() {
  return (
    <Popover position="bottom-end" shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label="Daftar tombol papan tik" title="Tombol papan tik">
          <IconKeyboard size={20} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Title order={2} size="h3" mb={4}>
          Tombol papan tik
        </Title>
        <Table verticalSpacing={3} withRowBorders={false}>
          <Table.Tbody>
            {shortcuts.map(([keys, does]) => (
              <Table.Tr key={does}>
                <Table.Td style={{ whiteSpace: "nowrap" }}>
                  {keys.map((key) => (
                    <Kbd key={key} size="xs" mr={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Td>
                <Table.Td>{does}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
}
