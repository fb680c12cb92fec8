// One line of the home page: a meeting, what is new in it for this person and how far they have read.
import type { MeetingSummary, Paper, Participant } from "../../../shared/protocol/http/schemas.ts";
import { agendaTitle } from "../../../shared/ydoc/agenda.ts";
import { readFloor } from "../../../shared/ydoc/floor.ts";
import { meetingStandings, type MeetingStanding } from "../../policies/meeting.ts";
import type { Services } from "../../services.ts";
import { papersByMeeting, participantsByMeeting, shownMeeting, unitsOf, type UnitFacts } from "./view.ts";

/** Every meeting that the person knows, the latest first; the number of queries does not grow with them. */
export async function summariesFor(services: Services, personId: string): Promise<MeetingSummary[]> {
  const { db } = services;
  const standings = await meetingStandings(db, personId);
  if (standings.length === 0) return [];
  const ids = standings.map(({ meeting }) => meeting.id);
  const known: Known = {
    units: await unitsOf(db, standings),
    papers: await papersByMeeting(db, standings),
    participants: await participantsByMeeting(db, ids),
    visits: new Map(
      (
        await db.selectFrom("meeting_visits").select(["meeting_id", "at"]).where("person_id", "=", personId).execute()
      ).map((row) => [row.meeting_id, row.at]),
    ),
  };
  return Promise.all(standings.map((standing) => summaryOf(services, standing, known)));
}

/** What is read once for all meetings. */
interface Known {
  units: ReadonlyMap<string, UnitFacts>;
  papers: ReadonlyMap<string, Paper[]>;
  participants: ReadonlyMap<string, Participant[]>;
  visits: ReadonlyMap<string, string>;
}

async function summaryOf(services: Services, standing: MeetingStanding, known: Known): Promise<MeetingSummary> {
  const { meeting } = standing;
  const papers = (known.papers.get(meeting.id) ?? []).filter((paper) => isReadable(paper));
  const people = known.participants.get(meeting.id) ?? [];
  const visit = known.visits.get(meeting.id);
  const live = await liveFacts(services, standing);
  const presented = papers.find((paper) => paper.id === live.presentedPaperId);
  return {
    ...shownMeeting(standing, known.units.get(meeting.organisation_id)),
    chairs: people.filter(({ role }) => role === "chair").map(({ fullName }) => fullName),
    papers: {
      total: papers.length,
      read: papers.filter(isRead).length,
      begun: papers.filter((paper) => paper.myReading !== null && !isRead(paper)).length,
    },
    newPapers: papers.filter((paper) => visit === undefined || paper.addedAt > visit).length,
    previewPaperId: (presented ?? papers.find((paper) => paper.hasThumbnail))?.id ?? null,
    currentItemTitle: live.currentItemTitle,
    continuePaper: continued(papers),
  };
}

function isReadable({ status, recalledAt }: Paper): boolean {
  return status === "ready" && recalledAt === null;
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
