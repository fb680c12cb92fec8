// The check list names each gap and where it is filled.
import { expect, test } from "vitest";
import { checkPoints, jumpIds } from "./check-points.ts";

type View = Parameters<typeof checkPoints>[0];
type Item = View["items"][number];

const meeting = { start: "2026-06-18T01:00:00.000Z", place: "Phòng 1" } as View["meeting"];
const person = (role: string) => ({ role }) as View["participants"][number];
const item = (id: string, title: string, durationMinutes: number, children: Item[] = []) =>
  ({ id, number: id, title, durationMinutes, children }) as Item;
const paper = (itemId: string | null, status = "ready") => ({ itemId, status }) as View["papers"][number];

const whole: View = {
  meeting,
  participants: [person("chair"), person("secretary"), person("member")],
  items: [item("1", "Khai mạc", 10)],
  papers: [paper("1")],
};
const gaps = (view: View) => checkPoints(view).filter(({ isDone }) => !isDone);

test("nothing is missing from a whole meeting", () => {
  expect(gaps(whole)).toEqual([]);
});

test("time, place and the people who lead", () => {
  expect(gaps({ ...whole, meeting: { ...meeting, place: "" } })).toMatchObject([
    { words: "timeMissing", jump: { to: "facts" } },
  ]);
  expect(gaps({ ...whole, participants: [person("chair"), person("member")] })).toMatchObject([
    { words: "chairMissing" },
  ]);
  expect(gaps({ ...whole, participants: [person("chair"), person("secretary")] })).toMatchObject([
    { words: "peopleMissing" },
  ]);
});

test("items without a name or minutes lead to their field", () => {
  expect(gaps({ ...whole, items: [item("1", " ", 10), item("2", "Báo cáo", 0)] })).toMatchObject([
    { jump: { to: "element", id: jumpIds.title("1") } },
    { jump: { to: "element", id: jumpIds.duration("2") } },
  ]);
});

test("an item with parts needs no minutes of its own", () => {
  expect(gaps({ ...whole, items: [item("1", "Báo cáo", 0, [item("1.1", "Thảo luận", 20)])] })).toEqual([]);
});

test("papers without an item, or with one that is gone; removed ones do not count", () => {
  const papers = [paper(null), paper("gone"), paper(null, "removed"), paper("1")];
  expect(gaps({ ...whole, papers })).toMatchObject([{ words: "unsorted", values: { count: 2 } }]);
});
