// The floor of a live meeting: the agenda item, who has checked in, what is presented. SQL holds it; the room `floor:ID`
// is projected from it after every command, so that everybody sees the same thing at once.
import { AppError } from "../../shared/protocol/errors.ts";
import { readAgendaTree, type AgendaItem } from "../../shared/ydoc/agenda.ts";
import { raiseRevision, writeFloor, type Floor } from "../../shared/ydoc/floor.ts";
import { isLeading, type MeetingStanding } from "../policies/meeting.ts";
import type { PaperRow } from "../storage/schema.ts";
import type { Services } from "../services.ts";

/** What clients fetch again. */
export type Changed = keyof Floor["revision"];

/**
 * Writes the floor's room as SQL has it and raises the counters of what changed. SQL is read inside the edit, so that of
 * two commands at once the later state stands.
 */
export function projectFloor(services: Services, meetingId: string, ...changed: Changed[]): Promise<void> {
  return services.sync.edit({ kind: "floor", id: meetingId }, (doc) => {
    const floor = floorOf(services, meetingId);
    if (!floor) return;
    writeFloor(doc, floor);
    for (const what of changed) raiseRevision(doc, what);
  });
}

/** Once after opening a data folder: a server that was killed, or a restored copy, may have rooms behind the facts. */
export async function projectFloors(services: Services): Promise<void> {
  const meetings = await services.db
    .selectFrom("meetings")
    .select("id")
    .where("stage", "not in", ["archived", "cancelled"])
    .execute();
  await Promise.all(meetings.map(({ id }) => projectFloor(services, id)));
}

/** Moves to an agenda item, or to none. @throws AppError stageNotAllowed, notFound */
export async function goToItem(services: Services, meetingId: string, itemId: string | null): Promise<void> {
  await requireStage(services, meetingId, ["live", "paused"]);
  if (itemId !== null && !(await hasItem(services, meetingId, itemId))) throw new AppError("notFound");
  const item = { current_item_id: itemId, item_started_at: itemId === null ? null : services.clock().toISOString() };
  await services.db
    .insertInto("floor")
    .values({ meeting_id: meetingId, presentation_json: null, revision: 1, presentation_revision: 0, ...item })
    .onConflict((conflict) =>
      conflict.column("meeting_id").doUpdateSet((row) => ({ ...item, revision: row("floor.revision", "+", 1) })),
    )
    .execute();
  await projectFloor(services, meetingId);
}

/** Records that somebody is there, or is not. @throws AppError forbidden, notFound, stageNotAllowed */
export async function checkIn(
  services: Services,
  standing: MeetingStanding,
  wish: { personId?: string | undefined; present: boolean },
): Promise<void> {
  const { meeting, participant } = standing;
  const personId = wish.personId ?? participant.person_id;
  if (personId !== participant.person_id && !isLeading(standing.participant.role)) throw new AppError("forbidden");
  await requireStage(services, meeting.id, ["convened", "live", "paused"]);
  const place = { meeting_id: meeting.id, person_id: personId };
  const query = services.db.selectFrom("participants").select("person_id").where("meeting_id", "=", meeting.id);
  if (!(await query.where("person_id", "=", personId).executeTakeFirst())) throw new AppError("notFound");
  if (wish.present) {
    await services.db
      .insertInto("attendance")
      .values({ ...place, at: services.clock().toISOString(), recorded_by: participant.person_id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  } else {
    await services.db
      .deleteFrom("attendance")
      .where("meeting_id", "=", meeting.id)
      .where("person_id", "=", personId)
      .execute();
  }
  await projectFloor(services, meeting.id);
}

/**
 * Presents a page, turns it, or ends. A leading person may begin and take over; whoever presents may turn and end.
 * @throws AppError forbidden, notFound, stageNotAllowed
 */
export async function present(
  services: Services,
  standing: MeetingStanding,
  page: { paperId: string; pageIndex: number } | null,
): Promise<void> {
  const meetingId = standing.meeting.id;
  const presenterId = standing.participant.person_id;
  await requireStage(services, meetingId, ["live", "paused"]);
  if (
    !isLeading(standing.participant.role) &&
    floorOf(services, meetingId)?.presentation?.presenterId !== presenterId
  ) {
    throw new AppError("forbidden");
  }
  if (page) await requirePage(services, meetingId, page);
  const presentation_json = page && JSON.stringify({ ...page, presenterId, at: services.clock().toISOString() });
  await services.db
    .insertInto("floor")
    .values({
      meeting_id: meetingId,
      current_item_id: null,
      item_started_at: null,
      presentation_json,
      revision: 0,
      presentation_revision: 1,
    })
    .onConflict((conflict) =>
      conflict.column("meeting_id").doUpdateSet((row) => ({
        presentation_json,
        presentation_revision: row("floor.presentation_revision", "+", 1),
      })),
    )
    .execute();
  await projectFloor(services, meetingId);
}

/** The floor as SQL has it, without counters; null when there is no such meeting. */
function floorOf({ db, instantly }: Services, meetingId: string): Omit<Floor, "revision"> | null {
  const meetings = db.selectFrom("meetings").select(["stage", "started_at"]).where("id", "=", meetingId);
  const meeting = instantly.all(meetings.compile())[0];
  if (!meeting) return null;
  const row = instantly.all(db.selectFrom("floor").selectAll().where("meeting_id", "=", meetingId).compile())[0];
  const attendance = db.selectFrom("attendance").select(["person_id", "at"]).where("meeting_id", "=", meetingId);
  const isOpen = meeting.stage === "live" || meeting.stage === "paused";
  const presentation = isOpen ? (row?.presentation_json ?? null) : null;
  return {
    stage: meeting.stage,
    startedAt: meeting.started_at,
    currentItemId: isOpen ? (row?.current_item_id ?? null) : null,
    itemStartedAt: isOpen ? (row?.item_started_at ?? null) : null,
    // Written by this file only.
    presentation: presentation === null ? null : (JSON.parse(presentation) as Floor["presentation"]),
    attendance: Object.fromEntries(instantly.all(attendance.compile()).map(({ person_id, at }) => [person_id, at])),
  };
}

async function requireStage(services: Services, meetingId: string, stages: readonly string[]): Promise<void> {
  const row = await services.db.selectFrom("meetings").select("stage").where("id", "=", meetingId).executeTakeFirst();
  if (!row || !stages.includes(row.stage)) throw new AppError("stageNotAllowed", { stage: row?.stage });
}

async function requirePage(
  services: Services,
  meetingId: string,
  page: { paperId: string; pageIndex: number },
): Promise<void> {
  const paper: Pick<PaperRow, "page_count" | "recalled_at"> | undefined = await services.db
    .selectFrom("papers")
    .select(["page_count", "recalled_at"])
    .where("id", "=", page.paperId)
    .where("meeting_id", "=", meetingId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  if (!paper || paper.page_count === null) throw new AppError("notFound");
  if (paper.recalled_at !== null) throw new AppError("recalled");
  if (page.pageIndex >= paper.page_count) throw new AppError("badRequest", { fields: ["pageIndex"] });
}

function hasItem(services: Services, meetingId: string, itemId: string): Promise<boolean> {
  const isIn = (items: readonly AgendaItem[]): boolean =>
    items.some((item) => item.id === itemId || isIn(item.children));
  const at = services.clock().toISOString();
  return services.sync.read({ kind: "meeting", id: meetingId }, (doc) => isIn(readAgendaTree(doc, at)));
}
