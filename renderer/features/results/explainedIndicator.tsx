import { Anchor, Table, Text, VisuallyHidden } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { Explanation } from "../../../electron/contract/results.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { DecimalText } from "../../components/DecimalText.tsx";
import { dateAndTime } from "../../components/time.ts";
import { figureWords } from "./figures.ts";
import { originWords, type Sources } from "./origin.ts";
import { sheetRoute } from "./sheetRoute.ts";
import classes from "./explanation.module.css";

type Indicator = Explanation["indicators"][number];

/** One indicator of an explanation: what it gave, and every score behind it with its origin. */
export function ExplainedIndicator({
  editionId,
  roundId,
  entryId,
  entry,
  sources,
  indicator,
  mayType,
  decimals,
  open,
  wanted,
}: {
  editionId: number;
  roundId: number;
  entryId: number;
  /** As it is called. */
  entry: string;
  sources: Sources;
  indicator: Indicator;
  /** The sheets open for whoever sits here. */
  mayType: boolean;
  /** Of the round's totals: no figure here has fewer. */
  decimals: number;
  open: boolean;
  /** The one that was asked for: brought into view. */
  wanted: boolean;
}) {
  const section = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (wanted) section.current?.scrollIntoView({ block: "start" });
  }, [wanted]);
  const { min, max } = indicator.scale;
  return (
    <details ref={section} className={classes.section} open={open || wanted}>
      <summary>
        <IconChevronRight size={18} aria-hidden className={classes.chevron} />
        <span>
          <Text span fw={600}>
            {indicator.name}
          </Text>
          <Text span size="sm" c="dimmed" display="block">
            Skala {formatDecimal(min)}–{formatDecimal(max)}
            {indicator.direction === "lower" ? ", makin kecil makin baik" : ""}
          </Text>
        </span>
        <span className={classes.figures}>
          <span>
            {figureWords(indicator.aggregateShown, decimals)} × {formatDecimal(indicator.weight)}%
          </span>
          <span className={classes.points}>
            {indicator.points !== null && `= ${figureWords(indicator.points, decimals)} poin`}
          </span>
        </span>
      </summary>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Panelis</Table.Th>
            <Table.Th ta="right">Nilai</Table.Th>
            <Table.Th ta="right">Skala 0–100</Table.Th>
            <Table.Th>Dimasukkan</Table.Th>
            <Table.Th>
              <VisuallyHidden>Lembar nilai</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {indicator.values.map((value) => (
            <Table.Tr key={value.panelistId ?? 0}>
              <Table.Td>{value.panelist}</Table.Td>
              <Table.Td ta="right">
                {value.recused ? "tidak menilai" : <DecimalText value={value.value} />}
              </Table.Td>
              <Table.Td className="figure">
                {value.normalised === null
                  ? value.recused
                    ? ""
                    : "–"
                  : figureWords(value.normalised, decimals)}
              </Table.Td>
              <Table.Td fz="xs">
                {value.enteredAt !== null && dateAndTime(value.enteredAt)}
                {value.enteredVia !== null && `, ${originWords(sources, { entry, indicator, value })}`}
              </Table.Td>
              <Table.Td ta="right">
                {!value.recused && mayType && (
                  <Anchor
                    component={Link}
                    size="sm"
                    href={sheetRoute({ editionId, roundId, panelistId: value.panelistId, entryId })}
                    aria-label={`${value.value === null ? "Isi lembar nilai" : "Buka lembar nilai"} ${value.panelist}`}
                  >
                    {value.value === null ? "Isi lembar" : "Buka lembar"}
                  </Anchor>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
