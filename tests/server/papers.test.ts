// Uploads and downloads: what is refused leaves nothing, what is kept comes back byte by byte.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasPapers, paperPath } from "../helpers/papers.ts";
import { openTestApp, type Answer, type TestApp, type Unit } from "../helpers/app.ts";

const PDF = readFileSync(join(import.meta.dirname, "../../server/sample/papers/phu-luc-danh-muc.pdf"));

let app: TestApp;
let unit: Unit;
let meetingId: string;

beforeAll(async () => {
  app = openTestApp();
  unit = await app.addUnit("mot");
  const made = await app.call("POST", "/api/meetings", { token: unit.token, body: { title: "Họp thử" } });
  meetingId = (made.body as { meeting: { id: string } }).meeting.id;
});
afterAll(() => app.close());

function form(content: BlobPart, name: string, field = "file"): FormData {
  const data = new FormData();
  data.set(field, new Blob([content]), name);
  return data;
}

function upload(raw: BodyInit, query = "", headers: Record<string, string> = {}): Promise<Answer> {
  return app.call("POST", `/api/meetings/${meetingId}/papers${query}`, { token: unit.token, raw, headers });
}

async function traces(): Promise<{ rows: number; files: number; incoming: number }> {
  const { db, blobs } = app.services;
  return {
    rows: (await db.selectFrom("papers").select("id").execute()).length,
    files: (await blobs.list()).length,
    incoming: readdirSync(join(blobs.folder, "incoming")).length,
  };
}

/** Refused with the code, and nothing is left of it. */
async function expectRefused(code: string, ...sent: Parameters<typeof upload>) {
  const before = await traces();
  const { body } = await upload(...sent);
  expect(body.error?.code).toBe(code);
  expect(body.error?.message).toMatch(/\p{L}/u);
  expect(await traces()).toEqual(before);
}

