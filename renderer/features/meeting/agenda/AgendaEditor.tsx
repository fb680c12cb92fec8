// The agenda while it is being written: rows that are typed into, moved by drag or key, undone, removed and brought back.
import "./agenda.css";
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { IconArrowBackUp, IconArrowForwardUp, IconPlus } from "@tabler/icons-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ulid } from "ulid";
import {
  addItem,
  agendaRoot,
  moveItem,
  removeItem,
  restoreItem,
  type AgendaTarget,
} from "../../../../shared/ydoc/agenda.ts";
import { useUndo } from "../../../sync/use-undo.ts";
import type { MeetingView } from "../use-meeting.ts";
import { UndoBar } from "../removed/UndoBar.tsx";
import { jumpIds } from "../stage/check-points.ts";
import { AgendaRow } from "./AgendaRow.tsx";
import { dragWords } from "./announcements.ts";
import { dropTarget, stepTarget, type Direction } from "./moves.ts";

interface AgendaEditorProps {
  view: MeetingView;
  /** What lies under an item: its papers. */
  below: (itemId: string) => ReactNode;
  /** Buttons beside the heading. */
  children?: ReactNode;
}

/** All items as editable rows. */
export function AgendaEditor({ view, below, children }: AgendaEditorProps) {
  const { t } = useTranslation("meeting");
  const { doc } = view.agendaRoom;
  const undo = useUndo(doc, agendaRoot);
  const [removed, setRemoved] = useState<{ id: string; title: string } | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const [moved, setMoved] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const movedNumber = view.items.find((item) => item.id === moved)?.number;
  useUndoKeys(undo);
  const place = (id: string, target: AgendaTarget | null): void => {
    if (!target || !undo.act((one) => moveItem(one, id, target))) return;
    setMoved(id);
  };
  const add = (target?: AgendaTarget): void => {
    const id = ulid();
    undo.act((one) => addItem(one, { id, title: "", durationMinutes: 15 }, target));
    setFresh(id);
  };
  const drop = ({ active, over }: DragEndEvent): void => {
    if (over) place(String(active.id), dropTarget(view.tree, String(active.id), String(over.id)));
  };
  return (
    <section aria-label={t("agenda.title")}>
      <div className="row between wrap mt-editor-head">
        <h1 className="mt-h2">{t("agenda.prepare")}</h1>
        <div className="row wrap mt-tools">
          <button
            type="button"
            className="icon-btn"
            aria-label={t("agenda.undo")}
            title={t("agenda.undo")}
            disabled={!undo.canUndo}
            onClick={undo.undo}
          >
            <IconArrowBackUp className="i" aria-hidden />
          </button>
          <button
            type="button"
            className="icon-btn"
            aria-label={t("agenda.redo")}
            title={t("agenda.redo")}
            disabled={!undo.canRedo}
            onClick={undo.redo}
          >
            <IconArrowForwardUp className="i" aria-hidden />
          </button>
          <button id={jumpIds.addItem} type="button" className="btn plain" onClick={() => add()}>
            <IconPlus className="i" aria-hidden /> {t("agenda.add")}
          </button>
          {children}
        </div>
      </div>
      {view.items.length === 0 && <p className="mt-hint">{t("agenda.emptyEdit")}</p>}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        accessibility={dragWords(t, view.items)}
        onDragEnd={drop}
      >
        <SortableContext items={view.items.map((item) => item.id)} strategy={verticalListSortingStrategy}>
          <ol className="mt-rows">
            {view.items.map((item) => (
              <AgendaRow
                key={item.id}
                item={item}
                view={view}
                act={undo.act}
                isFresh={item.id === fresh}
                canStep={(direction: Direction) => stepTarget(view.tree, item.id, direction) !== null}
                onStep={(direction: Direction) => place(item.id, stepTarget(view.tree, item.id, direction))}
                onAddBelow={() => add({ parent: item.id, after: item.children.at(-1)?.id ?? null })}
                onRemove={() => {
                  undo.act((one) => removeItem(one, item.id));
                  setRemoved({ id: item.id, title: item.title || t("agenda.unnamed") });
                }}
              >
                {below(item.id)}
              </AgendaRow>
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <p className="sr" role="status">
        {movedNumber && t("agenda.moved", { number: movedNumber })}
      </p>
      {removed && (
        <UndoBar
          key={removed.id}
          words={t("agenda.removed", { title: removed.title })}
          onRestore={() => {
            undo.act((one) => restoreItem(one, removed.id));
            setRemoved(null);
          }}
          onGone={() => setRemoved(null)}
        />
      )}
    </section>
  );
}

/** Ctrl-Z and Ctrl-Y anywhere on the screen, since the fields' own history would undo what others wrote. */
function useUndoKeys({ undo, redo }: { undo: () => void; redo: () => void }): void {
  const acts = useRef({ undo, redo });
  useEffect(() => void (acts.current = { undo, redo }));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
      const key = event.key.toLowerCase();
      const forward = key === "y" || (key === "z" && event.shiftKey);
      if (!forward && key !== "z") return;
      if (event.target instanceof HTMLElement && event.target.closest("dialog")) return;
      event.preventDefault();
      if (forward) acts.current.redo();
      else acts.current.undo();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
