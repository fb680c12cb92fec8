// The tables of banhop.sqlite as Kysely sees them. Columns are snake_case, times are ISO 8601 UTC text, booleans are
// 0 or 1, lists are JSON text. The rows of the sync log belong to the update log and are not named here.
import type { Generated, Insertable, Selectable } from "kysely";
import type { MeetingStage } from "../../shared/domain/meeting-stage.ts";
import type { MeetingRole } from "../../shared/domain/roles.ts";
import type { MeetingKind, PaperKind, RecallKind } from "../../shared/protocol/http/schemas.ts";

type Flag = 0 | 1;

export interface OrganisationsTable {
  id: string;
  name: string;
  /** IANA zone; meetings are shown in it. */
  time_zone: string;
  created_at: string;
  /** So long a device opens without the server; 0: not at all. */
  offline_days: Generated<number>;
}

export interface PeopleTable {
  id: string;
  /** Lower case, unique on the server. */
  user_name: string;
  full_name: string;
  title: string;
  /** argon2id in PHC form. */
  password_hash: string;
  must_change_password: Flag;
  disabled_at: string | null;
  created_at: string;
}

export interface MembershipsTable {
  person_id: string;
  organisation_id: string;
  /** JSON array of OrganisationRole. */
  roles_json: string;
}

export interface SessionsTable {
  id: string;
  person_id: string;
  /** SHA-256 of the token, hexadecimal; the token itself is never stored. */
  token_hash: string;
  device: string;
  /** The keeping device that it was opened on; null: nothing is kept there. */
  device_id: string | null;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
}

/** A device that keeps papers and words of a person; the same machine is another device for the next person. */
export interface DevicesTable {
  person_id: string;
  id: string;
  name: string;
  first_seen_at: string;
  last_seen_at: string;
}

export interface MeetingsTable {
  id: string;
  organisation_id: string;
  title: string;
  kind: MeetingKind;
  place: string;
  stage: MeetingStage;
  /** Why it was moved to this stage, when that was said. */
  stage_reason: Generated<string>;
  /** When its participants were told of it; null until then, and again while it is prepared anew. */
  convened_at: string | null;
  start: string | null;
  planned_end: string | null;
  started_at: string | null;
  closed_at: string | null;
  /** Since when a recall of it is in force. */
  recalled_at: string | null;
  created_by: string;
  created_at: string;
}

export interface ParticipantsTable {
  meeting_id: string;
  person_id: string;
  role: MeetingRole;
  /** Title and organisation as they were at this meeting. */
  title: string;
  organisation_name: string;
  position: number;
  may_comment: Flag;
}

export interface PapersTable {
  id: string;
  meeting_id: string;
  organisation_id: string;
  item_id: string | null;
  /** Fractional key: the order within the item. */
  order_key: string;
  title: string;
  number: string;
  kind: PaperKind;
  file_name: string;
  media_type: string;
  size_bytes: number;
  /** Address of the blob. */
  sha256: string;
  version: number;
  page_count: number | null;
  /** Address of the thumbnail's blob (WebP). */
  thumbnail_sha256: string | null;
  /** null: every participant. */
  readers_json: string | null;
  added_by: string;
  added_at: string;
  removed_at: string | null;
  /** Since when a recall of it is in force; that of its whole meeting stands there. */
  recalled_at: string | null;
}

export interface ReadingsTable {
  paper_id: string;
  person_id: string;
  page_index: number;
  furthest_page_index: number;
  at: string;
}

export interface MeetingVisitsTable {
  meeting_id: string;
  person_id: string;
  at: string;
}

export interface FloorTable {
  meeting_id: string;
  current_item_id: string | null;
  item_started_at: string | null;
  /** { personId, paperId, pageIndex } or null. */
  presentation_json: string | null;
  /** Grows with every change of the floor. */
  revision: number;
  /** Grows with every turned page. */
  presentation_revision: number;
}

export interface AttendanceTable {
  meeting_id: string;
  person_id: string;
  at: string;
  /** Who recorded it. */
  recorded_by: string;
}

export interface RecallsTable {
  id: string;
  organisation_id: string;
  kind: RecallKind;
  /** The paper or the meeting. */
  subject_id: string;
  meeting_id: string;
  reason: string;
  recalled_by: string;
  recalled_at: string;
  lifted_at: string | null;
  lifted_by: string | null;
}

/** Whom a recall concerns: whoever may hold a copy. */
export interface RecallPeopleTable {
  recall_id: string;
  person_id: string;
}

export interface RecallConfirmationsTable {
  recall_id: string;
  person_id: string;
  device_id: string;
  at: string;
}

/** What the room `inbox:PERSON` shows. */
export interface InboxesTable {
  person_id: string;
  recalls: number;
}

export interface AuditTable {
  sequence: Generated<number>;
  at: string;
  organisation_id: string | null;
  person_id: string | null;
  action: string;
  subject: string;
  details_json: string;
  /** SHA-256 over the previous hash and this row. */
  hash: string;
}

export interface SettingsTable {
  name: string;
  value: string;
}

export interface DatabaseSchema {
  organisations: OrganisationsTable;
  people: PeopleTable;
  memberships: MembershipsTable;
  sessions: SessionsTable;
  devices: DevicesTable;
  meetings: MeetingsTable;
  participants: ParticipantsTable;
  papers: PapersTable;
  readings: ReadingsTable;
  meeting_visits: MeetingVisitsTable;
  floor: FloorTable;
  attendance: AttendanceTable;
  recalls: RecallsTable;
  recall_people: RecallPeopleTable;
  recall_confirmations: RecallConfirmationsTable;
  inboxes: InboxesTable;
  audit: AuditTable;
  settings: SettingsTable;
}

export type MeetingRow = Selectable<MeetingsTable>;
export type ParticipantRow = Selectable<ParticipantsTable>;
export type RecallRow = Selectable<RecallsTable>;
export type PaperRow = Selectable<PapersTable>;
export type NewPaperRow = Insertable<PapersTable>;
