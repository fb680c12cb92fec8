// Which kept papers belong to which meeting, as far as this device knows.
import { z } from "zod";
import type { DeviceStore } from "../../shared/protocol/device-store.ts";

const paperAnswer = z.object({ paper: z.object({ meetingId: z.string() }) });

/** The meeting of each paper's scope, told by the kept answers, whatever version of the program kept them. */
export async function readMeetings(store: DeviceStore): Promise<Map<string, string>> {
  const entries = await store.entries();
  const meetings = new Map<string, string>();
  for (const { scope, name } of entries.ok ? entries.value : []) {
    if (name !== "answer:paper") continue;
    const read = await store.read(scope, name, 0, 1);
    const meetingId = read.ok && read.value[0] ? meetingOf(read.value[0]) : null;
    if (meetingId !== null) meetings.set(scope, meetingId);
  }
  return meetings;
}

function meetingOf(record: Uint8Array): string | null {
  const parsed = paperAnswer.safeParse(JSON.parse(new TextDecoder().decode(record)));
  return parsed.success ? parsed.data.paper.meetingId : null;
}
