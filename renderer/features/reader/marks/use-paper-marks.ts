// The marks of a paper in its two layers and everything a person may do with them. Ink is the room all participants
// share, pencil the person's own room. Undo and redo touch one's own acts only, whichever layer they were in.
import { useCallback, useEffect, useMemo, useState } from "react";
import { ulid } from "ulid";
import {
  addHighlight,
  addReply,
  editText,
  type HighlightPlace,
  markKey,
  marksRoot,
  readMarks,
  removeMark,
  setColour,
  setStatus,
  type Thread,
} from "../../../../shared/ydoc/marks.ts";
import { type Docs, type Layer, useHistory } from "./use-history.ts";

/** A mark with the layer it lies in. */
export interface LayeredMark extends Thread {
  layer: Layer;
}

export interface PaperMarks {
  marks: readonly LayeredMark[];
  /** Marks the anchors as one act; the words belong to the first. Gives the first one's key. */
  highlight: (layer: Layer, anchors: readonly HighlightPlace[], text: string) => string | null;
  reply: (layer: Layer, target: string, text: string) => void;
  resolve: (layer: Layer, target: string, resolved: boolean) => void;
  edit: (layer: Layer, key: string, text: string) => void;
  tint: (layer: Layer, key: string, colour: string) => void;
  remove: (layer: Layer, key: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

const now = (): string => new Date().toISOString();

/** `colour` is the author's and given to new marks; `me` signs every entry. */
export function usePaperMarks(docs: Docs, me: string, colour: string): PaperMarks {
  const marks = useMarks(docs);
  const history = useHistory(docs);
  const { act } = history;
  const newKey = useCallback(() => markKey(me, ulid()), [me]);
  const acts = useMemo(
    () => ({
      highlight: (layer: Layer, anchors: readonly HighlightPlace[], text: string) =>
        act(layer, (doc) => {
          const keys = anchors.map((anchor, i) => {
            const key = newKey();
            addHighlight(doc, key, { ...anchor, colour, text: i === 0 ? text : "", created: now() });
            return key;
          });
          return keys[0] ?? null;
        }),
      reply: (layer: Layer, target: string, text: string) =>
        act(layer, (doc) => addReply(doc, newKey(), { target, text, created: now() })),
      resolve: (layer: Layer, target: string, resolved: boolean) =>
        act(layer, (doc) =>
          setStatus(doc, newKey(), { target, state: resolved ? "resolved" : "open", created: now() }),
        ),
      edit: (layer: Layer, key: string, text: string) => act(layer, (doc) => editText(doc, key, text, now())),
      tint: (layer: Layer, key: string, value: string) => act(layer, (doc) => setColour(doc, key, value, now())),
      remove: (layer: Layer, key: string) => act(layer, (doc) => removeMark(doc, key)),
    }),
    [act, newKey, colour],
  );
  return useMemo(() => ({ marks, ...acts, ...history }), [marks, acts, history]);
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
    // Many marks that arrive together are read once.
    let frame = 0;
    const readSoon = (): void => {
      window.cancelAnimationFrame(frame);
      frame = window.requestAnimationFrame(read);
    };
    // Before the rooms are open both layers are one empty document.
    const maps = [...new Set([docs.shared, docs.private].map(marksRoot))];
    for (const map of maps) map.observeDeep(readSoon);
    return () => {
      window.cancelAnimationFrame(frame);
      for (const map of maps) map.unobserveDeep(readSoon);
    };
  }, [docs]);
  return marks;
}

/** By page, then from top to bottom (user space grows upwards). */
function byPlace(a: LayeredMark, b: LayeredMark): number {
  return a.pageIndex - b.pageIndex || (b.quads[1] ?? 0) - (a.quads[1] ?? 0);
}
