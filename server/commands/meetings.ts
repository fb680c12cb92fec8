// Making and changing meetings: their facts, their participants, their stage. Every change is in the audit log, and the
// floor and the open rooms follow.
import type { z } from "zod";
import { nextStage, type MeetingStage, type StageAction } from "../../shared/domain/meeting-stage.ts";
import { AppError } from "../../shared/protocol/errors.ts";
import type { contract } from "../../shared/protocol/http/contract.ts";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import { addItem, readAgendaTree, type AgendaItem } from "../../shared/ydoc/agenda.ts";
import { meetingStanding, organisationsToMeetIn } from "../policies/meeting.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { MeetingRow, ParticipantRow } from "../storage/schema.ts";
import { projectFloor } from "./floor.ts";

type NewMeeting = z.output<NonNullable<(typeof contract)["createMeeting"]["body"]>>;
type MeetingChange = z.output<NonNullable<(typeof contract)["editMeeting"]["body"]>>;
type NewParticipants = z.output<NonNullable<(typeof contract)["setParticipants"]["body"]>>["participants"];

/** Makes a meeting with its maker as secretary; as a copy also with the agenda and participants. @throws AppError */
export async function createMeeting(services: Services, by: Person, wish: NewMeeting): Promise<string> {
  const source = wish.copyOf === undefined ? null : await meetingStanding(services.db, by.id, wish.copyOf);
  if (wish.copyOf !== undefined && !source) throw new AppError("notFound");
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

/**
 * Replaces the list. Whoever stays keeps their title, place and colour; a meeting keeps at least one chair or secretary.
 * @throws AppError badRequest, notFound
 */
export async function setParticipants(
  services: Services,
  by: string,
  id: string,
  wanted: NewParticipants,
): Promise<void> {
  if (new Set(wanted.map(({ personId }) => personId)).size < wanted.length) throw invalid("twice");
  if (!wanted.some(({ role }) => role === "chair" || role === "secretary")) throw invalid("nobodyLeads");
  const at = services.clock();
  await services.db.transaction().execute(async (transaction) => {
    const { organisation_id: organisationId } = await meetingIn(transaction, id);
    const known = await transaction.selectFrom("participants").selectAll().where("meeting_id", "=", id).execute();
    const people = await transaction
      .selectFrom("memberships")
      .innerJoin("people", "people.id", "memberships.person_id")
      .innerJoin("organisations", "organisations.id", "memberships.organisation_id")
      .select(["people.id", "people.title", "organisations.name"])
      .where("memberships.organisation_id", "=", organisationId)
      .execute();
    let nextPosition = Math.max(-1, ...known.map(({ position }) => position)) + 1;
    const rows = wanted.map((wish): ParticipantRow => {
      const before = known.find((row) => row.person_id === wish.personId);
      const person = people.find((candidate) => candidate.id === wish.personId);
      if (!before && !person) throw invalid("stranger");
      const mayComment = wish.mayComment ?? (before?.role === wish.role ? before.may_comment === 1 : undefined);
      return {
        meeting_id: id,
        person_id: wish.personId,
        role: wish.role,
        title: (wish.title ?? before?.title ?? person?.title ?? "").normalize("NFC"),
        organisation_name: before?.organisation_name ?? person?.name ?? "",
        position: before?.position ?? nextPosition++,
        may_comment: (mayComment ?? wish.role !== "guest") ? 1 : 0,
      };
    });
    await transaction.deleteFrom("participants").where("meeting_id", "=", id).execute();
    for (const row of rows) await transaction.insertInto("participants").values(row).execute();
    await appendAudit(transaction, { at, organisationId, personId: by, action: "participantsSet", subject: id });
  });
  services.sync.recheck();
  await projectFloor(services, id, "participants");
}

/** Moves the meeting on; the reason is shown to everybody until it moves again. @throws AppError stageNotAllowed */
export async function changeStage(
  services: Services,
  by: string,
  id: string,
  move: { action: StageAction; reason?: string | undefined },
): Promise<void> {
  const { action } = move;
  const reason = (move.reason ?? "").normalize("NFC");
  const at = services.clock();
  await services.db.transaction().execute(async (transaction) => {
    const meeting = await meetingIn(transaction, id);
    const stage = nextStage(meeting.stage, action);
    if (stage === null) throw new AppError("stageNotAllowed", { stage: meeting.stage, action });
    await transaction
      .updateTable("meetings")
      .set({ stage, stage_reason: reason, ...timesOf(action, stage, at) })
      .where("id", "=", id)
      .execute();
    await appendAudit(transaction, {
      at,
      organisationId: meeting.organisation_id,
      personId: by,
      action: "stageChanged",
      subject: id,
      details: { from: meeting.stage, to: stage, ...(reason !== "" && { reason }) },
    });
  });
  services.sync.recheck();
  await projectFloor(services, id, "meeting");
}

function timesOf(action: StageAction, stage: MeetingStage, at: Date) {
  if (action === "start") return { started_at: at.toISOString() };
  return stage === "closed" ? { closed_at: at.toISOString() } : {};
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
    start: wish.start,
    planned_end: wish.plannedEnd,
    started_at: null,
    closed_at: null,
    created_by: made.by,
    created_at: made.at.toISOString(),
  };
}

/** The maker as secretary, and for a copy everybody of the source who is still active in the unit. */
async function firstParticipants(services: Services, by: Person, organisationId: string, sourceId: string | null) {
  const membership = by.memberships.find((candidate) => candidate.organisationId === organisationId);
  const maker: Omit<ParticipantRow, "meeting_id" | "position"> = {
    person_id: by.id,
    role: "secretary",
    title: by.title,
    organisation_name: membership?.organisationName ?? "",
    may_comment: 1,
  };
  if (sourceId === null) return [maker];
  const copied = await services.db
    .selectFrom("participants")
    .innerJoin("people", "people.id", "participants.person_id")
    .innerJoin("memberships", "memberships.person_id", "people.id")
    .select(["participants.person_id", "role", "people.title", "organisation_name", "may_comment"])
    .where("participants.meeting_id", "=", sourceId)
    .where("memberships.organisation_id", "=", organisationId)
    .where("people.disabled_at", "is", null)
    .orderBy("position")
    .execute();
  const isThere = copied.some((row) => row.person_id === by.id && (row.role === "secretary" || row.role === "chair"));
  return isThere ? copied : [maker, ...copied.filter((row) => row.person_id !== by.id)];
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

async function meetingIn(db: Pick<Services["db"], "selectFrom">, id: string): Promise<MeetingRow> {
  const row = await db.selectFrom("meetings").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("notFound");
  return row;
}

function invalid(reason: string): AppError {
  return new AppError("badRequest", { fields: ["participants"], reason });
}
