// Who somebody is: in an organisation (a membership) and at one meeting (a participation).
import { z } from "zod";

/** Roles in an organisation. One person may hold several. */
export const organisationRole = z.enum(["administrator", "secretary", "chair", "member", "guest"]);
export type OrganisationRole = z.infer<typeof organisationRole>;

/** Roles at one meeting. Several chairs (Đoàn Chủ tịch) and secretaries are normal. */
export const meetingRole = z.enum(["chair", "secretary", "member", "guest"]);
export type MeetingRole = z.infer<typeof meetingRole>;
