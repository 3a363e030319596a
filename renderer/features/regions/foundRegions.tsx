import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { regionLabel } from "../../../electron/domain/names.ts";
import type { CatalogueRegion } from "./findRegions.ts";
import styles from "./regions.module.css";

const rowHeight = 38;

interface FoundRegionsProps {
  found: CatalogueRegion[];
  /** Codes already in the edition. */
  there: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}

/** A long list of regions with a tick each; only what is seen is drawn. */
export function FoundRegions({ found, there, chosen, onChange }: FoundRegionsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <div ref={scroller} className="panel" style={{ height: 380, overflowY: "auto" }}>
      <div style={{ height: rows.getTotalSize(), position: "relative" }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const region = found[index];
          if (!region) return null;
          const present = there.has(region.code);
          return (
            <label
              key={region.code}
              className={styles.found}
              data-there={present}
              style={{ position: "absolute", insetInline: 0, top: start, height: rowHeight }}
            >
              <input
                type="checkbox"
                checked={present || chosen.has(region.code)}
                disabled={present}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.currentTarget.checked) next.add(region.code);
                  else next.delete(region.code);
                  onChange(next);
                }}
              />
              <span>{regionLabel(region)}</span>
              <span className={styles.province}>{present ? "sudah ada di edisi ini" : region.province}</span>
            </label>
          );
        })}
      </div>
    </div>
  );
}
