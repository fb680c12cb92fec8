// What counts as saved at the server: rules DE1 to DE4.
import { expect, test } from "vitest";
import { Delivery } from "./delivery.ts";

const act = Uint8Array.of(1);

test("an act waits until the frame that carries it is acknowledged", () => {
  const delivery = new Delivery();
  delivery.wrote(act);
  delivery.sent();
  delivery.wrote(act);
  delivery.sent();
  expect(delivery.waiting).toBe(2);
  expect(delivery.confirmed(1)).toBe(false);
  expect(delivery.waiting).toBe(1);
  expect(delivery.unconfirmed).toHaveLength(1);
  expect(delivery.confirmed(1)).toBe(true);
});

test("frames of a lost connection count for nothing", () => {
  const delivery = new Delivery();
  delivery.wrote(act);
  delivery.sent();
  delivery.closed();
  expect(delivery.confirmed(1)).toBe(false);
  expect(delivery.waiting).toBe(1);
});

test("the state sent on the next connection covers what was written without one", () => {
  const delivery = new Delivery();
  delivery.wrote(act);
  delivery.wrote(act);
  delivery.sent();
  expect(delivery.confirmed(1)).toBe(true);
  expect(delivery.unconfirmed).toEqual([]);
});
