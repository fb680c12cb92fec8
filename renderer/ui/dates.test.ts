// Days and times as they are typed in Vietnam.
import { describe, expect, test, vi } from "vitest";
import {
  clockTime,
  dayAndDate,
  instantOf,
  parseDay,
  parseTime,
  readMoment,
  shortDate,
  timeOrDay,
  VIETNAM,
  wallClock,
  weekday,
} from "./dates.ts";

describe("a typed day", () => {
  test.each([
    ["18/6/2026", { day: 18, month: 6, year: 2026 }],
    ["18/06/2026", { day: 18, month: 6, year: 2026 }],
    [" 3-12-26 ", { day: 3, month: 12, year: 2026 }],
    ["3.12", { day: 3, month: 12, year: wallClock(new Date(), VIETNAM).year }],
    ["29/2/2028", { day: 29, month: 2, year: 2028 }],
  ])("%s is read day first", (text, day) => expect(parseDay(text)).toEqual(day));
  test.each(["6/18/2026", "31/4/2026", "29/2/2026", "0/1/2026", "mai", "18/6/", "18/6/2026 x"])(
    "%s is no day",
    (text) => expect(parseDay(text)).toBeNull(),
  );
});

describe("a typed time", () => {
  test.each([
    ["14:00", 14, 0],
    ["8:05", 8, 5],
    ["14h", 14, 0],
    ["14h30", 14, 30],
    ["1430", 14, 30],
    ["14 giờ 30", 14, 30],
    ["8", 8, 0],
  ])("%s is read by the 24-hour clock", (text, hour, minute) => expect(parseTime(text)).toEqual({ hour, minute }));
  test.each(["24:00", "12:60", "2 pm", "14:0", ""])("%s is no time", (text) => expect(parseTime(text)).toBeNull());
});

test("an instant and the wall clock of its zone lead to one another", () => {
  const instant = instantOf({ day: 17, month: 6, year: 2026 }, { hour: 0, minute: 30 }, VIETNAM);
  expect(instant).toBe("2026-06-16T17:30:00.000Z");
  expect([weekday(instant, "vi"), shortDate(instant), clockTime(instant)]).toEqual(["Thứ Tư", "17/6/2026", "00:30"]);
});

test.each([
  ["", "", null, null],
  ["18/6/2026", "14:00", "2026-06-18T07:00:00.000Z", null],
  ["18/6/2026", "", null, "dayWithoutTime"],
  ["", "14:00", null, "timeWithoutDay"],
  ["6/18/2026", "14:00", null, "badDay"],
  ["18/6/2026", "2 pm", null, "badTime"],
])("the fields “%s” and “%s” together", (day, time, instant, problem) => {
  expect(readMoment({ day, time })).toEqual({ instant, problem });
});

test("a note of today tells its time, an older one its day, in Vietnam wherever the device is", () => {
  vi.useFakeTimers({ now: new Date("2026-06-18T17:30:00Z") }); // 00:30 on 19 June in Vietnam
  expect(timeOrDay("2026-06-18T17:05:00Z")).toBe("00:05");
  expect(timeOrDay("2026-06-18T16:59:00Z")).toBe("18/6");
  expect(timeOrDay("soon")).toBe("");
  vi.useRealTimers();
});

test("the day of a meeting is written with its weekday", () => {
  expect(dayAndDate("2026-06-18T01:00:00Z", "vi")).toBe("Thứ Năm, 18/6/2026");
  expect(dayAndDate("2026-06-18T01:00:00Z", "en")).toBe("Thursday, 18/6/2026");
});
