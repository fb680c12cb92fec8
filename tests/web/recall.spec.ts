// Thu hồi on screen: the secretary recalls a paper and a meeting, the member's open page closes with the reason, the list
// of devices tells who has forgotten it, and lifting gives all back (RE1, RE2, RE6, RE8, RE10, RE11).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { call, newMeeting, signIn, visit, type Visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";
import { uploadPaper } from "../helpers/upload-paper.ts";

const PDF = readFileSync(join(import.meta.dirname, "../../server/sample/papers/to-trinh-26-quy-vi-nguoi-ngheo.pdf"));
const LAPTOP = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const expect = baseExpect.configure({ timeout: 15_000 });
test.use({ actionTimeout: 15_000 });

let server: RunningServer;
let token: string;
let meetingId: string;
let paperId: string;
const visits: Visit[] = [];

test.beforeAll(async () => {
  server = await startServer({ sample: true });
});
test.afterAll(() => server.stop());

test.beforeEach(async () => {
  token = await signIn(server, "thuky");
  meetingId = await newMeeting(server);
  paperId = await uploadPaper(server, token, meetingId, PDF);
  await call(server, "POST", `/api/meetings/${meetingId}/stage`, token, { action: "convene" });
});
test.afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});

async function open(browser: Parameters<typeof visit>[0], userName: string, path: string): Promise<Page> {
  const visited = await visit(browser, server, userName, path);
  visits.push(visited);
  return visited.page;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("a recalled paper closes in the reader, its devices are listed, and it opens again when the recall is lifted", async ({
  browser,
}) => {
  const credentials = { userName: "daibieu1", password: "banhop-dung-thu" };
  const device = { deviceId: LAPTOP, deviceName: "Máy xách tay" };
  const kept = await call(server, "POST", "/api/session", null, { ...credentials, ...device });
  const reader = await open(browser, "daibieu1", `/tai-lieu/${paperId}`);
  await expect(reader.getByText("Trang 1 trên", { exact: false }).first()).toBeAttached();

  const secretary = await open(browser, "thuky", `/cuoc-hop/${meetingId}?phan=tai-lieu`);
  await secretary.getByRole("button", { name: "Việc khác với Tài liệu thử" }).click();
  await secretary.getByRole("button", { name: "Thu hồi tài liệu…" }).click();
  const dialog = secretary.getByRole("dialog");
  await expect(dialog).toContainText("Thu hồi không ngăn được ảnh chụp, bản in");
  await expectAccessible(secretary);
  await dialog.getByRole("button", { name: "Thu hồi tài liệu" }).click();
  await expect(dialog, "a reason is needed").toBeVisible();
  await dialog.getByRole("textbox").fill("Số liệu chưa đúng");
  await dialog.getByRole("button", { name: "Thu hồi tài liệu" }).click();
  await expect(dialog).toBeHidden();

  await expect(reader.getByRole("heading", { name: "Tài liệu này đã được thu hồi" })).toBeVisible();
  await expect(reader.locator("canvas")).toHaveCount(0);

  const recalled = secretary.getByRole("region", { name: "Đã thu hồi" });
  await expect(recalled).toContainText("Lý do: Số liệu chưa đúng");
  await recalled.getByText("0 trên 1 máy đã xác nhận hủy khóa").click();
  await expect(recalled.getByRole("listitem")).toContainText("Máy xách tay");
  await expect(recalled.getByRole("listitem")).toContainText("Chưa kết nối lại từ");
  await expectAccessible(secretary);
  const { recalls } = await call(server, "GET", "/api/recalls", kept.token as string);
  await call(server, "POST", `/api/recalls/${recalls[0].id as string}/confirm`, kept.token as string);
  await expect(recalled.getByText("1 trên 1 máy đã xác nhận hủy khóa"), "told by itself").toBeVisible({
    timeout: 25_000,
  });
  await expect(recalled.getByRole("listitem")).toContainText("Đã hủy khóa lúc");

  await recalled.getByRole("button", { name: "Bỏ thu hồi “Tài liệu thử”" }).click();
  await expect(recalled.getByText("Các lần thu hồi trước (1)")).toBeVisible();
  await reader.getByRole("button", { name: "Mở lại" }).click();
  await expect(reader.getByText("Trang 1 trên", { exact: false }).first()).toBeAttached();
});

test("a recalled meeting closes for its members, and whoever leads finds nothing but the way back", async ({
  browser,
}) => {
  const member = await open(browser, "daibieu1", `/cuoc-hop/${meetingId}`);
  await expect(member.getByText("Họp thử").first()).toBeVisible();
  const secretary = await open(browser, "thuky", `/cuoc-hop/${meetingId}`);
  await secretary.getByRole("button", { name: "Việc khác với cuộc họp" }).click();
  await secretary.getByRole("button", { name: "Thu hồi cuộc họp…" }).click();
  await secretary.getByRole("dialog").getByRole("textbox").fill("Họp xong");
  await secretary.getByRole("dialog").getByRole("button", { name: "Thu hồi cuộc họp" }).click();

  await expect(member.getByRole("heading", { name: "Cuộc họp này đã được thu hồi" })).toBeVisible();
  await expect(member.getByText("Họp thử")).toHaveCount(0);
  const notice = secretary.getByRole("status").filter({ hasText: "Cuộc họp đã được thu hồi." });
  await expect(notice).toBeVisible();
  await expect(secretary.getByRole("button", { name: "Việc khác với cuộc họp" })).toHaveCount(0);
  await expectAccessible(secretary);

  await notice.getByRole("button", { name: "Bỏ thu hồi" }).click();
  await expect(notice).toBeHidden();
  await member.reload();
  await expect(member.getByText("Họp thử").first()).toBeVisible();
});

test("the administrator sets how many days devices open without a network", async ({ browser }) => {
  const page = await open(browser, "quantri", "/nguoi-dung");
  const days = page.getByRole("textbox", { name: "Số ngày được mở khi không có mạng" });
  await expect(days).toHaveValue("14");
  await days.fill("91");
  await page.getByRole("button", { name: "Lưu số ngày" }).click();
  await expect(page.getByText("Ghi một số từ 0 đến 90.")).toBeVisible();
  await days.fill("30");
  await page.getByRole("button", { name: "Lưu số ngày" }).click();
  await expect(page.getByText("Đã lưu.")).toBeVisible();
  const me = await call(server, "GET", "/api/session", await signIn(server, "daibieu1"));
  expect(me.offlineDays).toBe(30);
});
