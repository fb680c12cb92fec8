import { expect, test } from "vitest";
import { syncFrame } from "./frames.ts";

/** Reads the head of a WebSocket frame as RFC 6455, section 5.2, tells it: how long the head is, and the body it promises. */
function headOf(message: Buffer): { head: number; body: number } {
  const seven = message[1] ?? 0;
  if (seven < 126) return { head: 2, body: seven };
  return seven === 126
    ? { head: 4, body: message.readUInt16BE(2) }
    : { head: 10, body: Number(message.readBigUInt64BE(2)) };
}

const lengths = [0, 121, 122, 123, 124, 65_530, 65_531, 65_532, 65_533, 70_000, 200_000];

test.each(lengths)("a frame of %i bytes is one whole unmasked message with the shortest head", (length) => {
  const message = syncFrame(2, new Uint8Array(length));
  const { head, body } = headOf(message);
  expect(message[0]).toBe(0x82);
  expect(message.length).toBe(head + body);
  expect(head).toBe(body < 126 ? 2 : body < 65_536 ? 4 : 10);
});
