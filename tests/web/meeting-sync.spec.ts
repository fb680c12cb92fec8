// What a device keeps of a meeting's rooms, and how they come back after the server or the ticket is gone.
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { newMeeting, visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const expect = baseExpect.configure({ timeout: 20_000 });
test.use({ actionTimeout: 15_000 });
let server: RunningServer;
let path: string;
test.beforeAll(async () => {
  server = await startServer({ sample: true });
  path = `/cuoc-hop/${await newMeeting(server)}`;
});
test.afterAll(() => server.stop());

const storesOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const stores = await indexedDB.databases();
    return stores.filter(({ name }) => name?.startsWith("banhop.store:")).length;
  });

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Tài khoản của/ }).click();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.waitForURL("**/dang-nhap");
}

for (const ownDevice of [false, true]) {
  test(`sign-out ${ownDevice ? "leaves the rooms on an own device" : "wipes the rooms from a shared machine at once"}`, async ({
    browser,
  }) => {
    const { page, context } = await visit(browser, server, "thuky", path, { ownDevice });
    await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();
    await expect.poll(() => storesOf(page)).toBeGreaterThan(0);
    await signOut(page);
    if (ownDevice) expect(await storesOf(page)).toBeGreaterThan(0);
    else await expect.poll(() => storesOf(page), { timeout: 2000 }).toBe(0);
    await context.close();
  });
}

test("words typed without a server, and with a dead ticket after it is back, arrive by themselves", async ({
  browser,
}) => {
  const { page, context } = await visit(browser, server, "thuky", path);
  await page.getByRole("button", { name: "Thêm mục" }).first().click();
  const title = page.getByLabel("Tên mục 1", { exact: true });
  await title.fill("Trước");
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();

  await server.kill();
  await title.press("End");
  await title.pressSequentially(" và sau");
  await expect(page.getByText("Chờ gửi máy chủ", { exact: false })).toBeVisible();
  await expect(page.getByText("Đã lưu trên máy này")).toBeVisible();
  await expect(page.getByText("Mất kết nối máy chủ", { exact: false })).toBeVisible();

  let dead = 1;
  await page.route("**/api/sync/ticket", (route) =>
    dead-- > 0 ? route.fulfill({ json: { ticket: "expired", expiresAt: new Date().toISOString() } }) : route.continue(),
  );
  server = await startServer({ dataFolder: server.dataFolder, port: server.port });
  await expect(page.getByText("Đã lưu ở máy chủ", { exact: false })).toBeVisible();
  await expect(page.getByText("Mất kết nối máy chủ", { exact: false })).toBeHidden();
  expect(dead).toBeLessThan(0);

  const other = await visit(browser, server, "chutri", path);
  await expect(other.page.getByLabel("Tên mục 1", { exact: true })).toHaveValue("Trước và sau");
  await Promise.all([context.close(), other.context.close()]);
});
