// The papers of the sample, through the same command as an upload.
import { Readable } from "node:stream";
import { paperKind } from "../../shared/protocol/http/schemas.ts";
import { addPaper } from "../commands/papers.ts";
import type { Services } from "../services.ts";
import type { SampleAgendaItem, SampleMeeting } from "./content.ts";
import { find, type SeedIndex } from "./seed-index.ts";

/** Adds each paper of the agenda under its top item. */
export async function seedPapers(
  services: Services,
  index: SeedIndex,
  meeting: SampleMeeting,
  items: readonly string[],
  read: (file: string) => Promise<Buffer>,
): Promise<void> {
  const meetingId = find(index.meetings, meeting.key);
  const by = find(index.people, meeting.secretaries[0] ?? "").id;
  for (const [position, item] of meeting.agenda.entries()) {
    for (const { file, title, number, kind } of papersOf(item)) {
      const known = paperKind.safeParse(kind);
      const facts = { title, number, kind: known.success ? known.data : ("other" as const), itemId: items[position] };
      const content = Readable.from([await read(file)]);
      const id = await addPaper(services, { meetingId, by, fileName: file, content, facts });
      index.papers.set(`${meeting.key}/${file}`, { id });
    }
  }
}

function papersOf(item: SampleAgendaItem): SampleAgendaItem["papers"] {
  return [...item.papers, ...item.subItems.flatMap(papersOf)];
}
