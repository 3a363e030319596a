import { SegmentedControl, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RoundRow } from "../../../electron/contract/rounds.ts";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { query } from "../../api/client.ts";
import { useSeat } from "../../app/seat.ts";
import { Section } from "../../components/Section.tsx";

type Keying = "single" | "confirm" | "double";

const words: Record<Keying, { name: string; sentence: string }> = {
  single: { name: "Sekali", sentence: "Satu operator mengetik, dan nilainya langsung berlaku." },
  confirm: {
    name: "Dengan persetujuan",
    sentence: "Satu operator mengetik; orang kedua mencocokkan dengan kertas, lalu menerima atau menolak.",
  },
  double: {
    name: "Dua kali",
    sentence: "Dua operator mengetik tanpa saling melihat; perbedaan diputuskan verifikator dengan catatan.",
  },
};
const keyings: readonly Keying[] = ["single", "confirm", "double"];

/** How many people it takes until a typed value is in force, round by round. */
export function KeyingSection({ view }: { view: SecurityView }) {
  const { editionId } = view;
  const { may } = useSeat(editionId);
  const categories = useQuery(query.categories.list.queryOptions({ input: { editionId } })).data;
  const rounds = useQueries({
    queries: (categories ?? []).map(({ id }) =>
      query.rounds.list.queryOptions({ input: { categoryId: id } }),
    ),
    combine: (lists) => lists.flatMap(({ data }) => data ?? []),
  });
  const frozen = view.ruleBooks[0]?.frozenAt != null;
  return (
    <Section
      title="Cara mengetik"
      description="Per babak; ditetapkan dalam tata nilai, sebelum nilai pertama."
    >
      {!categories && <Skeleton height={120} />}
      {categories && rounds.length === 0 && (
        <Text c="dimmed">Belum ada babak. Susun dulu di Tata nilai.</Text>
      )}
      {rounds.length > 0 && (
        <Table verticalSpacing="sm" aria-label="Cara mengetik per babak">
          <Table.Tbody>
            {rounds.map((round) => (
              <RoundKeying
                key={round.id}
                round={round}
                category={
                  categories && categories.length > 1
                    ? (categories.find(({ id }) => id === round.categoryId)?.name ?? null)
                    : null
                }
                fixed={fixedWhy(round, frozen, may("preparing"))}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

/** Why the keying of a round cannot be chosen; null when it can. */
function fixedWhy({ values }: RoundRow, frozen: boolean, mayPrepare: boolean): string | null {
  if (values > 0) return `Tetap, karena sudah ada ${values.toLocaleString("id-ID")} nilai.`;
  if (frozen) return "Tetap, karena tata nilai sudah ditandatangani.";
  return mayPrepare ? null : "Dipilih sekretaris.";
}

interface RoundKeyingProps {
  round: RoundRow;
  category: string | null;
  fixed: string | null;
}

function RoundKeying({ round, category, fixed }: RoundKeyingProps) {
  const client = useQueryClient();
  const options = query.keyings.list.queryOptions({ input: { roundId: round.id } });
  const keying = useQuery(options).data?.keying;
  const set = useMutation(
    query.security.setKeying.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );
  const shown = set.isPending ? set.variables.keying : keying;
  return (
    <Table.Tr>
      <Table.Th scope="row" w={270} fw={600}>
        {round.name}
        {category !== null && (
          <Text size="xs" c="dimmed">
            {category}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        {shown ? (
          <Stack gap={4}>
            <SegmentedControl
              aria-label={`Cara mengetik ${round.name}`}
              w={430}
              disabled={fixed !== null || set.isPending}
              data={keyings.map((value) => ({ value, label: words[value].name }))}
              value={shown}
              onChange={(next) => {
                const chosen = keyings.find((each) => each === next);
                if (chosen) set.mutate({ roundId: round.id, keying: chosen });
              }}
            />
            <Text size="sm">
              {words[shown].sentence}
              {fixed !== null && (
                <Text span size="sm" c="dimmed">
                  {" "}
                  {fixed}
                </Text>
              )}
            </Text>
          </Stack>
        ) : (
          <Skeleton height={58} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
