// One line of the home page: a meeting, what is new in it for this person and how far they have read.
import type { MeetingSummary, Paper } from "../../../shared/protocol/http/schemas.ts";
import { agendaTitle } from "../../../shared/ydoc/agenda.ts";
import { readFloor } from "../../../shared/ydoc/floor.ts";
import { meetingStanding, type MeetingStanding } from "../../policies/meeting.ts";
import type { Services } from "../../services.ts";
import { viewMeeting, viewPapers, viewParticipants } from "./view.ts";

/** Every meeting that the person knows, the latest first. */
export async function summariesFor(services: Services, personId: string): Promise<MeetingSummary[]> {
  const mine = await services.db
    .selectFrom("participants")
    .innerJoin("meetings", "meetings.id", "participants.meeting_id")
    .select("meetings.id")
    .where("person_id", "=", personId)
    .orderBy("meetings.start", "desc")
    .execute();
  const standings = await Promise.all(mine.map(({ id }) => meetingStanding(services.db, personId, id)));
  return Promise.all(standings.filter((standing) => standing !== null).map((one) => summaryOf(services, one)));
}

async function summaryOf(services: Services, standing: MeetingStanding): Promise<MeetingSummary> {
  const { meeting, participant } = standing;
  const papers = (await viewPapers(services.db, standing)).filter((paper) => paper.status === "ready");
  const people = await viewParticipants(services.db, meeting.id);
  const visit = await services.db
    .selectFrom("meeting_visits")
    .select("at")
    .where("meeting_id", "=", meeting.id)
    .where("person_id", "=", participant.person_id)
    .executeTakeFirst();
  const live = await liveFacts(services, standing);
  const presented = papers.find((paper) => paper.id === live.presentedPaperId);
  return {
    ...(await viewMeeting(services.db, standing)),
    chairs: people.filter(({ role }) => role === "chair").map(({ fullName }) => fullName),
    papers: {
      total: papers.length,
      read: papers.filter(isRead).length,
      begun: papers.filter((paper) => paper.myReading !== null && !isRead(paper)).length,
    },
    newPapers: papers.filter((paper) => visit === undefined || paper.addedAt > visit.at).length,
    previewPaperId: (presented ?? papers.find((paper) => paper.hasThumbnail))?.id ?? null,
    currentItemTitle: live.currentItemTitle,
    continuePaper: continued(papers),
  };
}

/** Read to the last page. */
function isRead(paper: Paper): boolean {
  return paper.pageCount !== null && (paper.myReading?.furthestPageIndex ?? -1) >= paper.pageCount - 1;
}

function continued(papers: readonly Paper[]): MeetingSummary["continuePaper"] {
  const begun = papers.filter((paper) => paper.myReading !== null && !isRead(paper));
  const latest = begun.sort((a, b) => ((a.myReading?.at ?? "") < (b.myReading?.at ?? "") ? 1 : -1))[0];
  return latest ? { id: latest.id, title: latest.title, pageIndex: latest.myReading?.pageIndex ?? 0 } : null;
}

async function liveFacts({ sync }: Services, { meeting }: MeetingStanding) {
  if (meeting.stage !== "live" && meeting.stage !== "paused") return { presentedPaperId: null, currentItemTitle: null };
  const floor = await sync.read({ kind: "floor", id: meeting.id }, readFloor);
  const itemId = floor.currentItemId;
  const title =
    itemId === null
      ? null
      : await sync.read({ kind: "meeting", id: meeting.id }, (doc) => agendaTitle(doc, itemId)?.toJSON() ?? null);
  return { presentedPaperId: floor.presentation?.paperId ?? null, currentItemTitle: title };
}
