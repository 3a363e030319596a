import { Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { IconCheck, IconHistory, IconSignature, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { RoundResultView } from "../../../electron/contract/results.ts";
import { roleNames } from "../../../electron/contract/rights.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import { queryClient } from "../../api/queryClient.ts";
import { useOverview } from "../../app/edition.tsx";
import type { Seat } from "../../app/seat.ts";
import { HashText } from "../../components/HashText.tsx";
import { Section } from "../../components/Section.tsx";
import { SigningDialog } from "../../components/SigningDialog.tsx";
import { StateBadge } from "../../components/StateBadge.tsx";
import classes from "./seal.module.css";
import { sealedSentence, sealEffect, sealState, signingRefusal } from "./sealWords.ts";
import { Signatures } from "./signatures.tsx";
import { VersionsDialog } from "./versionsDialog.tsx";

interface SealSectionProps {
  editionId: number;
  seal: SealView;
  /** The result as it stands; null where it is hidden from whoever sits here. */
  round: RoundResultView | null;
  seat: Seat;
}

/** One round on its way to the seal: its conditions, who has signed what, and the act of signing. */
export function SealSection({ editionId, seal, round, seat }: SealSectionProps) {
  const [signing, setSigning] = useState(false);
  const [reading, setReading] = useState(false);
  const { tone, words } = sealState(seal);
  const hash = seal.hash ?? seal.presentHash;
  const refusal = signingRefusal(seat.account?.id, seat.security?.signing ?? null, seal);
  // Why the button beside it cannot be pressed.
  const blocked =
    seal.state === "sealed" || !seat.may("signing")
      ? null
      : (refusal ?? (seal.state === "ready" ? null : "Penuhi dulu semua syarat di samping."));
  return (
    <Section
      title={seal.roundName}
      description={seal.state === "sealed" ? sealedSentence(seal) : undefined}
      actions={<StateBadge tone={tone}>{words}</StateBadge>}
    >
      <div className={classes.halves}>
        {seal.state === "sealed" ? <SealedBy seal={seal} /> : <Conditions conditions={seal.conditions} />}
        <div className={classes.facts}>
          {seal.state !== "sealed" && <Signatures {...seal} />}
          {hash !== null && (
            <Text size="sm" component="div">
              Sidik jari {seal.state === "sealed" ? "segel" : "hasil sekarang"}: <HashText hash={hash} />
            </Text>
          )}
          <Group gap="sm">
            {seal.state !== "sealed" && seat.may("signing") && (
              <Button
                leftSection={<IconSignature size={18} aria-hidden />}
                data-disabled={blocked !== null || undefined}
                aria-disabled={blocked !== null}
                onClick={() => {
                  if (blocked === null) setSigning(true);
                }}
              >
                Tanda tangani dan segel…
              </Button>
            )}
            {seal.state === "sealed" && seat.may("auditing") && (
              <Button
                variant="default"
                leftSection={<IconHistory size={18} aria-hidden />}
                onClick={() => setReading(true)}
              >
                Baca versi tersegel…
              </Button>
            )}
          </Group>
          {blocked !== null && (
            <Text size="sm" c="dimmed">
              {blocked}
            </Text>
          )}
        </div>
      </div>
      <SignSeal
        editionId={editionId}
        seal={seal}
        round={round}
        seat={seat}
        opened={signing}
        onClose={() => setSigning(false)}
      />
      <VersionsDialog seal={seal} round={round} opened={reading} onClose={() => setReading(false)} />
    </Section>
  );
}

function SealedBy({ seal }: { seal: SealView }) {
  if (seal.version === 1) return <Signatures {...seal} />;
  return (
    <Text size="sm">
      Versi {seal.version} ditandatangani sebagai koreksi; tanda tangan dan alasannya ada di bagian Koreksi.
      Versi sebelumnya tetap dapat dibaca.
    </Text>
  );
}

function Conditions({ conditions }: Pick<SealView, "conditions">) {
  return (
    <ul className={classes.list} aria-label="Syarat segel">
      {conditions.map(({ sentence, holds }) => (
        <li key={sentence}>
          {holds ? (
            <IconCheck size={18} className={classes.met} role="img" aria-label="terpenuhi" />
          ) : (
            <IconX size={18} className={classes.unmet} role="img" aria-label="belum terpenuhi" />
          )}
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

/** How many of the best are named again before a name is put under them. */
const mostNamed = 5;

function SignSeal({ editionId, seal, round, seat, opened, onClose }: SealSectionProps & DialogProps) {
  const edition = useOverview()?.edition.title ?? "";
  const sign = useMutation({ ...query.seals.sign.mutationOptions(), meta: { handlesError: true } });
  const best = (round?.rows ?? []).slice(0, Math.min(mostNamed, round?.cut?.after ?? mostNamed));
  const { account } = seat;
  if (!account) return null;
  return (
    <SigningDialog
      opened={opened}
      onClose={onClose}
      title="Tanda tangani dan segel"
      what={`Hasil babak “${seal.roundName}” versi 1, ${edition}`}
      hash={seal.presentHash}
      who={`${account.name}, ${roleNames[account.role]}`}
      consequence={
        <>
          {best.length > 0 && (
            <ol className={classes.list} aria-label="Peringkat teratas yang ditandatangani">
              {best.map((row) => (
                <li key={row.entryId}>
                  <Text fw={600} span>
                    {row.rank ?? "–"}. {row.label}
                  </Text>
                  <Text span c="dimmed">
                    {row.total === null ? "–" : formatDecimal(row.total, round?.decimals)}
                  </Text>
                </li>
              ))}
            </ol>
          )}
          <Text size="sm" mt="xs">
            {sealEffect(seal)}
          </Text>
        </>
      }
      action="Tanda tangani"
      disabled={seal.state === "sealed"}
      onSign={async (pin, hash) => {
        const views = await sign.mutateAsync({ roundId: seal.roundId, hash, pin });
        queryClient.setQueryData(query.seals.list.queryKey({ input: { editionId } }), views);
      }}
    />
  );
}

interface DialogProps {
  opened: boolean;
  onClose: () => void;
}
