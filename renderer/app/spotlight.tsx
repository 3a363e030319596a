import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
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

  // Mantine marks the first find when a letter is typed, which is before the finds of that letter are listed.
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (deferred.trim() === "" || groups.length === 0) return;
    for (const [index, found] of list.current?.querySelectorAll("[data-action]").entries() ?? []) {
      if (index === 0) found.setAttribute("data-selected", "true");
      else found.removeAttribute("data-selected");
    }
  }, [groups, deferred]);

  const act = ({ go }: Findable) => {
    spotlight.close();
    if (typeof go === "string") goTo(go);
    else go();
  };

  /** Enter before the list has caught up with the typing: the first find of what stands there now. */
  const enterEarly = (event: React.KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || question === deferred) return;
    event.preventDefault();
    event.stopPropagation();
    const first = find(items, question, { perGroup: 1 })[0]?.items[0];
    if (first) act(first);
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
      styles={{ actionDescription: { opacity: 1 } }}
      attributes={{ content: { "aria-label": "Cari apa saja" } }}
    >
      <Spotlight.Search
        placeholder="Cari daerah, panelis, lembar nilai, dokumen, atau tindakan…"
        aria-label="Cari apa saja"
        leftSection={<IconSearch size={20} aria-hidden />}
        onKeyDownCapture={enterEarly}
      />
      <Spotlight.ActionsList ref={list}>
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
