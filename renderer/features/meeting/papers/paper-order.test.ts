// Papers go up and down by a key between their neighbours.
import { expect, test } from "vitest";
import { orderAfterStep } from "./paper-order.ts";

const papers = [
  { id: "A", order: "a0" },
  { id: "B", order: "a1" },
  { id: "C", order: "a2" },
];

function moved(id: string, step: "up" | "down"): string {
  const order = orderAfterStep(papers, id, step);
  if (order === null) return "";
  return papers
    .map((paper) => (paper.id === id ? { id, order } : paper))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map((paper) => paper.id)
    .join("");
}

test("up and down among the others", () => {
  expect([moved("B", "up"), moved("B", "down"), moved("C", "up"), moved("A", "down")]).toEqual([
    "BAC",
    "ACB",
    "ACB",
    "BAC",
  ]);
});

test("not beyond the ends", () => {
  expect([
    orderAfterStep(papers, "A", "up"),
    orderAfterStep(papers, "C", "down"),
    orderAfterStep(papers, "X", "up"),
  ]).toEqual([null, null, null]);
});

test("equal keys of two papers still let a third between them and what follows", () => {
  const twins = [
    { id: "A", order: "a0" },
    { id: "B", order: "a0" },
    { id: "C", order: "a1" },
  ];
  expect(orderAfterStep(twins, "C", "up")).not.toBeNull();
});
