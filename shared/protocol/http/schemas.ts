// The values that cross the HTTP edge. Types are inferred from these schemas and written nowhere else.
import { z } from "zod";
import { meetingStage } from "../../domain/meeting-stage.ts";
import { meetingRole, organisationRole } from "../../domain/roles.ts";

/** ULID or another short url-safe id. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** Made by the client. */
export const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
/** ISO 8601, UTC. */
export const instant = z.iso.datetime();
const line = (max: number) => z.string().trim().min(1).max(max);

export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/);
/** Long enough to matter, short enough not to feed the hash with megabytes. */
export const password = z.string().min(10).max(200);

const membership = z.object({
  organisationId: id,
  organisationName: z.string(),
  roles: z.array(organisationRole),
});
export const person = z.object({
  id,
  userName: z.string(),
  fullName: z.string(),
  title: z.string(),
  memberships: z.array(membership),
  mustChangePassword: z.boolean(),
});
/** What is wrong with a row of a pasted table; `value` is the word, the line or the limit that the error is about. */
export const importError = z.object({
  code: z.enum([
    "noName",
    "nameLength",
    "noUserName",
    "badUserName",
    "titleTooLong",
    "tooManyColumns",
    "unknownRole",
    "sameAsLine",
    "taken",
  ]),
  value: z.string(),
});
export const personInOrganisation = z.object({
  id,
  userName: z.string(),
  fullName: z.string(),
  title: z.string(),
  roles: z.array(organisationRole),
  disabled: z.boolean(),
});
export const newPerson = z.object({
  userName,
  fullName: line(120),
  title: z.string().trim().max(160).default(""),
  roles: z.array(organisationRole).min(1),
  /** Left out: the server makes one and returns it once. */
  password: password.optional(),
});
export const sessionInfo = z.object({
  id,
  current: z.boolean(),
  device: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
});

export const participant = z.object({
  personId: id,
  fullName: z.string(),
  role: meetingRole,
  /** Title and organisation as they were at this meeting. */
  title: z.string(),
  organisationName: z.string(),
  /** Order of joining the list; gives the colour 1–12, the same on every screen. */
  position: z.number().int(),
  mayComment: z.boolean(),
});
export const newParticipant = z.object({
  personId: id,
  role: meetingRole,
  title: z.string().trim().max(160).optional(),
  mayComment: z.boolean().optional(),
});

export const meetingKind = z.enum(["conference", "standing", "consultation", "briefing", "other"]);
export const meetingFields = z.object({
  title: line(300),
  kind: meetingKind.default("conference"),
  place: z.string().trim().max(200).default(""),
  start: instant.nullable().default(null),
  plannedEnd: instant.nullable().default(null),
});
export const meeting = z.object({
  id,
  organisationId: id,
  organisationName: z.string(),
  title: z.string(),
  kind: meetingKind,
  place: z.string(),
  stage: meetingStage,
  /** Why it was postponed, cancelled or moved in another way; empty when nothing was said. */
  stageReason: z.string(),
  start: instant.nullable(),
  plannedEnd: instant.nullable(),
  timeZone: z.string(),
  startedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** Since when it is recalled; then only chairs and secretaries find it. */
  recalledAt: instant.nullable(),
  /** What the caller may do here, so that no button is offered that the server would refuse. */
  may: z.object({
    edit: z.boolean(),
    lead: z.boolean(),
    comment: z.boolean(),
    seeAgenda: z.boolean(),
    /** Recall the meeting and its papers, and lift that. */
    recall: z.boolean(),
  }),
  myRole: meetingRole.nullable(),
});
export const meetingSummary = meeting.extend({
  chairs: z.array(z.string()),
  papers: z.object({ total: z.number().int(), read: z.number().int(), begun: z.number().int() }),
  /** Papers added or replaced since the caller last opened the meeting. */
  newPapers: z.number().int(),
  /** The first paper's id for a preview, the presented one while live. */
  previewPaperId: id.nullable(),
  currentItemTitle: z.string().nullable(),
  continuePaper: z.object({ id, title: z.string(), pageIndex: z.number().int() }).nullable(),
});

export const paperKind = z.enum(["NQ", "TTr", "BC", "CTr", "KH", "QC", "TB", "BB", "PL", "DT", "other"]);
const paperStatus = z.enum(["ready", "removed"]);
export const paper = z.object({
  id,
  meetingId: id,
  itemId: z.string().nullable(),
  order: z.string(),
  title: z.string(),
  number: z.string(),
  kind: paperKind,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  version: z.number().int(),
  /** null when it is no PDF. */
  pageCount: z.number().int().nullable(),
  hasThumbnail: z.boolean(),
  status: paperStatus,
  /** Since when it or its meeting is recalled; then nobody reads it, and only chairs and secretaries find it. */
  recalledAt: instant.nullable(),
  /** null: every participant; otherwise only these (secretaries and chairs always). */
  readers: z.array(id).nullable(),
  addedAt: instant,
  myReading: z.object({ pageIndex: z.number().int(), furthestPageIndex: z.number().int(), at: instant }).nullable(),
});
export const paperFields = z.object({
  title: line(300),
  number: z.string().trim().max(60),
  kind: paperKind,
  itemId: id.nullable(),
  order: z.string().max(64),
  readers: z.array(id).max(2000).nullable(),
});
/** Query of an upload, so that the facts are known before the first byte of the file. */
export const uploadQuery = z.object({
  title: z.string().trim().max(300).optional(),
  number: z.string().trim().max(60).optional(),
  kind: paperKind.optional(),
  itemId: id.optional(),
});

export const agendaItem = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  description: z.string(),
  presenter: z.string(),
  durationMinutes: z.number().int(),
  startsAt: instant.nullable(),
});

/** Days after which a device opens nothing before it has reached the server; 0: it never opens without. */
export const offlineDays = z.int().min(0).max(90);

export const recallKind = z.enum(["meeting", "paper"]);
/** A recall as the devices learn of it that must forget the subject. */
export const recall = z.object({ id, kind: recallKind, subjectId: id, meetingId: id, at: instant });
/** A recall as those see it who lead the meeting. */
export const recallReport = recall.extend({
  reason: z.string(),
  by: z.object({ personId: id, fullName: z.string() }),
  lifted: z.object({ personId: id, fullName: z.string(), at: instant }).nullable(),
  /** Every device known to keep things of those concerned. */
  devices: z.array(
    z.object({
      personId: id,
      fullName: z.string(),
      deviceId: ulid,
      /** A name, or what its program says of itself. */
      deviceName: z.string(),
      lastSeenAt: instant,
      confirmedAt: instant.nullable(),
    }),
  ),
});

export type Person = z.infer<typeof person>;
export type PersonInOrganisation = z.infer<typeof personInOrganisation>;
export type NewPerson = z.infer<typeof newPerson>;
export type SessionInfo = z.infer<typeof sessionInfo>;
export type Participant = z.infer<typeof participant>;
export type Meeting = z.infer<typeof meeting>;
export type MeetingSummary = z.infer<typeof meetingSummary>;
export type MeetingKind = z.infer<typeof meetingKind>;
export type Paper = z.infer<typeof paper>;
export type PaperKind = z.infer<typeof paperKind>;
export type RecallKind = z.infer<typeof recallKind>;
export type ImportError = z.infer<typeof importError>;
export type Recall = z.infer<typeof recall>;
export type RecallReport = z.infer<typeof recallReport>;
