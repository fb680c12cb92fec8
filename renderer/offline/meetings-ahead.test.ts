import { expect, test } from "vitest";
import type { MeetingSummary } from "../../shared/protocol/http/schemas.ts";
import { meetingsAhead } from "./meetings-ahead.ts";

const NOW = Date.parse("2026-03-10T08:00:00Z");
const meeting = (id: string, stage: string, days: number | null) =>
  ({ id, stage, start: days === null ? null : new Date(NOW + days * 86_400_000).toISOString() }) as MeetingSummary;

test("FA1 FA2 live ones, then those of the next seven days by their start, and what is pinned", () => {
  const all = [
    meeting("xa", "convened", 8),
    meeting("sáu ngày", "convened", 6),
    meeting("mai", "preparing", 1),
    meeting("hôm qua", "convened", -0.5),
    meeting("đã lâu", "convened", -3),
    meeting("đã xong", "closed", -0.1),
    meeting("đã huỷ", "cancelled", 1),
    meeting("chưa định ngày", "preparing", null),
    meeting("đang họp", "live", -0.1),
    meeting("tạm dừng", "paused", -9),
    meeting("ghim", "archived", -100),
  ];
  expect(meetingsAhead(all, new Set(["ghim"]), NOW).map(({ id }) => id)).toEqual([
    "tạm dừng",
    "đang họp",
    "ghim",
    "hôm qua",
    "mai",
    "sáu ngày",
  ]);
});
