import { Button, Group, SegmentedControl, Text, TextInput, Tooltip } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { IconSpeakerphone } from "@tabler/icons-react";
import { useState } from "react";
import { roleNames } from "../../../electron/contract/rights.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import { query } from "../../api/client.ts";
import { sentenceOf } from "../../api/errors.tsx";
import { useExampleYear, useOverview } from "../../app/edition.tsx";
import type { Seat } from "../../app/seat.ts";
import { DateField } from "../../components/DateField.tsx";
import { Section } from "../../components/Section.tsx";
import { SigningDialog } from "../../components/SigningDialog.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import { dateAndTime, localDate } from "../../components/time.ts";
import { dayToHold, declarationState, embargoConsequence, isPast } from "./embargoWords.ts";
import { instantOf, readTypedTime } from "./typedTime.ts";
import { useNow } from "./useNow.ts";

interface DeclarationSectionProps {
  editionId: number;
  seals: readonly SealView[];
  seat: Seat;
}

/** Declaring the results of the edition, with the time from which everybody sees the winners. */
export function DeclarationSection({ editionId, seals, seat }: DeclarationSectionProps) {
  const declaration = useQuery(query.seals.declaration.queryOptions({ input: { editionId } }));
  const [opened, setOpened] = useState(false);
  const now = useNow();
  const open = seals.find(({ state }) => state !== "sealed");
  if (declaration.error) return <Text c="red">{sentenceOf(declaration.error)}</Text>;
  const { tone, words, sentence } = declarationState(declaration.data ?? null, now);
  const reason = open ? `Babak “${open.roundName}” belum disegel.` : null;
  // Once everybody has seen the winners, nothing hides them again.
  const over = declaration.data != null && isPast(declaration.data.embargoUntil, now);
  return (
    <Section
      title="Pengumuman"
      description={sentence}
      actions={
        <Group gap="sm" wrap="nowrap">
          <StateBadge tone={tone}>{words}</StateBadge>
          {seat.may("deciding") && !over && (
            <Tooltip label={reason} disabled={reason === null}>
              <Button
                variant={declaration.data ? "default" : "filled"}
                leftSection={<IconSpeakerphone size={18} aria-hidden />}
                data-disabled={reason !== null || undefined}
                aria-disabled={reason !== null}
                onClick={() => {
                  if (reason === null) setOpened(true);
                }}
              >
                {declaration.data ? "Ubah waktu…" : "Umumkan hasil…"}
              </Button>
            </Tooltip>
          )}
        </Group>
      }
    >
      <DeclareDialog
        editionId={editionId}
        seat={seat}
        declared={declaration.data ?? null}
        opened={opened}
        onClose={() => setOpened(false)}
      />
    </Section>
  );
}

interface DeclareDialogProps {
  editionId: number;
  seat: Seat;
  /** As declared before. */
  declared: { declaredAt: string; embargoUntil: string } | null;
  opened: boolean;
  onClose: () => void;
}

function DeclareDialog({ editionId, seat, declared, opened, onClose }: DeclareDialogProps) {
  const edition = useOverview()?.edition;
  const declare = useMutation({ ...query.seals.declare.mutationOptions(), meta: { handlesError: true } });
  const [when, setWhen] = useState<"now" | "later">("later");
  const until = declared?.embargoUntil ?? null;
  const [date, setDate] = useState<string | null>(until === null ? null : localDate(new Date(until)));
  const [time, setTime] = useState(until === null ? "" : dateAndTime(until).slice(-5));
  const now = useNow();
  const exampleYear = useExampleYear();
  const { account } = seat;
  if (!account) return null;
  const today = localDate(now);
  // Without a day of their own: that of the ceremony.
  const day = date ?? dayToHold(edition?.ceremonyDate ?? null, today);
  const instant = instantOf(day, time);
  const pastDay = day !== null && day < today;
  const pastTime = !pastDay && instant !== null && isPast(instant, now);
  const wrongTime = time !== "" && readTypedTime(time) === null;
  return (
    <SigningDialog
      opened={opened}
      onClose={onClose}
      title={declared ? "Ubah waktu pengumuman" : "Umumkan hasil"}
      what={
        declared
          ? `Hasil ${edition?.title ?? ""}, diumumkan ${dateAndTime(declared.declaredAt)}`
          : `Hasil ${edition?.title ?? ""}`
      }
      who={`${account.name}, ${roleNames[account.role]}`}
      consequence={embargoConsequence(when === "now" ? "now" : instant, now)}
      action={!declared ? "Umumkan hasil" : when === "now" ? "Buka sekarang" : "Ubah waktu"}
      disabled={when === "later" && (instant === null || isPast(instant, now))}
      onSign={(pin) => {
        const embargoUntil = when === "later" && instant !== null ? instant : new Date().toISOString();
        return declare.mutateAsync({ editionId, embargoUntil, pin });
      }}
    >
      <SegmentedControl<"now" | "later">
        aria-label="Kapan pemenang terbuka"
        value={when}
        onChange={setWhen}
        data={[
          { value: "later", label: "Tahan sampai waktu tertentu" },
          { value: "now", label: "Buka sekarang juga" },
        ]}
      />
      {when === "later" && (
        <Group align="flex-start" grow>
          <DateField
            label="Tanggal pengumuman"
            exampleYear={Math.max(exampleYear ?? 0, now.getFullYear())}
            value={day}
            onChange={setDate}
            error={pastDay ? "Tanggal ini sudah lewat" : undefined}
          />
          <TextInput
            label="Pukul"
            placeholder="09.00"
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
            error={wrongTime ? "Tulis seperti 09.00" : pastTime ? "Pukul ini sudah lewat" : undefined}
            maxLength={10}
          />
        </Group>
      )}
    </SigningDialog>
  );
}
