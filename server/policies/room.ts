// Who reads and writes which room of the sync endpoint. It answers at once, from what is committed.
// R1 meeting: who knows of the meeting (M1) reads, secretaries and chairs write until it is archived or cancelled.
// R2 floor: who may read the meeting reads; nobody writes, only the server does.
// R3 annotations: participants who may see the paper read; those of them who may comment write, until archived.
// R4 notes: the person alone, on a paper that they may see.
// R5 draft and amendments: none exists yet, so nobody enters.
// R6 a disabled person enters nothing; a role in the unit alone opens no room.
import type { MeetingStage } from "../../shared/domain/meeting-stage.ts";
import type { MeetingRole } from "../../shared/domain/roles.ts";
import type { RoomName } from "../../shared/protocol/sync.ts";
import type { Services } from "../services.ts";
import type { RoomAccess } from "../sync/sync-server.ts";
import { isLeading, isSealed, knowsOf } from "./meeting.ts";

type Sources = Pick<Services, "db" | "instantly">;

interface Standing {
  stage: MeetingStage;
  convened_at: string | null;
  role: MeetingRole;
  may_comment: 0 | 1;
}

/** What the person may do in the room; null when it may not even be known. */
export function roomAccess(sources: Sources, personId: string, room: RoomName): RoomAccess | null {
  switch (room.kind) {
    case "meeting":
      return meetingAccess(standingIn(sources, personId, room.id));
    case "floor":
      return meetingAccess(standingIn(sources, personId, room.id)) && { read: true, write: false };
    case "annotations":
      return annotationsAccess(standingAt(sources, personId, room.id));
    case "notes":
      if (room.personId !== personId) return null;
      return standingAt(sources, personId, room.id) && { read: true, write: true };
    case "draft":
    case "amendments":
      return null;
  }
}

function meetingAccess(standing: Standing | null): RoomAccess | null {
  if (!standing) return null;
  return { read: true, write: isLeading(standing.role) && !isSealed(standing.stage) };
}

function annotationsAccess(standing: Standing | null): RoomAccess | null {
  if (!standing) return null;
  return { read: true, write: standing.may_comment === 1 && standing.stage !== "archived" };
}

/** How the person takes part in the meeting; null when they do not, do not know of it yet, or are disabled. */
function standingIn({ db, instantly }: Sources, personId: string, meetingId: string): Standing | null {
  const query = db
    .selectFrom("participants")
    .innerJoin("meetings", "meetings.id", "participants.meeting_id")
    .innerJoin("people", "people.id", "participants.person_id")
    .select(["meetings.stage", "meetings.convened_at", "participants.role", "participants.may_comment"])
    .where("participants.meeting_id", "=", meetingId)
    .where("participants.person_id", "=", personId)
    .where("people.disabled_at", "is", null);
  const standing = instantly.all(query.compile())[0];
  return standing && knowsOf(standing, standing.role) ? standing : null;
}

/** How the person takes part in the meeting of a paper that they may see. */
function standingAt(sources: Sources, personId: string, paperId: string): Standing | null {
  const query = sources.db
    .selectFrom("papers")
    .select(["meeting_id", "readers_json", "removed_at"])
    .where("id", "=", paperId);
  const paper = sources.instantly.all(query.compile())[0];
  if (!paper || paper.removed_at !== null) return null;
  const standing = standingIn(sources, personId, paper.meeting_id);
  if (!standing || isLeading(standing.role)) return standing;
  const readers = paper.readers_json === null ? null : (JSON.parse(paper.readers_json) as string[]); // written by us
  return readers === null || readers.includes(personId) ? standing : null;
}
