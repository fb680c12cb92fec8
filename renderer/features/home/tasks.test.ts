import { expect, it } from "vitest";
import type { MeetingSummary } from "../../../shared/protocol/http/schemas.ts";
import { tasksOf } from "./tasks.ts";

function meeting(id: string, change: Partial<MeetingSummary>): MeetingSummary {
  return {
    id,
    organisationId: "o",
    organisationName: "",
    title: id,
    kind: "conference",
    place: "",
    stage: "convened",
    stageReason: "",
    start: "2026-11-25T07:00:00.000Z",
    plannedEnd: null,
    timeZone: "Asia/Ho_Chi_Minh",
    startedAt: null,
    closedAt: null,
    recalledAt: null,
    may: { edit: false, lead: false, comment: true, seeAgenda: true, recall: false },
    myRole: "member",
    chairs: [],
    papers: { total: 0, read: 0, begun: 0 },
    newPapers: 0,
    previewPaperId: null,
    currentItemTitle: null,
    continuePaper: null,
    ...change,
  };
}
const told = (meetings: MeetingSummary[]) =>
  tasksOf(meetings).map(({ is, meeting: { id }, count }) => `${id} ${is} ${count}`);

it("tells new papers rather than unread ones (TA1)", () => {
  const papers = { total: 6, read: 2, begun: 1 };
  expect(told([meeting("a", { papers, newPapers: 1 })])).toEqual(["a fresh 1"]);
  expect(told([meeting("a", { papers })])).toEqual(["a read 4"]);
  expect(told([meeting("a", { papers: { total: 6, read: 6, begun: 0 } })])).toEqual([]);
});

it("asks only those who may edit to send invitations (TA2)", () => {
  const may = { edit: true, lead: false, comment: true, seeAgenda: true, recall: true };
  expect(told([meeting("a", { stage: "preparing", may }), meeting("b", { stage: "preparing" })])).toEqual([
    "a invite 0",
  ]);
});

it("puts the nearest first, one without a day last, and leaves out what is over (TA3)", () => {
  const papers = { total: 1, read: 0, begun: 0 };
  const all = [
    meeting("someday", { papers, start: null }),
    meeting("later", { papers, start: "2026-12-01T01:00:00.000Z" }),
    meeting("soon", { papers }),
    meeting("over", { papers, stage: "closed" }),
    meeting("postponed", { papers, stage: "postponed" }),
  ];
  expect(told(all)).toEqual(["soon read 1", "later read 1", "someday read 1"]);
});
