// The sample as it is made: whole or not at all, and with marks that lie exactly on their words.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boxAt, type PageText } from "../../shared/paper/page-text.ts";
import { readMarks, type Thread } from "../../shared/ydoc/marks.ts";
import { readConfig } from "../config.ts";
import { openServices, type OpenServices } from "../open-services.ts";
import { openPdf } from "../papers/open-pdf.ts";
import { readPageText } from "../papers/page-text.ts";
import { sampleMarks, sampleNotes } from "./content.ts";
import { makeSample } from "./seed.ts";
import { samplePaperPath } from "./seed-papers.ts";

function open(): OpenServices {
  const BANHOP_DATA = mkdtempSync(join(tmpdir(), "banhop-sample-"));
  return openServices(readConfig({ BANHOP_DATA, BANHOP_LOG: "silent" }));
}

let opened: OpenServices;
const told: string[] = [];
let people: Map<string, string>;

beforeAll(async () => {
  opened = open();
  await makeSample(opened.services, (done, all) => told.push(`${done}/${all}`));
  const rows = await opened.services.db.selectFrom("people").select(["id", "user_name"]).execute();
  people = new Map(rows.map((row) => [row.id, row.user_name]));
}, 60_000);
afterAll(() => opened.close());

async function textOf(file: string, pageIndex: number): Promise<PageText> {
  const pdf = await openPdf(new Uint8Array(readFileSync(samplePaperPath(file))));
  const text = await readPageText(pdf, pageIndex);
  await pdf.loadingTask.destroy();
  return text;
}

/** The letters whose middle lies in one of the quads. */
function lettersIn(page: PageText, quads: readonly number[]): string {
  let text = "";
  for (let at = 0; at < page.text.length; at += 1) {
    const box = boxAt(page, at);
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[5]) / 2];
    for (let quad = 0; quad < quads.length; quad += 8) {
      const [left = 0, top = 0, right = 0, , , bottom = 0] = quads.slice(quad, quad + 8);
      if (x > left && x < right && y < top && y > bottom) text += page.text[at] ?? "";
    }
  }
  return text.replace(/\s+/gu, "");
}

async function threadsIn(file: string, author?: string): Promise<Thread[]> {
  const paper = await opened.services.db
    .selectFrom("papers")
    .select("id")
    .where("file_name", "=", file)
    .executeTakeFirstOrThrow();
  const personId = [...people].find(([, userName]) => userName === author)?.[0];
  const room =
    personId === undefined
      ? { kind: "annotations" as const, id: paper.id }
      : { kind: "notes" as const, id: paper.id, personId };
  return opened.services.sync.read(room, readMarks);
}

test("tells how far it is after each paper", () => {
  expect(told).toEqual(Array.from({ length: 9 }, (_, at) => `${at + 1}/9`));
});

test("every shared mark lies on its words, with its author, replies and state", async () => {
  for (const mark of sampleMarks) {
    const thread = (await threadsIn(mark.paper)).find(({ quote }) => quote.exact === mark.quote);
    expect(thread, mark.quote).toMatchObject({ pageIndex: mark.pageNumber - 1, text: mark.text, version: 1 });
    expect(people.get(thread?.author ?? "")).toBe(mark.author);
    expect(thread?.resolved).toBe(mark.resolvedBy !== null);
    expect(thread?.replies.map(({ author, text }) => [people.get(author), text])).toEqual(
      mark.replies.map(({ author, text }) => [author, text]),
    );
    expect(lettersIn(await textOf(mark.paper, mark.pageNumber - 1), thread?.quads ?? [])).toBe(
      mark.quote.replace(/\s/gu, ""),
    );
    expect((thread?.quote.prefix.length ?? 0) + (thread?.quote.suffix.length ?? 0)).toBeGreaterThan(20);
  }
});

test("every private note lies on its words, in its author's own room", async () => {
  for (const note of sampleNotes) {
    const thread = (await threadsIn(note.paper, note.author)).find(({ quote }) => quote.exact === note.quote);
    expect(thread, note.quote).toMatchObject({ pageIndex: note.pageNumber - 1, text: note.text });
    expect(people.get(thread?.author ?? "")).toBe(note.author);
    expect(lettersIn(await textOf(note.paper, note.pageNumber - 1), thread?.quads ?? [])).toBe(
      note.quote.replace(/\s/gu, ""),
    );
  }
});

test("a failure in the middle leaves neither rows nor files, and the next attempt succeeds", async () => {
  const other = open();
  const { services } = other;
  const broken = {
    ...services,
    sync: { ...services.sync, edit: () => Promise.reject(new Error("disk")) },
  };
  await expect(makeSample(broken)).rejects.toThrow("disk");
  expect(await services.db.selectFrom("organisations").selectAll().execute()).toEqual([]);
  expect(await services.db.selectFrom("settings").selectAll().execute()).toEqual([]);
  expect(await services.blobs.list()).toEqual([]);
  await makeSample(services);
  expect(await services.db.selectFrom("papers").select("id").execute()).toHaveLength(9);
  await expect(makeSample(services)).rejects.toMatchObject({ code: "alreadySetUp" });
  await other.close();
});
