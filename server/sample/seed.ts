// Makes the sample unit of content.ts on an empty data folder: rows, agendas, papers and the live meeting's floor,
// each written through the same paths as real ones.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../../shared/protocol/errors.ts";
import type { MeetingKind } from "../../shared/protocol/http/schemas.ts";
import { addItem } from "../../shared/ydoc/agenda.ts";
import { writeFloor } from "../../shared/ydoc/floor.ts";
import { insertPerson, preparePerson } from "../commands/people.ts";
import { isEmpty } from "../commands/setup.ts";
import type { Services } from "../services.ts";
import type { Database } from "../storage/database.ts";
import * as sample from "./content.ts";
import { find, type SeedIndex } from "./seed-index.ts";
import { seedPapers } from "./seed-papers.ts";
import { startOf, utcMinutesAgo } from "./seed-times.ts";

const SETTING = "sample";
const MINUTE_MS = 60_000;

const kinds: Readonly<Record<string, MeetingKind>> = {
  "Hội nghị Ủy ban": "conference",
  "Hội nghị Ban Thường trực": "standing",
  "Hội nghị hiệp thương": "consultation",
  "Hội nghị triển khai": "briefing",
};

/** Whether this data folder holds the sample unit. */
export async function isSample(db: Database): Promise<boolean> {
  const row = await db.selectFrom("settings").select("value").where("name", "=", SETTING).executeTakeFirst();
  return row !== undefined;
}

/** Makes the sample. @throws AppError `alreadySetUp` */
export async function makeSample(services: Services): Promise<void> {
  if (!(await isEmpty(services.db))) throw new AppError("alreadySetUp");
  const index = await prepare(services);
  await writeRows(services, index);
  for (const meeting of sample.sampleMeetings) {
    const items = await writeAgenda(services, index, meeting);
    await seedPapers(services, index, meeting, items, readPaperFile);
    await writeFloorRow(services, index, meeting, items);
  }
}

function readPaperFile(file: string): Promise<Buffer> {
  return readFile(join(import.meta.dirname, "papers", file));
}

async function prepare(services: Services): Promise<SeedIndex> {
  const people = await Promise.all(
    sample.samplePeople.map(async ({ userName, fullName, title, role }) => {
      const facts = { userName, fullName, title, roles: [role], password: sample.SAMPLE_PASSWORD };
      return (await preparePerson(services, facts)).prepared;
    }),
  );
  return {
    now: services.clock(),
    people: new Map(people.map((person) => [person.userName, person])),
    organisations: new Map(sample.sampleOrganisations.map(({ key }) => [key, services.ids()])),
    meetings: new Map(sample.sampleMeetings.map(({ key }) => [key, services.ids()])),
    papers: new Map(),
  };
}

async function writeRows(services: Services, index: SeedIndex): Promise<void> {
  const at = index.now;
  await services.db.transaction().execute(async (transaction) => {
    await transaction.insertInto("settings").values({ name: SETTING, value: at.toISOString() }).execute();
    const organisations = sample.sampleOrganisations.map(({ key, name }) => ({
      id: find(index.organisations, key),
      name,
      time_zone: sample.SAMPLE_TIME_ZONE,
      created_at: at.toISOString(),
    }));
    await transaction.insertInto("organisations").values(organisations).execute();
    for (const { userName, organisation } of sample.samplePeople) {
      const organisationId = find(index.organisations, organisation);
      await insertPerson(transaction, find(index.people, userName), { organisationId, at, by: null });
    }
    await transaction
      .insertInto("meetings")
      .values(sample.sampleMeetings.map((meeting) => meetingRow(index, meeting)))
      .execute();
    await transaction
      .insertInto("participants")
      .values(sample.sampleMeetings.flatMap((meeting) => participantRows(index, meeting)))
      .execute();
  });
}

