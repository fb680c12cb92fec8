// The shared marks and private notes of the sample, written into their rooms as their authors would have written them.
import type * as Y from "yjs";
import type { RoomName } from "../../shared/protocol/sync.ts";
import { addHighlight, addReply, markKey, setStatus, type HighlightPlace } from "../../shared/ydoc/marks.ts";
import type { PlacedQuote } from "../papers/pdf-threads.ts";
import type { Services } from "../services.ts";
import { sampleMarks, sampleNotes, type SampleColour, type SampleMark, type SampleNote } from "./content.ts";
import { find, type SeedIndex } from "./seed-index.ts";
import { samplePaperPath } from "./seed-papers.ts";
import { utcMinutesAgo } from "./seed-times.ts";

const colours: Readonly<Record<SampleColour, string>> = {
  yellow: "#ffefa3",
  green: "#b9e3b4",
  blue: "#b4d5f2",
  pink: "#f6c1cf",
};

type Placed<Kind> = Kind & { place: HighlightPlace };

/** Finds every quote on its page. @throws Error naming a quote that does not stand where content.ts says */
export async function placeSampleMarks(
  services: Pick<Services, "pdfs">,
): Promise<{ marks: Placed<SampleMark>[]; notes: Placed<SampleNote>[] }> {
  return { marks: await placeAll(services, sampleMarks), notes: await placeAll(services, sampleNotes) };
}

/** Writes them into the rooms of their papers. */
export async function seedMarks(
  services: Pick<Services, "sync" | "ids">,
  index: SeedIndex,
  { marks, notes }: Awaited<ReturnType<typeof placeSampleMarks>>,
): Promise<void> {
  for (const [file, ofPaper] of Map.groupBy(marks, ({ paper }) => paper)) {
    await services.sync.edit({ kind: "annotations", id: find(index.papers, file) }, (doc) => {
      for (const mark of ofPaper) writeMark(services, index, doc, mark);
    });
  }
  for (const note of notes) {
    const personId = find(index.people, note.author).id;
    const room: RoomName = { kind: "notes", id: find(index.papers, note.paper), personId };
    await services.sync.edit(room, (doc) => {
      writeHighlight(services, index, doc, note);
    });
  }
}

async function placeAll<Kind extends SampleNote>(
  { pdfs }: Pick<Services, "pdfs">,
  wanted: readonly Kind[],
): Promise<Placed<Kind>[]> {
  const placed: Placed<Kind>[] = [];
  for (const [file, ofPaper] of Map.groupBy(wanted, ({ paper }) => paper)) {
    const quotes = ofPaper.map(({ quote, pageNumber }) => ({ exact: quote, pageIndex: pageNumber - 1 }));
    const answer = await pdfs.ask({ kind: "place", file: samplePaperPath(file), quotes });
    const found: readonly (PlacedQuote | null)[] = answer.is === "placed" ? answer.found : [];
    for (const [at, mark] of ofPaper.entries()) {
      const where = found[at];
      if (!where) throw new Error(`“${mark.quote}” does not stand on page ${mark.pageNumber} of ${file}`);
      placed.push({ ...mark, place: { version: 1, pageIndex: mark.pageNumber - 1, ...where } });
    }
  }
  return placed;
}

function writeMark(services: Pick<Services, "ids">, index: SeedIndex, doc: Y.Doc, mark: Placed<SampleMark>): void {
  const target = writeHighlight(services, index, doc, mark);
  const keyOf = (userName: string) => markKey(find(index.people, userName).id, services.ids());
  for (const { author, text, minutesAgo } of mark.replies) {
    addReply(doc, keyOf(author), { target, text, created: utcMinutesAgo(index.now, minutesAgo) });
  }
  if (mark.resolvedBy === null) return;
  const latest = Math.min(mark.minutesAgo, ...mark.replies.map(({ minutesAgo }) => minutesAgo));
  const created = utcMinutesAgo(index.now, Math.max(0, latest - 1));
  setStatus(doc, keyOf(mark.resolvedBy), { target, state: "resolved", created });
}

function writeHighlight(
  services: Pick<Services, "ids">,
  index: SeedIndex,
  doc: Y.Doc,
  { author, colour, minutesAgo, text, place }: Placed<SampleNote>,
): string {
  const key = markKey(find(index.people, author).id, services.ids());
  addHighlight(doc, key, { ...place, text, colour: colours[colour], created: utcMinutesAgo(index.now, minutesAgo) });
  return key;
}
