// Undo and redo of one's own acts over both layers of a paper, in the order in which they were done.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import * as Y from "yjs";
import { marksRoot } from "../../../../shared/ydoc/marks.ts";

export type Layer = "shared" | "private";

/** The documents of the two layers. */
export type Docs = Readonly<Record<Layer, Y.Doc>>;

/** Changes with this origin are this person's acts in this window. */
const ownAct = Symbol("own act");

export interface History {
  /** Makes a change that can be undone. */
  act: <T>(layer: Layer, change: (doc: Y.Doc) => T) => T;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

interface Steps {
  done: readonly Layer[];
  undone: readonly Layer[];
}

const noSteps: Steps = { done: [], undone: [] };

/** Rules: only acts of this window; each act is one step; a new act ends what could be redone; new documents begin anew. */
export function useHistory(docs: Docs): History {
  const managers = useRef<Record<Layer, Y.UndoManager> | null>(null);
  const [steps, setSteps] = useState<Steps & { of: Docs | null }>({ ...noSteps, of: null });
  const { done, undone } = steps.of === docs ? steps : noSteps;
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
      setSteps((old) => ({ of: docs, done: [...(old.of === docs ? old.done : []), layer], undone: [] }));
      return result;
    },
    [docs],
  );
  const undo = useCallback(() => {
    const layer = done.at(-1);
    if (!layer) return;
    managers.current?.[layer].undo();
    setSteps({ of: docs, done: done.slice(0, -1), undone: [...undone, layer] });
  }, [docs, done, undone]);
  const redo = useCallback(() => {
    const layer = undone.at(-1);
    if (!layer) return;
    managers.current?.[layer].redo();
    setSteps({ of: docs, done: [...done, layer], undone: undone.slice(0, -1) });
  }, [docs, done, undone]);
  const [canUndo, canRedo] = [done.length > 0, undone.length > 0];
  return useMemo(() => ({ act, undo, redo, canUndo, canRedo }), [act, undo, redo, canUndo, canRedo]);
}