const FORM = { "content-type": "multipart/form-data; boundary=x" };
const partHead = (name: string) =>
  `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;

describe("what is refused", () => {
  test.runIf(hasPapers()).each([
    ["empty.pdf", "emptyFile"],
    ["not-a-pdf.pdf", "unsupportedFile"],
    ["damaged-truncated.pdf", "truncatedFile"],
    ["encrypted-matkhau.pdf", "passwordProtectedFile"],
  ])("%s leaves nothing behind", async (name, code) => {
    await expectRefused(code, form(readFileSync(paperPath(name)), name));
  });

  test("a program under the name of a document", async () => {
    await expectRefused("unsupportedFile", form("MZ\x90\0", "thu-moi.docx"));
    await expectRefused("unsupportedFile", form("#!/bin/sh", "chay.sh"));
  });

  test("an upload that breaks off", async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(Buffer.from(partHead("a.pdf")));
        controller.enqueue(PDF.subarray(0, 5_000));
        controller.error(new Error("the line is cut"));
      },
    });
    await expectRefused("truncatedFile", broken, "", FORM);
    const unfinished = partHead("a.pdf") + PDF.toString("latin1").slice(0, 500);
    await expectRefused("truncatedFile", unfinished, "", FORM);
  });

  test("a file over the limit, said beforehand or not", async () => {
    const said = { ...FORM, "content-length": String(300 * 1024 * 1024) };
    await expectRefused("tooLarge", "--x", "", said);
    let left = 210;
    const chunk = Buffer.alloc(1024 * 1024);
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(Buffer.from(partHead("a.pdf") + "%PDF-1.4\n")),
      pull: (controller) => (left-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    await expectRefused("tooLarge", endless, "", FORM);
  });

  test("a form without a file, with another field, with no boundary", async () => {
    await expectRefused("badRequest", form(PDF, "a.pdf", "other"));
    await expectRefused("badRequest", "{}", "", { "content-type": "application/json" });
    await expectRefused("badRequest", "x", "", { "content-type": "multipart/form-data" });
    await expectRefused("badRequest", form(PDF, "a.pdf"), "?kind=khong-co");
  });

  test("an order that would stand in the way of every later paper", async () => {
    const { body } = await upload(form(PDF, "a.pdf"));
    const path = `/api/papers/${(body as { paper: { id: string } }).paper.id}`;
    const edited = await app.call("PATCH", path, { token: unit.token, body: { order: "!" } });
    expect(edited.status).toBe(400);
    expect((await upload(form(PDF, "b.pdf"))).status).toBe(200);
  });
});

test("a file name is a name: no folders, no control characters, no turned text", async () => {
  const names = [
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["..\\..\\windows\\a.pdf", "a.pdf"],
    ["a\u202egpj.pdf", "agpj.pdf"],
    ["Bao cao\u0007.pdf", "Bao cao.pdf"],
    ["..pdf", "..pdf"],
  ] as const;
  for (const [sent, kept] of names) {
    const answer = await upload(form(PDF, sent));
    expect(answer.body.paper?.fileName, sent).toBe(kept);
  }
});

test("of two uploads of one file the failing one takes nothing away from the other", async () => {
  const { services } = app;
  const content = Buffer.concat([PDF, Buffer.from("\n% cùng một tệp\n")]);
  // The first has its file kept when it fails; the second is in between.
  const failing = upload(form(content, "mot.pdf"), "?itemId=x").catch(() => null);
  const db = services.db;
  const transaction = db.transaction.bind(db);
  let calls = 0;
  db.transaction = () => {
    calls += 1;
    if (calls === 1) throw new Error("disk");
    return transaction();
  };
  try {
    const answers = await Promise.all([failing, upload(form(content, "hai.pdf"))]);
    expect(answers.map((answer) => answer?.status).sort()).toEqual([200, 500]);
    const kept = answers.find((answer) => answer?.status === 200)?.body.paper as { id: string };
    const back = await app.call("GET", `/api/papers/${kept.id}/content`, { token: unit.token });
    expect(back.bytes.equals(content)).toBe(true);
  } finally {
    db.transaction = transaction;
  }
});

describe("a kept file", () => {
  let path: string;
  let etag: string;
  beforeAll(async () => {
    const { body } = await upload(form(PDF, "Báo cáo số 118 (đã “sửa”).pdf"));
    path = `/api/papers/${(body as { paper: { id: string } }).paper.id}/content`;
    etag = (await app.call("GET", path, { token: unit.token })).headers.get("etag") ?? "";
  });
  const get = (headers: Record<string, string> = {}, method = "GET") =>
    app.call(method, path, { token: unit.token, headers });

  test("comes back whole, with its name, and may do nothing in a browser", async () => {
    const { status, bytes, headers } = await get();
    expect(status).toBe(200);
    expect(bytes.equals(PDF)).toBe(true);
    const disposition = headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^inline; filename\*=UTF-8''[\w%.~-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe("Báo cáo số 118 (đã “sửa”).pdf");
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("accept-ranges")).toBe("bytes");
  });

  test("in ranges, unless it is another version than the one begun", async () => {
    const part = await get({ range: "bytes=100-199" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 100-199/${PDF.length}`]);
    expect(part.bytes.equals(PDF.subarray(100, 200))).toBe(true);
    expect((await get({ range: "bytes=-50" })).bytes.equals(PDF.subarray(-50))).toBe(true);
    expect((await get({ range: "bytes=0-9", "if-range": etag })).status).toBe(206);
    expect((await get({ range: "bytes=0-9", "if-range": '"another"' })).status).toBe(200);
    expect((await get({ range: `bytes=${PDF.length}-` })).status).toBe(416);
  });

  test("is not sent to whoever has it", async () => {
    for (const known of [etag, `W/${etag}`, `"a", ${etag}`, "*"]) {
      const { status, bytes } = await get({ "if-none-match": known });
      expect([status, bytes.length], known).toEqual([304, 0]);
    }
    expect((await get({ "if-none-match": '"another"' })).status).toBe(200);
  });

  test("answers HEAD without its bytes, and others than PDF as something to save", async () => {
    const head = await get({}, "HEAD");
    expect([head.status, head.bytes.length, head.headers.get("content-length")]).toEqual([200, 0, String(PDF.length)]);
    const picture = await upload(form(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), "ảnh.png"));
    const answer = await app.call("GET", `/api/papers/${picture.body.paper.id as string}/content`, {
      token: unit.token,
    });
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
  });

  test("is gone for a reader who is not named, and back for one who is", async () => {
    const other = await app.addUnit("hai");
    expect((await app.call("GET", path, { token: other.token })).status).toBe(404);
    expect((await app.call("GET", path)).status).toBe(401);
  });
});
