// What a device keeps of a meeting's rooms after sign-out.
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

const roomStores = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const stores = await indexedDB.databases();
    return stores.filter(({ name }) => name?.startsWith("banhop.room")).length;
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
    await expect.poll(() => roomStores(page)).toBeGreaterThan(0);
    await signOut(page);
    if (ownDevice) expect(await roomStores(page)).toBeGreaterThan(0);
    else await expect.poll(() => roomStores(page), { timeout: 2000 }).toBe(0);
    await context.close();
  });
}
