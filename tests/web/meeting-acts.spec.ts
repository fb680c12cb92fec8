// What a secretary does with a meeting besides writing: order by key and by touch, take away and bring back, stop an
// upload, postpone with a reason, copy.
import { join } from "node:path";
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { newMeeting, visit, type Visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const PAPER = join(import.meta.dirname, "../../server/sample/papers/to-trinh-26-quy-vi-nguoi-ngheo.pdf");
const expect = baseExpect.configure({ timeout: 15_000 });
test.use({ actionTimeout: 15_000 });
let server: RunningServer;
let secretary: Visit;
test.beforeAll(async () => {
  server = await startServer({ sample: true });
});
test.afterAll(() => server.stop());
test.beforeEach(async ({ browser }) => {
  const path = `/cuoc-hop/${await newMeeting(server)}`;
  secretary = await visit(browser, server, "thuky", path, { hasTouch: true });
});
test.afterEach(() => secretary.context.close());

const title = (page: Page, number: number) => page.getByLabel(`Tên mục ${number}`, { exact: true });

/** Adds items of these titles at the end. */
async function addItems(page: Page, titles: readonly string[]): Promise<void> {
  for (const [index, words] of titles.entries()) {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Thêm mục" }).first().click();
    await title(page, index + 1).fill(words);
  }
}

test("the check list leads to its gaps, items change places by key and by touch", async () => {
  const { page } = secretary;
  await page.getByRole("button", { name: "Điền: Chưa có chương trình" }).click();
  await expect(page.getByRole("button", { name: "Thêm mục" }).first()).toBeFocused();
  await addItems(page, ["Một", "Hai", ""]);
  await page.getByRole("button", { name: "Điền: Mục 3 chưa có tên" }).click();
  await expect(title(page, 3)).toBeFocused();
  await page.keyboard.insertText("Ba");

  await page.getByRole("button", { name: "Kéo để đổi chỗ mục 3" }).press("Space");
  await expect(page.getByText("Đã nhấc mục 3. Ba")).toBeAttached();
  // A press is lost while the rows are still being measured; a person presses again.
  await expect(async () => {
    await page.keyboard.press("ArrowUp");
    await expect(page.getByText("Mục 3. Ba ở chỗ của mục 2. Hai")).toBeAttached({ timeout: 3_000 });
  }).toPass();
  await page.keyboard.press("Space");
  await expect(title(page, 2)).toHaveValue("Ba");

  const boxOf = async (number: number) =>
    page.getByRole("button", { name: `Kéo để đổi chỗ mục ${number}` }).boundingBox();
  const [from, to] = [await boxOf(3), await boxOf(1)];
  if (!from || !to) throw new Error("the handles are not on screen");
  const cdp = await secretary.context.newCDPSession(page);
  const point = (y: number) => [{ x: from.x + from.width / 2, y }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: point(from.y + 20) });
  for (const part of [0.2, 0.4, 0.6, 0.8, 1])
    await cdp.send("Input.dispatchTouchEvent", {
      type: "touchMove",
      touchPoints: point(from.y + 20 + (to.y - from.y) * part),
    });
  await expect(page.getByText("ở chỗ của mục 1. Một", { exact: false })).toBeAttached();
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect(title(page, 1)).toHaveValue("Hai");
});

test("what was removed comes back after a reload", async () => {
  const { page } = secretary;
  await addItems(page, ["Hai", "Một"]);
  await page.locator("input[type=file]").first().setInputFiles([PAPER]);
  await expect(page.locator(".mt-tray .mt-paper")).toHaveCount(1);
  await page.locator(".mt-tray").getByRole("button", { name: "Việc khác", exact: false }).click();
  await page.getByRole("button", { name: "Gỡ tài liệu" }).click();
  await expect(page.locator(".mt-tray")).toHaveCount(0);
  await page.getByRole("button", { name: "Việc khác với mục 1" }).click();
  await page.locator(".menu-list:popover-open").getByRole("button", { name: "Bỏ mục" }).click();
  await expect(title(page, 1)).toHaveValue("Một");
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();

  await page.reload();
  await page.getByText("Đã gỡ (2)").click();
  await page.getByRole("button", { name: "Lấy lại “Hai”" }).click();
  await page
    .getByRole("button", { name: /^Lấy lại “.*26/i })
    .or(page.locator(".mt-removed button"))
    .first()
    .click();
  await expect(title(page, 1)).toHaveValue("Hai");
  await expect(page.locator(".mt-tray .mt-paper")).toHaveCount(1);
  await expect(page.locator(".mt-removed")).toHaveCount(0);
});

test("an upload under way shows how far it is and can be stopped", async () => {
  const { page, context } = secretary;
  const cdp = await context.newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 50_000 };
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", slow);
  const buffer = Buffer.alloc(2_000_000, "%PDF-1.7\n");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([{ name: "lớn.pdf", mimeType: "application/pdf", buffer }]);
  await expect(page.getByText(/Đang tải lên \d+ %/)).toBeVisible();
  await page.getByRole("button", { name: "Dừng tải lên" }).click();
  await expect(page.locator(".mt-uploads")).toHaveCount(0);
  await cdp.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await page.locator("input[type=file]").first().setInputFiles([PAPER]);
  await expect(page.locator(".mt-tray .mt-paper")).toHaveCount(1);
});

test("postponed with a reason that everybody reads, prepared again, copied", async ({ browser }) => {
  const { page } = secretary;
  await addItems(page, ["Hai", "Một"]);
  await page.getByRole("button", { name: "Gửi giấy mời" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Gửi giấy mời" }).click();
  await page.getByRole("button", { name: "Việc khác với cuộc họp" }).click();
  await page.getByRole("button", { name: "Hoãn họp" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByLabel("Lý do", { exact: false }).fill("bão số 5");
  await question.getByRole("button", { name: "Hoãn họp" }).click();
  const member = await visit(browser, server, "daibieu1", new URL(page.url()).pathname);
  await expect(member.page.getByText("Lý do: bão số 5")).toBeVisible();
  await member.context.close();
  await page.getByRole("button", { name: "Chuẩn bị lại" }).click();
  await expect(page.getByText("Lý do: bão số 5")).toBeHidden();

  const first = page.url();
  await page.getByRole("button", { name: "Việc khác với cuộc họp" }).click();
  await page.getByRole("button", { name: "Tạo cuộc họp theo mẫu này" }).click();
  await page.getByRole("button", { name: "Tạo cuộc họp", exact: true }).click();
  await page.waitForURL((url) => url.href !== first);
  await expect(title(page, 1)).toHaveValue("Hai");
  expect(secretary.complaints).toEqual([]);
});
