// The files that are on their way to the server: two at a time, each can be stopped, each failure stays until dismissed.
import { useCallback, useEffect, useRef, useState } from "react";
import { AppError } from "../../../../shared/protocol/errors.ts";
import { failureOf } from "../../../platform/api.ts";
import type { Failure } from "../../../platform/error-words.ts";
import { MAX_PAPER_BYTES, sendPaper, type Sending } from "./send-paper.ts";

/** More at once does not arrive sooner, and the meeting's own traffic would wait behind it. */
const AT_ONCE = 2;

export interface Upload {
  id: number;
  file: File;
  itemId: string | null;
  state: "waiting" | "sending" | "failed";
  /** From 0 to 1. */
  sent: number;
  failure: Failure | null;
}

export interface Uploads {
  list: readonly Upload[];
  add: (files: Iterable<File>, itemId: string | null) => void;
  /** Stops a file, or dismisses one that failed. */
  drop: (id: number) => void;
}

/** `arrived` is called after each file that is at the server. */
export function useUploads(meetingId: string, arrived: () => void): Uploads {
  const [list, setList] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<number, Sending>());
  const nextId = useRef(1);
  const change = useCallback(
    (id: number, part: Partial<Upload>) =>
      setList((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one))),
    [],
  );
  const remove = useCallback((id: number) => setList((all) => all.filter((one) => one.id !== id)), []);

  useEffect(() => {
    const free = AT_ONCE - running.current.size;
    for (const { id, file, itemId } of list.filter((one) => one.state === "waiting").slice(0, Math.max(0, free))) {
      if (running.current.has(id)) continue;
      const sending = sendPaper(meetingId, file, itemId, (sent) => change(id, { sent }));
      running.current.set(id, sending);
      queueMicrotask(() => change(id, { state: "sending" }));
      sending.done
        .then(() => {
          running.current.delete(id);
          remove(id);
          arrived();
        })
        .catch((error: unknown) => {
          running.current.delete(id);
          if (error instanceof AppError && error.details["cancelled"]) return remove(id);
          console.warn("a file was not taken", error);
          change(id, { state: "failed", failure: failureOf(error) });
        });
    }
  }, [list, meetingId, arrived, change, remove]);

  const add = useCallback((files: Iterable<File>, itemId: string | null) => {
    const fresh = [...files].map((file): Upload => {
      const tooLarge = file.size > MAX_PAPER_BYTES;
      const failure = tooLarge ? "tooLarge" : null;
      return { id: nextId.current++, file, itemId, state: failure ? "failed" : "waiting", sent: 0, failure };
    });
    setList((all) => [...all, ...fresh]);
  }, []);
  const drop = useCallback(
    (id: number) => {
      const sending = running.current.get(id);
      if (sending) sending.cancel();
      else remove(id);
    },
    [remove],
  );
  return { list, add, drop };
}
