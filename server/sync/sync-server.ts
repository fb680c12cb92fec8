// The sync endpoint: lets a socket into its room or closes it with a reason, keeps the rooms that are open, and gives
// the rest of the server a way to write and read shared documents.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "pino";
import { WebSocketServer, type WebSocket } from "ws";
import type * as Y from "yjs";
import {
  closeCodes,
  formatRoomName,
  isServerWritten,
  parseRoomName,
  type RoomName,
} from "../../shared/protocol/sync.ts";
import type { UpdateLog } from "../storage/update-log.ts";
import { AnswerQueue } from "./answer-queue.ts";
import { Connection } from "./connection.ts";
import { limits } from "./limits.ts";
import { Refused } from "./refused.ts";
import { RefusalCounter } from "./refusal-counter.ts";
import { Room } from "./room.ts";
import { WorkBudgets } from "./work-budget.ts";

export interface RoomAccess {
  read: boolean;
  write: boolean;
  /** Why it may not be read, when that may be told. */
  refusal?: "recalled";
}

/** What the sync endpoint asks of the rest of the server. */
export interface SyncHost {
  /** Whose ticket this is, or null when it is unknown or expired. */
  ticketOwner(ticket: string): { personId: string; sessionId: string } | null;
  /** Whether a session is still signed in and its person not disabled. */
  isSessionOpen(sessionId: string): boolean;
  /** The policy; null when the room does not exist or may not even be known. */
  access(personId: string, room: RoomName): RoomAccess | null;
  /** What the server itself writes into a room whenever somebody enters, so that nobody finds it behind the facts. */
  projection?(room: RoomName): ((doc: Y.Doc) => void) | null;
}

export interface SyncServer {
  /** Takes over an upgrade under /sync/ROOM whose Origin is already checked. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Edits a document in one transaction; resolves when it is on disk and sent. */
  edit(room: RoomName, change: (doc: Y.Doc) => void): Promise<void>;
  /** Projects the facts anew into a room that is open; into another they come when somebody enters. */
  project(room: RoomName): Promise<void>;
  /** Reads a room's committed document. */
  read<T>(room: RoomName, look: (doc: Y.Doc) => T): Promise<T>;
  /** Asks the policy again for open connections: who lost the room is closed, a demoted writer only reads on. */
  recheck(filter?: { personId?: string; sessionId?: string }): void;
  /** Lets everybody go, stores what is left. Idempotent. */
  close(): Promise<void>;
}

const PREFIX = "/sync/";
/** How often it is looked whose heartbeat is due. */
const BEAT_STEP_MS = 500;

