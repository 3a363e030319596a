import { memo } from "react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { headTitle } from "../../../electron/domain/names.ts";
import type { Gelar } from "../../../electron/domain/personName.ts";
import { NameState } from "../../app/nameStates.tsx";
import { CellInput } from "../../components/CellInput.tsx";
import { TitlesButton } from "../../components/TitlesButton.tsx";
import { HeadPicture } from "./headPicture.tsx";
import type { PeopleColumn } from "./people.ts";
import { RemoveRegion } from "./removeRegion.tsx";
import styles from "./regions.module.css";

type Save = (
  regionId: number,
  column: PeopleColumn,
  text: string,
  gelar?: Gelar | null,
) => Promise<string | null>;
type Paste = (row: number, column: PeopleColumn, block: string[][]) => void;

interface RegionsTableProps {
  regions: RegionRow[];
  /** Every region of the edition, shown or not. */
  all: RegionRow[];
  onSave: Save;
  /** Several cells were pasted at a row of those shown. */
  onPaste: Paste;
}

/** The regions, each row to be typed over in place. */
export function RegionsTable({ regions, all, onSave, onPaste }: RegionsTableProps) {
  return (
    <div className="panel">
      <table className={styles.table} data-cells aria-label="Daerah">
        <thead>
          <tr>
            <th scope="col">Foto</th>
            <th scope="col">Daerah</th>
            <th scope="col">Jabatan</th>
            <th scope="col">Kepala daerah</th>
            <th scope="col">Perangkat daerah</th>
            <th scope="col">Kepala perangkat</th>
            <th scope="col">
              <span className={styles.hidden}>Hapus</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region, row) => (
            <Row
              key={region.id}
              region={region}
              row={row}
              twin={twinOf(region, all)}
              onSave={onSave}
              onPaste={onPaste}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function twinOf(region: RegionRow, all: RegionRow[]): string | null {
  if (!region.twin) return null;
  return all.find(({ id, name }) => name === region.name && id !== region.id)?.label ?? null;
}

interface RowProps {
  region: RegionRow;
  row: number;
  twin: string | null;
  onSave: Save;
  onPaste: Paste;
}

const Row = memo(
  function Row({ region, row, twin, onSave, onPaste }: RowProps) {
    const cell = (column: PeopleColumn, words: string) => ({
      row,
      column,
      label: `${words} ${region.label}`,
      onCommit: (text: string) => onSave(region.id, column, text),
      onPasteBlock: (block: string[][]) => onPaste(row, column, block),
    });
    return (
      <tr>
        <td>
          <HeadPicture region={region} />
        </td>
        <th scope="row">
          <span className={styles.type} data-type={region.type}>
            {region.type === "kota" ? "Kota" : "Kabupaten"}
          </span>{" "}
          <span className={styles.name}>{region.name}</span>
          <div className={styles.below}>
            {region.code}
            {twin !== null && <span className={styles.twin}>bukan {twin}</span>}
          </div>
        </th>
        <td>
          <CellInput
            {...cell("title", "Jabatan kepala daerah")}
            value={region.head?.title ?? ""}
            placeholder={headTitle(region)}
          />
        </td>
        <td>
          <CellInput
            {...cell("name", "Nama kepala daerah")}
            wraps
            value={region.head?.name ?? ""}
            placeholder="belum diisi"
          />
          {region.head && (
            <div className={styles.under}>
              <NameState subject={`kepala/${region.code}`} />
              <TitlesButton
                label={`kepala daerah ${region.label}`}
                full={region.head.name}
                gelar={region.head.gelar}
                onSave={(full, gelar) => onSave(region.id, "name", full, gelar)}
              />
            </div>
          )}
        </td>
        <td>
          <CellInput
            {...cell("agency", "Perangkat daerah")}
            wraps
            value={region.agency?.name ?? ""}
            placeholder="belum diisi"
          />
          {region.agency && (
            <div className={styles.under}>
              <NameState subject={`perangkat/${region.code}`} />
            </div>
          )}
        </td>
        <td>
          <CellInput
            {...cell("agencyHead", "Kepala perangkat")}
            wraps
            value={region.agency?.head ?? ""}
            placeholder="belum diisi"
          />
          {region.agency?.head && (
            <div className={styles.under}>
              <NameState subject={`kepalaperangkat/${region.code}`} />
              <TitlesButton
                label={`kepala perangkat daerah ${region.label}`}
                full={region.agency.head}
                gelar={region.agency.headGelar}
                onSave={(full, gelar) => onSave(region.id, "agencyHead", full, gelar)}
              />
            </div>
          )}
        </td>
        <td>
          <RemoveRegion region={region} />
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.onPaste === after.onPaste &&
    before.onSave === after.onSave &&
    before.twin === after.twin &&
    JSON.stringify(before.region) === JSON.stringify(after.region),
);
