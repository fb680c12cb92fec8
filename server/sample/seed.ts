// Makes the sample unit of content.ts on an empty data folder: files, agendas, marks, the live meeting's floor, and the
// rows that name them, each written through the same paths as real ones.
import type { Transaction } from "kysely";
import { AppError } from "../../shared/protocol/errors.ts";
import type { MeetingKind } from "../../shared/protocol/http/schemas.ts";
import { addItem } from "../../shared/ydoc/agenda.ts";
import { writeFloor, type Floor } from "../../shared/ydoc/floor.ts";
import { hashPassword } from "../auth/passwords.ts";
import { insertPaper, type KeptFile } from "../commands/add-paper.ts";
import { insertPerson, type PreparedPerson } from "../commands/people.ts";
import { isEmpty } from "../commands/setup.ts";
import type { Services } from "../services.ts";
import type { Database } from "../storage/database.ts";
import type { DatabaseSchema } from "../storage/schema.ts";
import * as sample from "./content.ts";
import { find, type SeedIndex } from "./seed-index.ts";
import { placeSampleMarks, seedMarks } from "./seed-marks.ts";
import { keepSampleFiles, paperRows, papersOf } from "./seed-papers.ts";
import { startOf, utcMinutesAgo } from "./seed-times.ts";

const SETTING = "sample";
const MINUTE_MS = 60_000;
/** The item under discussion has been so for this long. */
const ITEM_MINUTES = 20;

type SampleFloor = Omit<Floor, "revision"> & { meetingId: string };

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

/** Told while the sample is being made: how many papers are done. */
export type TellProgress = (done: number, all: number) => void;

/**
 * Makes the sample, whole or not at all: files and rooms come first, under ids that nothing names yet, and one
 * transaction at the end names them all.
 * @throws AppError `alreadySetUp`
 */
export async function makeSample(services: Services, tell: TellProgress = () => undefined): Promise<void> {
  if (!(await isEmpty(services.db))) throw new AppError("alreadySetUp");
  const index = await prepare(services);
  const kept = await keepSampleFiles(services, index, tell);
  try {
    const marks = await placeSampleMarks(services);
    for (const meeting of sample.sampleMeetings) await writeRooms(services, index, meeting);
    await seedMarks(services, index, marks);
    await services.db.transaction().execute(async (transaction) => {
      // Somebody may have set up a unit of their own meanwhile.
      const other = await transaction.selectFrom("organisations").select("id").limit(1).executeTakeFirst();
      if (other) throw new AppError("alreadySetUp");
      await writeRows(transaction, index, kept);
    });
  } finally {
    for (const { release } of kept.values()) await release();
  }
}

async function prepare(services: Services): Promise<SeedIndex> {
  // One password for everybody, printed on the door: one hash does for all.
  const passwordHash = await hashPassword(sample.SAMPLE_PASSWORD);
  const people = sample.samplePeople.map(({ userName, fullName, title, role }) => {
    const person: PreparedPerson = {
      id: services.ids(),
      userName,
      fullName,
      title,
      roles: [role],
      passwordHash,
      mustChangePassword: false,
    };
    return [userName, person] as const;
  });
  const { sampleMeetings, sampleOrganisations } = sample;
  const files = sampleMeetings.flatMap(({ agenda }) => agenda.flatMap(papersOf)).map(({ file }) => file);
  return {
    now: services.clock(),
    people: new Map(people),
    organisations: new Map(sampleOrganisations.map(({ key }) => [key, services.ids()])),
    meetings: new Map(sampleMeetings.map(({ key }) => [key, services.ids()])),
    items: new Map(sampleMeetings.map(({ key, agenda }) => [key, agenda.map(() => services.ids())])),
    papers: new Map(files.map((file) => [file, services.ids()])),
  };
}

async function writeRows(
  transaction: Transaction<DatabaseSchema>,
  index: SeedIndex,
  kept: ReadonlyMap<string, KeptFile>,
): Promise<void> {
  const at = index.now;
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
  for (const meeting of sample.sampleMeetings) {
    await transaction.insertInto("meetings").values(meetingRow(index, meeting)).execute();
    await transaction.insertInto("participants").values(participantRows(index, meeting)).execute();
    for (const row of paperRows(index, kept, meeting)) await insertPaper(transaction, row);
    const floor = floorOf(index, meeting);
    if (floor) await writeFloorRows(transaction, floor);
  }
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
    convened_at: index.now.toISOString(),
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

/** Writes the agenda, and the floor of a live meeting, into their rooms. */
async function writeRooms(services: Services, index: SeedIndex, meeting: sample.SampleMeeting): Promise<void> {
  const id = find(index.meetings, meeting.key);
  const ids = find(index.items, meeting.key);
  await services.sync.edit({ kind: "meeting", id }, (doc) => {
    const last = new Map<string | null, string>();
    const append = (id: string, item: sample.SampleAgendaItem, parent: string | null) => {
      const { title, description, presenter, durationMinutes } = item;
      addItem(doc, { id, title, description, presenter, durationMinutes }, { parent, after: last.get(parent) ?? null });
      last.set(parent, id);
      for (const subItem of item.subItems) append(services.ids(), subItem, id);
    };
    meeting.agenda.forEach((item, position) => append(ids[position] ?? services.ids(), item, null));
  });
  const floor = floorOf(index, meeting);
  if (!floor) return;
  const { meetingId, ...values } = floor;
  await services.sync.edit({ kind: "floor", id: meetingId }, (doc) => writeFloor(doc, values));
}

/** The floor as its room shows it; null when the meeting is not live. */
function floorOf(index: SeedIndex, meeting: sample.SampleMeeting): SampleFloor | null {
  const { progress, key, stage } = meeting;
  if (!progress) return null;
  const startedAt = utcMinutesAgo(index.now, progress.startedMinutesAgo);
  const itemStartedAt = utcMinutesAgo(index.now, Math.min(progress.startedMinutesAgo, ITEM_MINUTES));
  return {
    meetingId: find(index.meetings, key),
    stage,
    startedAt,
    currentItemId: find(index.items, key)[progress.currentItemIndex] ?? null,
    itemStartedAt,
    presentation: {
      paperId: find(index.papers, progress.paper),
      pageIndex: progress.pageNumber - 1,
      presenterId: find(index.people, progress.presenter).id,
      at: itemStartedAt,
    },
    attendance: Object.fromEntries(progress.checkedIn.map((name) => [find(index.people, name).id, startedAt])),
  };
}

async function writeFloorRows(transaction: Transaction<DatabaseSchema>, floor: SampleFloor): Promise<void> {
  await transaction
    .insertInto("floor")
    .values({
      meeting_id: floor.meetingId,
      current_item_id: floor.currentItemId,
      item_started_at: floor.itemStartedAt,
      presentation_json: JSON.stringify(floor.presentation),
      revision: 0,
      presentation_revision: 0,
    })
    .execute();
  const present = Object.entries(floor.attendance);
  const rows = present.map(([id, at]) => ({ meeting_id: floor.meetingId, person_id: id, at, recorded_by: id }));
  await transaction.insertInto("attendance").values(rows).execute();
}
