// The desktop without its network: what is kept can be read and written, survives a killed program, and arrives later. The
// system of these tests keeps no keys, so the vault is sealed by the password, which is asked for at each start.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { type Desktop, killDesktop, launchDesktop } from "../helpers/launch-desktop.ts";
import { call, newMeeting, signIn as tokenOf } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";
import { uploadPaper } from "../helpers/upload-paper.ts";

const expect = baseExpect.configure({ timeout: 30_000 });
test.use({ actionTimeout: 20_000 });
const PASSWORD = "banhop-dung-thu";
const PDF = readFileSync(join(import.meta.dirname, "../../server/sample/papers/to-trinh-26-quy-vi-nguoi-ngheo.pdf"));

let server: RunningServer;
let meetingId: string;
let desktop: Desktop;

test.beforeAll(async () => {
  server = await startServer({ sample: true });
  meetingId = await newMeeting(server);
  await uploadPaper(server, await tokenOf(server, "thuky"), meetingId, PDF);
});
test.afterAll(async () => {
  await desktop.app.close();
  await server.stop();
});

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function signIn(page: Page, answer: string | null = "Giữ tài liệu, mỗi lần mở chương trình nhập mật khẩu") {
  await page.getByLabel("Tên đăng nhập").fill("thuky");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  const own = page.getByLabel("Máy này là của tôi", { exact: false });
  if (!(await own.isChecked())) await own.check();
  await page.keyboard.press("Enter");
  if (answer !== null) await button(page, answer).click();
  await expect(page.getByRole("heading", { name: "Sắp tới" })).toBeVisible();
}

async function openMeeting(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Họp thử" }).first().click();
  await expect(page.getByRole("navigation", { name: "Phần của cuộc họp" })).toBeVisible();
}

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
}

test("reads and writes without the network, is killed, and loses nothing", async () => {
  test.setTimeout(180_000);
  desktop = await launchDesktop({ server: server.origin });
  const { page, userData } = desktop;

  await test.step("papers are fetched ahead while the person looks elsewhere", async () => {
    await signIn(page);
    await openMeeting(page);
    await button(page, "Thêm mục").first().click();
    await page.getByLabel("Tên mục 1", { exact: true }).fill("Trước khi mất mạng");
    await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();
    await button(page, "Tài liệu").click();
    await expect(page.getByText("Đã có trên máy này 1 trên 1 tài liệu")).toBeVisible();
    await button(page, "Cuộc họp").click();
  });

  await test.step("the server goes away; words are kept and counted", async () => {
    await server.kill();
    await page.getByLabel("Tên mục 1", { exact: true }).fill("Viết trên tàu, không có mạng");
    await expect(page.getByText("Đã lưu trên máy này")).toBeVisible();
  });

  await test.step("the program is killed and opened again, still without the network", async () => {
    await killDesktop(desktop);
    desktop = await launchDesktop({ server: server.origin, userData });
    await signIn(desktop.page, null);
    await expect(desktop.page.getByText(/ý chờ gửi/)).toBeVisible();
    await openMeeting(desktop.page);
    await expect(desktop.page.getByLabel("Tên mục 1", { exact: true })).toHaveValue("Viết trên tàu, không có mạng");
    await button(desktop.page, "Tài liệu").click();
    await desktop.page.getByRole("link", { name: "Tài liệu thử" }).first().click();
    await expect(desktop.page.locator(".rd-text span").first()).toBeAttached();
  });

  await test.step("nothing readable lies on the disk", () => {
    const words = ["Viết trên tàu", "Họp thử", "Tài liệu thử", "thuky", PASSWORD].map((text) => Buffer.from(text));
    words.push(PDF.subarray(0, 64), PDF.subarray(-64));
    for (const file of filesUnder(userData)) {
      const raw = readFileSync(file);
      for (const word of words) expect(raw.includes(word), `${word.toString("latin1")} in ${file}`).toBe(false);
    }
  });

  await test.step("the server is back: the words arrive, whatever is on screen", async () => {
    server = await startServer({ dataFolder: server.dataFolder, port: server.port });
    const token = await tokenOf(server, "chutri");
    await expect
      .poll(async () => (await call(server, "GET", `/api/meetings/${meetingId}`, token)).agenda[0]?.title, {
        timeout: 60_000,
      })
      .toBe("Viết trên tàu, không có mạng");
    await desktop.page.getByRole("link", { name: "Về cuộc họp" }).click();
    await expect(desktop.page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();
  });
});
