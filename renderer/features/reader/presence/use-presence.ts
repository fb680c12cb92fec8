// Who else reads this paper, on which page, and where a held pointer points. Never stored; the server stamps the person.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Awareness } from "y-protocols/awareness";

/** A pointer in parts of a page's sides. */
export interface PointerPlace {
  pageIndex: number;
  x: number;
  y: number;
}

/** Somebody else in this paper. */
export interface Reader {
  personId: string;
  pageIndex: number;
  pointer: PointerPlace | null;
}

export interface Presence {
  readers: readonly Reader[];
  point: (place: PointerPlace | null) => void;
}

/** One's own page goes out when it changes; a person with two windows is shown once. */
export function usePresence(awareness: Awareness, me: string, pageIndex: number): Presence {
  const [readers, setReaders] = useState<readonly Reader[]>([]);
  useEffect(() => {
    const read = (): void => setReaders(readersOf(awareness, me));
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness, me]);
  useEffect(() => {
    awareness.setLocalState({ ...awareness.getLocalState(), pageIndex });
  }, [awareness, pageIndex]);
  useEffect(() => () => awareness.setLocalStateField("pointer", null), [awareness]);
  const point = useCallback(
    (place: PointerPlace | null) => awareness.setLocalStateField("pointer", place),
    [awareness],
  );
  return useMemo(() => ({ readers, point }), [readers, point]);
}

function readersOf(awareness: Awareness, me: string): Reader[] {
  const found = new Map<string, Reader>();
  for (const [client, state] of awareness.getStates()) {
    const person: unknown = state["person"];
    const page: unknown = state["pageIndex"];
    if (client === awareness.clientID || typeof person !== "string" || person === me || typeof page !== "number")
      continue;
    const pointer = pointerOf(state["pointer"]);
    if (!found.has(person) || pointer) found.set(person, { personId: person, pageIndex: page, pointer });
  }
  return [...found.values()];
}

/** Others' states are foreign input: anything that is no place on a page is no pointer. */
function pointerOf(value: unknown): PointerPlace | null {
  if (typeof value !== "object" || value === null) return null;
  const { pageIndex, x, y } = value as Record<string, unknown>;
  if (typeof pageIndex !== "number" || typeof x !== "number" || typeof y !== "number") return null;
  if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) return null;
  return { pageIndex, x, y };
}
