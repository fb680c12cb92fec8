// Making and changing meetings: their facts, and the agenda of a copy. Who takes part is in participants.ts, the stages are
// in meeting-stage.ts. Every change is in the audit log, and the floor and the open rooms follow.
import type { z } from "zod";
import { AppError } from "../../shared/protocol/errors.ts";
import type { contract } from "../../shared/protocol/http/contract.ts";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { addItem, readAgendaTree, type AgendaItem } from "../../shared/ydoc/agenda.ts";
import { meetingStanding, organisationsToMeetIn } from "../policies/meeting.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { MeetingRow } from "../storage/schema.ts";
import { projectFloor } from "./floor.ts";
import { meetingIn } from "./meeting-row.ts";
import { firstParticipants } from "./participants.ts";

type NewMeeting = z.output<NonNullable<(typeof contract)["createMeeting"]["body"]>>;
type MeetingChange = z.output<NonNullable<(typeof contract)["editMeeting"]["body"]>>;

/** Makes a meeting with its maker as secretary; as a copy also with the agenda and participants. @throws AppError */
export async function createMeeting(services: Services, by: Person, wish: NewMeeting): Promise<string> {
  const source = wish.copyOf === undefined ? null : await meetingStanding(services.db, by.id, wish.copyOf);
  if (wish.copyOf !== undefined && !source) throw new AppError("notFound");
  if (source && source.meeting.recalled_at !== null) throw new AppError("recalled");
  const allowed = organisationsToMeetIn(by);
  const organisationId = wish.organisationId ?? source?.meeting.organisation_id ?? allowed[0];
  if (organisationId === undefined || !allowed.includes(organisationId)) throw new AppError("forbidden");
  if (source && source.meeting.organisation_id !== organisationId) throw new AppError("forbidden");
  const id = services.ids();
  const at = services.clock();
  const participants = await firstParticipants(services, by, organisationId, source?.meeting.id ?? null);
  await services.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("meetings")
      .values(newRow(wish, { id, organisationId, by: by.id, at }))
      .execute();
    const rows = participants.map((participant, position) => ({ ...participant, meeting_id: id, position }));
    await transaction.insertInto("participants").values(rows).execute();
    await appendAudit(transaction, { at, organisationId, personId: by.id, action: "meetingCreated", subject: id });
  });
  if (source) await copyAgenda(services, source.meeting.id, id);
  await projectFloor(services, id);
  return id;
}

/** Changes what is given. @throws AppError notFound */
export async function editMeeting(services: Services, by: string, id: string, change: MeetingChange): Promise<void> {
  const { title, kind, place, start, plannedEnd } = change;
  const values = {
    ...(title !== undefined && { title: title.normalize("NFC") }),
    ...(kind !== undefined && { kind }),
    ...(place !== undefined && { place: place.normalize("NFC") }),
    ...(start !== undefined && { start }),
    ...(plannedEnd !== undefined && { planned_end: plannedEnd }),
  };
  if (Object.keys(values).length === 0) return;
  const at = services.clock();
  await services.db.transaction().execute(async (transaction) => {
    await transaction.updateTable("meetings").set(values).where("id", "=", id).execute();
    const { organisation_id: organisationId } = await meetingIn(transaction, id);
    await appendAudit(transaction, { at, organisationId, personId: by, action: "meetingEdited", subject: id });
  });
  await projectFloor(services, id, "meeting");
}

function newRow(wish: NewMeeting, made: { id: string; organisationId: string; by: string; at: Date }): MeetingRow {
  return {
    id: made.id,
    organisation_id: made.organisationId,
    title: wish.title.normalize("NFC"),
    kind: wish.kind,
    place: wish.place.normalize("NFC"),
    stage: "preparing",
    stage_reason: "",
    convened_at: null,
    start: wish.start,
    planned_end: wish.plannedEnd,
    started_at: null,
    closed_at: null,
    recalled_at: null,
    created_by: made.by,
    created_at: made.at.toISOString(),
  };
}

async function copyAgenda(services: Services, from: string, to: string): Promise<void> {
  const at = services.clock().toISOString();
  const tree = await services.sync.read({ kind: "meeting", id: from }, (doc) => readAgendaTree(doc, at));
  await services.sync.edit({ kind: "meeting", id: to }, (doc) => {
    const append = (items: readonly AgendaItem[], parent: string | null) => {
      let after: string | null = null;
      for (const { title, description, presenter, durationMinutes, children } of items) {
        const id = services.ids();
        addItem(doc, { id, title, description, presenter, durationMinutes }, { parent, after });
        append(children, id);
        after = id;
      }
    };
    append(tree, null);
  });
}
