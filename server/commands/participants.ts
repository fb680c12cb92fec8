// Who takes part in a meeting, in which role and with which title at the time.
import type { z } from "zod";
import { AppError } from "../../shared/protocol/errors.ts";
import type { contract } from "../../shared/protocol/http/contract.ts";
import type { Person } from "../../shared/protocol/http/schemas.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import type { ParticipantRow } from "../storage/schema.ts";
import { projectFloor } from "./floor.ts";
import { meetingIn } from "./meeting-row.ts";

type NewParticipants = z.output<NonNullable<(typeof contract)["setParticipants"]["body"]>>["participants"];

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

/** The maker as secretary, and for a copy everybody of the source who is still active in the unit. */
export async function firstParticipants(
  services: Services,
  by: Person,
  organisationId: string,
  sourceId: string | null,
) {
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

function invalid(reason: string): AppError {
  return new AppError("badRequest", { fields: ["participants"], reason });
}
