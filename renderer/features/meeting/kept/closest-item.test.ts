// Kept words find the item they were written in.
import { expect, test } from "vitest";
import type { AgendaItem } from "../../../../shared/ydoc/agenda.ts";
import { closestItem } from "./closest-item.ts";

const item = (id: string, title: string, description = ""): AgendaItem => ({
  id,
  title,
  description,
  presenter: "",
  durationMinutes: 0,
  place: { parent: null, order: "a0" },
  number: id,
  startsAt: "2026-06-18T01:00:00.000Z",
  children: [],
});
const items = [item("1", "Khai mạc"), item("2", "Báo cáo công tác", "sáu tháng đầu năm"), item("3", "Bế mạc")];

test("the item with most words in common", () => {
  expect(closestItem("sáu tháng đầu năm 2026, BÁO CÁO thêm", items)?.id).toBe("2");
});

test("none when nothing is shared", () => {
  expect(closestItem("1 2 3", items)).toBeNull();
  expect(closestItem("phân bổ quỹ", items)).toBeNull();
});
