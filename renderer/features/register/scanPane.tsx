import { Button, Grid, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconFileSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { DragEvent } from "react";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { CameraReader } from "./camera.tsx";
import { SeenCounts } from "./seenCounts.tsx";
import { SightList } from "./sightList.tsx";
import { ToWithdraw } from "./toWithdraw.tsx";
import { useScanning } from "./useScanning.ts";

/** Reads the codes of printed sheets by a hand scanner, a camera, a scan or a photo, and says what is still missing. */
export function ScanPane({ editionId }: { editionId: number }) {
  const { sights, reading, scan, readFiles, readFrame, unsee } = useScanning(editionId);
  const counts = useQuery(query.register.counts.queryOptions({ input: { editionId } }));
  const [code, setCode] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  // A hand scanner types wherever the cursor stands.
  useEffect(() => input.current?.focus(), []);

  const enter = () => {
    const given = code.trim();
    setCode("");
    input.current?.focus();
    if (given !== "") void scan(given, "scanner");
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) void readFiles([...event.dataTransfer.files]);
  };

  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack>
          <ToWithdraw editionId={editionId} />
          <section className="panel" style={{ padding: 16 }} aria-label="Baca lembar">
            <Stack>
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  enter();
                }}
              >
                <TextInput
                  ref={input}
                  label="Kode atau nomor seri"
                  description="Arahkan pemindai ke kode di kaki lembar, atau ketik nomor seri di sebelahnya lalu Enter; halaman 2 dari beberapa halaman: 7F3K-9QXM/2."
                  value={code}
                  onChange={(event) => setCode(event.currentTarget.value)}
                  autoComplete="off"
                  spellCheck={false}
                  styles={{ input: { fontVariantNumeric: "tabular-nums" } }}
                />
              </form>
              <div
                onDragOver={(event) => event.preventDefault()}
                onDrop={drop}
                style={{ border: "1px dashed var(--lencana-line)", borderRadius: 8, padding: 16 }}
              >
                <Stack gap="xs" align="flex-start">
                  <Text size="sm">Lepaskan di sini hasil pindai (PDF) atau foto lembar (JPG, PNG).</Text>
                  <Button
                    variant="default"
                    leftSection={<IconFileSearch size={18} aria-hidden />}
                    loading={reading !== null}
                    onClick={() => picker.current?.click()}
                  >
                    Pilih berkas…
                  </Button>
                  <input
                    ref={picker}
                    type="file"
                    multiple
                    hidden
                    accept="application/pdf,image/jpeg,image/png"
                    aria-label="Hasil pindai atau foto"
                    onChange={(event) => {
                      const chosen = [...(event.currentTarget.files ?? [])];
                      event.currentTarget.value = "";
                      void readFiles(chosen);
                    }}
                  />
                  {reading !== null && (
                    <Text size="sm" c="dimmed" role="status">
                      Membaca {reading}…
                    </Text>
                  )}
                </Stack>
              </div>
              <CameraReader readFrame={readFrame} onCode={(read) => scan(read, "camera")} />
            </Stack>
          </section>
          <section className="panel" style={{ padding: 16 }} aria-label="Hitungan lembar">
            <Title order={2} size="h4" mb="xs">
              Yang sudah tercetak
            </Title>
            {counts.error && <Text c="red">{sentenceOf(counts.error)}</Text>}
            {counts.data && <SeenCounts counts={counts.data} />}
          </section>
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <section className="panel" style={{ padding: 16 }} aria-label="Lembar yang dibaca">
          <Group justify="space-between" mb="xs">
            <Title order={2} size="h4">
              Lembar yang dibaca
            </Title>
            <Text size="sm" c="dimmed">
              {tally(sights)}
            </Text>
          </Group>
          <SightList sights={sights} onUnsee={unsee} />
        </section>
      </Grid.Col>
    </Grid>
  );
}

function tally(sights: ReturnType<typeof useScanning>["sights"]): string {
  if (sights.length === 0) return "";
  const right = sights.filter(({ kind }) => kind === "right").length;
  return `${right} benar, ${sights.length - right} perlu dilihat`;
}
