// A browser that its person calls their own: papers that were fetched ahead open without the network, and what is written
// then arrives later. On a machine that is nobody's own, nothing is fetched ahead.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect as baseExpect, test } from "@playwright/test";
import { call, newMeeting, signIn, visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";
import { uploadPaper } from "../helpers/upload-paper.ts";

const expect = baseExpect.configure({ timeout: 30_000 });
test.use({ actionTimeout: 15_000 });
const PDF = readFileSync(join(import.meta.dirname, "../../server/sample/papers/to-trinh-26-quy-vi-nguoi-ngheo.pdf"));

let server: RunningServer;
let meetingId: string;
test.beforeAll(async () => {
  server = await startServer({ sample: true });
  meetingId = await newMeeting(server);
  const token = await signIn(server, "thuky");
  await uploadPaper(server, token, meetingId, PDF);
  await call(server, "POST", `/api/meetings/${meetingId}/stage`, token, { action: "convene" });
});
test.afterAll(() => server.stop());

test("reads and comments without the network, and is heard afterwards", async ({ browser }) => {
  const path = `/cuoc-hop/${meetingId}?phan=tai-lieu`;
  const { page, context } = await visit(browser, server, "daibieu1", path, { ownDevice: true });
  await expect(page.getByText("Đã có trên máy này 1 trên 1 tài liệu")).toBeVisible();
  // The screen of the reader itself has to be here: a page in a browser comes part by part.
  await page.getByRole("link", { name: "Tài liệu thử" }).first().click();
  await expect(page.locator(".rd-text span").first()).toBeAttached();
  await page.getByRole("link", { name: "Về cuộc họp" }).click();

  await context.setOffline(true);
  await page.getByRole("button", { name: "Tài liệu", exact: true }).click();
  await page.getByRole("link", { name: "Tài liệu thử" }).first().click();
  await expect(page.locator(".rd-text span").first()).toBeAttached();
  await page.keyboard.press("End");
  await expect(page.locator("[data-page] .rd-text span").last()).toBeAttached();
  await page.keyboard.press("Home");
  await expect(page.locator('[data-page="0"] .rd-text span').first()).toBeVisible();
  await page.evaluate(() => {
    const piece = document.querySelectorAll('[data-page="0"] .rd-text span')[3]!.firstChild!;
    const range = document.createRange();
    range.selectNodeContents(piece);
    document.getSelection()!.removeAllRanges();
    document.getSelection()!.addRange(range);
  });
  await page.getByRole("button", { name: "Góp ý", exact: true }).click();
  await page.getByRole("textbox", { name: "Viết góp ý chung" }).fill("Viết khi không có mạng");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đã lưu trên máy này")).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();

  const paperPath = new URL(page.url()).pathname;
  const chair = await visit(browser, server, "chutri", paperPath);
  await expect(chair.page.locator("article", { hasText: "Viết khi không có mạng" })).toBeVisible();
  await Promise.all([context.close(), chair.context.close()]);
});

test("a machine that is nobody's own fetches nothing ahead", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "daibieu2", "/");
  await expect(page.getByRole("heading", { name: "Sắp tới" })).toBeVisible();
  const contents = await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith("banhop.store:")) continue;
      const opened = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      const request = opened.transaction("entries").objectStore("entries").getAllKeys();
      await new Promise((resolve) => (request.onsuccess = resolve));
      return (request.result as string[][]).map(([, key]) => key).filter((key) => key?.startsWith("content:"));
    }
    return null;
  });
  expect(contents ?? []).toEqual([]);
  await expect(page.getByText("trên máy", { exact: false })).toHaveCount(0);
  await context.close();
});
