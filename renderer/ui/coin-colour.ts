// Which of the twelve colours a person has. At one meeting everybody sits in the order of joining the list, so that the
// first twelve differ and every screen of the meeting agrees; elsewhere the id decides, so that one person stays the same.
import { createContext, use, useCallback } from "react";
import type { Participant } from "../../shared/protocol/http/schemas.ts";

const COLOURS = 12;

/** Person id → order of joining, from 0. */
type Seats = ReadonlyMap<string, number>;
const seatsContext = createContext<Seats>(new Map());

/** Around everything that shows one meeting. */
export const SeatsProvider = seatsContext.Provider;

/** The seats of a meeting's participants. */
export function seatsOf(participants: readonly Participant[]): Seats {
  return new Map(participants.map(({ personId, position }) => [personId, position]));
}

/** Gives a person's colour, from 1 to 12. */
export function useCoinColours(): (personId: string) => number {
  const seats = use(seatsContext);
  return useCallback((personId) => ((seats.get(personId) ?? hashOf(personId)) % COLOURS) + 1, [seats]);
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}
