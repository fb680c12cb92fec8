// Words that the server refuses: a right was taken away while the network was gone. They are shown, stay over a reload,
// and are sent again when the right is back.
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { call, newMeeting, signIn, visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";
import { uploadPaper } from "../helpers/upload-paper.ts";

/** Two browsers and a server share two cores. */
const expect = baseExpect.configure({ timeout: 20_000 });
test.use({ actionTimeout: 20_000 });
test.describe.configure({ timeout: 120_000 });

let server: RunningServer;
let token: string;
let meetingId: string;

test.beforeAll(async () => {
  server = await startServer({ sample: true });
  token = await signIn(server, "thuky");
});
test.afterAll(() => server.stop());
test.beforeEach(async () => {
  meetingId = await newMeeting(server);
  await call(server, "POST", `/api/meetings/${meetingId}/stage`, token, { action: "convene" });
});

/** A network that can be cut for this page's rooms. */
async function cuttable(page: Page) {
  let isCut = false;
  const sockets = new Set<{ close(): Promise<void> }>();
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (isCut) {
      void socket.close();
      return;
    }
    sockets.add(socket);
    socket.connectToServer();
  });
  return {
    async cut() {
      isCut = true;
      await Promise.all([...sockets].map((socket) => socket.close()));
      sockets.clear();
    },
    mend() {
      isCut = false;
    },
  };
}

/** Changes what one participant is, as the secretary does. */
async function change(userName: string, facts: Record<string, unknown>): Promise<void> {
  const path = `/api/meetings/${meetingId}`;
  const { participants } = await call(server, "GET", path, token);
  const person = (await call(server, "GET", "/api/session", await signIn(server, userName))).person.id as string;
  const wishes = participants.map((one: { personId: string; role: string; mayComment: boolean }) => ({
    personId: one.personId,
    role: one.role,
    mayComment: one.mayComment,
    ...(one.personId === person && facts),
  }));
  await call(server, "PUT", `${path}/participants`, token, { participants: wishes });
}

const kept = (page: Page) => page.getByRole("region", { name: "Chữ giữ lại" });
const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** With the mouse, as a person does. */
async function dragOverLine(page: Page, nth: number): Promise<void> {
  const box = await page.locator('[data-page="0"] .rd-text span').nth(nth).boundingBox();
  if (!box) throw new Error("no such line");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, y, { steps: 4 });
  await page.mouse.up();
}

async function selectLine(page: Page, nth: number): Promise<void> {
  await page.evaluate((at) => {
    const piece = document.querySelectorAll('[data-page="0"] .rd-text span')[at]!.firstChild!;
    const range = document.createRange();
    range.selectNodeContents(piece);
    document.getSelection()!.removeAllRanges();
    document.getSelection()!.addRange(range);
  }, nth);
}

test("a comment written while the right to comment was taken away", async ({ browser }) => {
  const pdf = readFileSync(join(import.meta.dirname, "../../server/sample/papers/phu-luc-danh-muc.pdf"));
  const paperId = await uploadPaper(server, token, meetingId, pdf);
  const { page, context } = await visit(browser, server, "daibieu1", "/");
  const network = await cuttable(page);
  await page.goto(`${server.origin}/tai-lieu/${paperId}`);
  await expect(page.locator(".rd-text span").first()).toBeAttached({ timeout: 45_000 });
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();

  await network.cut();
  await selectLine(page, 2);
  await named(page, "Góp ý").click();
  await page.getByRole("textbox", { name: "Viết góp ý chung" }).fill("Đề nghị rà soát lại diện tích");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Chờ gửi máy chủ", { exact: false })).toBeVisible();
  await change("daibieu1", { mayComment: false });
  network.mend();
  await expect(kept(page)).toContainText("Đề nghị rà soát lại diện tích");
  await expect(kept(page)).toContainText("Góp ý chưa tới máy chủ");
  await expect(named(page, "Gửi lại thành góp ý")).toHaveCount(0);
  await page.reload();
  await expect(kept(page)).toContainText("Đề nghị rà soát lại diện tích");

  await change("daibieu1", { mayComment: true });
  await named(page, "Gửi lại thành góp ý").click();
  await page.keyboard.press("Escape");
  await selectLine(page, 4);
  await named(page, "Góp ý").click();
  await expect(page.getByRole("textbox", { name: "Viết góp ý chung" })).toHaveValue(""); // given up: another note is its own
  await page.keyboard.press("Escape");
  await named(page, "Gửi lại thành góp ý").click();
  await expect(page.locator(".rd-text span").first()).toBeAttached({ timeout: 45_000 });
  await dragOverLine(page, 2);
  await expect(page.getByRole("textbox", { name: "Viết góp ý chung" })).toHaveValue("Đề nghị rà soát lại diện tích");
  await page.keyboard.press("Enter");
  await expect(kept(page)).toHaveCount(0);
  const reader = await visit(browser, server, "chutri", `/tai-lieu/${paperId}`);
  await expect(reader.page.locator("article", { hasText: "Đề nghị rà soát lại diện tích" })).toBeVisible();
  await Promise.all([context.close(), reader.context.close()]);
});

test("words for the agenda of somebody who is no longer its secretary", async ({ browser }) => {
  await change("daibieu1", { role: "secretary" });
  const { page, context } = await visit(browser, server, "daibieu1", "/");
  const network = await cuttable(page);
  await page.goto(`${server.origin}/cuoc-hop/${meetingId}`);
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();
  await named(page, "Sửa chương trình").click();
  await named(page, "Thêm mục").first().click();
  const title = page.getByLabel("Tên mục 1", { exact: true });
  await title.fill("Khai mạc");
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();

  await network.cut();
  await title.press("End");
  await title.pressSequentially(" và giới thiệu đại biểu");
  await expect(page.getByText("Chờ gửi máy chủ", { exact: false })).toBeVisible();
  await change("daibieu1", { role: "member" });
  network.mend();
  await expect(kept(page)).toContainText("và giới thiệu đại biểu");
  await expect(kept(page).getByText("Khai mạc", { exact: true })).toBeVisible();

  await change("daibieu1", { role: "secretary" });
  await named(page, "Gửi lại vào mục 1").click();
  await expect(kept(page)).toHaveCount(0);
  const other = await visit(browser, server, "thuky", `/cuoc-hop/${meetingId}`);
  await expect(other.page.getByText("và giới thiệu đại biểu")).toBeVisible();
  await Promise.all([context.close(), other.context.close()]);
});
