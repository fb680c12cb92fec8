// Who reads and writes which room of the sync endpoint. It answers at once, from what is committed.
// R1 meeting: who knows of the meeting (M1) reads, secretaries and chairs write until it is archived or cancelled.
// R2 floor: who may read the meeting reads; nobody writes, only the server does.
// R3 annotations: participants who may see the paper read; those of them who may comment write, until archived.
// R4 notes: the person alone, on a paper that they may see.
// R5 draft and amendments: none exists yet, so nobody enters.
// R6 a disabled person enters nothing; a role in the unit alone opens no room.
// R7 inbox: the person alone reads, nobody writes, only the server does.
// R8 whoever would enter a room of a recalled paper or meeting is told that it is recalled; chairs and secretaries still
//    read the agenda and the floor of a recalled meeting.
import type { MeetingStage } from "../../shared/domain/meeting-stage.ts";
import type { MeetingRole } from "../../shared/domain/roles.ts";
import type { RoomName } from "../../shared/protocol/sync.ts";
import type { Services } from "../services.ts";
import type { RoomAccess } from "../sync/sync-server.ts";
import { isLeading, isSealed, knowsOf } from "./meeting.ts";
import { knowsOfPaper } from "./paper.ts";

type Sources = Pick<Services, "db" | "instantly">;

interface Standing {
  stage: MeetingStage;
  convened_at: string | null;
  role: MeetingRole;
  may_comment: 0 | 1;
  recalled_at: string | null;
}

const recalled: RoomAccess = { read: false, write: false, refusal: "recalled" };

/** What the person may do in the room; null when it may not even be known. */
export function roomAccess(sources: Sources, personId: string, room: RoomName): RoomAccess | null {
  switch (room.kind) {
    case "meeting":
      return meetingAccess(standingIn(sources, personId, room.id));
    case "floor":
      return readingOnly(meetingAccess(standingIn(sources, personId, room.id)));
    case "annotations":
      return annotationsAccess(standingAt(sources, personId, room.id));
    case "notes":
      if (room.personId !== personId) return null;
      return notesAccess(standingAt(sources, personId, room.id));
    case "inbox":
      return room.id === personId && isActive(sources, personId) ? { read: true, write: false } : null;
    case "draft":
    case "amendments":
      return null;
  }
}

function meetingAccess(standing: Standing | null): RoomAccess | null {
  if (!standing) return null;
  const isRecalled = standing.recalled_at !== null;
  if (isRecalled && !isLeading(standing.role)) return recalled;
  return { read: true, write: isLeading(standing.role) && !isSealed(standing.stage) && !isRecalled };
}

function readingOnly(access: RoomAccess | null): RoomAccess | null {
  return access && { ...access, write: false };
}

function annotationsAccess(standing: Standing | null): RoomAccess | null {
  if (!standing) return null;
  if (standing.recalled_at !== null) return recalled;
  return { read: true, write: standing.may_comment === 1 && standing.stage !== "archived" };
}

function notesAccess(standing: Standing | null): RoomAccess | null {
  if (!standing) return null;
  return standing.recalled_at === null ? { read: true, write: true } : recalled;
}

function isActive({ db, instantly }: Sources, personId: string): boolean {
  const query = db.selectFrom("people").select("id").where("id", "=", personId).where("disabled_at", "is", null);
  return instantly.all(query.compile()).length > 0;
}

/** How the person takes part in the meeting; null when they do not, do not know of it yet, or are disabled. */
function standingIn({ db, instantly }: Sources, personId: string, meetingId: string): Standing | null {
  const query = db
    .selectFrom("participants")
    .innerJoin("meetings", "meetings.id", "participants.meeting_id")
    .innerJoin("people", "people.id", "participants.person_id")
    .select(["meetings.stage", "meetings.convened_at", "participants.role", "participants.may_comment"])
    .select("meetings.recalled_at")
    .where("participants.meeting_id", "=", meetingId)
    .where("participants.person_id", "=", personId)
    .where("people.disabled_at", "is", null);
  const standing = instantly.all(query.compile())[0];
  return standing && knowsOf(standing, standing.role) ? standing : null;
}

/** How the person takes part in the meeting of a paper that they may see; recalled when the one or the other is. */
function standingAt(sources: Sources, personId: string, paperId: string): Standing | null {
  const query = sources.db
    .selectFrom("papers")
    .select(["meeting_id", "readers_json", "removed_at", "recalled_at"])
    .where("id", "=", paperId);
  const paper = sources.instantly.all(query.compile())[0];
  if (!paper || paper.removed_at !== null) return null;
  const standing = standingIn(sources, personId, paper.meeting_id);
  if (!standing || !knowsOfPaper(paper, standing, personId)) return null;
  return { ...standing, recalled_at: standing.recalled_at ?? paper.recalled_at };
}
