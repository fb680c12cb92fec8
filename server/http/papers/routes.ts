// Papers: facts, upload, contents, thumbnail, removal, reading.
import { AppError } from "../../../shared/protocol/errors.ts";
import { uploadQuery } from "../../../shared/protocol/http/schemas.ts";
import { addPaper } from "../../commands/add-paper.ts";
import { editPaper, recordReading, removePaper, restorePaper } from "../../commands/papers.ts";
import { mayEditMeeting } from "../../policies/meeting.ts";
import { isRecalled, mayEditPaper, mayReadPaper, maySeePaper, paperStanding } from "../../policies/paper.ts";
import { implement, implementRaw, type BaseCall, type Implementation } from "../implement.ts";
import { viewMeeting, viewPaper, viewParticipants } from "../meetings/view.ts";
import { contentAnswer, thumbnailAnswer } from "./content.ts";
import { withUploadedFile } from "./multipart.ts";

const done = { ok: true } as const;

export const paperRoutes: readonly Implementation[] = [
  implement("paper", maySeePaper, async (call) => {
    const { paper, standing } = await knownPaper(call);
    return {
      paper: await viewPaper(call.services.db, standing, paper),
      meeting: await viewMeeting(call.services.db, standing),
      participants: await viewParticipants(call.services.db, paper.meeting_id),
    };
  }),
  implement("editPaper", mayEditPaper, async (call) => {
    await editPaper(call.services, call.caller.person.id, call.param("paperId"), call.body);
    return paperAnswer(call, call.param("paperId"));
  }),
  implement("removePaper", mayEditPaper, async ({ services, caller, param }) => {
    await removePaper(services, caller.person.id, param("paperId"));
    return done;
  }),
  implement("restorePaper", mayEditPaper, async (call) => {
    await restorePaper(call.services, call.caller.person.id, call.param("paperId"));
    return paperAnswer(call, call.param("paperId"));
  }),
  implement("reading", mayReadPaper, async ({ services, caller, param, body }) => {
    await recordReading(services, caller.person.id, param("paperId"), body.pageIndex);
    return done;
  }),
  implementRaw("uploadPaper", mayEditMeeting, async (call) => {
    const facts = uploadQuery.safeParse(call.context.req.query());
    if (!facts.success) throw new AppError("badRequest", { fields: facts.error.issues.map((i) => i.path.join(".")) });
    const id = await withUploadedFile(call.context.req.raw, (file) =>
      addPaper(call.services, {
        meetingId: call.param("meetingId"),
        by: call.caller.person.id,
        facts: facts.data,
        ...file,
      }),
    );
    return call.context.json(await paperAnswer(call, id));
  }),
  implementRaw("paperContent", mayReadPaper, async (call) => {
    const paper = await readablePaper(call);
    return contentAnswer(call.services.blobs, paper, call.context.req.raw.headers);
  }),
  implementRaw("paperThumbnail", mayReadPaper, async (call) => {
    const paper = await readablePaper(call);
    return thumbnailAnswer(call.services.blobs, paper, call.context.req.raw.headers);
  }),
];

async function knownPaper({ services, caller, param }: BaseCall, paperId = param("paperId")) {
  const known = await paperStanding(services.db, caller.person.id, paperId);
  if (!known) throw new AppError("notFound");
  return known;
}

/** Looked up after the policy was asked: it may have been recalled in between. */
async function readablePaper(call: BaseCall) {
  const { paper, standing } = await knownPaper(call);
  if (isRecalled(paper, standing)) throw new AppError("recalled");
  return paper;
}

async function paperAnswer(call: BaseCall, paperId: string) {
  const { paper, standing } = await knownPaper(call, paperId);
  return { paper: await viewPaper(call.services.db, standing, paper) };
}
