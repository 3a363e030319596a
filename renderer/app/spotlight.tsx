import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { groupIcons, useFindables } from "./findables.tsx";
import { find } from "./palette.ts";
import type { Findable } from "./palette.ts";

const perGroupBeforeTyping = 12;
const perGroup = 7;

/** Ctrl+K: finds any region, panelist, sheet, paper, page and act. */
export function CommandPalette({ editionId }: { editionId: number | null }) {
  const [, goTo] = useLocation();
  const [opened, setOpened] = useState(false);
  const [question, setQuestion] = useState("");
  const deferred = useDeferredValue(question);
  const { items, waiting } = useFindables(editionId, opened);
  const groups = useMemo(() => {
    if (!opened) return [];
    if (deferred.trim() !== "") return find(items, deferred, { perGroup });
    // Before anything is typed: where one can go, not everything there is.
    const near = items.filter(({ group }) => group === "Halaman" || group === "Tindakan");
    return find(near, "", { perGroup: perGroupBeforeTyping });
  }, [items, deferred, opened]);

  const act = ({ go }: Findable) => {
    spotlight.close();
    if (typeof go === "string") goTo(go);
    else go();
  };

  return (
    <Spotlight.Root
      query={question}
      onQueryChange={setQuestion}
      onSpotlightOpen={() => setOpened(true)}
      onSpotlightClose={() => setOpened(false)}
      shortcut="mod + K"
      scrollable
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      maxHeight={460}
      clearQueryOnClose
      attributes={{ content: { "aria-label": "Cari apa saja" } }}
    >
      <Spotlight.Search
        placeholder="Cari daerah, panelis, lembar nilai, dokumen, atau tindakan…"
        aria-label="Cari apa saja"
        leftSection={<IconSearch size={20} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ group, items: found }) => (
          <Spotlight.ActionsGroup key={group} label={group}>
            {found.map((item) => {
              const ItemIcon = groupIcons[item.group];
              return (
                <Spotlight.Action
                  key={item.id}
                  label={item.title}
                  description={item.detail}
                  leftSection={ItemIcon && <ItemIcon size={20} aria-hidden />}
                  onClick={() => act(item)}
                />
              );
            })}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>
            {waiting ? "Membaca isi edisi…" : `Tidak ada yang cocok dengan “${question}”.`}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
