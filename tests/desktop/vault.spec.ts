// What lies on the disk of a desktop whose system keeps keys: opened by its own account alone, by its own person alone, and
// gone when it is recalled.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { type Keyring, startKeyring } from "../helpers/keyring.ts";
import { type Desktop, launchDesktop } from "../helpers/launch-desktop.ts";
import { call, newMeeting, signIn as tokenOf } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";
import { uploadPaper } from "../helpers/upload-paper.ts";

const expect = baseExpect.configure({ timeout: 30_000 });
test.use({ actionTimeout: 20_000 });
test.setTimeout(120_000);
const PASSWORD = "banhop-dung-thu";
const PDF = readFileSync(join(import.meta.dirname, "../../server/sample/papers/to-trinh-26-quy-vi-nguoi-ngheo.pdf"));

let server: RunningServer;
let keyring: Keyring;
let meetingId: string;
let token: string;
const opened: Desktop[] = [];

test.beforeAll(async () => {
  [server, keyring] = await Promise.all([startServer({ sample: true }), startKeyring()]);
  token = await tokenOf(server, "thuky");
  meetingId = await newMeeting(server);
  await call(server, "POST", `/api/meetings/${meetingId}/stage`, token, { action: "convene" });
});
test.afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ app }) => app.close()));
});
test.afterAll(async () => {
  keyring.stop();
  await server.stop();
});

async function start(userData?: string, own = keyring): Promise<Desktop> {
  const desktop = await launchDesktop({
    server: server.origin,
    keyring: own,
    ...(userData !== undefined && { userData }),
  });
  opened.push(desktop);
  return desktop;
}

async function close(desktop: Desktop): Promise<void> {
  opened.splice(opened.indexOf(desktop), 1);
  await desktop.app.close();
}

async function fillDoor(page: Page, userName: string, ownDevice: boolean): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(userName);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Máy này là của tôi", { exact: false }).setChecked(ownDevice);
  await page.keyboard.press("Enter");
}

const home = (page: Page) => page.getByRole("heading", { name: "Sắp tới" });

/** What the vault gives to the page of whoever is signed in. */
const entriesOf = (page: Page): Promise<{ scope: string; name: string }[]> =>
  page.evaluate(async () => {
    const result = await (window as any).banhop.store.entries();
    return result.ok ? result.value : [];
  });
const isHere = (page: Page, paperId: string) => async () =>
  (await entriesOf(page)).some(({ scope, name }) => scope === `paper:${paperId}` && name.startsWith("verified:"));

test("stays signed in for its own account; a copied folder opens nothing", async () => {
  const paperId = await uploadPaper(server, token, meetingId, PDF);
  const first = await start();
  await fillDoor(first.page, "daibieu1", true);
  await expect(home(first.page)).toBeVisible();
  await expect.poll(isHere(first.page, paperId), { timeout: 90_000 }).toBe(true);
  await close(first);
  const copy = mkdtempSync(join(tmpdir(), "banhop-copy-"));
  cpSync(first.userData, copy, { recursive: true });

  const second = await start(first.userData);
  await expect(home(second.page)).toBeVisible(); // no door
  expect(await isHere(second.page, paperId)()).toBe(true);
  await close(second);

  const strangers = await startKeyring();
  await server.kill();
  const thief = await start(copy, strangers);
  await expect(thief.page.getByLabel("Tên đăng nhập")).toBeVisible();
  await fillDoor(thief.page, "daibieu1", true);
  await expect(thief.page.getByRole("alert")).toBeVisible();
  expect(await entriesOf(thief.page)).toEqual([]);
  await close(thief);
  strangers.stop();
  rmSync(copy, { recursive: true });
  server = await startServer({ dataFolder: server.dataFolder, port: server.port });
});