function meetingRow(index: SeedIndex, meeting: sample.SampleMeeting) {
  const start = startOf(meeting, index.now);
  const end = new Date(start.getTime() + meeting.plannedMinutes * MINUTE_MS).toISOString();
  return {
    id: find(index.meetings, meeting.key),
    organisation_id: find(index.organisations, meeting.organisation),
    title: meeting.title,
    kind: kinds[meeting.kind] ?? "other",
    place: meeting.place,
    stage: meeting.stage,
    start: start.toISOString(),
    planned_end: end,
    started_at: meeting.stage === "convened" ? null : start.toISOString(),
    closed_at: meeting.stage === "closed" ? end : null,
    created_by: find(index.people, meeting.secretaries[0] ?? "").id,
    created_at: index.now.toISOString(),
  };
}

function participantRows(index: SeedIndex, meeting: sample.SampleMeeting) {
  const organisation = sample.sampleOrganisations.find(({ key }) => key === meeting.organisation);
  return meeting.participants.map((participant, position) => ({
    meeting_id: find(index.meetings, meeting.key),
    person_id: find(index.people, participant.userName).id,
    role: participant.roleAtMeeting,
    title: participant.title,
    organisation_name: organisation?.name ?? "",
    position,
    may_comment: participant.roleAtMeeting === "guest" ? (0 as const) : (1 as const),
  }));
}

/** Writes the agenda into its room; answers the ids of the top items in order. */
async function writeAgenda(services: Services, index: SeedIndex, meeting: sample.SampleMeeting): Promise<string[]> {
  const ids = meeting.agenda.map(() => services.ids());
  await services.sync.edit({ kind: "meeting", id: find(index.meetings, meeting.key) }, (doc) => {
    const last = new Map<string | null, string>();
    const append = (id: string, item: sample.SampleAgendaItem, parent: string | null) => {
      const { title, description, presenter, durationMinutes } = item;
      addItem(doc, { id, title, description, presenter, durationMinutes }, { parent, after: last.get(parent) ?? null });
      last.set(parent, id);
      for (const subItem of item.subItems) append(services.ids(), subItem, id);
    };
    meeting.agenda.forEach((item, position) => append(ids[position] ?? services.ids(), item, null));
  });
  return ids;
}

async function writeFloorRow(
  services: Services,
  index: SeedIndex,
  meeting: sample.SampleMeeting,
  items: readonly string[],
): Promise<void> {
  const { progress } = meeting;
  if (!progress) return;
  const meetingId = find(index.meetings, meeting.key);
  const startedAt = utcMinutesAgo(index.now, progress.startedMinutesAgo);
  const itemStartedAt = utcMinutesAgo(index.now, Math.min(progress.startedMinutesAgo, 20));
  const paper = index.papers.get(`${meeting.key}/${progress.paper}`);
  const presentation = paper && {
    paperId: paper.id,
    pageIndex: progress.pageNumber - 1,
    presenterId: find(index.people, progress.presenter).id,
    at: itemStartedAt,
  };
  await services.db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("floor")
      .values({
        meeting_id: meetingId,
        current_item_id: items[progress.currentItemIndex] ?? null,
        item_started_at: itemStartedAt,
        presentation_json: presentation ? JSON.stringify(presentation) : null,
        revision: 0,
        presentation_revision: 0,
      })
      .execute();
    const present = progress.checkedIn.map((userName) => find(index.people, userName).id);
    const rows = present.map((id) => ({ meeting_id: meetingId, person_id: id, at: startedAt, recorded_by: id }));
    await transaction.insertInto("attendance").values(rows).execute();
  });
  await services.sync.edit({ kind: "floor", id: meetingId }, (doc) =>
    writeFloor(doc, {
      stage: meeting.stage,
      startedAt,
      currentItemId: items[progress.currentItemIndex] ?? null,
      itemStartedAt,
      presentation: presentation ?? null,
      attendance: Object.fromEntries(
        progress.checkedIn.map((userName) => [find(index.people, userName).id, startedAt]),
      ),
    }),
  );
}
