// Every bound of the sync server, each with its reason. What is beyond one is refused by a close code of its own.

export const limits = {
  /** The largest frame: a whole paper with 20,000 marks fits several times. */
  frameBytes: 8 << 20,
  /** ws cuts at twice that with 1009, on which a stock provider returns for ever; ours comes first, with 4413. */
  socketPayloadBytes: 16 << 20,
  /** The largest document: beyond it, loading and joining would be felt by other rooms. */
  documentBytes: 64 << 20,
  /** Sockets of one person: some devices with a dozen rooms each. */
  connectionsPerPerson: 100,
  /** Frames a connection may send in a window; awareness at 20 Hz beside fast typing is a tenth of it. */
  framesPerWindow: 3000,
  rateWindowMs: 5000,
  /** Refusals of one person in one room within the window, after which they wait. Other rooms and people are not touched. */
  refusals: 20,
  refusalWindowMs: 60_000,
  /** Unsent bytes of a socket that does not read: then it is cut and resynchronises when it returns. */
  bufferedBytes: 4 << 20,
  /** Updates that came before their past wait on their own connection: this many, this large, this long. */
  heldUpdates: 256,
  heldBytes: 1 << 20,
  heldMs: 10_000,
  /** Frames waiting on one connection before its socket is paused, and when it goes on. */
  queuedFrames: 500,
  resumeFrames: 250,
  /** Frames judged in one go; more would delay the commit of the first. */
  batchFrames: 2000,
  /** The gap between two fan-outs grows with the receivers up to this; none at rest. */
  gapMs: 15,
  receiversPerGapMs: 20,
  /** Size of one client's presence: a name, a page, a rectangle. */
  awarenessBytes: 2048,
  awarenessGapMs: 50,
  /** Bytes of state encoded for newcomers in one turn of the loop, so that a hundred of them do not stop other rooms. */
  answerBytesPerTurn: 2 << 20,
  /** Updates after the last snapshot before a new one is made. */
  tailBytes: 512 << 10,
  /** A room nobody is in leaves memory after this. */
  idleMs: 30_000,
  /** Silent sockets are asked for a sign of life this often, and cut when none came. */
  heartbeatMs: 30_000,
  /** Between attempts to read a log that failed. */
  retryMs: 500,
  /** After the close frame a socket may linger this long. */
  closeMs: 1000,
} as const;
