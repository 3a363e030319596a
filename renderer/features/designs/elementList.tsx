import { ActionIcon, Button, Menu, UnstyledButton } from "@mantine/core";
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconFrame,
  IconMinus,
  IconPhoto,
  IconPlus,
  IconQrcode,
  IconSignature,
  IconTextSize,
  IconUser,
} from "@tabler/icons-react";
import type { Icon } from "@tabler/icons-react";
import type { Design, DesignElement } from "../../../electron/contract/designs.ts";
import type { DesignFinding } from "../../../electron/domain/designFindings.ts";
import { moved } from "./elements.ts";
import classes from "./studio.module.css";
import { elementLabel, kindWords } from "./words.ts";

const icons: Record<DesignElement["kind"], Icon> = {
  text: IconTextSize,
  name: IconUser,
  picture: IconPhoto,
  signature: IconSignature,
  code: IconQrcode,
  line: IconMinus,
};
const kinds = Object.keys(kindWords).filter((kind): kind is DesignElement["kind"] => kind in kindWords);

/** Every part of the page in the order it is read, and the page itself on top. */
export function ElementList({
  design,
  selectedId,
  findings,
  onSelect,
  onAdd,
  onChange,
}: {
  design: Design;
  selectedId: string | null;
  findings: readonly DesignFinding[];
  onSelect: (id: string | null) => void;
  onAdd: (kind: DesignElement["kind"]) => void;
  onChange: (next: Design) => void;
}) {
  const at = design.elements.findIndex(({ id }) => id === selectedId);
  const warned = new Set(findings.map(({ id }) => id));
  const shift = (by: 1 | -1) => selectedId !== null && onChange(moved(design, selectedId, by));
  return (
    <>
      <div className={classes.head}>
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
              Tambah
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds.map((kind) => {
              const KindIcon = icons[kind];
              return (
                <Menu.Item
                  key={kind}
                  leftSection={<KindIcon size={18} aria-hidden />}
                  onClick={() => onAdd(kind)}
                >
                  {kind === "picture" ? "Gambar atau lambang" : kindWords[kind]}
                </Menu.Item>
              );
            })}
          </Menu.Dropdown>
        </Menu>
        <div style={{ display: "flex" }}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Naikkan dalam urutan baca"
            disabled={at <= 0}
            onClick={() => shift(-1)}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Turunkan dalam urutan baca"
            disabled={at < 0 || at === design.elements.length - 1}
            onClick={() => shift(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
        </div>
      </div>
      <ul className={classes.list}>
        <li>
          <UnstyledButton
            className={classes.item}
            aria-pressed={selectedId === null}
            onClick={() => onSelect(null)}
          >
            <IconFrame size={18} aria-hidden />
            <span>Halaman dan bingkai</span>
            {warned.has(null) && (
              <IconAlertTriangle size={16} className={classes.warn} aria-label="ada catatan" />
            )}
          </UnstyledButton>
        </li>
        {design.elements.map((element) => {
          const KindIcon = icons[element.kind];
          return (
            <li key={element.id}>
              <UnstyledButton
                className={classes.item}
                aria-pressed={element.id === selectedId}
                title={elementLabel(element)}
                onClick={() => onSelect(element.id)}
              >
                <KindIcon size={18} aria-hidden />
                <span>{elementLabel(element)}</span>
                {warned.has(element.id) && (
                  <IconAlertTriangle size={16} className={classes.warn} aria-label="ada catatan" />
                )}
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </>
  );
}
