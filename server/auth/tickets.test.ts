import { expect, it } from "vitest";
import { createTickets } from "./tickets.ts";

const MINUTE_MS = 60_000;

function ticketsAt(start: number) {
  let now = start;
  return { tickets: createTickets(() => new Date(now)), pass: (ms: number) => (now += ms) };
}

it("a ticket opens several rooms, for five minutes", () => {
  const { tickets, pass } = ticketsAt(0);
  const { ticket, expiresAt } = tickets.issue({ personId: "p", sessionId: "s" });
  expect(expiresAt.getTime()).toBe(5 * MINUTE_MS);
  expect(tickets.ownerOf(ticket)).toEqual({ personId: "p", sessionId: "s" });
  pass(5 * MINUTE_MS - 1);
  expect(tickets.ownerOf(ticket)).not.toBeNull();
  pass(1);
  expect(tickets.ownerOf(ticket)).toBeNull();
});

it("a ticket ends with its session or its person, and no other does", () => {
  const { tickets } = ticketsAt(0);
  const [first, second, other] = [
    tickets.issue({ personId: "p", sessionId: "s1" }).ticket,
    tickets.issue({ personId: "p", sessionId: "s2" }).ticket,
    tickets.issue({ personId: "q", sessionId: "s3" }).ticket,
  ];
  tickets.endSession("s1");
  expect([first, second, other].map((one) => tickets.ownerOf(one)?.sessionId)).toEqual([undefined, "s2", "s3"]);
  tickets.endPerson("p");
  expect([second, other].map((one) => tickets.ownerOf(one)?.sessionId)).toEqual([undefined, "s3"]);
  expect(tickets.ownerOf("")).toBeNull();
});
