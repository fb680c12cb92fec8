// A secretary and a chair prepare a new meeting in two browsers: both words stay, a paper arrives, a member follows live.
import { join } from "node:path";
import { type Browser, expect as baseExpect, type Page, test } from "@playwright/test";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const PASSWORD = "banhop-dung-thu";
const PAPER = join(import.meta.dirname, "../../server/sample/papers/to-trinh-26-quy-vi-nguoi-ngheo.pdf");
/** Browsers and a server share two cores. */
const expect = baseExpect.configure({ timeout: 15_000 });
test.use({ actionTimeout: 15_000 });
let server: RunningServer;
let meetingId: string;

test.beforeAll(async () => {
  server = await startServer({ sample: true });
  const token = await signIn("thuky");
  const me = await call("GET", "/api/session", token);
  const { people } = await call("GET", `/api/organisations/${me.person.memberships[0].organisationId}/people`, token);
  const idOf = (userName: string): string => people.find((one: { userName: string }) => one.userName === userName).id;
  const start = new Date(Date.now() + 86_400_000).toISOString();
  const { meeting } = await call("POST", "/api/meetings", token, { title: "Họp thử", place: "Phòng 1", start });
  meetingId = meeting.id;
  const participants = [
    { personId: idOf("thuky"), role: "secretary" },
    { personId: idOf("chutri"), role: "chair" },
    { personId: idOf("daibieu1"), role: "member" },
  ];
  await call("PUT", `/api/meetings/${meetingId}/participants`, token, { participants });
});
test.afterAll(() => server.stop());

async function signIn(userName: string): Promise<string> {
  const { token } = await call("POST", "/api/session", null, { userName, password: PASSWORD });
  return token;
}

async function call(method: string, path: string, token: string | null, body?: unknown): Promise<any> {
  const answer = await fetch(server.origin + path, {
    method,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}

async function open(browser: Browser, userName: string): Promise<{ page: Page; complaints: string[] }> {
  const token = await signIn(userName);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript((value) => sessionStorage.setItem("banhop.token", value), token);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`${server.origin}/cuoc-hop/${meetingId}`);
  return { page, complaints };
}

test("prepared by two, invited, started and followed, without a complaint", async ({ browser }) => {
  const secretary = await open(browser, "thuky");
  const chair = await open(browser, "chutri");
  const title = (page: Page, number: string) => page.getByLabel(`Tên mục ${number}`, { exact: true });

  await secretary.page.getByRole("button", { name: "Thêm mục" }).click();
  await title(secretary.page, "1").fill("Báo cáo");
  await expect(title(chair.page, "1")).toHaveValue("Báo cáo");
  // Both type in the same line at the same time, one at each end.
  await title(secretary.page, "1").press("End");
  await title(chair.page, "1").press("Home");
  await Promise.all([
    title(secretary.page, "1").pressSequentially(" sáu tháng"),
    title(chair.page, "1").pressSequentially("Thông qua "),
  ]);
  for (const { page } of [secretary, chair]) await expect(title(page, "1")).toHaveValue("Thông qua Báo cáo sáu tháng");

  // One's own undo takes back one's own words only.
  await chair.page.getByRole("button", { name: "Lùi" }).click();
  await expect(title(secretary.page, "1")).toHaveValue("Báo cáo sáu tháng");
  await chair.page.getByRole("button", { name: "Làm lại" }).click();

  await secretary.page.getByRole("button", { name: "Thêm mục" }).click();
  await title(secretary.page, "2").fill("Bế mạc");
  await title(secretary.page, "2").press("Alt+ArrowUp");
  await expect(title(chair.page, "1")).toHaveValue("Bế mạc");
  await expect(secretary.page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();

  await secretary.page.locator("input[type=file]").first().setInputFiles([PAPER]);
  await expect(secretary.page.locator(".mt-tray .mt-paper")).toHaveCount(1);
  await expect(chair.page.locator(".mt-tray .mt-paper")).toHaveCount(1);

  await secretary.page
    .locator("input[type=file]")
    .first()
    .setInputFiles([{ name: "trống.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) }]);
  await expect(secretary.page.getByRole("heading", { name: "Tệp “trống.pdf” trống" })).toBeVisible();
  await secretary.page.getByRole("button", { name: "Bỏ qua" }).click();

  await secretary.page.getByRole("button", { name: "Gửi giấy mời" }).click();
  await secretary.page.getByRole("alertdialog").getByRole("button", { name: "Gửi giấy mời" }).click();
  await chair.page.getByRole("button", { name: "Bắt đầu họp" }).click();
  const member = await open(browser, "daibieu1");
  const edge = member.page.getByLabel("Cuộc họp đang diễn ra");
  await edge.getByRole("button", { name: "Điểm danh" }).click();
  await expect(edge.getByText("Đã điểm danh", { exact: false })).toBeVisible();

  expect(
    [...secretary.complaints, ...chair.complaints, ...member.complaints].filter((one) => !one.includes("422")),
  ).toEqual([]);
});
