// The window as a program of the computer: its menu, its place, and that there is only one of it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { electronBinary, launchDesktop, type Desktop } from "../helpers/launch-desktop.ts";

const root = join(import.meta.dirname, "../..");
const place = { x: 30, y: 40, width: 640, height: 560 };
let running: Desktop[] = [];

test.afterEach(async () => {
  await Promise.all(running.map(({ app }) => app.close()));
  running = [];
});

async function open(userData?: string): Promise<Desktop> {
  const desktop = await launchDesktop(userData ? { userData } : {});
  running.push(desktop);
  return desktop;
}

function boundsOf({ app }: Desktop) {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getNormalBounds());
}

test("the menu is Vietnamese and its commands reach the page", async () => {
  const { app, page } = await open();
  const labels = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label));
  expect(labels).toEqual(["&Tệp", "&Sửa", "&Xem", "&Cửa sổ", "Trợ &giúp"]);
  const edit = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()!.items[1]!.submenu!.items.map((i) => i.label),
  );
  expect(edit.filter(Boolean)).toEqual([
    "Hoàn tác",
    "Làm lại",
    "Cắt",
    "Sao chép",
    "Dán",
    "Dán không kèm định dạng",
    "Xóa",
    "Chọn tất cả",
    "Tìm",
  ]);

  await page.evaluate(() => {
    (window as any).commands = [];
    (window as any).banhop.onMenuCommand((command: string) => (window as any).commands.push(command));
  });
  const ours = ["Trang chủ", "Cài đặt", "Đăng xuất", "Tìm", "Quay lại", "Phím tắt"];
  await app.evaluate(({ Menu }, labels) => {
    const items = Menu.getApplicationMenu()!.items.flatMap((menu) => menu.submenu!.items);
    for (const label of labels) items.find((item) => item.label === label)!.click();
  }, ours);
  await expect
    .poll(() => page.evaluate(() => (window as any).commands))
    .toEqual(["home", "settings", "sign-out", "search", "back", "keyboard-help"]);
});

// Copying and pasting are not registered: Chromium has their keys itself.
test("every command that has a key has it registered, and no key twice", async () => {
  const { app } = await open();
  const keys = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()!.items.flatMap((menu) =>
      menu.submenu!.items.flatMap((item: any) => {
        const key = item.accelerator ?? item.getDefaultRoleAccelerator();
        return key && item.enabled && item.registerAccelerator !== false ? [[item.label, String(key)] as const] : [];
      }),
    ),
  );
  expect(new Set(keys.map(([, key]) => key)).size).toBe(keys.length);
  expect(Object.fromEntries(keys)).toMatchObject({
    "Trang chủ": "Alt+Home",
    "Cài đặt": "CmdOrCtrl+,",
    Thoát: "CmdOrCtrl+Q",
    "Hoàn tác": "CommandOrControl+Z",
    "Chọn tất cả": "CommandOrControl+A",
    Tìm: "CmdOrCtrl+F",
    "Quay lại": "Alt+Left",
    "Thu nhỏ": "CommandOrControl+-",
    "Cỡ ban đầu": "CommandOrControl+0",
    "Toàn màn hình": "F11",
    "Tải lại trang": "CmdOrCtrl+R",
    "Phím tắt": "F1",
  });
});

test("the right mouse button offers the edit commands in a field", async () => {
  const { app, page } = await open();
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function (this: any) {
      (globalThis as any).offered = this.items.map((item: any) => item.label).filter(Boolean);
    };
  });
  await page.evaluate(() => {
    document.body.innerHTML = "<input style='position:fixed;inset:0;height:90px' autofocus>";
  });
  await page.locator("input").click({ button: "right" });
  await expect
    .poll(() => app.evaluate(() => (globalThis as any).offered))
    .toEqual(["Cắt", "Sao chép", "Dán", "Chọn tất cả"]);
});

test("the window remembers its place", async () => {
  const first = await open();
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]!.setBounds(bounds), place);
  await expect.poll(() => boundsOf(first)).toEqual(place);
  running = [];
  await first.app.close();
  expect(await boundsOf(await open(first.userData))).toEqual(place);
});

for (const [kind, text] of [
  ["cut short", '{"x":30,'],
  ["absurd", '{"x":"left","y":1e9,"width":-5,"height":0,"isMaximized":1}'],
  ["off every screen", '{"x":90000,"y":90000,"width":640,"height":560,"isMaximized":false}'],
] as const) {
  test(`a remembered place that is ${kind} does not hide the window`, async () => {
    const userData = mkdtempSync(join(tmpdir(), "banhop-desktop-"));
    writeFileSync(join(userData, "window-place.json"), text);
    const { x, y, width } = await boundsOf(await open(userData));
    expect(width).toBeGreaterThanOrEqual(640);
    expect(Math.max(x, y)).toBeLessThan(2_000);
  });
}

test("a second start ends at once and leaves the first window alone", async () => {
  const { app, userData } = await open();
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const second = spawn(electronBinary(), [...sandbox, root, `--user-data-dir=${userData}`], { stdio: "ignore" });
  const [code] = (await once(second, "exit")) as [number | null];
  expect(code).toBe(0);
  expect(app.windows()).toHaveLength(1);
});
