import { Button, Radio, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { IconCircleCheck, IconSignature } from "@tabler/icons-react";
import { useState } from "react";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { roleNames } from "../../../electron/contract/rights.ts";
import type { RoundRow, TieStatement } from "../../../electron/contract/rounds.ts";
import { listInWords, timeText } from "../../../electron/domain/indonesian.ts";
import { query } from "../../api/client.ts";
import { useEditionId } from "../../app/edition.tsx";
import { useSeat } from "../../app/seat.ts";
import { HashText } from "../../components/HashText.tsx";
import { Section } from "../../components/Section.tsx";
import { SigningDialog } from "../../components/SigningDialog.tsx";

interface StatementsSectionProps {
  round: RoundRow;
  panelists: PanelistRow[];
  labelOf: (entryId: number) => string;
}

/** On a secured edition: each panelist's statement of the entries they do not score, and their signature under it. */
export function StatementsSection({ round, panelists, labelOf }: StatementsSectionProps) {
  const { secured, may } = useSeat(useEditionId());
  const [signing, setSigning] = useState<number | null>(null);
  const nameOf = (id: number) => panelists.find((one) => one.id === id)?.name ?? "";
  const entriesOf = ({ panelistId }: TieStatement) =>
    round.recusals.filter((one) => one.panelistId === panelistId).map(({ entryId }) => labelOf(entryId));
  if (!secured || round.statements.length === 0) return null;
  const statement = round.statements.find(({ panelistId }) => panelistId === signing);
  const panelist = panelists.find(({ id }) => id === signing);

  return (
    <Section
      title="Pernyataan panelis"
      description="Ditandatangani panelis yang berhalangan: dengan PIN-nya sendiri, atau di atas kertas dari Dokumen. Tanpa itu babak tidak dapat disegel."
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Panelis</Table.Th>
            <Table.Th>Tidak menilai</Table.Th>
            <Table.Th>Sidik jari</Table.Th>
            <Table.Th>Tanda tangan</Table.Th>
            <Table.Th w={140}>
              <VisuallyHidden>Tanda tangani</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {round.statements.map((one) => (
            <Table.Tr key={one.panelistId}>
              <Table.Td>{nameOf(one.panelistId)}</Table.Td>
              <Table.Td>{listInWords(entriesOf(one))}</Table.Td>
              <Table.Td>
                <HashText hash={one.hash} />
              </Table.Td>
              <Table.Td>
                <Signed statement={one} />
              </Table.Td>
              <Table.Td>
                {one.signature === null && may("signing") && (
                  <Button size="compact-sm" variant="default" onClick={() => setSigning(one.panelistId)}>
                    Tanda tangani
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {statement && panelist && (
        <SignStatement
          round={round}
          statement={statement}
          panelist={panelist}
          entries={entriesOf(statement)}
          onClose={() => setSigning(null)}
        />
      )}
    </Section>
  );
}

function Signed({ statement: { signature } }: { statement: TieStatement }) {
  if (!signature) {
    return (
      <Text size="sm" c="var(--lencana-open)">
        <IconSignature size={16} aria-hidden style={{ verticalAlign: "-3px" }} /> belum ditandatangani
      </Text>
    );
  }
  const how = signature.witness === null ? "PIN sendiri" : `di atas kertas, disaksikan ${signature.witness}`;
  return (
    <Text size="sm">
      <IconCircleCheck size={16} aria-hidden style={{ verticalAlign: "-3px" }} /> {how},{" "}
      {timeText(signature.signedAt)}
    </Text>
  );
}

interface SignStatementProps {
  round: RoundRow;
  statement: TieStatement;
  panelist: PanelistRow;
  entries: string[];
  onClose: () => void;
}

function SignStatement({ round, statement, panelist, entries, onClose }: SignStatementProps) {
  const client = useQueryClient();
  const { account } = useSeat(useEditionId());
  const sign = useMutation(query.rounds.signStatement.mutationOptions({ meta: { handlesError: true } }));
  const [way, setWay] = useState<"pin" | "paper">(panelist.accountId === null ? "paper" : "pin");
  const accounts = useQuery(query.accounts.list.queryOptions());
  const own = accounts.data?.find(({ id }) => id === panelist.accountId)?.name;
  // A refused PIN is told of the account, whose name need not be that on the papers.
  const signer = own && own !== panelist.name ? `${panelist.name}, akun ${own}` : panelist.name;
  const witness = account ? `${account.name}, ${roleNames[account.role]}` : "";
  return (
    <SigningDialog
      opened
      onClose={onClose}
      title="Tanda tangani pernyataan berhalangan"
      what={`${panelist.name} tidak menilai ${listInWords(entries)} di babak ${round.name}`}
      hash={statement.hash}
      who={way === "pin" ? signer : witness}
      consequence="Pernyataan ini tercatat di buku catatan dan disebut dalam berita acara."
      action="Tanda tangani"
      onSign={async (pin, hash) => {
        const saved = await sign.mutateAsync({
          roundId: round.id,
          panelistId: panelist.id,
          hash,
          way,
          pin,
        });
        client.setQueryData(query.rounds.get.queryKey({ input: { roundId: round.id } }), saved);
      }}
    >
      <Radio.Group
        label="Bagaimana ditandatangani"
        value={way}
        onChange={(next) => setWay(next === "pin" ? "pin" : "paper")}
      >
        <Stack gap={6} mt={6}>
          <Radio
            value="pin"
            label="Panelis mengetik PIN-nya sendiri di sini"
            description={
              panelist.accountId === null
                ? "Panelis ini belum mempunyai akun. Hubungkan akunnya di Persiapan, Panelis."
                : undefined
            }
            disabled={panelist.accountId === null}
          />
          <Radio
            value="paper"
            label="Lembar pernyataannya sudah ditandatangani, dan saya menyaksikannya"
            description="Lembarnya dicetak dari Dokumen; sidik jarinya harus sama dengan yang di atas."
          />
        </Stack>
      </Radio.Group>
    </SigningDialog>
  );
}
