// Two real windows, two programs, one server: a meeting from its start to its end, as the chair and a member see it.
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { type Desktop, launchDesktop } from "../helpers/launch-desktop.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const PASSWORD = "banhop-dung-thu";
/** Two windows and a server share two cores. */
const expect = baseExpect.configure({ timeout: 15_000 });
const MEETING = "Hội nghị hiệp thương";
const COMMENT = "Đề nghị nêu rõ cơ quan chịu trách nhiệm";

let server: RunningServer;
const windows: Desktop[] = [];

test.beforeAll(async () => {
  server = await startServer({ sample: true });
});
test.afterAll(async () => {
  await Promise.all(windows.map(({ app }) => app.close()));
  await server.stop();
});

async function openWindow(): Promise<Desktop> {
  const desktop = await launchDesktop({ server: server.origin });
  windows.push(desktop);
  return desktop;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function signIn(page: Page, userName: string): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Sắp tới" })).toBeVisible();
}

async function openMeeting(page: Page): Promise<void> {
  await page.getByRole("listitem").filter({ hasText: MEETING }).getByRole("link").first().click();
  await expect(page.getByRole("navigation", { name: "Phần của cuộc họp" })).toBeVisible();
}

/** Selects a line of a page with the mouse, as a reader does. */
async function selectLine(page: Page, pageIndex: number, nth: number): Promise<void> {
  const line = page.locator(`[data-page="${pageIndex}"] .rd-text span`).nth(nth);
  await line.scrollIntoViewIfNeeded();
  const box = (await line.boundingBox())!;
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
}

test("two windows hold a meeting: start, present, follow, comment, end", async () => {
  const [chair, member] = await Promise.all([openWindow(), openWindow()]);
  await Promise.all([signIn(chair.page, "chutri"), signIn(member.page, "daibieu2")]);
  await Promise.all([openMeeting(chair.page), openMeeting(member.page)]);

  await test.step("the chair starts and moves through the agenda; the member sees it", async () => {
    await button(chair.page, "Bắt đầu họp").click();
    const edge = member.page.getByLabel("Cuộc họp đang diễn ra");
    await edge.getByRole("button", { name: "Điểm danh" }).click();
    await button(chair.page, "Chuyển mục 1").click();
    await expect(edge).toContainText("Mục 1");
    await button(chair.page, "Chuyển mục 2").click();
    await expect(edge).toContainText("Mục 2");
  });

  await test.step("the chair presents a paper; the member goes along to the second page", async () => {
    await chair.page.getByRole("link", { name: "Báo cáo công tác chuẩn bị hiệp thương" }).click();
    await button(chair.page, "Trình chiếu").click();
    await member.page.getByRole("link", { name: "Xem cùng" }).first().click();
    await expect(member.page.locator(".rd-desk.follows")).toBeVisible();
    await chair.page.locator(".rd-scroll").focus();
    await chair.page.keyboard.press("PageDown");
    await expect(member.page.getByLabel("Số trang")).toHaveValue("2");
  });

  await test.step("the member comments on words of that page; the chair sees it with the author", async () => {
    await selectLine(member.page, 1, 3);
    await button(member.page, "Góp ý").click();
    await member.page.getByRole("textbox", { name: "Viết góp ý chung" }).fill(COMMENT);
    await member.page.keyboard.press("Enter");
    const note = chair.page.locator("article", { hasText: COMMENT });
    await expect(note).toBeVisible();
    await expect(note).toContainText("Quang Vinh");
  });

  await test.step("the chair ends the meeting; the member is told", async () => {
    await chair.page.getByRole("link", { name: "Về cuộc họp" }).click();
    await button(chair.page, "Kết thúc họp").click();
    await chair.page.getByRole("alertdialog").getByRole("button", { name: "Kết thúc họp" }).click();
    await expect(member.page.locator(".rd-edge")).toHaveCount(0);
    await expect(chair.page.getByLabel("Cuộc họp đang diễn ra")).toHaveCount(0);
  });

  expect([...chair.complaints, ...member.complaints]).toEqual([]);
});
