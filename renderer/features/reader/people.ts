// The people of the meeting as the reader shows them: name, initials, and the colour of their coin.
import type { Participant } from "../../../shared/protocol/http/schemas.ts";
import { coinColour } from "../../ui/coin-colour.ts";

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
  initials: string;
  /** 1–12. */
  colour: number;
}

export type People = ReadonlyMap<string, ShownPerson>;

/** Initials: last middle name and given name. */
export function initialsOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/u).slice(-2);
  return words.map((word) => word.charAt(0).toUpperCase()).join("");
}

/** Given name with the middle name before it, as people are called in a meeting. */
export function shortName(fullName: string): string {
  return fullName.trim().split(/\s+/u).slice(-2).join(" ");
}

/** Participants by id. */
export function peopleOf(participants: readonly Participant[]): People {
  return new Map(
    participants.map((one) => [
      one.personId,
      {
        personId: one.personId,
        name: one.fullName,
        initials: initialsOf(one.fullName),
        colour: coinColour(one.personId),
      },
    ]),
  );
}

/** The stored colour of a person's marks. */
export function fillOf(person: ShownPerson | undefined): string {
  return fills[(person?.colour ?? 1) - 1] ?? fills[0];
}
