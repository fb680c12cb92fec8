// The wire of the sync endpoint: room names, message types and close codes. Source: docs/wire.md.

export const messageType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, acknowledgement: 100 } as const;

/** 4400–4499: do not come back as you are. 4500–4599: try again. */
export const closeCode = {
  malformed: 4400,
  ticketExpired: 4401,
  notAllowed: 4403,
  clientTaken: 4409,
  tooLarge: 4413,
  wrongSchema: 4422,
  tooMany: 4429,
  stopping: 4503,
  storageFailed: 4507,
  tooSlow: 4508,
  comeAgain: 4509,
} as const;
export type CloseCode = (typeof closeCode)[keyof typeof closeCode];

/** One shared document. `personId` belongs to private notes alone. */
export type RoomName =
  | { kind: "meeting" | "floor" | "annotations" | "draft" | "amendments"; id: string }
  | { kind: "notes"; id: string; personId: string };
export type RoomKind = RoomName["kind"];

const ID = "[A-Za-z0-9_-]{1,64}";
const single = new RegExp(`^(meeting|floor|annotations|draft|amendments):(${ID})$`);
const notes = new RegExp(`^notes:(${ID}):(${ID})$`);

/** The room of a name as it stands in the URL, or null when it is none. */
export function parseRoomName(text: string): RoomName | null {
  const one = single.exec(text);
  if (one?.[1] && one[2]) return { kind: one[1] as Exclude<RoomKind, "notes">, id: one[2] };
  const two = notes.exec(text);
  if (two?.[1] && two[2]) return { kind: "notes", id: two[1], personId: two[2] };
  return null;
}

/** The inverse of `parseRoomName`. */
export function formatRoomName(room: RoomName): string {
  return room.kind === "notes" ? `notes:${room.id}:${room.personId}` : `${room.kind}:${room.id}`;
}
