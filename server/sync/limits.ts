// Every limit of the sync endpoint, each with its reason. Bytes and milliseconds unless named otherwise.

export const limits = {
  /** One frame: the whole state of a paper with ten thousand marks is under 5 MB. */
  frameBytes: 8 << 20,
  /** A document: beyond it opening takes seconds on an old laptop. */
  documentBytes: 64 << 20,
  /** Frames of one connection waiting to be judged before its socket is paused. */
  queuedFrames: 500,
  queuedBytes: 4 << 20,
  /** Frames one connection may send in a second: a fast typist sends 20. */
  framesPerSecond: 1000,
  /** Rooms one person may have open at once over all their devices. */
  roomsPerPerson: 200,
  /** Processor time of one person: a first sending of a large paper takes 200 ms, a day of typing less. */
  workMs: 5000,
  workMsPerSecond: 200,
  /**
   * One turn of a room, and the share of a connection in it: whoever types waits no longer behind dear frames. What is
   * left waits for the next turn.
   */
  turnMs: 20,
  turnMsPerConnection: 10,
  /** Refusals of one person in one room within a minute, before the door stays shut. */
  refusals: 20,
  refusalsWindowMs: 60_000,
  /** Updates that came before their past wait this long, and no more than these. */
  heldMs: 10_000,
  heldBytes: 1 << 20,
  heldUpdates: 256,
  /** What may wait in a socket: a reader slower than this is dropped and comes again. */
  bufferedBytes: 4 << 20,
  awarenessBytes: 2048,
  /** Fan-outs of a busy room are at least this far apart, in proportion to its receivers. */
  gapMs: 15,
  receiversPerMs: 20,
  framesPerTurn: 2000,
  awarenessGapMs: 50,
  /** Newcomers are answered in turns of this size, so that a hundred of them stop no other room. */
  answerBytesPerTurn: 2 << 20,
  /** A log tail longer than this (and than its base) is compacted. */
  tailBytes: 512 << 10,
  /** A room without connections is unloaded after this. */
  idleMs: 30_000,
  heartbeatMs: 30_000,

  /** Gate: structs and delete ranges in one update; eight thousand marks made offline, and 100 ms of reading them. */
  structs: 100_000,
  /** Clients one update may name: every start of every device of a large meeting over years. */
  clients: 4096,
  /** New clientIDs one update may bring (offline work of as many starts). */
  newClients: 64,
  clock: 2 ** 31,
  /** Clocks one update may go ahead: more letters than fit into a frame, even when most are collected by then. */
  newClocks: 2 ** 24,
  depth: 8,
  valueDepth: 12,
  keyLength: 128,
  /** ClientIDs a person may bind in one room. */
  bindsPerPerson: 5000,
  /** Steps of the walk that proves an item's order; without it 5 KB cost 0.3 s. */
  orderSteps: 200_000,
} as const;
