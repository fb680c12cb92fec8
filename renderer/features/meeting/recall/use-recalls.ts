// The recalls of a meeting as those see them who lead it, and giving the subject back.
import { useQuery } from "@tanstack/react-query";
import type { RecallReport } from "../../../../shared/protocol/http/schemas.ts";
import { api } from "../../../platform/api.ts";
import type { MeetingView } from "../use-meeting.ts";

/** So often it is asked whether another device has confirmed, as long as one has not. */
const ASK_AGAIN_MS = 15_000;

/** Fetched again with the meeting, and by itself while devices are waited for. */
export function useRecalls({ meeting }: MeetingView) {
  return useQuery({
    queryKey: ["meeting", meeting.id, "recalls"],
    queryFn: () => api.call("meetingRecalls", { params: { meetingId: meeting.id } }),
    enabled: meeting.may.recall,
    refetchInterval: ({ state }) => (state.data?.recalls.some(isAwaited) ? ASK_AGAIN_MS : false),
  });
}

/** In force, and a device has not confirmed it. */
function isAwaited({ lifted, devices }: RecallReport): boolean {
  return lifted === null && devices.some(({ confirmedAt }) => confirmedAt === null);
}

/** Gives a recalled paper or meeting back. */
export function liftRecall({ kind, subjectId, meetingId }: Pick<RecallReport, "kind" | "subjectId" | "meetingId">) {
  return kind === "paper"
    ? api.call("liftPaperRecall", { params: { paperId: subjectId } })
    : api.call("liftMeetingRecall", { params: { meetingId } });
}
