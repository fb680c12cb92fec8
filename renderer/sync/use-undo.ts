// Undo and redo of one's own acts in a room, and nobody else's: only changes made through `act` are remembered.
import { useCallback, useEffect, useState } from "react";
import * as Y from "yjs";

/** Typing within this time is one step back. */
const MERGE_MS = 600;

export interface Undo {
  /** Makes a change that can be undone. */
  act: <T>(change: (doc: Y.Doc) => T) => T;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** Changes with this origin are this person's acts in this window. */
const ownAct = Symbol("own act");

/** `scope` names the types that are watched; it must be a stable function. */
export function useUndo(doc: Y.Doc, scope: (doc: Y.Doc) => Y.Map<Y.Map<unknown>>): Undo {
  const [manager, setManager] = useState<Y.UndoManager | null>(null);
  const [can, setCan] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    const made = new Y.UndoManager(scope(doc), { trackedOrigins: new Set([ownAct]), captureTimeout: MERGE_MS });
    const look = (): void => setCan({ canUndo: made.canUndo(), canRedo: made.canRedo() });
    for (const event of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const) made.on(event, look);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the manager belongs to the document, not to a render
    setManager(made);
    look();
    return () => made.destroy();
  }, [doc, scope]);
  const act = useCallback(<T>(change: (doc: Y.Doc) => T): T => doc.transact(() => change(doc), ownAct), [doc]);
  const undo = useCallback(() => void manager?.undo(), [manager]);
  const redo = useCallback(() => void manager?.redo(), [manager]);
  return { act, undo, redo, ...can };
}
