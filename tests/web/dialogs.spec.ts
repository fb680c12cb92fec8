// Dialogs and long pages under small windows: what they are for stays in sight, nothing typed is lost by one key; and a
// page that is older than its server.
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { newMeeting, visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const expect = baseExpect.configure({ timeout: 15_000 });
test.use({ actionTimeout: 15_000 });
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer({ sample: true });
});
test.afterAll(() => server.stop());

test("Escape closes the calendar and leaves the dialog with what was typed", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "thuky", "/");
  await page.getByRole("button", { name: "Tạo cuộc họp" }).click();
  await page.getByLabel("Tên cuộc họp").fill("Họp giao ban");
  await page.getByRole("button", { name: "Chọn ngày trên lịch: Bắt đầu" }).click();
  const day = page.getByRole("table").getByRole("button").first();
  await expect(day).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(day).toBeHidden();
  await expect(page.getByLabel("Tên cuộc họp")).toHaveValue("Họp giao ban");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await context.close();
});

test("the buttons of a long dialog are in sight in a low window", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "quantri", "/nguoi-dung", { height: 560 });
  await page.getByRole("button", { name: "Thêm một người" }).click();
  await expect(page.getByRole("button", { name: "Thêm người này" })).toBeInViewport({ ratio: 1 });
  await context.close();
});

test("a long agenda scrolls in its part; the page itself is as high as the window", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "thuky", `/cuoc-hop/${await newMeeting(server)}`);
  const add = page.getByRole("button", { name: "Thêm mục", exact: true });
  for (let index = 0; index < 8; index++) await add.click();
  await expect(page.getByLabel("Tên mục 8")).toBeAttached();
  expect(await pageHeight(page)).toBe(768);
  await page.getByLabel("Tên mục 8").scrollIntoViewIfNeeded();
  await expect(page.getByRole("heading", { name: "Trước khi gửi giấy mời" })).toBeInViewport();
  await context.close();
});

test("what is missing is named again before the invitations go out", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "thuky", `/cuoc-hop/${await newMeeting(server)}`);
  await page.getByRole("button", { name: "Gửi giấy mời" }).click();
  await expect(page.getByRole("alertdialog").getByRole("listitem")).toHaveText(["Chưa có chương trình"]);
  await page.getByRole("button", { name: "Để sau" }).click();
  await context.close();
});

test("a page kept open over an update of the server fetches itself anew", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "thuky", "/");
  let isOld = true;
  page.once("domcontentloaded", () => (isOld = false));
  // The browser may ask twice, ahead and in earnest.
  await page.route(/AccountScreen.*\.js/, (route) =>
    isOld ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  await page.evaluate(() => Object.assign(window, { isOldPage: true }));
  await page.getByRole("button", { name: /^Tài khoản của/ }).click();
  await page.getByText("Tài khoản và cài đặt").click();
  await page.waitForFunction(() => !("isOldPage" in window));
  await expect(page.getByRole("heading", { name: "Các máy đang đăng nhập" })).toBeVisible();
  await context.close();
});

test("a page that asks the server for nothing by itself sees that it is back", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "quantri", "/nguoi-dung");
  await page.getByRole("button", { name: "Thêm một người" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Họ tên").fill("Người Mới");
  await form.getByRole("textbox", { name: "Tên đăng nhập" }).fill("nguoi.moi");
  await page.route("**/api/**", (route) => route.abort());
  await form.getByRole("button", { name: "Thêm người này" }).click();
  await expect(form.getByText("Không nối được máy chủ.", { exact: false })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Nối lại" })).toBeVisible();
  await page.unroute("**/api/**");
  await expect(page.getByRole("button", { name: "Nối lại" })).toBeHidden();
  await context.close();
});

test("a session that was ended elsewhere leads from a meeting to the door", async ({ browser }) => {
  const { page, context } = await visit(browser, server, "thuky", `/cuoc-hop/${await newMeeting(server)}`);
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();
  const token = await page.evaluate(() => sessionStorage.getItem("banhop.token") ?? "");
  await fetch(`${server.origin}/api/session`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });
  await expect(page.getByText("Phiên làm việc đã hết", { exact: false })).toBeVisible();
  await context.close();
});

async function pageHeight(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}
