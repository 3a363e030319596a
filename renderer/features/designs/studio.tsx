import { Text } from "@mantine/core";
import { useElementSize, useHotkeys } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { DesignElement, DesignRow, WholeDesign } from "../../../electron/contract/designs.ts";
import { designFindings } from "../../../electron/domain/designFindings.ts";
import { useSeat } from "../../app/seat.ts";
import { api, query } from "../../api/client.ts";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Desk } from "./desk.tsx";
import { ElementList } from "./elementList.tsx";
import { duplicate, newElement, withElement, withoutElement } from "./elements.ts";
import { useCopyDraft } from "./openDesign.ts";
import { OutdatedDraft } from "./outdatedDraft.tsx";
import { PageProperties } from "./pageProperties.tsx";
import { ElementProperties } from "./properties.tsx";
import { RecipientBar } from "./recipientBar.tsx";
import classes from "./studio.module.css";
import { StudioActions } from "./studioActions.tsx";
import { useDesignDraft } from "./useDesignDraft.ts";
import { usePreview } from "./usePreview.ts";

/** One design on the desk: its parts at the left, the very page in the middle, what can be set at the right. */
export function Studio({
  editionId,
  rows,
  saved,
  onOpen,
}: {
  editionId: number;
  rows: readonly DesignRow[];
  saved: WholeDesign;
  onOpen: (key: string) => void;
}) {
  const client = useQueryClient();
  const mayChange = useSeat(editionId).may("preparing");
  const draft = useDesignDraft(editionId, saved);
  const { design } = draft;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [page, setPage] = useState<"charter" | "test">("charter");
  const [recipientId, setRecipientId] = useState<string | null>(null);
  const selected = design.elements.find(({ id }) => id === selectedId) ?? null;
  const input = { editionId };
  const recipients = useQuery(query.designs.recipients.queryOptions({ input })).data;
  const pictures = useQuery(query.designs.pictures.queryOptions({ input })).data;
  const recipient =
    recipients?.recipients.find(({ id }) => id === recipientId) ?? recipients?.recipients[0] ?? null;
  const version = `${saved.savedAt ?? ""} ${saved.expert}`;
  const order = useMemo(
    () => recipient && { editionId, key: saved.key, design, recipient: recipient.id, page, version },
    [editionId, saved.key, design, recipient, page, version],
  );
  const preview = usePreview(order);
  const change: typeof draft.change = (next, kind) => {
    if (order) preview.ask({ ...order, design: next });
    draft.change(next, kind);
  };
  const findings = useMemo(() => (pictures ? designFindings(design, pictures) : []), [design, pictures]);
  const { ref: room, width, height } = useElementSize<HTMLDivElement>();

  const save = useMutation({
    mutationFn: () => api.designs.save({ editionId, key: saved.key, design, basedOn: draft.basedOn }),
    onSuccess: (whole) => {
      draft.settle(whole);
      client.setQueryData(query.designs.get.queryKey({ input: { editionId, key: saved.key } }), whole);
      return client.invalidateQueries({ queryKey: query.designs.list.key({ input }) });
    },
  });

  const copyDraft = useCopyDraft({ editionId, saved, draft, onOpen });

  const add = (kind: DesignElement["kind"], picture?: string) => {
    const element = newElement(design, kind, picture);
    change({ ...design, elements: [...design.elements, element] });
    setSelectedId(element.id);
  };
  const remove = (id: string) => {
    change(withoutElement(design, id));
    setSelectedId(null);
  };
  const copy = (element: DesignElement) => {
    const twin = duplicate(design, element);
    change({ ...design, elements: [...design.elements, twin] });
    setSelectedId(twin.id);
  };

  useHotkeys(
    [
      ["mod+z", draft.undo],
      ["mod+y", draft.redo],
      ["mod+shift+z", draft.redo],
      ["mod+s", () => mayChange && draft.unsaved && save.mutate()],
    ],
    [],
  );

  return (
    <>
      <PageHeader
        title="Studio piagam"
        description="Yang tampak di tengah adalah PDF yang sebenarnya."
        actions={
          <StudioActions
            editionId={editionId}
            rows={rows}
            saved={saved}
            draft={draft}
            save={save}
            mayChange={mayChange}
            onOpen={onOpen}
          />
        }
      />
      {draft.outdated && !save.isPending && (
        <OutdatedDraft
          name={saved.name}
          mayChange={mayChange}
          onCopy={copyDraft}
          onTakeStored={draft.takeStored}
        />
      )}
      <div className={classes.panes}>
        <section className={`panel ${classes.side}`} aria-label="Bagian-bagian piagam">
          <ElementList
            design={design}
            selectedId={selectedId}
            findings={findings}
            onSelect={setSelectedId}
            onAdd={add}
            onChange={change}
          />
        </section>
        <section className={`panel ${classes.middle}`} aria-label="Halaman piagam">
          <RecipientBar
            list={recipients ?? null}
            recipient={recipient}
            onRecipient={setRecipientId}
            page={page}
            onPage={setPage}
            preview={preview}
          />
          <div ref={room} className={classes.room}>
            <Desk
              design={design}
              preview={preview}
              space={{ width, height }}
              selectedId={selectedId}
              page={page}
              onSelect={setSelectedId}
              onPlace={(id, place, kind) => change(withElement(design, id, place), `${kind} ${id}`)}
              onRemove={remove}
              onCopy={copy}
            />
          </div>
          <Text size="xs" c="dimmed" className={classes.keys}>
            Seret, atau panah 1 mm · Shift 0,1 mm · Ctrl 10 mm · Alt mengubah ukuran · Ctrl+Z mengurungkan
          </Text>
        </section>
        <section
          className={`panel ${classes.side}`}
          aria-label={selected ? "Sifat bagian terpilih" : "Sifat halaman"}
        >
          {selected ? (
            <ElementProperties
              key={selected.id}
              editionId={editionId}
              element={selected}
              pictures={pictures ?? []}
              findings={findings.filter(({ id }) => id === selected.id)}
              onChange={(part, kind) => change(withElement(design, selected.id, part), kind)}
              onRemove={() => remove(selected.id)}
              onCopy={() => copy(selected)}
              mayChange={mayChange}
            />
          ) : (
            <PageProperties
              editionId={editionId}
              row={rows.find(({ key }) => key === saved.key) ?? saved}
              design={design}
              pictures={pictures ?? []}
              findings={findings.filter(({ id }) => id === null)}
              onChange={change}
              mayChange={mayChange}
            />
          )}
        </section>
      </div>
    </>
  );
}
