// The window is locked in: what its page, a frame in it, or a link cannot do.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { launchDesktop, type Desktop } from "../helpers/launch-desktop.ts";

let desktop: Desktop;
test.beforeAll(async () => {
  desktop = await launchDesktop({ server: "http://127.0.0.1:8421" });
});
test.afterAll(async () => {
  await desktop.app.close();
});

test("the page runs in the sandbox, apart from the preload script, without Node.js", async () => {
  const { app, page } = desktop;
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    (BrowserWindow.getAllWindows()[0]!.webContents as any).getLastWebPreferences(),
  );
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId());
  const seccomp = /Seccomp:\s*(\d)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  expect(seccomp).toBe(process.getuid?.() === 0 ? "0" : "2"); // 2: inside Chromium's sandbox, which root cannot have
  expect(await page.evaluate(() => [typeof (globalThis as any).require, typeof (globalThis as any).process])).toEqual([
    "undefined",
    "undefined",
  ]);
  expect(new URL(page.url()).host).toBe("banhop");
});

test("the bridge has its named functions and nothing else", async () => {
  const names = await desktop.page.evaluate(() => {
    const { banhop } = window as any;
    return [banhop, banhop.session, banhop.store].map((part) => Object.keys(part).sort());
  });
  expect(names).toEqual([
    ["appInfo", "changeServer", "onMenuCommand", "openExternal", "serverAddress", "session", "store"],
    ["enter", "enterOffline", "knowsAnybody", "leave", "onChange", "passwordChanged", "refresh", "resume"],
    ["append", "destroy", "entries", "note", "read", "remove", "replace"],
  ]);
  expect(await desktop.page.evaluate(() => (window as any).banhop.serverAddress())).toBe("http://127.0.0.1:8421");
  expect(await desktop.page.evaluate(() => (window as any).banhop.openExternal("file:///etc/passwd"))).toEqual({
    ok: false,
    reason: "not-allowed",
  });
});

test("the policy lets the page talk to its own server only and refuses code made from text", async () => {
  const { page } = desktop;
  const policy = await page.evaluate(async () => (await fetch("app://banhop/")).headers.get("content-security-policy"));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self' http://127.0.0.1:8421 ws://127.0.0.1:8421;");
  // In a timer: code that Playwright evaluates itself is exempt from the policy.
  const outcome = await page.evaluate(
    () =>
      new Promise((done) =>
        setTimeout(() => {
          try {
            done(new Function("return 1")());
          } catch (error) {
            done((error as Error).name);
          }
        }),
      ),
  );
  expect(outcome).toBe("EvalError");
});

test("no address leads out of the folder of the page", async () => {
  const status = (path: string) =>
    desktop.page.evaluate(async (address) => (await fetch(address)).status, `app://banhop/${path}`);
  expect(await status("..%2f..%2fpackage.json")).toBe(403);
  expect(await status("%2e%2e%2fmain%2findex.cjs")).toBe(403);
  expect(await status("..%2frenderer-other%2fx.js")).toBe(403);
  expect(await status("missing.js")).toBe(404);
  expect(await status("meetings/1")).toBe(200); // a route of the page
});

test("the page cannot leave or open another window", async () => {
  const { app, page } = desktop;
  await app.evaluate(({ shell }) => {
    (globalThis as any).opened = [];
    shell.openExternal = (url) => {
      (globalThis as any).opened.push(url);
      return Promise.resolve();
    };
  });
  expect(await page.evaluate(() => window.open("https://example.org/a") === null)).toBe(true);
  expect(await page.evaluate(() => window.open("file:///etc/passwd") === null)).toBe(true);
  await page.evaluate(() => void (location.href = "https://example.org/"));
  await page.evaluate(() => void (location.href = "app://other/"));
  await expect.poll(() => app.evaluate(() => (globalThis as any).opened)).toEqual(["https://example.org/a"]);
  expect(app.windows()).toHaveLength(1);
  expect(new URL(page.url()).host).toBe("banhop");
});

test("camera, microphone and place are refused", async () => {
  const answer = await desktop.page.evaluate(async () =>
    Promise.all(
      ["camera", "geolocation", "notifications"].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(answer).toEqual(["denied", "denied", "denied"]);
});
