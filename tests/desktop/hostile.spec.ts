// A page that has been taken over tries what it can: nothing of it leaves the window, reaches a file or starts a program.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { launchDesktop, type Desktop } from "../helpers/launch-desktop.ts";

let desktop: Desktop;
let elsewhere: Server;
let address: string;
const asked: string[] = [];

test.beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("content-disposition", "attachment; filename=a.exe");
    response.end("x");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  desktop = await launchDesktop({ server: "http://127.0.0.1:8421" });
  await desktop.app.evaluate(({ shell, session }) => {
    const state = { opened: [] as string[], saved: [] as string[] };
    (globalThis as any).state = state;
    shell.openExternal = (url) => Promise.resolve(void state.opened.push(url));
    session.defaultSession.on("will-download", (event, item) => {
      if (!event.defaultPrevented) state.saved.push(item.getURL());
      item.setSavePath("/dev/null");
    });
  });
});
test.afterAll(async () => {
  await desktop.app.close();
  elsewhere.close();
});

const stateOf = ({ app }: Desktop) =>
  app.evaluate(() => (globalThis as any).state as { opened: string[]; saved: string[] });

test("the bridge takes nothing but what it is meant for", async () => {
  const answers = await desktop.page.evaluate(async () => {
    const { banhop } = window as any;
    const outcomes: unknown[] = [];
    const hostile = [
      undefined,
      null,
      7,
      {},
      [],
      "file:///etc/passwd",
      "javascript:alert(1)",
      "ssh://a",
      "smb://a/b",
      "",
    ];
    for (const argument of hostile) outcomes.push(await banhop.openExternal(argument));
    return outcomes;
  });
  for (const answer of answers) expect(answer).toEqual({ ok: false, reason: "not-allowed" });
  expect(
    await desktop.page.evaluate(() => {
      try {
        (window as any).banhop.openExternal = () => "mine";
        delete (window as any).banhop;
      } catch {
        return "frozen";
      }
      return typeof (window as any).banhop.openExternal(1).then;
    }),
  ).toMatch(/frozen|function/);
  expect((await stateOf(desktop)).opened).toEqual([]);
});

test("no other page, file, frame or web view is reached", async () => {
  const { page, app } = desktop;
  const reached = await page.evaluate(async (target) => {
    const outcomes: Record<string, string> = {};
    for (const url of [`${target}/fetched`, "file:///etc/passwd", "app://address/", "app://other/index.html"]) {
      outcomes[url] = await fetch(url).then(
        () => "reached",
        () => "refused",
      );
    }
    const frame = document.createElement("iframe");
    frame.src = `${target}/framed`;
    const view = document.createElement("webview");
    view.setAttribute("src", `${target}/viewed`);
    document.body.append(frame, view);
    const link = document.createElement("a");
    link.href = "file:///etc/passwd";
    document.body.append(link);
    link.click();
    return outcomes;
  }, address);
  expect(new Set(Object.values(reached))).toEqual(new Set(["refused"]));
  await page.evaluate((target) => void (location.href = `${target}/left`), address);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(asked).toEqual([]);
  expect(app.windows()).toHaveLength(1);
  expect(page.url()).toMatch(/^app:\/\/banhop\//);
});

test("no camera, no place, no notification is given", async () => {
  const outcome = await desktop.page.evaluate(async () => {
    const camera = await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
      () => "given",
      (error: unknown) => (error as Error).name,
    );
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve("given"),
        ({ code }) => resolve(code),
      ),
    );
    return [camera, place, await Notification.requestPermission()];
  });
  expect(outcome[0]).not.toBe("given");
  expect(outcome.slice(1)).toEqual([1, "denied"]); // 1: PERMISSION_DENIED
});

test("only what the page has made itself is saved", async () => {
  const { page } = desktop;
  const save = (href: string) =>
    page.evaluate((url) => {
      const link = document.createElement("a");
      link.href = url === "blob" ? URL.createObjectURL(new Blob(["x"])) : url;
      link.download = "a.pdf";
      link.click();
    }, href);
  await save("data:application/octet-stream,x");
  await save("blob");
  await expect.poll(async () => (await stateOf(desktop)).saved.length).toBe(1);
  expect((await stateOf(desktop)).saved[0]).toMatch(/^blob:app:\/\/banhop\//);
});
