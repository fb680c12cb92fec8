// Every screen, menu and dialog before the accessibility rules of axe: nothing serious or critical, light and dark, on a
// desk and on a phone; and none of them complains in the console.
import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, expect as baseExpect, type Page, test } from "@playwright/test";
import { complaintsOf } from "../helpers/complaints.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const PASSWORD = "banhop-dung-thu";
/** Browsers and a server share two cores. */
const expect = baseExpect.configure({ timeout: 15_000 });
test.use({ actionTimeout: 15_000 });
test.setTimeout(300_000);

/** What a colour scheme or a size can change; the rest of a screen is the same in every look. */
const RULES_OF_LOOKS = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

/** Each of the four looks: colour scheme and size. All rules, menus and dialogs in two that share neither. */
const looks = [
  { name: "light, desk", colorScheme: "light", viewport: { width: 1366, height: 768 }, opensAll: true },
  { name: "dark, desk", colorScheme: "dark", viewport: { width: 1366, height: 768 }, opensAll: false },
  { name: "light, phone", colorScheme: "light", viewport: { width: 390, height: 844 }, opensAll: false },
  { name: "dark, phone", colorScheme: "dark", viewport: { width: 390, height: 844 }, opensAll: true },
] as const satisfies readonly (BrowserContextOptions & { name: string; opensAll: boolean })[];

interface Screen {
  name: string;
  /** null: nobody is signed in. */
  who: "thuky" | "quantri" | "daibieu1" | null;
  path: string;
  /** What is there when the screen has come. */
  ready: string;
  /** Opens one thing after another; each is looked at, then closed with Escape. */
  opens?: readonly ((page: Page) => Promise<void>)[];
}

let server: RunningServer;
let empty: RunningServer;
let screens: readonly Screen[];

test.beforeAll(async () => {
  empty = await startServer();
  server = await startServer({ sample: true });
  const token = await tokenOf("thuky");
  const { meetings } = await read("/api/meetings", token);
  const live = meetings.find((one: { stage: string }) => one.stage === "live").id;
  const coming = meetings.find((one: { stage: string }) => one.stage !== "live").id;
  const { papers } = await read(`/api/meetings/${live}`, token);
  screens = screensOf(live, coming, papers[0].id);
});
test.afterAll(() => Promise.all([server.stop(), empty.stop()]));

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const account = press(/^Tài khoản của/);
const key = (pressed: string) => (page: Page) => page.keyboard.press(pressed);

function screensOf(live: string, coming: string, paper: string): readonly Screen[] {
  return [
    { name: "first run", who: null, path: `${empty.origin}/`, ready: "main h2", opens: [press("Bắt đầu thiết lập")] },
    { name: "door", who: null, path: "/dang-nhap", ready: ".door-person" },
    { name: "no such page", who: null, path: "/khong-co", ready: ".state-page" },
    {
      name: "home",
      who: "thuky",
      path: "/",
      ready: ".home-row",
      opens: [account, press("Tạo cuộc họp"), key("F1"), key("Control+k")],
    },
    { name: "account", who: "thuky", path: "/tai-khoan", ready: ".sessions li" },
    { name: "people without the right", who: "thuky", path: "/nguoi-dung", ready: ".state-page" },
    {
      name: "people",
      who: "quantri",
      path: "/nguoi-dung",
      ready: "table.people tbody tr",
      opens: [press("Thêm một người"), press("Dán từ Excel"), press(/^Sửa /)],
    },
    { name: "meeting of the secretary", who: "thuky", path: `/cuoc-hop/${live}`, ready: "main", opens: [account] },
    { name: "meeting in preparation", who: "thuky", path: `/cuoc-hop/${coming}`, ready: "main" },
    { name: "meeting of a member", who: "daibieu1", path: `/cuoc-hop/${live}`, ready: "main" },
    {
      name: "reader",
      who: "daibieu1",
      path: `/tai-lieu/${paper}`,
      ready: ".rd-page canvas",
      opens: [press("Cách xem trang")],
    },
  ];
}

for (const look of looks) {
  test(`no screen hinders anybody: ${look.name}`, async ({ browser }) => {
    const found: string[] = [];
    for (const screen of screens) {
      const context = await browser.newContext({ ...look, locale: "vi-VN" });
      const token = screen.who && (await tokenOf(screen.who));
      if (token) await context.addInitScript((value) => sessionStorage.setItem("banhop.token", value), token);
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(new URL(screen.path, server.origin).href);
      await expect(page.locator(screen.ready).first()).toBeVisible();
      found.push(...(await violations(page, screen.name, look.opensAll)));
      for (const [at, open] of (look.opensAll ? (screen.opens ?? []) : []).entries()) {
        await open(page);
        await settled(page);
        found.push(...(await violations(page, `${screen.name}, opened ${at + 1}`, true)));
        await page.keyboard.press("Escape");
      }
      found.push(...complaints().map((complaint) => `${screen.name}: ${complaint}`));
      await context.close();
    }
    expect(found).toEqual([]);
  });
}

/** Colours in the middle of a transition are no colours. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
}

async function violations(page: Page, where: string, byAllRules: boolean): Promise<string[]> {
  await settled(page);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(); // no frames: no second page
  const { violations: all } = await (byAllRules ? axe : axe.withRules(RULES_OF_LOOKS)).analyze();
  return all
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

async function tokenOf(userName: string): Promise<string> {
  const answer = await fetch(`${server.origin}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ userName, password: PASSWORD }),
  });
  return (await answer.json()).token;
}

async function read(path: string, token: string): Promise<any> {
  return await (await fetch(server.origin + path, { headers: { authorization: `Bearer ${token}` } })).json();
}