test("a recall reaches a device that was off before anything is shown, and one that is on at once", async () => {
  const [shown, unseen] = [
    await uploadPaper(server, token, meetingId, PDF),
    await uploadPaper(server, token, meetingId, PDF),
  ];
  const first = await start();
  await fillDoor(first.page, "daibieu1", true);
  await expect(home(first.page)).toBeVisible();
  await expect.poll(isHere(first.page, shown), { timeout: 90_000 }).toBe(true);
  await expect.poll(isHere(first.page, unseen), { timeout: 90_000 }).toBe(true);
  await close(first);

  const recall = (paperId: string) =>
    call(server, "POST", `/api/papers/${paperId}/recall`, token, { reason: "gửi nhầm bản" });
  const confirmed = async () => {
    const { recalls } = await call(server, "GET", `/api/meetings/${meetingId}/recalls`, token);
    return recalls
      .filter((one: any) => one.devices.some((device: any) => device.confirmedAt))
      .map((one: any) => one.subjectId);
  };
  await recall(unseen);
  expect(await confirmed()).toEqual([]);
  const second = await start(first.userData);
  await expect(home(second.page)).toBeVisible();
  expect(await isHere(second.page, unseen)()).toBe(false);
  expect((await entriesOf(second.page)).filter(({ scope }) => scope === `paper:${unseen}`)).toEqual([]);
  expect(await isHere(second.page, shown)()).toBe(true);
  await expect.poll(confirmed).toEqual([unseen]);

  await second.page.evaluate((id) => window.location.assign(`/tai-lieu/${id}`), shown);
  await expect(second.page.locator(".rd-text span").first()).toBeAttached();
  await recall(shown);
  await expect(second.page.locator(".rd-text")).toHaveCount(0);
  await expect(second.page.getByRole("heading", { level: 1 })).toContainText("thu hồi");
  await expect.poll(isHere(second.page, shown)).toBe(false);
  await expect.poll(async () => (await confirmed()).sort()).toEqual([shown, unseen].sort());
});

test("two people on one machine, and a page in strange hands, reach their own only", async () => {
  const desktop = await start();
  const { page } = desktop;
  await fillDoor(page, "thuky", true);
  await expect(home(page)).toBeVisible();
  await page.evaluate(async () => {
    await (window as any).banhop.store.append("home", "bi-mat", [new TextEncoder().encode("của thư ký")]);
    await (window as any).banhop.session.leave(false);
    window.location.assign("/");
  });
  await fillDoor(page, "daibieu2", true);
  await expect(home(page)).toBeVisible();
  const answers = await page.evaluate(async (password) => {
    const { store, session } = (window as any).banhop;
    const tried = async (act: () => Promise<any>) => {
      try {
        const result = await act();
        return result?.ok === true ? (result.value ?? "ok") : (result?.reason ?? result);
      } catch {
        return "refused";
      }
    };
    const bytes = new Uint8Array(8);
    return {
      theirs: await tried(() => store.read("home", "bi-mat", 0, 9)),
      self: await tried(() => store.read("self", "session", 0, 9)),
      selfWrite: await tried(() => store.replace("self", "session", [bytes])),
      climb: await tried(() => store.read("meeting:../../x", "a", 0, 9)),
      name: await tried(() => store.append("home", "../../../x", [bytes])),
      number: await tried(() => store.read("home", "x", -1, 9)),
      huge: await tried(() => store.read("home", "x", 0, 1e9)),
      notBytes: await tried(() => store.append("home", "x", ["text", 5, null])),
      noToken: await tried(() => session.enter({ token: "x".repeat(43), ownDevice: true })),
      strangeToken: await tried(() => session.enter({ token: { toString: () => "x" }, ownDevice: true })),
      other: await tried(() => session.enterOffline("thuky", "khong-phai-mat-khau")),
      climbName: await tried(() => session.enterOffline("../../thuky", password)),
      still: await tried(() => store.entries().then((result: any) => ({ ok: result.ok, value: "open" }))),
    };
  }, PASSWORD);
  expect(answers).toEqual({
    theirs: [],
    self: "refused",
    selfWrite: "refused",
    climb: "refused",
    name: "refused",
    number: "refused",
    huge: "refused",
    notBytes: "refused",
    noToken: "refused",
    strangeToken: "refused",
    other: "wrong",
    climbName: "unknown",
    still: "open",
  });
});
