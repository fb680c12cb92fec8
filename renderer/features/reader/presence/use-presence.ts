// Who else reads this paper, on which page, where a held pointer points, and where a presenter leads. Never stored; the
// server stamps the person.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import { type Lead, leadOf, type PointerPlace, pointerOf } from "./states.ts";

/** Somebody else in this paper. */
export interface Reader {
  personId: string;
  pageIndex: number;
  pointer: PointerPlace | null;
  lead: Lead | null;
}

export interface Presence {
  readers: readonly Reader[];
  point: (place: PointerPlace | null) => void;
  /** Shows those who follow where to look; null ends it. */
  lead: (lead: Lead | null) => void;
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
  useEffect(
    () => () => {
      // Whoever has left the paper is not on any of its pages; the room may stay open for others of this window.
      awareness.setLocalState({});
    },
    [awareness],
  );
  const point = useCallback(
    (place: PointerPlace | null) => awareness.setLocalStateField("pointer", place),
    [awareness],
  );
  const lead = useCallback((place: Lead | null) => awareness.setLocalStateField("lead", place), [awareness]);
  return useMemo(() => ({ readers, point, lead }), [readers, point, lead]);
}

function readersOf(awareness: Awareness, me: string): Reader[] {
  const found = new Map<string, Reader>();
  for (const [client, state] of awareness.getStates()) {
    const person: unknown = state["person"];
    const page: unknown = state["pageIndex"];
    if (client === awareness.clientID || typeof person !== "string" || person === me) continue;
    if (typeof page !== "number" || !Number.isSafeInteger(page) || page < 0) continue;
    const [pointer, lead] = [pointerOf(state["pointer"]), leadOf(state["lead"])];
    if (!found.has(person) || pointer || lead) found.set(person, { personId: person, pageIndex: page, pointer, lead });
  }
  return [...found.values()];
}
