import { memo } from "react";
import type { RegionRow } from "../../../electron/contract/regions.ts";
import { headTitle } from "../../../electron/domain/names.ts";
import { CellInput } from "../../components/CellInput.tsx";
import { HeadPicture } from "./headPicture.tsx";
import { withAgencyHead, withAgencyName, withHeadName, withHeadTitle } from "./people.ts";
import type { RegionPeople } from "./people.ts";
import { RemoveRegion } from "./removeRegion.tsx";
import styles from "./regions.module.css";

type Save = (region: RegionRow, people: RegionPeople) => Promise<unknown>;

interface RegionsTableProps {
  regions: RegionRow[];
  /** Every region of the edition, shown or not. */
  all: RegionRow[];
  onSave: Save;
}

/** The regions, each row to be typed over in place. */
export function RegionsTable({ regions, all, onSave }: RegionsTableProps) {
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
            <Row key={region.id} region={region} row={row} twin={twinOf(region, all)} onSave={onSave} />
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
}

const Row = memo(
  function Row({ region, row, twin, onSave }: RowProps) {
    const cell = (column: string, words: string) => ({ row, column, label: `${words} ${region.label}` });
    const save = (people: RegionPeople | string) =>
      typeof people === "string" ? people || null : onSave(region, people);
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
            onCommit={(text) => save(withHeadTitle(region, text))}
          />
        </td>
        <td>
          <CellInput
            {...cell("name", "Nama kepala daerah")}
            wraps
            value={region.head?.name ?? ""}
            placeholder="belum diisi"
            onCommit={(text) => save(withHeadName(region, text))}
          />
        </td>
        <td>
          <CellInput
            {...cell("agency", "Perangkat daerah")}
            wraps
            value={region.agency?.name ?? ""}
            placeholder="belum diisi"
            onCommit={(text) => save(withAgencyName(region, text))}
          />
        </td>
        <td>
          <CellInput
            {...cell("agencyHead", "Kepala perangkat")}
            wraps
            value={region.agency?.head ?? ""}
            placeholder="belum diisi"
            onCommit={(text) => save(withAgencyHead(region, text))}
          />
        </td>
        <td>
          <RemoveRegion region={region} />
        </td>
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.twin === after.twin &&
    JSON.stringify(before.region) === JSON.stringify(after.region),
);
