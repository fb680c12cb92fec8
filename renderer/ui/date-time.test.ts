import { describe, expect, it } from "vitest";
import { dayOf, readDateTime, timeOf } from "./date-time.ts";

describe("day and time as typed", () => {
  it.each([
    ["25/11/2026", "14:30"],
    ["25-11-2026", "14.30"],
    ["25.11.26", "14h30"],
    [" 25/11/2026 ", "14 giờ 30"],
  ])("reads %s %s", (day, time) => {
    expect(readDateTime(day, time)).toBe(new Date(2026, 10, 25, 14, 30).toISOString());
  });

  it("takes the day first, never the month", () => {
    expect(readDateTime("05/12/2026", "8h")).toBe(new Date(2026, 11, 5, 8, 0).toISOString());
  });

  it.each([
    ["31/02/2026", "8:00"],
    ["11/25/2026", "8:00"],
    ["25/11/2026", "24:00"],
    ["25/11/2026", "8:60"],
    ["25/11", "8:00"],
    ["", ""],
    ["25/11/2026", ""],
  ])("refuses %s %s", (day, time) => {
    expect(readDateTime(day, time)).toBeNull();
  });

  it("writes what it reads", () => {
    const instant = new Date(2026, 1, 3, 7, 5).toISOString();
    expect([dayOf(instant), timeOf(instant)]).toEqual(["03/02/2026", "07:05"]);
    expect(readDateTime(dayOf(instant), timeOf(instant))).toBe(instant);
    expect(dayOf(null) + timeOf(null)).toBe("");
  });
});
