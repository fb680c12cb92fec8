// The reader in two browsers on one paper of the sample: marks arrive, private ones do not, and a page is followed.
import { type Browser, expect as baseExpect, type Page, test } from "@playwright/test";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const PASSWORD = "banhop-dung-thu";
/** Two browsers and a server share two cores. */
const expect = baseExpect.configure({ timeout: 15_000 });
const OPEN_MS = 20_000;
test.use({ actionTimeout: 15_000 });
let server: RunningServer;
let paperId: string;

test.beforeAll(async () => {
  server = await startServer({ sample: true });
  const token = await signIn("thuky");
  const { meetings } = await get("/api/meetings", token);
  const live = meetings.find((meeting) => meeting.stage === "live")!;
  const { papers } = await get(`/api/meetings/${live.id}`, token);
  paperId = papers.find((paper) => (paper.pageCount ?? 0) > 1 && !paper.readers)!.id;
});
test.afterAll(() => server.stop());

async function signIn(userName: string): Promise<string> {
  const answer = await fetch(`${server.origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ userName, password: PASSWORD }),
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}

/** What is read here of a meeting and its papers. */
interface Answers {
  meetings: { id: string; stage: string }[];
  papers: { id: string; pageCount: number | null; readers: string[] | null }[];
}

async function get(path: string, token: string): Promise<Answers> {
  const answer = await fetch(server.origin + path, { headers: { authorization: `Bearer ${token}` } });
  return (await answer.json()) as Answers;
}

async function openPaper(browser: Browser, userName: string): Promise<Page> {
  const token = await signIn(userName);
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  await context.addInitScript((value) => sessionStorage.setItem("banhop.token", value), token);
  const page = await context.newPage();
  await page.goto(`${server.origin}/tai-lieu/${paperId}`);
  await expect(page.locator(".rd-text span").first()).toBeVisible({ timeout: OPEN_MS });
  return page;
}

/** Selects one line of the first page with the mouse and returns its words. */
async function selectLine(page: Page, nth: number): Promise<string> {
  const line = page.locator('[data-page="0"] .rd-text span').nth(nth);
  const box = (await line.boundingBox())!;
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  return await page.evaluate(() => document.getSelection()!.toString().trim());
}

/** Runs in the page. */
function darkPixels(element: SVGElement | HTMLElement): number {
  const canvas = element as HTMLCanvasElement;
  const pixels = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.filter((value, i) => i % 4 === 0 && value < 128).length;
}

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("draws pages, finds text without marks and turns by keys", async ({ browser }) => {
  const page = await openPaper(browser, "thuky");
  const canvas = page.locator('[data-page="0"] canvas');
  await expect(canvas).toBeVisible();
  expect(await canvas.evaluate(darkPixels)).toBeGreaterThan(500);
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox").fill("uy ban");
  await expect(page.locator(".rd-find").first()).toBeAttached();
  await page.keyboard.press("Escape");
  await page.locator(".rd-scroll").focus();
  await page.keyboard.press("PageDown");
  await expect(page.getByLabel("Số trang")).toHaveValue("2");
  expect(await page.locator(".rd-canvas canvas").count()).toBeLessThan(5);
  await page.context().close();
});

test("a shared comment arrives with its author, a private one stays", async ({ browser }) => {
  const writer = await openPaper(browser, "thuky");
  const reader = await openPaper(browser, "chutri");
  const pencilBefore = await reader.locator("article.mine").count();
  await selectLine(writer, 3);
  await named(writer, "Góp ý").click();
  await writer.getByRole("textbox", { name: "Viết góp ý chung" }).fill("Đề nghị ghi rõ thời hạn");
  await writer.keyboard.press("Enter");
  const note = reader.locator("article", { hasText: "Đề nghị ghi rõ thời hạn" });
  await expect(note).toBeVisible();
  await expect(note.getByRole("button", { name: "Xóa", exact: true })).toHaveCount(0);

  await named(writer, "Riêng").click();
  await selectLine(writer, 5);
  await named(writer, "Tô").click();
  await expect(writer.locator("article.mine")).not.toHaveCount(0);
  const secrets = await writer.locator("article.mine").count();

  await note.getByRole("button", { name: "Trả lời", exact: true }).click();
  await reader.getByRole("textbox", { name: "Viết trả lời" }).fill("Đồng ý");
  await reader.keyboard.press("Enter");
  await expect(writer.locator("article", { hasText: "Đồng ý" })).toBeVisible();
  await expect(reader.locator("article.mine")).toHaveCount(pencilBefore);

  await named(writer, "Lùi").click();
  await expect(writer.locator("article.mine")).toHaveCount(secrets - 1);
  await expect(note).toBeVisible();
  await writer.context().close();
  await reader.context().close();
});

test("a presented page leads, turning by hand stops it, one button returns", async ({ browser }) => {
  const presenter = await openPaper(browser, "chutri");
  const follower = await openPaper(browser, "thuky");
  await named(presenter, "Trình chiếu").click();
  await expect(follower.locator(".rd-desk.follows")).toBeVisible();
  await presenter.locator(".rd-scroll").focus();
  await presenter.keyboard.press("PageDown");
  await expect(follower.getByLabel("Số trang")).toHaveValue("2");
  await follower.locator(".rd-scroll").focus();
  await follower.keyboard.press("PageUp");
  await expect(follower.locator(".rd-desk.follows")).toHaveCount(0);
  await named(follower, "Theo").click();
  await expect(follower.getByLabel("Số trang")).toHaveValue("2");
  await presenter.context().close();
  await follower.context().close();
});
