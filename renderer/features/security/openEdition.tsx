import { Alert, Button, Group, List, SimpleGrid, Stack, Text } from "@mantine/core";
import { IconFileX, IconShieldLock } from "@tabler/icons-react";
import { useState } from "react";
import { Section } from "../../components/Section.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { SecureDialog } from "./secureDialog.tsx";

const changes = [
  "Setiap orang masuk dengan nama dan PIN sendiri, dan hanya dapat melakukan tugas perannya.",
  "Tata nilai ditandatangani dan dibekukan sebelum nilai pertama diketik; perubahan sesudahnya bernomor dan beralasan.",
  "Setiap perubahan tercatat di buku catatan yang tidak dapat dihapus: siapa, kapan, nilai lama, nilai baru.",
  "Hasil babak disegel dengan tanda tangan; koreksi sesudahnya membuat versi baru dan mencabut dokumen lama.",
];

const stays = [
  "Daerah, panelis, tata nilai, dan nilai yang sudah ada tidak berubah.",
  "Cara mengetik, mencetak, dan mencari tetap sama.",
  "Edisi lain di komputer ini tidak ikut diamankan.",
];

interface OpenEditionProps {
  editionId: number;
  /** Papers that went out and lose their force. */
  papersOut: number;
  /** Takes the recovery code, where there is a new one. */
  onCode: (code: string | null) => void;
}

/** What securing changes, what it does not, and the one step. */
export function OpenEdition({ editionId, papersOut, onCode }: OpenEditionProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Stack gap="md" maw={1080}>
      <Section
        title="Edisi ini masih terbuka"
        description="Siapa pun di komputer ini dapat mengubah apa saja tanpa nama. Cukup untuk mencoba; untuk penilaian sebenarnya, amankan dulu."
        actions={<StateBadge tone="calm">Terbuka</StateBadge>}
      >
        <SimpleGrid cols={2} spacing="xl">
          <Points title="Yang berubah setelah diamankan" points={changes} />
          <Points title="Yang tetap" points={stays} />
        </SimpleGrid>
        {papersOut > 0 && (
          <Alert color="yellow" mt="lg" icon={<IconFileX aria-hidden />} title="Dokumen yang sudah keluar">
            {papersOut} dokumen yang memuat hasil sudah disimpan atau dicetak. Setelah edisi diamankan,
            semuanya dicabut sampai babaknya disegel, lalu dicetak ulang dengan nomor seri baru. Tarik
            lembarnya.
          </Alert>
        )}
        <Group mt="lg" justify="space-between" wrap="nowrap">
          <Text size="sm" c="dimmed" maw={560}>
            Satu langkah: nama dan PIN sekretaris. Pengamanan tidak dapat dibatalkan; pengguna lain
            ditambahkan sesudahnya.
          </Text>
          <Button
            size="md"
            leftSection={<IconShieldLock size={20} aria-hidden />}
            onClick={() => setOpened(true)}
          >
            Amankan edisi
          </Button>
        </Group>
      </Section>
      <SecureDialog
        editionId={editionId}
        opened={opened}
        onClose={() => setOpened(false)}
        onSecured={(code) => {
          setOpened(false);
          onCode(code);
        }}
      />
    </Stack>
  );
}

function Points({ title, points }: { title: string; points: string[] }) {
  return (
    <div>
      <Text fw={600} mb={6}>
        {title}
      </Text>
      <List spacing={6}>
        {points.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
    </div>
  );
}
