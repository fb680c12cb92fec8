// The agenda as the contract gives it to clients that open no room: one list, parents before their children.
import type { z } from "zod";
import type { agendaItem } from "../../../shared/protocol/http/schemas.ts";
import { readAgendaTree, type AgendaItem } from "../../../shared/ydoc/agenda.ts";
import type { Services } from "../../services.ts";
import type { MeetingRow } from "../../storage/schema.ts";

type ListedItem = z.infer<typeof agendaItem>;

/** Reads the committed agenda of a meeting. Without a start, items have no times. */
export function viewAgenda(services: Services, meeting: MeetingRow): Promise<ListedItem[]> {
  const begin = meeting.started_at ?? meeting.start;
  const tree = (start: string) =>
    services.sync.read({ kind: "meeting", id: meeting.id }, (doc) => readAgendaTree(doc, start));
  return tree(begin ?? new Date(0).toISOString()).then((items) => listed(items, null, begin !== null));
}

function listed(items: readonly AgendaItem[], parentId: string | null, timed: boolean): ListedItem[] {
  return items.flatMap(({ id, number, title, description, presenter, durationMinutes, startsAt, children }) => [
    { id, parentId, number, title, description, presenter, durationMinutes, startsAt: timed ? startsAt : null },
    ...listed(children, id, timed),
  ]);
}
