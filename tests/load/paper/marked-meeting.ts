// A meeting with the long paper in it and thousands of marks on it, made through the doors that everybody uses.
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { addHighlight, markKey, marksRoot } from "../../../shared/ydoc/marks.ts";
import { call, newMeeting, signIn } from "../../helpers/sample-meeting.ts";
import type { RunningServer } from "../../helpers/start-server.ts";
import { uploadPaper } from "../../helpers/upload-paper.ts";
import { until } from "../../helpers/until.ts";

export interface MarkedMeeting {
  token: string;
  meetingId: string;
  paperId: string;
}

/** Uploads the paper as the secretary. */
export async function meetingWithPaper(server: RunningServer, pdf: Buffer): Promise<MarkedMeeting> {
  const meetingId = await newMeeting(server);
  const token = await signIn(server, "thuky");
  return { token, meetingId, paperId: await uploadPaper(server, token, meetingId, pdf) };
}

/** Marks written in one go; more would be over the limit of one message. */
const BATCH = 50;
const WRITE_MS = 120_000;

/** Spreads marks of the secretary over the pages, half of them with words; returns when the server has them. */
export async function addMarks(
  server: RunningServer,
  { token, paperId }: MarkedMeeting,
  count: number,
  pages: number,
): Promise<void> {
  const room = `annotations:${paperId}`;
  const me = await call(server, "GET", "/api/session", token);
  const personId = me.person.id as string;
  const open = async (): Promise<WebsocketProvider> => {
    const { ticket } = await call(server, "POST", "/api/sync/ticket", token);
    return new WebsocketProvider(`${server.origin.replace("http", "ws")}/sync`, room, new Y.Doc(), {
      params: { ticket: ticket as string },
      disableBc: true,
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    });
  };
  const [writer, witness] = [await open(), await open()];
  try {
    await until(() => writer.synced && witness.synced, "the rooms to open", WRITE_MS);
    for (let from = 0; from < count; from += BATCH) {
      writer.doc.transact(() => {
        for (let i = from; i < Math.min(count, from + BATCH); i++) addMark(writer.doc, personId, i, pages);
      });
      const so = Math.min(count, from + BATCH);
      await until(() => marksRoot(witness.doc).size >= so, `${so} marks at the witness`, WRITE_MS);
    }
  } finally {
    for (const provider of [writer, witness]) provider.destroy();
  }
}

function addMark(doc: Y.Doc, personId: string, i: number, pages: number): void {
  const top = 700 - (Math.floor(i / pages) % 20) * 30;
  addHighlight(doc, markKey(personId, `01J${i.toString().padStart(23, "0")}`), {
    version: 1,
    pageIndex: i % pages,
    quads: [100, top, 380, top, 100, top - 14, 380, top - 14],
    quote: { exact: `Vấn đề ${i}`, prefix: "", suffix: "" },
    colour: "#52509c",
    created: new Date(Date.UTC(2026, 5, 1) + i * 1000).toISOString(),
    text: i % 2 === 0 ? `Đề nghị làm rõ điểm ${i}` : "",
  });
}
