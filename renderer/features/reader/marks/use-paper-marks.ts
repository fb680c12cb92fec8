// The marks of a paper in its two layers and everything a person may do with them. Ink is the room all participants
// share, pencil the person's own room. Undo and redo touch one's own acts only, whichever layer they were in.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ulid } from "ulid";
import * as Y from "yjs";
import {
  addHighlight,
  addReply,
  editText,
  type HighlightPlace,
  markKey,
  marksRoot,
  readMarks,
  removeMark,
  setStatus,
  type Thread,
} from "../../../../shared/ydoc/marks.ts";

export type Layer = "shared" | "private";

/** A mark with the layer it lies in. */
export interface LayeredMark extends Thread {
  layer: Layer;
}

export interface PaperMarks {
  marks: readonly LayeredMark[];
  highlight: (layer: Layer, anchor: HighlightPlace, text: string) => string;
  reply: (layer: Layer, target: string, text: string) => void;
  resolve: (layer: Layer, target: string, resolved: boolean) => void;
  edit: (layer: Layer, key: string, text: string) => void;
  remove: (layer: Layer, key: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

interface Docs {
  shared: Y.Doc;
  private: Y.Doc;
}

/** Changes with this origin are this person's acts in this window. */
const ownAct = Symbol("own act");
const now = (): string => new Date().toISOString();

/** `colour` is the author's; `me` signs every entry. */
export function usePaperMarks(docs: Docs, me: string, colour: string): PaperMarks {
  const marks = useMarks(docs);
  const history = useHistory(docs);
  const { act } = history;
  const newKey = useCallback(() => markKey(me, ulid()), [me]);
  const acts = useMemo(
    () => ({
      highlight: (layer: Layer, anchor: HighlightPlace, text: string) =>
        act(layer, (doc) => {
          const key = newKey();
          addHighlight(doc, key, { ...anchor, colour, text, created: now() });
          return key;
        }),
      reply: (layer: Layer, target: string, text: string) =>
        act(layer, (doc) => addReply(doc, newKey(), { target, text, created: now() })),
      resolve: (layer: Layer, target: string, resolved: boolean) =>
        act(layer, (doc) =>
          setStatus(doc, newKey(), { target, state: resolved ? "resolved" : "open", created: now() }),
        ),
      edit: (layer: Layer, key: string, text: string) => act(layer, (doc) => editText(doc, key, text, now())),
      remove: (layer: Layer, key: string) => act(layer, (doc) => removeMark(doc, key)),
    }),
    [act, newKey, colour],
  );
  return { marks, ...acts, ...history };
}

function useMarks(docs: Docs): readonly LayeredMark[] {
  const [marks, setMarks] = useState<readonly LayeredMark[]>([]);
  useEffect(() => {
    const read = (): void => {
      const of = (layer: Layer): LayeredMark[] =>
        readMarks(docs[layer])
          .filter((mark) => !mark.removed || mark.replies.length > 0)
          .map((mark) => ({ ...mark, layer }));
      setMarks([...of("shared"), ...of("private")].sort(byPlace));
    };
    read();
    // Before the rooms are open both layers are one empty document.
    const maps = [...new Set([docs.shared, docs.private].map(marksRoot))];
    for (const map of maps) map.observeDeep(read);
    return () => maps.forEach((map) => map.unobserveDeep(read));
  }, [docs]);
  return marks;
}

/** By page, then from top to bottom (user space grows upwards). */
function byPlace(a: LayeredMark, b: LayeredMark): number {
  return a.pageIndex - b.pageIndex || (b.quads[1] ?? 0) - (a.quads[1] ?? 0);
}

function useHistory(docs: Docs) {
  const managers = useRef<Record<Layer, Y.UndoManager> | null>(null);
  const [done, setDone] = useState<readonly Layer[]>([]);
  const [undone, setUndone] = useState<readonly Layer[]>([]);
  useEffect(() => {
    const manage = (doc: Y.Doc): Y.UndoManager =>
      new Y.UndoManager(marksRoot(doc), { trackedOrigins: new Set([ownAct]), captureTimeout: 0 });
    const both = { shared: manage(docs.shared), private: manage(docs.private) };
    managers.current = both;
    return () => {
      both.shared.destroy();
      both.private.destroy();
    };
  }, [docs]);
  const act = useCallback(
    <T>(layer: Layer, change: (doc: Y.Doc) => T): T => {
      const result = docs[layer].transact(() => change(docs[layer]), ownAct);
      setDone((before) => [...before, layer]);
      setUndone([]);
      return result;
    },
    [docs],
  );
  const undo = useCallback(() => {
    const layer = done.at(-1);
    if (!layer) return;
    managers.current?.[layer].undo();
    setDone((before) => before.slice(0, -1));
    setUndone((before) => [...before, layer]);
  }, [done]);
  const redo = useCallback(() => {
    const layer = undone.at(-1);
    if (!layer) return;
    managers.current?.[layer].redo();
    setUndone((before) => before.slice(0, -1));
    setDone((before) => [...before, layer]);
  }, [undone]);
  return { act, undo, redo, canUndo: done.length > 0, canRedo: undone.length > 0 };
}
