// No server where one is expected: the window says so, another address can be given, and it is remembered.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { freePort } from "../helpers/free-port.ts";
import { type Desktop, launchDesktop } from "../helpers/launch-desktop.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

/** A window and a server share two cores. */
const expect = baseExpect.configure({ timeout: 15_000 });
let server: RunningServer;
let desktop: Desktop;

test.beforeAll(async () => {
  server = await startServer();
  desktop = await launchDesktop({ server: `http://127.0.0.1:${await freePort()}` });
});
test.afterAll(async () => {
  await desktop.app.close();
  await server.stop();
});

async function dialogOf({ app, page }: Desktop): Promise<Page> {
  const dialog = app.waitForEvent("window");
  await page.getByRole("button", { name: "Đổi địa chỉ máy chủ" }).click();
  return dialog;
}

test("an unreachable server is named, and another one can be chosen", async () => {
  const { app, page, userData } = desktop;
  await expect(page.getByRole("heading", { name: "Không nối được máy chủ" })).toBeVisible();
  await page.getByRole("button", { name: "Mở lại" }).click();
  await expect(page.getByRole("heading", { name: "Không nối được máy chủ" })).toBeVisible();

  const dialog = await dialogOf(desktop);
  const field = dialog.getByLabel("Địa chỉ", { exact: true });
  const use = () => dialog.getByRole("button", { name: "Dùng địa chỉ này" }).click();
  await field.fill('"><b>javascript:alert(1)');
  await use();
  await expect(dialog.getByRole("alert")).toContainText("Địa chỉ phải có dạng");
  await expect(field).toHaveValue('"><b>javascript:alert(1)');
  await field.fill(`127.0.0.1:${await freePort()}`);
  await use();
  await expect(dialog.getByRole("alert")).toContainText("Không có máy chủ Bàn Họp trả lời");

  const next = app.waitForEvent("window");
  await field.fill(server.origin.replace("http://", ""));
  await use();
  const opened = await next;
  await expect(opened.getByRole("button", { name: "Mở đơn vị mẫu" })).toBeVisible();
  expect(await opened.evaluate(() => (window as any).banhop.serverAddress())).toBe(server.origin);
  await expect.poll(() => app.windows().length).toBe(1);
  expect(readFileSync(join(userData, "server-address"), "utf8")).toBe(server.origin);
});
