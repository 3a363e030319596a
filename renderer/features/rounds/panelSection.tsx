import { Anchor, Checkbox, Group, NumberInput, SimpleGrid, Text } from "@mantine/core";
import { Link } from "wouter";
import type { PanelistRow } from "../../../electron/contract/panelists.ts";
import { useEditionId } from "../../app/edition.tsx";
import type { RulesEdit } from "./edit.ts";
import { Section } from "../../components/Section.tsx";

/** Who sits on the round's panel, and how many must have scored. */
export function PanelSection({
  rules,
  onChange,
  onLeave,
  panelists,
}: RulesEdit & { panelists: PanelistRow[] }) {
  const editionId = useEditionId();
  const chosen = new Set(rules.panel);
  if (panelists.length === 0) {
    return (
      <Section title="Panel">
        <Text>
          Edisi ini belum punya panelis.{" "}
          <Anchor component={Link} href={`/e/${editionId}/persiapan/panelis`}>
            Isi daftar panelis dulu
          </Anchor>
          .
        </Text>
      </Section>
    );
  }
  return (
    <Section
      title="Panel"
      description={`${rules.panel.length} dari ${panelists.length} panelis menilai di babak ini.`}
    >
      <Group align="flex-start" wrap="nowrap" gap="xl">
        <SimpleGrid cols={2} spacing="sm" flex={1}>
          {panelists.map(({ id, key, name, institution }) => (
            <Checkbox
              key={id}
              checked={chosen.has(id)}
              label={name}
              description={institution ? `${key} · ${institution}` : key}
              onChange={(event) => {
                const panel = panelists
                  .map((panelist) => panelist.id)
                  .filter((each) => (each === id ? event.currentTarget.checked : chosen.has(each)));
                onChange({ ...rules, panel });
              }}
            />
          ))}
        </SimpleGrid>
        <NumberInput
          w={210}
          label="Kuorum"
          description="Paling sedikit panelis yang menilai setiap daerah."
          value={rules.quorum}
          onChange={(next) => typeof next === "number" && onChange({ ...rules, quorum: next })}
          onBlur={onLeave}
          min={0}
          max={999}
          allowDecimal={false}
        />
      </Group>
    </Section>
  );
}
