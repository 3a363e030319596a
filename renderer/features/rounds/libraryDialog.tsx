import { Button, Checkbox, Group, Modal, ScrollArea, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { IndicatorRules, RoundRules } from "../../../electron/contract/rounds.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { typedText } from "../../components/typedDecimal.ts";

interface LibraryDialogProps {
  opened: boolean;
  rules: RoundRules;
  onClose: () => void;
  onAdd: (indicators: IndicatorRules[]) => void;
}

/** Indicators that Indonesian law already measures, to pick from; every one can be edited afterwards. */
export function LibraryDialog(props: LibraryDialogProps) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={<Text fw={600}>Pustaka indikator</Text>}
    >
      <LibraryForm {...props} />
    </Modal>
  );
}

function LibraryForm({ rules, onClose, onAdd }: LibraryDialogProps) {
  const library = useQuery(query.rounds.indicatorLibrary.queryOptions());
  const [chosen, setChosen] = useState<string[]>([]);
  const used = new Set(rules.indicators.map(({ key }) => key));
  const groups = Map.groupBy(library.data ?? [], ({ group }) => group);
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        Ukuran yang sudah diatur peraturan. Nama, bobot, dan skalanya tetap dapat diubah setelah diambil.
      </Text>
      {library.isError && <Text role="alert">{sentenceOf(library.error)}</Text>}
      {library.isPending && <Skeleton height={320} />}
      <ScrollArea.Autosize
        mah="52vh"
        viewportProps={{ tabIndex: 0, role: "region", "aria-label": "Pustaka" }}
      >
        <Checkbox.Group value={chosen} onChange={setChosen}>
          <Stack gap="md">
            {[...groups].map(([group, indicators]) => (
              <Stack key={group} gap={6}>
                <div>
                  <Title order={3} size="h3">
                    {group}
                  </Title>
                  <Text size="sm" c="dimmed">
                    {indicators[0]?.source}
                  </Text>
                </div>
                {indicators.map(({ key, name, weight, scale }) => (
                  <Checkbox
                    key={key}
                    value={key}
                    disabled={used.has(key)}
                    label={name}
                    description={[
                      used.has(key) ? "sudah dipakai" : key,
                      `skala ${typedText(scale.min)}–${typedText(scale.max)}`,
                      weight !== null && `bobot ${typedText(weight)}`,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  />
                ))}
              </Stack>
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Batal
        </Button>
        <Button
          disabled={chosen.length === 0}
          onClick={() => {
            onAdd(
              (library.data ?? [])
                .filter(({ key }) => chosen.includes(key))
                .map(({ key, name, weight, scale, direction }) => ({
                  key,
                  name,
                  weight: weight ?? "0",
                  scale,
                  direction,
                })),
            );
            onClose();
          }}
        >
          {chosen.length === 0 ? "Ambil indikator" : `Ambil ${chosen.length} indikator`}
        </Button>
      </Group>
    </Stack>
  );
}
