// Keeps the facts around the paper fresh: whenever the floor says that papers, people or rights changed, and when the
// room is closed because of a recall, they are fetched again. Gives the papers of the meeting that this person may read.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Paper } from "../../../shared/protocol/http/schemas.ts";
import type { Floor } from "../../../shared/ydoc/floor.ts";
import { api } from "../../platform/api.ts";

const noPapers: readonly Paper[] = [];

/** `isShut`: a room of the paper shut its door; the answer says whether it was recalled or the session has ended. */
export function useFacts(
  paperId: string,
  meetingId: string,
  revision: Floor["revision"],
  isShut: boolean,
): readonly Paper[] {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ["meeting", meetingId],
    queryFn: () => api.call("meeting", { params: { meetingId } }),
  });
  const { meeting, papers, participants } = revision;
  useEffect(() => {
    if (meeting + papers + participants === 0 && !isShut) return;
    void queries.invalidateQueries({ queryKey: ["paper", paperId] });
    void queries.invalidateQueries({ queryKey: ["meeting", meetingId] });
  }, [queries, paperId, meetingId, meeting, papers, participants, isShut]);
  return data?.papers ?? noPapers;
}
