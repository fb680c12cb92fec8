// The wire of the sync endpoint `/sync/ROOM`: room names, message types and close codes. Compatible with y-websocket;
// written out for outside clients in docs/wire.md.

/** The first varuint of every frame. 0–3 are y-websocket's; 100 is ours and goes only to clients that ask with `ack=1`. */
export const messageType = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, acknowledgement: 100 } as const;

/** The second varuint of a sync frame. */
export const syncStep = { stateRequest: 0, state: 1, update: 2 } as const;

/** Query parameters of the endpoint. */
export const syncParameter = { ticket: "ticket", acknowledge: "ack" } as const;

/**
 * Why the server closes a socket. A stock provider does not return after 4400–4499 and tries again after 4500–4599.
 * `messageKey` names its words in the catalogue `renderer/sync/words.ts`.
 */
export const closeCodes = {
  malformed: { code: 4400, messageKey: "sync:close.malformed" },
  ticketExpired: { code: 4401, messageKey: "sync:close.ticketExpired" },
  notAllowed: { code: 4403, messageKey: "sync:close.notAllowed" },
  clientIdTaken: { code: 4409, messageKey: "sync:close.clientIdTaken" },
  recalled: { code: 4410, messageKey: "sync:close.recalled" },
  frameTooLarge: { code: 4413, messageKey: "sync:close.frameTooLarge" },
  tooManyClientIds: { code: 4414, messageKey: "sync:close.tooManyClientIds" },
  documentTooLarge: { code: 4415, messageKey: "sync:close.documentTooLarge" },
  doesNotFit: { code: 4422, messageKey: "sync:close.doesNotFit" },
  tooFast: { code: 4429, messageKey: "sync:close.tooFast" },
  tooManyRooms: { code: 4430, messageKey: "sync:close.tooManyRooms" },
  refusedTooOften: { code: 4431, messageKey: "sync:close.refusedTooOften" },
  serverStopping: { code: 4501, messageKey: "sync:close.serverStopping" },
  storageFailed: { code: 4507, messageKey: "sync:close.storageFailed" },
  comeAgain: { code: 4509, messageKey: "sync:close.comeAgain" },
} as const;

export type CloseReason = keyof typeof closeCodes;

/** The reason behind a close code of ours, or null for any other code. */
export function closeReasonOf(code: number): CloseReason | null {
  const found = (Object.keys(closeCodes) as CloseReason[]).find((reason) => closeCodes[reason].code === code);
  return found ?? null;
}

/** A room: what kind of document, and of what. Text form: `kind:id`, for private notes `notes:PAPER:PERSON`. */
export type RoomName =
  | { kind: "meeting" | "floor" | "annotations" | "draft" | "amendments" | "inbox"; id: string }
  | { kind: "notes"; id: string; personId: string };

export type RoomKind = RoomName["kind"];

/** Every kind of room there is; the policy test walks it. */
export const roomKinds = [
  "meeting",
  "floor",
  "annotations",
  "notes",
  "draft",
  "amendments",
  "inbox",
] as const satisfies RoomKind[];

/** Whether only the server writes in rooms of this kind, whatever the right of a person may be. */
export function isServerWritten(kind: RoomKind): boolean {
  return kind === "floor" || kind === "inbox";
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads a room name as it stands in the URL. Null when it is none. */
export function parseRoomName(text: string): RoomName | null {
  const [kind, id, personId, ...rest] = text.split(":");
  if (id === undefined || !ID.test(id) || rest.length > 0) return null;
  if (kind === "notes") return personId !== undefined && ID.test(personId) ? { kind, id, personId } : null;
  const known = roomKinds.find((one) => one === kind);
  return known && known !== "notes" && personId === undefined ? { kind: known, id } : null;
}

/** The text form of a room's name: for the URL, the log and as a key. */
export function formatRoomName(room: RoomName): string {
  return room.kind === "notes" ? `notes:${room.id}:${room.personId}` : `${room.kind}:${room.id}`;
}