export function startSyncServer(options: { log: UpdateLog; host: SyncHost; logger: Logger }): SyncServer {
  const { log, host, logger } = options;
  const rooms = new Map<string, Room>();
  const unloading = new Map<string, Promise<void>>();
  const connections = new Map<Connection, Room>();
  const refusals = new RefusalCounter();
  const budgets = new WorkBudgets();
  const answers = new AnswerQueue();
  // ws answers its own limit with 1009, on which a stock provider returns for ever: ours comes first.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes * 2,
    perMessageDeflate: false,
    allowSynchronousEvents: false, // one message of each socket in turn: a flood is read no faster than the others
  });

  function roomOf(name: RoomName): Room {
    const key = formatRoomName(name);
    const open = rooms.get(key);
    if (open) return open;
    const room = new Room({ name, log, answers, logger, onRefusal: (personId) => refusals.add(personId, key) });
    room.ready.catch((error: unknown) => {
      logger.error({ room: key, err: error }, "room not loaded");
      rooms.delete(key);
      for (const connection of room.connections) connection.close("storageFailed", "storage");
    });
    rooms.set(key, room);
    return room;
  }

  async function project(room: Room): Promise<void> {
    const change = host.projection?.(room.name);
    if (change) await room.edit(change);
  }

  function admit(socket: WebSocket, stream: Duplex, request: IncomingMessage): void {
    const url = new URL(request.url ?? "/", "http://server");
    const owner = host.ticketOwner(url.searchParams.get("ticket") ?? "");
    if (!owner) throw new Refused("ticketExpired", "ticket");
    const name = parseRoomName(decodeURIComponent(url.pathname.slice(PREFIX.length)));
    const access = name && host.access(owner.personId, name);
    if (!name || !access?.read) throw new Refused(access?.refusal ?? "notAllowed", "room");
    const key = formatRoomName(name);
    if (refusals.isShut(owner.personId, key)) throw new Refused("refusedTooOften", "refused too often");
    if (roomsOf(owner.personId) >= limits.roomsPerPerson) throw new Refused("tooManyRooms", "too many rooms");
    const connection = new Connection({
      socket,
      stream,
      ...owner,
      mayWrite: access.write && !isServerWritten(name.kind),
      wantsAcknowledgement: url.searchParams.get("ack") === "1",
      work: budgets.of(owner.personId, performance.now()),
    });
    enter(socket, connection, roomOf(name));
  }

  function enter(socket: WebSocket, connection: Connection, room: Room): void {
    connections.set(connection, room);
    socket.on("message", (data, isBinary) => {
      if (connection.closed) return;
      if (isBinary) room.receive(connection, data as Buffer);
      else connection.close("malformed", "text frame");
    });
    socket.on("ping", () => connection.takePing(Date.now()));
    socket.on("close", () => {
      connection.closed = true;
      connections.delete(connection);
      room.leave(connection);
    });
    room.join(connection);
    project(room).catch((error: unknown) => logger.error({ room: room.key, err: error }, "room not projected"));
  }

  function recheckOne(connection: Connection, room: Room): void {
    const access = host.isSessionOpen(connection.sessionId) ? host.access(connection.personId, room.name) : null;
    if (!access?.read) connection.close(access?.refusal ?? "notAllowed", "no longer allowed");
    else connection.mayWrite = access.write && !isServerWritten(room.name.kind);
  }

  function roomsOf(personId: string): number {
    let count = 0;
    for (const connection of connections.keys()) if (connection.personId === personId) count++;
    return count;
  }

  function unloadIdle(): void {
    for (const [key, room] of rooms) {
      if (!room.isIdle) continue;
      rooms.delete(key);
      unloading.set(
        key,
        room.unload().finally(() => unloading.delete(key)),
      );
    }
  }

  function beatAll(): void {
    const now = performance.now();
    for (const [connection, room] of connections) if (connection.beat(now)) recheckOne(connection, room); // sessions end by time, too
    budgets.tidy(now);
  }
  const heartbeat = setInterval(beatAll, BEAT_STEP_MS);
  const idle = setInterval(unloadIdle, limits.idleMs);
  const held = setInterval(() => rooms.forEach((room) => room.dropHeld(Date.now())), 1000);
  for (const timer of [heartbeat, idle, held]) timer.unref();

  async function stop(): Promise<void> {
    for (const timer of [heartbeat, idle, held]) clearInterval(timer);
    for (const connection of connections.keys()) connection.close("serverStopping", "server stops");
    for (const room of rooms.values())
      await room.read(() => undefined).catch(() => logger.warn({ room: room.key }, "room not settled"));
    await Promise.all([...[...rooms.values()].map((room) => room.unload()), ...unloading.values()]);
    rooms.clear();
    sockets.close();
  }
  let stopped: Promise<void> | null = null;

  return {
    upgrade(request, socket, head) {
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        webSocket.on("error", (error) => logger.debug({ err: error }, "socket"));
        try {
          admit(webSocket, socket, request);
        } catch (error) {
          const refused = error instanceof Refused ? error : new Refused("malformed", "request", { cause: error });
          webSocket.close(closeCodes[refused.reason].code, refused.message);
        }
      });
    },
    edit: (name, change) => roomOf(name).edit(change),
    async project(name) {
      const room = rooms.get(formatRoomName(name));
      if (room) await project(room);
    },
    read: (name, look) => roomOf(name).read(look),
    recheck(filter = {}) {
      for (const [connection, room] of connections) {
        if (filter.personId !== undefined && filter.personId !== connection.personId) continue;
        if (filter.sessionId !== undefined && filter.sessionId !== connection.sessionId) continue;
        recheckOne(connection, room);
      }
    },
    close: () => (stopped ??= stop()),
  };
}
