// The three facts of several rooms as one: the worst of each.
import { expect, test } from "vitest";
import { joinFacts, noFacts, type ConnectionFacts } from "./connection-facts.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 5, 18, 1, minute));
const saved: ConnectionFacts = { savedHere: true, savedAtServer: at(1), waiting: 0, problem: null };

test("nothing is claimed of no room", () => {
  expect(joinFacts([])).toEqual(noFacts);
});

test("saved here only when every room is, and what waits is added up", () => {
  const joined = joinFacts([
    { ...saved, waiting: 2 },
    { ...saved, savedHere: false, waiting: 3 },
  ]);
  expect(joined.savedHere).toBe(false);
  expect(joined.waiting).toBe(5);
});

test("at the server since the last room had everything, and not before each has said so", () => {
  expect(joinFacts([saved, { ...saved, savedAtServer: at(5) }]).savedAtServer).toEqual(at(5));
  expect(joinFacts([saved, { ...saved, savedAtServer: null }]).savedAtServer).toBeNull();
});

test("a refusal comes before a lost network", () => {
  const offline = { kind: "offline", since: at(2) } as const;
  const refused = { kind: "refused", reason: "notAllowed", at: at(3) } as const;
  expect(
    joinFacts([
      { ...saved, problem: offline },
      { ...saved, problem: refused },
    ]).problem,
  ).toBe(refused);
  expect(joinFacts([saved, { ...saved, problem: offline }]).problem).toBe(offline);
});
