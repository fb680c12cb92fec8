// What the reader asks of the server besides the paper itself.
import { useCallback } from "react";
import { api } from "../../platform/api.ts";

/** Presents a page of the paper to the meeting; null ends it. */
export function usePresenting(meetingId: string, paperId: string): (pageIndex: number | null) => Promise<void> {
  return useCallback(
    async (pageIndex) => {
      const presentation = pageIndex === null ? null : { paperId, pageIndex };
      await api.call("present", { params: { meetingId }, body: { presentation } });
    },
    [meetingId, paperId],
  );
}

/** Saves where reading stopped. */
export function useSaveReading(paperId: string): (pageIndex: number) => void {
  return useCallback(
    (pageIndex) => {
      // Where reading stopped is a convenience: when it cannot be saved now, the next page turned is saved instead.
      api.call("reading", { params: { paperId }, body: { pageIndex } }).catch(() => undefined);
    },
    [paperId],
  );
}
