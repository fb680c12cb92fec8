// The HTTP contract, route by route. The server implements each of these, the typed client calls them by name, and
// /api/openapi.json is made from them. Uploads, file contents and thumbnails are raw bytes: see `rawRoutes`.
import { z } from "zod";
import { stageAction } from "../../domain/meeting-stage.ts";
import { organisationRole } from "../../domain/roles.ts";
import { route } from "./route.ts";
import * as s from "./schemas.ts";

const done = z.object({ ok: z.literal(true) });
const recallReason = z.object({ reason: z.string().trim().min(1).max(500) });

export const contract = {
  health: route({
    method: "get",
    path: "/api/health",
    summary: "Is the server up, and what time is it there",
    open: true,
    answer: z.object({ status: z.literal("ok"), version: z.string(), time: s.instant }),
  }),

  // Setting up an empty data folder
  setupState: route({
    method: "get",
    path: "/api/setup",
    summary: "Whether anything has been set up, and whom the sample lets in by one click",
    open: true,
    answer: z.object({
      state: z.enum(["empty", "ready"]),
      sampleAllowed: z.boolean(),
      organisationName: z.string().nullable(),
      sampleAccounts: z.array(
        z.object({ id: s.id, userName: z.string(), fullName: z.string(), title: z.string(), role: organisationRole }),
      ),
      samplePassword: z.string().nullable(),
    }),
  }),
  setupOrganisation: route({
    method: "post",
    path: "/api/setup/organisation",
    summary: "Make the unit and its administrator, once, on an empty data folder",
    open: true,
    body: z.object({
      organisationName: z.string().trim().min(2).max(200),
      administrator: z.object({
        fullName: z.string().trim().min(2).max(120),
        userName: s.userName,
        password: s.password,
      }),
    }),
    answer: z.object({ token: z.string(), person: s.person }),
  }),
  setupSample: route({
    method: "post",
    path: "/api/setup/sample",
    summary: "Make the sample unit, once, on an empty data folder, on a loopback address only",
    open: true,
    answer: done,
  }),

  // Session
  signIn: route({
    method: "post",
    path: "/api/session",
    summary: "Sign in; also sets a cookie for the web page",
    open: true,
    body: z.object({
      userName: z.string().max(100),
      password: z.string().max(200),
      ownDevice: z.boolean().optional(),
      /** Only from a device that keeps things: it is told of recalls until it has confirmed them. */
      deviceId: s.ulid.optional(),
      deviceName: z.string().trim().min(1).max(80).optional(),
    }),
    answer: z.object({ token: z.string(), person: s.person }),
  }),
  signOut: route({ method: "delete", path: "/api/session", summary: "Sign out", answer: done }),
  whoAmI: route({
    method: "get",
    path: "/api/session",
    summary: "Who is signed in, how long their devices may open without the server, and what time it is there",
    answer: z.object({ person: s.person, sessionId: s.id, offlineDays: s.offlineDays, time: s.instant }),
  }),
  changePassword: route({
    method: "put",
    path: "/api/session/password",
    summary: "Change one's own password; the other sessions end",
    body: z.object({ current: z.string().max(200), next: s.password }),
    answer: done,
  }),
  sessions: route({
    method: "get",
    path: "/api/sessions",
    summary: "One's own sessions",
    answer: z.object({ sessions: z.array(s.sessionInfo) }),
  }),
  revokeSession: route({
    method: "delete",
    path: "/api/sessions/:sessionId",
    summary: "End one of one's own sessions",
    answer: done,
  }),
  syncTicket: route({
    method: "post",
    path: "/api/sync/ticket",
    summary: "A ticket for the sync endpoint: five minutes, any room of the session, several times",
    answer: z.object({ ticket: z.string(), expiresAt: s.instant }),
  }),

  // People
  people: route({
    method: "get",
    path: "/api/organisations/:organisationId/people",
    summary: "The people of a unit, for its administrators and secretaries",
    answer: z.object({ people: z.array(s.personInOrganisation) }),
  }),
  addPerson: route({
    method: "post",
    path: "/api/organisations/:organisationId/people",
    summary: "Add one person",
    body: s.newPerson,
    answer: z.object({ person: s.personInOrganisation, initialPassword: z.string().nullable() }),
  }),
  importPeople: route({
    method: "post",
    path: "/api/organisations/:organisationId/people/import",
    summary: "Add people from a table pasted from Excel (họ tên, tên đăng nhập, chức danh, vai trò): all rows or none",
    body: z.object({ table: z.string().max(400_000), dryRun: z.boolean() }),
    answer: z.object({
      rows: z.array(
        z.object({
          line: z.number().int(),
          fullName: z.string(),
          userName: z.string(),
          title: z.string(),
          roles: z.array(organisationRole),
          errors: z.array(s.importError),
        }),
      ),
      imported: z.number().int(),
      passwords: z.array(z.object({ userName: z.string(), password: z.string() })),
    }),
  }),
  editPerson: route({
    method: "patch",
    path: "/api/organisations/:organisationId/people/:personId",
    summary: "Edit name, title, roles, or disable and enable",
    body: z.object({
      fullName: z.string().trim().min(2).max(120).optional(),
      title: z.string().trim().max(160).optional(),
      roles: z.array(organisationRole).min(1).optional(),
      disabled: z.boolean().optional(),
    }),
    answer: z.object({ person: s.personInOrganisation }),
  }),
  resetPassword: route({
    method: "post",
    path: "/api/organisations/:organisationId/people/:personId/password",
    summary: "Give a new initial password, shown once; all sessions of the person end",
    answer: z.object({ password: z.string() }),
  }),

  organisationSettings: route({
    method: "get",
    path: "/api/organisations/:organisationId/settings",
    summary: "The settings of a unit, for its administrators",
    answer: z.object({ offlineDays: s.offlineDays }),
  }),
  setOrganisationSettings: route({
    method: "put",
    path: "/api/organisations/:organisationId/settings",
    summary: "Change the settings of a unit",
    body: z.object({ offlineDays: s.offlineDays }),
    answer: z.object({ offlineDays: s.offlineDays }),
  }),

  // Meetings
  meetings: route({
    method: "get",
    path: "/api/meetings",
    summary: "The meetings that concern the caller",
    answer: z.object({ meetings: z.array(s.meetingSummary) }),
  }),
  createMeeting: route({
    method: "post",
    path: "/api/meetings",
    summary:
      "Create a meeting (secretaries); optionally as a copy of an earlier one: agenda and participants, no papers",
    body: s.meetingFields.extend({ organisationId: s.id.optional(), copyOf: s.id.optional() }),
    answer: z.object({ meeting: s.meeting }),
  }),
  meeting: route({
    method: "get",
    path: "/api/meetings/:meetingId",
    summary: "One meeting, as far as the caller may see it; counts as looking at it",
    answer: z.object({
      meeting: s.meeting,
      agenda: z.array(s.agendaItem),
      papers: z.array(s.paper),
      drafts: z.array(z.object({ id: s.id, title: z.string() })),
      participants: z.array(s.participant),
    }),
  }),
  editMeeting: route({
    method: "patch",
    path: "/api/meetings/:meetingId",
    summary: "Edit a meeting's facts",
    body: s.meetingFields.partial(),
    answer: z.object({ meeting: s.meeting }),
  }),
  setParticipants: route({
    method: "put",
    path: "/api/meetings/:meetingId/participants",
    summary: "Replace the list of participants",
    body: z.object({ participants: z.array(s.newParticipant).max(2000) }),
    answer: z.object({ participants: z.array(s.participant) }),
  }),
  changeStage: route({
    method: "post",
    path: "/api/meetings/:meetingId/stage",
    summary: "Move the meeting to another stage",
    body: z.object({ action: stageAction, reason: z.string().trim().max(500).optional() }),
    answer: z.object({ meeting: s.meeting }),
  }),

  // The floor of a live meeting
  goToItem: route({
    method: "put",
    path: "/api/meetings/:meetingId/floor/item",
    summary: "The chair moves to an agenda item (null: none)",
    body: z.object({ itemId: s.id.nullable() }),
    answer: done,
  }),
  checkIn: route({
    method: "put",
    path: "/api/meetings/:meetingId/floor/attendance",
    summary: "Check in; a chair or secretary may check in another",
    body: z.object({ personId: s.id.optional(), present: z.boolean() }),
    answer: done,
  }),
  present: route({
    method: "put",
    path: "/api/meetings/:meetingId/floor/presentation",
    summary: "Present a page: chairs, secretaries and whoever presents already may turn it (null ends it)",
    body: z.object({
      presentation: z.object({ paperId: s.id, pageIndex: z.number().int().min(0).max(20_000) }).nullable(),
    }),
    answer: done,
  }),

  // Papers
  paper: route({
    method: "get",
    path: "/api/papers/:paperId",
    summary: "A paper's facts",
    answer: z.object({ paper: s.paper, meeting: s.meeting, participants: z.array(s.participant) }),
  }),
  editPaper: route({
    method: "patch",
    path: "/api/papers/:paperId",
    summary: "Edit title, number, kind, place, readers",
    body: s.paperFields.partial(),
    answer: z.object({ paper: s.paper }),
  }),
  removePaper: route({
    method: "delete",
    path: "/api/papers/:paperId",
    summary: "Remove a paper; it can be brought back",
    answer: done,
  }),
  restorePaper: route({
    method: "post",
    path: "/api/papers/:paperId/restore",
    summary: "Bring a removed paper back",
    answer: z.object({ paper: s.paper }),
  }),
  reading: route({
    method: "put",
    path: "/api/papers/:paperId/reading",
    summary: "Where the caller stopped reading",
    body: z.object({ pageIndex: z.number().int().min(0).max(20_000) }),
    answer: done,
  }),

  // Recall
  recalls: route({
    method: "get",
    path: "/api/recalls",
    summary: "The recalls in force that concern the caller and that the device of this session has not confirmed",
    answer: z.object({ recalls: z.array(s.recall) }),
  }),
  confirmRecall: route({
    method: "post",
    path: "/api/recalls/:recallId/confirm",
    summary: "This session's device says that it has destroyed what it kept of the subject; may be said again",
    answer: done,
  }),
  recallPaper: route({
    method: "post",
    path: "/api/papers/:paperId/recall",
    summary: "Recall a paper; when it is recalled already, that recall stands",
    body: recallReason,
    answer: z.object({ recall: s.recall }),
  }),
  liftPaperRecall: route({
    method: "delete",
    path: "/api/papers/:paperId/recall",
    summary: "Give a recalled paper back",
    answer: done,
  }),
  recallMeeting: route({
    method: "post",
    path: "/api/meetings/:meetingId/recall",
    summary: "Recall a meeting with all its papers; when it is recalled already, that recall stands",
    body: recallReason,
    answer: z.object({ recall: s.recall }),
  }),
  liftMeetingRecall: route({
    method: "delete",
    path: "/api/meetings/:meetingId/recall",
    summary: "Give a recalled meeting back",
    answer: done,
  }),
  meetingRecalls: route({
    method: "get",
    path: "/api/meetings/:meetingId/recalls",
    summary:
      "Every recall in a meeting, the latest first, with the devices that have confirmed it, for those who lead it",
    answer: z.object({ recalls: z.array(s.recallReport) }),
  }),
} as const;

export type Contract = typeof contract;
export type RouteName = keyof Contract;

/** Routes whose body or answer is raw bytes. Paths only; their rules are written where they are implemented. */
export const rawRoutes = {
  /** multipart, field `file`; facts in the query (`uploadQuery`); answers `{ paper }`. */
  uploadPaper: { method: "post", path: "/api/meetings/:meetingId/papers" },
  /** Range, ETag = SHA-256. */
  paperContent: { method: "get", path: "/api/papers/:paperId/content" },
  /** First page, WebP. */
  paperThumbnail: { method: "get", path: "/api/papers/:paperId/thumbnail" },
} as const;
