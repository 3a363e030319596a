import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput } from "@mantine/core";
import { IconMessage, IconPlus, IconTrash } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { mostItems } from "../../../electron/contract/office.ts";
import { calledStep, stepNames } from "../../../electron/domain/ceremonyWords.ts";
import { OrderList } from "../../components/OrderList.tsx";
import { actorHints, type TypedItem } from "./detailsForm.ts";
import { MinutesField } from "./minutesField.tsx";
import { absentSteps, addedAt, type ListedStep, listedSteps } from "./stepList.ts";
import { StepWords } from "./stepWords.tsx";

interface CeremonyStepsProps {
  items: readonly TypedItem[];
  problems: Record<string, string>;
  onChange: (items: TypedItem[]) => void;
  onBlur: () => void;
}

/** The steps of the ceremony: added, renamed, taken out and put in order; the awards always stand among them. */
export function CeremonySteps({ items, problems, onChange, onBlur }: CeremonyStepsProps) {
  const [known, setKnown] = useState<readonly number[]>([]);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const adding = useRef<HTMLButtonElement>(null);
  const steps = listedSteps(items, known);
  const put = (next: readonly ListedStep[]) => {
    setKnown(next.map(({ id }) => id));
    onChange(next.map(({ item }) => item));
  };
  const set = (id: number, part: Partial<TypedItem>) =>
    onChange(steps.map(({ id: own, item }) => (own === id ? { ...item, ...part } : item)));
  const toggle = (id: number) =>
    setOpen((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set(now).add(id)));

  const row = (place: number) => {
    const { id, item } = steps[place]!;
    const called = calledStep(item);
    const fault = (field: keyof TypedItem) => problems[`ceremony.items.${place}.${field}`];
    const wordsShown = open.has(id) || fault("words") !== undefined;
    return (
      <Stack gap={6}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          {item.step === "awards" ? (
            <Text flex={3} lh="36px" truncate>
              {stepNames.awards}
            </Text>
          ) : (
            <TextInput
              aria-label={`Nama mata acara ${place + 1}`}
              placeholder={item.step === "own" ? "Nama mata acara" : stepNames[item.step]}
              flex={3}
              maxLength={200}
              value={item.title}
              error={fault("title")}
              onChange={(event) => set(id, { title: event.currentTarget.value })}
              onBlur={onBlur}
            />
          )}
          <MinutesField
            aria-label={`Lama ${called}`}
            w={110}
            value={item.minutes}
            error={fault("minutes")}
            onChange={(minutes) => set(id, { minutes })}
            onBlur={onBlur}
          />
          <TextInput
            aria-label={`Petugas ${called}`}
            placeholder={actorHints[item.step]}
            flex={4}
            maxLength={200}
            value={item.by}
            error={fault("by")}
            onChange={(event) => set(id, { by: event.currentTarget.value })}
            onBlur={onBlur}
          />
          <ActionIcon
            variant={item.words === "" ? "subtle" : "light"}
            color="gray"
            size="lg"
            aria-label={`Kata pembawa acara untuk ${called}`}
            title="Kata pembawa acara"
            aria-expanded={wordsShown}
            onClick={() => toggle(id)}
          >
            <IconMessage size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={`Hapus ${called}`}
            disabled={item.step === "awards"}
            title={item.step === "awards" ? "Pemberian penghargaan tidak dapat dihapus" : "Hapus mata acara"}
            onClick={() => {
              put(steps.filter((one) => one.id !== id));
              // The button that had the focus is gone.
              adding.current?.focus();
            }}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
        {wordsShown && (
          <StepWords
            item={item}
            called={called}
            error={fault("words")}
            onChange={(words) => set(id, { words })}
            onBlur={onBlur}
          />
        )}
      </Stack>
    );
  };

  const add = (step: TypedItem["step"]) => put(addedAt(steps, step));
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600} size="sm">
          Mata acara
        </Text>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              ref={adding}
              variant="default"
              size="xs"
              leftSection={<IconPlus size={16} aria-hidden />}
              disabled={items.length >= mostItems}
            >
              Tambah mata acara
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => add("own")}>Mata acara sendiri</Menu.Item>
            {absentSteps(items).map((step) => (
              <Menu.Item key={step} onClick={() => add(step)}>
                {stepNames[step]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      <OrderList
        entries={steps.map(({ id, item }) => ({ id, label: calledStep(item), detail: "" }))}
        firstRank={1}
        word="urutan"
        row={row}
        onChange={(next) => {
          const byId = new Map(steps.map((step) => [step.id, step]));
          put(next.map(({ id }) => byId.get(id)!));
        }}
      />
    </Stack>
  );
}
