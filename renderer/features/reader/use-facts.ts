// Keeps the facts around the paper fresh: whenever the floor says that papers, people or rights changed, they are fetched
// again. Gives the papers of the meeting that this person may read.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Paper } from "../../../shared/protocol/http/schemas.ts";
import type { Floor } from "../../../shared/ydoc/floor.ts";
import { api } from "../../platform/api.ts";

const noPapers: readonly Paper[] = [];

export function useFacts(paperId: string, meetingId: string, revision: Floor["revision"]): readonly Paper[] {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["meeting", meetingId],
    queryFn: () => api.call("meeting", { params: { meetingId } }),
  });
  const { meeting, papers, participants } = revision;
  useEffect(() => {
    if (meeting + papers + participants === 0) return;
    void queries.invalidateQueries({ queryKey: ["paper", paperId] });
    void queries.invalidateQueries({ queryKey: ["meeting", meetingId] });
  }, [queries, paperId, meetingId, meeting, papers, participants]);
  return data?.papers ?? noPapers;
}
