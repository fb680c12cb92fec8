// The sample is data that other code trusts: every name in it must lead somewhere.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sampleMarks, sampleMeetings, sampleNotes, sampleOrganisations, samplePeople } from "./content.ts";
import type { SampleAgendaItem, SamplePaper } from "./content.ts";

const PAPERS = join(import.meta.dirname, "papers");
const MAX_PAPER_BYTES = 300 * 1024;

const userNames = new Set(samplePeople.map((person) => person.userName));
const fullNames = new Set(samplePeople.map((person) => person.fullName));

function allItems(items: readonly SampleAgendaItem[]): SampleAgendaItem[] {
  return items.flatMap((item) => [item, ...allItems(item.subItems)]);
}

function papersOf(items: readonly SampleAgendaItem[]): SamplePaper[] {
  return allItems(items).flatMap((item) => item.papers);
}

function meetingOf(key: string) {
  const meeting = sampleMeetings.find((candidate) => candidate.key === key);
  if (!meeting) throw new Error(`No sample meeting ${key}`);
  return meeting;
}

describe("sample content", () => {
  it("has the people that the documents promise, once each", () => {
    const promised = ["quantri", "thuky", "chutri", "khach", "thuky.khac", "daibieu.khac"];
    for (let number = 1; number <= 8; number += 1) promised.push(`daibieu${String(number)}`);
    expect([...userNames].sort()).toEqual(promised.sort());
    expect(userNames.size).toBe(samplePeople.length);
  });

  it("keeps each meeting inside its own organisation", () => {
    const organisations = new Set(sampleOrganisations.map((organisation) => organisation.key));
    for (const meeting of sampleMeetings) {
      expect(organisations).toContain(meeting.organisation);
      for (const { userName } of meeting.participants) {
        const person = samplePeople.find((candidate) => candidate.userName === userName);
        expect(person?.organisation, userName).toBe(meeting.organisation);
      }
    }
  });

  it("lists chairs and secretaries among the participants with that role", () => {
    for (const meeting of sampleMeetings) {
      const withRole = (role: string) =>
        meeting.participants.filter((p) => p.roleAtMeeting === role).map((p) => p.userName);
      expect(withRole("chair").sort()).toEqual([...meeting.chairs].sort());
      expect(withRole("secretary").sort()).toEqual([...meeting.secretaries].sort());
    }
  });

  it("refers only to presenters and uploaders who exist", () => {
    for (const item of sampleMeetings.flatMap((meeting) => allItems(meeting.agenda))) {
      if (item.presenter) expect(fullNames).toContain(item.presenter);
      for (const paper of item.papers) expect(userNames).toContain(paper.uploadedBy);
    }
  });

  it("plans exactly the time of the agenda, sub-items within their parent", () => {
    const sum = (items: readonly SampleAgendaItem[]) => items.reduce((total, item) => total + item.durationMinutes, 0);
    for (const meeting of sampleMeetings) {
      expect(sum(meeting.agenda), meeting.key).toBe(meeting.plannedMinutes);
      for (const item of meeting.agenda) {
        if (item.subItems.length > 0) expect(sum(item.subItems)).toBe(item.durationMinutes);
      }
    }
  });

  it("attaches every paper file once, and each is a PDF of modest size", () => {
    const attached = sampleMeetings.flatMap((meeting) => papersOf(meeting.agenda));
    expect(attached.map((paper) => paper.file).sort()).toEqual(readdirSync(PAPERS).sort());
    for (const { file } of attached) {
      expect(existsSync(join(PAPERS, file)), file).toBe(true);
      expect(statSync(join(PAPERS, file)).size, file).toBeLessThan(MAX_PAPER_BYTES);
    }
  });

  it("lets only participants mark, and only papers of that meeting", () => {
    for (const mark of [...sampleMarks, ...sampleNotes]) {
      const meeting = meetingOf(mark.meeting);
      const present = meeting.participants.map((participant) => participant.userName);
      expect(papersOf(meeting.agenda).map((paper) => paper.file)).toContain(mark.paper);
      expect(present).toContain(mark.author);
    }
    for (const mark of sampleMarks) {
      const present = meetingOf(mark.meeting).participants.map((p) => p.userName);
      for (const reply of mark.replies) expect(present).toContain(reply.author);
      if (mark.resolvedBy !== null) expect(present).toContain(mark.resolvedBy);
    }
  });

  it("shows progress on the live meeting only, on a paper of its current item", () => {
    for (const meeting of sampleMeetings) {
      expect(meeting.progress !== null).toBe(meeting.stage === "live");
      if (!meeting.progress) continue;
      const { currentItemIndex, paper, presenter, checkedIn } = meeting.progress;
      const current = meeting.agenda[currentItemIndex];
      expect(current?.papers.map((candidate) => candidate.file)).toContain(paper);
      for (const userName of [presenter, ...checkedIn]) expect(userNames).toContain(userName);
    }
  });

  it("is NFC throughout", () => {
    const text = JSON.stringify([sampleOrganisations, samplePeople, sampleMeetings, sampleMarks, sampleNotes]);
    expect(text).toBe(text.normalize("NFC"));
  });
});
