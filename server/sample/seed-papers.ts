// The files of the sample's papers, through the same inspection as an upload, several at once.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { paperKind } from "../../shared/protocol/http/schemas.ts";
import { keepFile, paperRow, type KeptFile } from "../commands/add-paper.ts";
import type { Services } from "../services.ts";
import type { NewPaperRow } from "../storage/schema.ts";
import { sampleMeetings, type SampleAgendaItem, type SampleMeeting } from "./content.ts";
import { find, type SeedIndex } from "./seed-index.ts";
import { startOf } from "./seed-times.ts";

/** Papers are sent out so long before their meeting. */
const SENT_BEFORE_MS = 3 * 24 * 3_600_000;

/** Where a paper of the sample lies in the program. */
export function samplePaperPath(file: string): string {
  return join(import.meta.dirname, "papers", file);
}

/** Keeps the file of every paper; tells after each how many are done. The caller releases them. */
export async function keepSampleFiles(
  services: Services,
  index: SeedIndex,
  tell: (done: number, all: number) => void,
): Promise<Map<string, KeptFile>> {
  const papers = sampleMeetings.flatMap((meeting) =>
    meeting.agenda.flatMap(papersOf).map(({ file }) => ({ organisation: meeting.organisation, file })),
  );
  const kept = new Map<string, KeptFile>();
  const results = await Promise.allSettled(
    papers.map(async ({ organisation, file }) => {
      const content = Readable.from([await readFile(samplePaperPath(file))]);
      kept.set(file, await keepFile(services, find(index.organisations, organisation), { fileName: file, content }));
      tell(kept.size, papers.length);
    }),
  );
  const failed = results.find((result) => result.status === "rejected");
  if (!failed) return kept;
  for (const { release } of kept.values()) await release();
  throw failed.reason;
}

/** The rows of a meeting's papers, each under its top item, in order. */
export function paperRows(
  index: SeedIndex,
  kept: ReadonlyMap<string, KeptFile>,
  meeting: SampleMeeting,
): NewPaperRow[] {
  const items = find(index.items, meeting.key);
  return meeting.agenda.flatMap((item, position) =>
    papersOf(item).map(({ file, title, number, kind, uploadedBy }) => {
      const known = paperKind.safeParse(kind);
      return paperRow(find(kept, file), {
        id: find(index.papers, file),
        meetingId: find(index.meetings, meeting.key),
        organisationId: find(index.organisations, meeting.organisation),
        by: find(index.people, uploadedBy).id,
        at: new Date(startOf(meeting, index.now).getTime() - SENT_BEFORE_MS),
        facts: { title, number, kind: known.success ? known.data : "other", itemId: items[position] },
      });
    }),
  );
}

/** Of an item and what lies below it. */
export function papersOf(item: SampleAgendaItem): SampleAgendaItem["papers"] {
  return [...item.papers, ...item.subItems.flatMap(papersOf)];
}
