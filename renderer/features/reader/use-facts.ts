// Keeps the facts around the paper fresh: whenever the floor says that papers, people or rights changed, and when the
// room is closed because of a recall, they are fetched again. Gives the papers of the meeting that this person may read.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Paper } from "../../../shared/protocol/http/schemas.ts";
import type { Floor } from "../../../shared/ydoc/floor.ts";
import { api } from "../../platform/api.ts";
import type { SyncProblem } from "../../sync/connection-facts.ts";

const noPapers: readonly Paper[] = [];

export function useFacts(
  paperId: string,
  meetingId: string,
  revision: Floor["revision"],
  problem: SyncProblem | null,
): readonly Paper[] {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["meeting", meetingId],
    queryFn: () => api.call("meeting", { params: { meetingId } }),
  });
  const { meeting, papers, participants } = revision;
  const isRecalled = problem?.kind === "refused" && problem.reason === "recalled";
  useEffect(() => {
    if (meeting + papers + participants === 0 && !isRecalled) return;
    void queries.invalidateQueries({ queryKey: ["paper", paperId] });
    void queries.invalidateQueries({ queryKey: ["meeting", meetingId] });
  }, [queries, paperId, meetingId, meeting, papers, participants, isRecalled]);
  return data?.papers ?? noPapers;
}
