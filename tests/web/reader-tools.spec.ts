// The reader's tools on a paper printed for it: search, turning, marks over two pages, links, reopening, two people's
// undo and filters, following with zoom, fingers, and a network that goes away.
import { type Browser, expect as baseExpect, type Page, test } from "@playwright/test";
import { call, newMeeting, signIn, visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";
import { uploadPaper } from "../helpers/upload-paper.ts";

/** Two browsers and a server share two cores. */
const expect = baseExpect.configure({ timeout: 20_000 });
test.use({ actionTimeout: 20_000 });
test.describe.configure({ timeout: 120_000 });
let server: RunningServer;
let meetingId: string;
let paperId: string;
let token: string;

const PAGES = 6;
const line = "Nhân dân đề nghị làm rõ vấn đề công khai, minh bạch trong quản lý trụ sở dôi dư.";

test.beforeAll(async ({ browser }) => {
  server = await startServer({ sample: true });
  meetingId = await newMeeting(server);
  token = await signIn(server, "thuky");
  paperId = await uploadPaper(server, token, meetingId, await printPaper(browser));
  for (const action of ["convene", "start"])
    await call(server, "POST", `/api/meetings/${meetingId}/stage`, token, { action });
});
test.afterAll(() => server.stop());

/** Six pages; the first has a link to the fifth and one that leads out, the last a picture too large for the first bytes. */
async function printPaper(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const sheet = (n: number): string =>
    `<section id="s${n}"><h2>Điều ${n}</h2>${`<p>${line}</p>`.repeat(12)}<p>Cuối trang ${n}</p></section>`;
  const links = `<p><a href="#s5">Xem Điều 5</a></p><p><a href="https://example.org/">Trang ngoài</a></p>`;
  await page.setContent(
    `<style>section{break-after:page} body{font:14pt serif}</style>${links}` +
      Array.from({ length: PAGES }, (_, i) => sheet(i + 1)).join(""),
  );
  await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 300;
    const pen = canvas.getContext("2d")!;
    const noise = pen.createImageData(300, 300);
    for (let i = 0; i < noise.data.length; i++) noise.data[i] = i % 4 === 3 ? 255 : Math.random() * 256;
    pen.putImageData(noise, 0, 0);
    document.querySelector("section:last-of-type")!.append(canvas);
  });
  const pdf = await page.pdf({ format: "A4", margin: { top: "2cm", left: "2.5cm", right: "2.5cm", bottom: "2cm" } });
  await page.close();
  return pdf;
}

async function read(
  browser: Browser,
  userName: string,
  options: Parameters<typeof visit>[4] & { search?: string } = {},
): Promise<Page> {
  const { page } = await visit(browser, server, userName, `/tai-lieu/${paperId}${options.search ?? ""}`, options);
  await expect(page.locator(".rd-text span").first()).toBeAttached({ timeout: 45_000 });
  return page;
}

const named = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const pageNow = (page: Page) => page.getByLabel("Số trang");

/** Selects from the nth piece of one page to the nth piece of another, as a mouse would leave it. */
async function select(page: Page, from: [page: number, nth: number], to = from): Promise<void> {
  await page.evaluate(
    ([[a, n], [b, m]]) => {
      const piece = (at: number, nth: number): ChildNode =>
        document.querySelectorAll(`[data-page="${at}"] .rd-text span`)[nth]!.firstChild!;
      const range = document.createRange();
      range.setStart(piece(a, n), 0);
      range.setEnd(piece(b, m), piece(b, m).textContent!.length);
      document.getSelection()!.removeAllRanges();
      document.getSelection()!.addRange(range);
    },
    [from, to] as const,
  );
}

