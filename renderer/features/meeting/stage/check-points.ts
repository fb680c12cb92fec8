// What a meeting needs before the invitations go out, and where each gap is filled. Pure.
import type { MeetingView } from "../use-meeting.ts";

/** Where a point leads: a dialog, a part of the screen, or an element to be focused. */
export type Jump = { to: "facts" } | { to: "people" } | { to: "element"; id: string };

export interface CheckPoint {
  key: string;
  isDone: boolean;
  /** The words are `check.WORDS`. */
  words: string;
  values?: Record<string, string | number>;
  jump?: Jump;
}

/** Ids of what can be jumped to. */
export const jumpIds = {
  addItem: "them-muc",
  unsorted: "chua-xep-muc",
  title: (itemId: string) => `ten-${itemId}`,
  duration: (itemId: string) => `phut-${itemId}`,
};

type Facts = Pick<MeetingView, "meeting" | "participants" | "items" | "papers">;

/** Every point, in the order of the work. */
export function checkPoints(view: Facts): CheckPoint[] {
  return [...factPoints(view), ...agendaPoints(view), ...paperPoints(view)];
}

function factPoints({ meeting, participants }: Facts): CheckPoint[] {
  const hasTime = meeting.start !== null && meeting.place !== "";
  const hasChairs = (["chair", "secretary"] as const).every((role) => participants.some((one) => one.role === role));
  const count = participants.filter(({ role }) => role === "member").length;
  return [
    { key: "time", isDone: hasTime, words: hasTime ? "time" : "timeMissing", jump: { to: "facts" } },
    { key: "chairs", isDone: hasChairs, words: hasChairs ? "chair" : "chairMissing", jump: { to: "people" } },
    {
      key: "people",
      isDone: count > 0,
      words: count > 0 ? "people" : "peopleMissing",
      values: { count: participants.length },
      jump: { to: "people" },
    },
  ];
}

function agendaPoints({ items }: Facts): CheckPoint[] {
  if (items.length === 0) {
    const jump: Jump = { to: "element", id: jumpIds.addItem };
    return [{ key: "agenda", isDone: false, words: "agendaMissing", jump }];
  }
  const unnamed = items.filter(({ title }) => title.trim() === "");
  const untimed = items.filter(({ durationMinutes, children }) => durationMinutes === 0 && children.length === 0);
  return [
    ...unnamed.map(({ id, number }): CheckPoint => ({
      key: `name-${id}`,
      isDone: false,
      words: "nameMissing",
      values: { number },
      jump: { to: "element", id: jumpIds.title(id) },
    })),
    ...untimed.map(({ id, number }): CheckPoint => ({
      key: `minutes-${id}`,
      isDone: false,
      words: "minutesMissing",
      values: { number },
      jump: { to: "element", id: jumpIds.duration(id) },
    })),
    { key: "agenda", isDone: true, words: "agenda", values: { count: items.length } },
  ];
}

function paperPoints({ items, papers }: Facts): CheckPoint[] {
  const known = new Set(items.map(({ id }) => id));
  const ready = papers.filter(({ status }) => status === "ready");
  const unsorted = ready.filter(({ itemId }) => itemId === null || !known.has(itemId)).length;
  if (unsorted > 0) {
    const jump: Jump = { to: "element", id: jumpIds.unsorted };
    return [{ key: "unsorted", isDone: false, words: "unsorted", values: { count: unsorted }, jump }];
  }
  return ready.length > 0 ? [{ key: "papers", isDone: true, words: "papers", values: { count: ready.length } }] : [];
}
