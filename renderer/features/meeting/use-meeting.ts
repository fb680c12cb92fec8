// One meeting on screen: its facts from the server, its agenda and its floor live. The facts are fetched again whenever
// the floor says that something of their kind changed.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { Contract } from "../../../shared/protocol/http/contract.ts";
import { readAgendaTree, type AgendaItem } from "../../../shared/ydoc/agenda.ts";
import { readFloor, type Floor } from "../../../shared/ydoc/floor.ts";
import type { z } from "zod";
import { api } from "../../platform/api.ts";
import type { RoomSnapshot } from "../../sync/room-connection.ts";
import { useDocValue } from "../../sync/use-doc-value.ts";
import { useRoom } from "../../sync/use-room.ts";

export type MeetingData = z.infer<Contract["meeting"]["answer"]>;

export interface MeetingView extends MeetingData {
  tree: readonly AgendaItem[];
  /** The same items in reading order. */
  items: readonly AgendaItem[];
  floor: Floor;
  agendaRoom: RoomSnapshot;
  refetch: () => void;
}

/** The facts of the meeting as a query. */
export function useMeetingData(meetingId: string) {
  return useQuery({
    queryKey: ["meeting", meetingId],
    queryFn: (): Promise<MeetingData> => api.call("meeting", { params: { meetingId } }),
  });
}

/** The live meeting around facts that are known already. */
export function useMeetingView(data: MeetingData): MeetingView {
  const { id, start, may } = data.meeting;
  const queries = useQueryClient();
  const agendaRoom = useRoom(may.seeAgenda ? `meeting:${id}` : null);
  const floorRoom = useRoom(`floor:${id}`);
  const floor = useDocValue(floorRoom.doc, readFloor);
  const begin = start ?? data.meeting.startedAt ?? NO_START;
  const read = useCallback((doc: Parameters<typeof readAgendaTree>[0]) => readAgendaTree(doc, begin), [begin]);
  const tree = useDocValue(agendaRoom.doc, read);
  const refetch = useCallback(() => void queries.invalidateQueries({ queryKey: ["meeting", id] }), [queries, id]);
  const { meeting, papers, participants } = floor.revision;
  useEffect(() => {
    if (meeting + papers + participants > 0) refetch();
  }, [meeting, papers, participants, floor.stage, refetch]);
  // A room shut its door: the meeting was recalled, or the whole session ended. The answer says which.
  const isShut = [agendaRoom, floorRoom].some(({ facts }) => facts.problem?.kind === "refused");
  useEffect(() => {
    if (isShut) refetch();
  }, [isShut, refetch]);
  return { ...data, tree, items: flatten(tree), floor, agendaRoom, refetch };
}

/** Without a start, times are counted from midnight and not shown. */
const NO_START = "2026-01-01T00:00:00.000Z";

function flatten(tree: readonly AgendaItem[]): AgendaItem[] {
  return tree.flatMap((item) => [item, ...flatten(item.children)]);
}