test("finds words without marks, marks a turned page, and marks over two pages as one act", async ({ browser }) => {
  const page = await read(browser, "thuky");
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox").fill("van de");
  const found = page.getByRole("search").getByRole("status");
  await expect(found).toHaveText(/^1 trên 72$/u);
  await page.getByRole("searchbox").press("Enter");
  await page.getByRole("searchbox").press("Enter");
  await expect(found).toHaveText(/^2 trên 72$/u);
  await page.getByRole("searchbox").press("Shift+Enter");
  await expect(found).toHaveText(/^1 trên 72$/u);
  await page.getByRole("searchbox").press("Escape");

  await named(page, "Cách xem trang").click();
  await page.getByRole("menuitem", { name: "Xoay trang" }).click();
  await expect(page.locator('[data-page="0"] .rd-text span').nth(5)).toBeAttached();
  await select(page, [0, 5]);
  await named(page, "Tô").click();
  const mark = page.locator('[data-page="0"] .rd-marks g.ink polygon').first();
  await expect(mark).toBeAttached();
  const [words, ink] = [
    await page.locator('[data-page="0"] .rd-text span').nth(5).boundingBox(),
    await mark.boundingBox(),
  ];
  expect(Math.abs(words!.x - ink!.x)).toBeLessThan(6);
  expect(Math.abs(words!.y - ink!.y)).toBeLessThan(6);
  expect(ink!.height).toBeGreaterThan(ink!.width * 3);
  await named(page, "Lùi").click();
  await expect(page.locator("article")).toHaveCount(0);

  for (let i = 0; i < 3; i++) {
    await named(page, "Cách xem trang").click();
    await page.getByRole("menuitem", { name: "Xoay trang" }).click();
  }
  await named(page, "Cách xem trang").click();
  await page.getByRole("menuitem", { name: "Vừa trang" }).click();
  await expect(page.locator('[data-page="1"] .rd-text span').first()).toBeAttached();
  await select(page, [0, 10], [1, 1]);
  await named(page, "Tô").click();
  await expect(page.locator("article")).toHaveCount(2);
  await named(page, "Lùi").click();
  await expect(page.locator("article")).toHaveCount(0);
  await page.context().close();
});

test("follows links inside, asks before one outside, reopens where reading stopped", async ({ browser }) => {
  const page = await read(browser, "daibieu1");
  await page.getByRole("link", { name: "Đến trang 5" }).click();
  await expect(pageNow(page)).toHaveValue("5");
  await page.waitForResponse((answer) => answer.url().includes("/reading") && answer.ok());
  await page.locator(".rd-scroll").press("Home");
  await page.getByRole("link", { name: "https://example.org/" }).click();
  await expect(page.getByRole("dialog")).toContainText("https://example.org/");
  await named(page, "Ở lại").click();
  await pageNow(page).fill("4");
  await Promise.all([
    // The page of a moment ago may be told now, too.
    page.waitForResponse(
      (answer) => answer.url().includes("/reading") && answer.request().postDataJSON().pageIndex === 3,
    ),
    pageNow(page).press("Enter"),
  ]);
  await page.context().close();
  const again = await read(browser, "daibieu1");
  await expect(pageNow(again)).toHaveValue("4");
  await again.context().close();
});

test("resolves and filters by person; undo takes back one's own act only", async ({ browser }) => {
  const [writer, other] = [await read(browser, "thuky"), await read(browser, "chutri")];
  await select(writer, [0, 3]);
  await named(writer, "Góp ý").click();
  await writer.getByRole("textbox", { name: "Viết góp ý chung" }).fill("Của thư ký");
  await writer.keyboard.press("Enter");
  await expect(other.locator("article", { hasText: "Của thư ký" })).toBeVisible();
  await select(other, [0, 6]);
  await named(other, "Tô").click();
  await expect(writer.locator("article")).toHaveCount(2);
  await named(writer, "Lùi").click();
  await expect(other.locator("article")).toHaveCount(1);
  await named(writer, "Làm lại").click();
  await expect(other.locator("article")).toHaveCount(2);

  await other.locator("article", { hasText: "Của thư ký" }).getByRole("button", { name: "Đã giải quyết" }).click();
  await expect(writer.locator("article.done")).toHaveCount(1);
  await writer.getByLabel("Chỉ việc chưa giải quyết").check();
  await expect(writer.locator("article")).toHaveCount(1);
  await writer.getByLabel("Chỉ việc chưa giải quyết").uncheck();
  await writer.getByLabel("Lọc theo người").selectOption({ index: 1 });
  await expect(writer.locator("article")).toHaveCount(1);
  await writer.context().close();
  await other.context().close();
});

