import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  addHighlight,
  addReply,
  editText,
  markKey,
  marksLayout,
  marksRoot,
  markText,
  readMarks,
  removeMark,
  setColour,
  setStatus,
} from "./marks.ts";

const ulid = (n: number): string => `01J${n.toString().padStart(23, "0")}`;
const [lan, minh] = [markKey("lan", ulid(1)), markKey("minh", ulid(2))];
const at = (minute: number): string => new Date(Date.UTC(2026, 5, 18, 9, minute)).toISOString();
const line = [100, 710, 200, 710, 100, 698, 200, 698];

function highlight(doc: Y.Doc, key: string, pageIndex = 0, minute = 0, text = "Đề nghị làm rõ"): void {
  const quote = { exact: "15 ngày", prefix: "", suffix: "" };
  addHighlight(doc, key, {
    version: 1,
    pageIndex,
    quads: line,
    quote,
    colour: "#52509c",
    created: at(minute),
    text,
  });
}

describe("threads", () => {
  test("come by page, then by time, with answers to answers in order", () => {
    const doc = new Y.Doc();
    highlight(doc, minh, 2, 0);
    highlight(doc, lan, 0, 5);
    const answer = markKey("lan", ulid(3));
    addReply(doc, answer, { target: minh, text: "Đã rõ", created: at(7) });
    addReply(doc, markKey("minh", ulid(4)), { target: answer, text: "Cảm ơn", created: at(8) });
    const marks = readMarks(doc);
    expect(marks.map(({ key, author }) => [key, author])).toEqual([
      [lan, "lan"],
      [minh, "minh"],
    ]);
    expect(marks[1]?.replies.map(({ text, author }) => [text, author])).toEqual([
      ["Đã rõ", "lan"],
      ["Cảm ơn", "minh"],
    ]);
  });

  test("are resolved as the latest word says, whoever spoke it", () => {
    const doc = new Y.Doc();
    highlight(doc, lan);
    setStatus(doc, markKey("minh", ulid(5)), { target: lan, state: "open", created: at(9) });
    setStatus(doc, markKey("lan", ulid(6)), { target: lan, state: "resolved", created: at(8) });
    expect(readMarks(doc)[0]?.resolved).toBe(false);
    setStatus(doc, markKey("lan", ulid(7)), { target: lan, state: "resolved", created: at(10) });
    expect(readMarks(doc)[0]?.resolved).toBe(true);
  });

  test("removed without answers are gone, with answers leave an empty place", () => {
    const doc = new Y.Doc();
    highlight(doc, lan);
    highlight(doc, minh);
    addReply(doc, markKey("minh", ulid(8)), { target: lan, text: "Đồng ý", created: at(9) });
    removeMark(doc, lan);
    removeMark(doc, minh);
    expect(readMarks(doc)).toMatchObject([{ key: lan, removed: true, text: "", replies: [{ text: "Đồng ý" }] }]);
  });

  test("survive answers in a ring and answers to nothing", () => {
    const doc = new Y.Doc();
    const [a, b] = [markKey("lan", ulid(11)), markKey("lan", ulid(12))];
    addReply(doc, a, { target: b, text: "a", created: at(1) });
    addReply(doc, b, { target: a, text: "b", created: at(1) });
    highlight(doc, lan);
    expect(readMarks(doc)).toMatchObject([{ key: lan, replies: [] }]);
  });
});

test("editing touches only what differs, and says when", () => {
  const doc = new Y.Doc();
  highlight(doc, lan, 0, 0, "ít nhất 15 ngày");
  const words = markText(doc, lan);
  const changes: unknown[] = [];
  words?.observe((event) => changes.push(event.delta));
  editText(doc, lan, "ít nhất 20 ngày", at(20));
  expect(changes).toEqual([[{ retain: 8 }, { delete: 2 }, { insert: "20" }]]);
  setColour(doc, lan, "#ffd84d", at(21));
  expect(readMarks(doc)[0]).toMatchObject({ text: "ít nhất 20 ngày", modified: at(21), colour: "#ffd84d" });
});

describe("what another client may write", () => {
  const fits = (name: string, value: unknown) => marksLayout.roots["marks"]?.fits([lan, name], { is: "value", value });
  test("quads are whole and lie where a page can be", () => {
    expect(fits("quads", line)).toBe(true);
    for (const bad of [[], line.slice(1), [...line.slice(1), 1e300], [...line.slice(1), Infinity], "quads"])
      expect(fits("quads", bad)).toBe(false);
  });
  test("an entry with absurd values is left out, and the others stay", () => {
    const doc = new Y.Doc();
    highlight(doc, lan);
    highlight(doc, minh);
    marksRoot(doc).get(minh)?.set("quads", [1e300, 0, 0, 0, 0, 0, 0, -1e300]);
    expect(readMarks(doc).map(({ key }) => key)).toEqual([lan]);
  });
});
