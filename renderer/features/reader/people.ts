// The people of the meeting as the reader shows them: by name, in the colour of their coin.
import type { Participant } from "../../../shared/protocol/http/schemas.ts";

/** The fills p1…p12 of tokens.css as they are stored with a mark. */
const fills = [
  "#52509c",
  "#e29c4c",
  "#197f9a",
  "#5a176f",
  "#60cbae",
  "#7a4260",
  "#e5cd6d",
  "#2b3a08",
  "#b89ef7",
  "#707344",
  "#abd5f8",
  "#37aab1",
] as const;

/** How one person is shown. */
export interface ShownPerson {
  personId: string;
  name: string;
}

export type People = ReadonlyMap<string, ShownPerson>;

/** Given name with the middle name before it, as people are called in a meeting. */
export function shortName(fullName: string): string {
  return fullName.trim().split(/\s+/u).slice(-2).join(" ");
}

/** Participants by id. */
export function peopleOf(participants: readonly Participant[]): People {
  return new Map(participants.map(({ personId, fullName }) => [personId, { personId, name: fullName }]));
}

/** The class that gives marks and pointers a colour from 1 to 12. */
export function colourClass(colour: number): string {
  return `p${colour}`;
}

/** A colour from 1 to 12 as it is stored with a mark. */
export function fillOf(colour: number): string {
  return fills[colour - 1] ?? fills[0];
}