test("a follower sees the presenter's page, place and zoom; who comes late does too", async ({ browser }) => {
  const presenter = await read(browser, "chutri");
  const follower = await read(browser, "thuky", { width: 1024 });
  await named(presenter, "Trình chiếu").click();
  await expect(follower.locator(".rd-desk.follows")).toBeVisible();
  const seen = (page: Page) =>
    page.locator(".rd-scroll").evaluate((scroller) => {
      const sheet = document.querySelector<HTMLElement>('[data-page="2"]');
      if (!sheet) return null;
      const third = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
      const box = sheet.getBoundingClientRect();
      const gap = scroller.clientWidth > 600 ? 32 : 0;
      return [(third - box.top) / box.height, box.width / (scroller.clientWidth - gap)].map((n) => n.toFixed(2));
    });
  await pageNow(presenter).fill("3");
  await pageNow(presenter).press("Enter");
  await presenter.keyboard.press("Control+=");
  await presenter.locator(".rd-scroll").evaluate((scroller) => scroller.scrollBy(0, 150));
  await expect(pageNow(follower)).toHaveValue("3");
  await expect
    .poll(async () => [await seen(follower), (await seen(presenter))?.[1]])
    .toEqual([await seen(presenter), "1.20"]);
  const late = await read(browser, "daibieu1", { search: "?theo=1" });
  await expect.poll(() => seen(late)).toEqual(await seen(presenter));
  await named(presenter, "Kết thúc trình chiếu").click();
  for (const page of [presenter, follower, late]) await page.context().close();
});

test("on a phone: two fingers zoom, marks open in a sheet, large letters turn page by page", async ({ browser }) => {
  const page = await read(browser, "thuky", { width: 390, height: 844, hasTouch: true });
  await page.locator(".rd-scroll").press("Home"); // it opens where this person stopped, and far pages are not there
  const widthNow = async () => (await page.locator('[data-page="0"]').boundingBox())!.width;
  await expect.poll(widthNow).toBeGreaterThan(400); // margins are cut
  const before = await widthNow();
  const fingers = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", gap?: number) =>
    fingers.send("Input.dispatchTouchEvent", {
      type,
      touchPoints:
        gap === undefined
          ? []
          : [
              { x: 195 - gap, y: 300, id: 0 },
              { x: 195 + gap, y: 300, id: 1 },
            ],
    });
  await touch("touchStart", 40);
  for (const gap of [45, 50, 55, 60, 65, 70, 75, 80]) await touch("touchMove", gap);
  await touch("touchEnd");
  await expect.poll(async () => (await widthNow()) / before).toBeGreaterThan(1.6);

  await page.getByRole("button", { name: /chung, \d+ riêng$/u }).click();
  await expect(page.getByRole("complementary")).toBeVisible();
  await named(page, "Đóng").click();
  await named(page, "Chữ to").click();
  await expect(page.locator(".rd-big p").nth(3)).toContainText("Nhân dân đề nghị làm rõ");
  await named(page, "Trang sau").click();
  await expect(page.locator(".rd-big")).toContainText("Điều 2");
  await page.context().close();
});

test("says when pages do not come, and shows them when they do", async ({ browser }) => {
  const page = await read(browser, "thuky");
  const content = `**/api/papers/${paperId}/content`;
  await page.context().route(content, (route) => route.abort("internetdisconnected"));
  await pageNow(page).fill("6");
  await pageNow(page).press("Enter");
  await expect(page.getByRole("alert")).toContainText("Chưa tải được trang");
  await page.context().unroute(content);
  await expect(page.locator('[data-page="5"] canvas')).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);

  await page.context().route(content, (route) => route.abort("internetdisconnected"));
  await page.reload();
  await expect(page.getByRole("heading", { name: "Không tải được tài liệu từ máy chủ" })).toBeVisible();
  await page.context().unroute(content);
  await named(page, "Mở lại").click();
  await expect(page.locator(".rd-canvas canvas").first()).toBeVisible();
  await page.context().close();
});
