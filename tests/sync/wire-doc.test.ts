// What outside clients are told is what the server does: every code, room, root and limit is in docs/wire.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { limits } from "../../server/sync/limits.ts";
import { closeCodes, messageType, roomKinds } from "../../shared/protocol/sync.ts";
import { layoutOf } from "../../shared/ydoc/layouts.ts";

const text = readFileSync(join(import.meta.dirname, "../../docs/wire.md"), "utf8").replaceAll(/ +/g, " ");

test("every close code stands there with its reason", () => {
  for (const [reason, { code }] of Object.entries(closeCodes)) expect(text).toContain(`| ${code} | \`${reason}\` |`);
});

test("every message type, room and root stands there", () => {
  const sent = Object.values(messageType).filter((type) => type !== messageType.auth);
  for (const type of sent) expect(text).toContain(`| ${type} |`);
  for (const kind of roomKinds) {
    expect(text).toContain(`\`${kind}:`);
    for (const root of Object.keys(layoutOf(kind).roots)) expect(text).toContain(`\`${root}\``);
  }
});

test("the limits are those of the server", () => {
  const mebibytes = (bytes: number) => `${bytes >> 20} MiB`;
  const said = [
    `| one frame | ${mebibytes(limits.frameBytes)} |`,
    `| one document | ${mebibytes(limits.documentBytes)} |`,
    `| ${limits.framesPerSecond} in a second |`,
    `| rooms of one person, over all devices | ${limits.roomsPerPerson} |`,
    `| ${limits.refusals} in a minute |`,
    `${limits.structs.toLocaleString("en")} structs and delete ranges, ${limits.clients} clients, ${limits.newClients} new`,
    `2^${Math.log2(limits.newClocks)} clocks ahead`,
    `in one room | ${limits.bindsPerPerson} |`,
    `| ${limits.heldMs / 1000} s, ${mebibytes(limits.heldBytes)}, ${limits.heldUpdates} of them |`,
    `| ${limits.awarenessBytes} letters`,
    `| ${mebibytes(limits.bufferedBytes)} beyond`,
    `${limits.valueDepth} levels deep, keys of ${limits.keyLength} letters`,
    `every ${limits.heartbeatMs / 1000} s`,
  ];
  for (const words of said) expect(text).toContain(words);
});
