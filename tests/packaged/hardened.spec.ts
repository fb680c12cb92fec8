// The built app as it is given to people: every line of the house's Electron list, and that nothing of the surroundings
// which serves development has a say. What a taken-over page tries in detail: tests/desktop/{isolation,hostile}.spec.ts.
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fuses from "@electron/fuses";
import { listPackage } from "@electron/asar";
import { expect, test } from "@playwright/test";
import { targetsOf } from "../helpers/devtools.ts";
import { freePort } from "../helpers/free-port.ts";
import { launchPackaged, packagedBinary, type Packaged } from "../helpers/launch-packaged.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const { FuseV1Options, getCurrentFuseWire } = fuses;
/** How the wire inside the binary says "on"; the package keeps its name for it to itself. */
const FUSE_ON = "1".charCodeAt(0);

let server: RunningServer;
let app: Packaged;
/** Everything that was handed to the system to open, one a line. */
let opened: string;

test.beforeAll(async () => {
  server = await startServer({ sample: true });
  const programs = mkdtempSync(join(tmpdir(), "banhop-programs-"));
  opened = join(programs, "opened");
  writeFileSync(opened, "");
  writeFileSync(join(programs, "xdg-open"), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened}'\n`);
  chmodSync(join(programs, "xdg-open"), 0o755);
  app = await launchPackaged({ BANHOP_SERVER: server.origin, PATH: `${programs}:${process.env["PATH"] ?? ""}` });
});
test.afterAll(async () => {
  await app.close();
  await server.stop();
});

/** What a request from inside the page comes to. */
const fetched = (address: string) =>
  app.window.evaluate<[number, string] | null>(
    `fetch(${JSON.stringify(address)}).then((r) => [r.status, r.headers.get("content-security-policy")], () => null)`,
  );

test("fuses are flipped: no Node.js, no options, no inspector, no code beside the archive", async () => {
  const wire = await getCurrentFuseWire(packagedBinary());
  const on = (fuse: fuses.FuseV1Options) => Number(wire[fuse]) === FUSE_ON;
  expect({
    runAsNode: on(FuseV1Options.RunAsNode),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    snapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    cookiesEncrypted: on(FuseV1Options.EnableCookieEncryption),
    integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    asarOnly: on(FuseV1Options.OnlyLoadAppFromAsar),
    // The runtime of the tests is older than this fuse; the shipped one has it.
    fileRights: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    snapshot: false,
    cookiesEncrypted: true,
    integrity: true,
    asarOnly: true,
    fileRights: false,
  });
});

test("the archive holds what runs and nothing else", () => {
  const resources = join(dirname(packagedBinary()), "resources");
  const names = listPackage(join(resources, "app.asar"), { isPack: false });
  expect(names).toContain("/out/main/index.cjs");
  expect(names.filter((name) => !/^\/(out(\/(main|preload|renderer)(\/.*)?)?|package\.json)$/.test(name))).toEqual([]);
  expect(names.filter((name) => /\.(ts|tsx|map|node)$/.test(name))).toEqual([]);
  expect(existsSync(join(resources, "default_app.asar"))).toBe(false);
  expect(existsSync(join(resources, "app"))).toBe(false);
});

test("it starts from its archive and asks its own server for the sign-in page", async () => {
  await app.window.untilTrue(`document.querySelector("input[autocomplete=username]")`, 15_000);
  expect(await app.window.evaluate("location.href")).toBe("app://banhop/dang-nhap");
  expect(await app.window.evaluate("banhop.appInfo()")).toMatchObject({ isPackaged: true });
  expect(await app.window.evaluate("banhop.serverAddress()")).toBe(server.origin);
});

test("sandbox and context isolation: no Node.js in the page, which runs apart from the preload script", async () => {
  const worlds = app.window.events("Runtime.executionContextCreated").map(({ context }) => context.auxData.type);
  expect(new Set(worlds)).toEqual(new Set(["default", "isolated"]));
  expect(await app.window.evaluate(`[typeof require, typeof process, typeof module, typeof Buffer]`)).toEqual(
    Array(4).fill("undefined"),
  );
  const seccomp = renderersOf(app).map(
    (pid) => /Seccomp:\s*(\d)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1],
  );
  expect(seccomp.length).toBeGreaterThan(0);
  expect(new Set(seccomp)).toEqual(new Set([process.getuid?.() === 0 ? "0" : "2"])); // root cannot have the sandbox
});

test("the policy comes as a header, and no path leads out of the archive's page", async () => {
  const [status, policy] = (await fetched("app://banhop/"))!;
  expect(status).toBe(200);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`connect-src 'self' ${server.origin} `);
  for (const path of ["..%2f..%2fpackage.json", "%2e%2e%2fmain%2findex.cjs", "..%5c..%5cpackage.json"]) {
    expect([403, 404], path).toContain((await fetched(`app://banhop/${path}`))?.[0]);
  }
  for (const address of ["file:///etc/passwd", "app://other/", "https://example.org/"]) {
    expect(await fetched(address), address).toBeNull();
  }
});

test("permissions, new windows, web views, frames and navigation are refused", async () => {
  const { window: page } = app;
  const names = ["camera", "microphone", "geolocation", "notifications", "clipboard-read"];
  const states = `Promise.all(${JSON.stringify(names)}.map((name) => navigator.permissions.query({ name }).then((p) => p.state)))`;
  expect(new Set(await page.evaluate<string[]>(states))).toEqual(new Set(["denied"]));

  await page.evaluate(`{
    const view = document.createElement("webview");
    view.setAttribute("src", "${server.origin}/");
    const frame = document.createElement("iframe");
    frame.src = "${server.origin}/";
    document.body.append(view, frame);
  }`);
  expect(await page.evaluate(`window.open("${server.origin}/") === null`)).toBe(true);
  await page.evaluate(`void (location.href = "${server.origin}/")`);
  await page.evaluate(`void (location.href = "file:///etc/passwd")`);
  await page.evaluate("new Promise((done) => requestAnimationFrame(done))");
  expect((await targetsOf(app.port)).filter(({ url }) => !url.startsWith("app://banhop/"))).toEqual([]);
  expect((await targetsOf(app.port)).filter(({ type }) => type === "page" || type === "webview")).toHaveLength(1);
  expect(await page.evaluate("location.href")).toBe("app://banhop/dang-nhap");
});

test("only web and mail addresses reach the system", async () => {
  for (const address of ["file:///etc/passwd", "smb://a/b", "banhop://x", "/bin/sh", "javascript:alert(1)"]) {
    expect(await app.window.evaluate(`banhop.openExternal(${JSON.stringify(address)})`), address).toMatchObject({
      ok: false,
    });
  }
  expect(await app.window.evaluate(`banhop.openExternal("mailto:a@example.org")`)).toEqual({ ok: true });
  await app.window.evaluate(`window.open("https://example.org/")`);
  const addresses = () => readFileSync(opened, "utf8").split("\n").filter(Boolean);
  await expect.poll(() => addresses().length).toBeGreaterThan(1);
  const allowed = ["https://example.org/", "mailto:a@example.org", `${server.origin}/`]; // the last: the window above
  expect(addresses().filter((address) => !allowed.includes(address))).toEqual([]);
});

test("the bridge is named functions, of the top frame alone, and nobody can replace them", async () => {
  const { window: page } = app;
  // Groups of functions are named too; whatever passes on any message at all would be a bridge to everything.
  const bridge = await page.evaluate<[string, string][]>(`(function leaves(group) {
    return Object.entries(group).flatMap(([name, value]) =>
      value !== null && typeof value === "object" ? leaves(value) : [[name, typeof value]]);
  })(banhop)`);
  expect(bridge.filter(([, kind]) => kind !== "function")).toEqual([]);
  expect(bridge.filter(([name]) => /^(invoke|send|sendSync|on|once|postMessage|ipc.*)$/i.test(name))).toEqual([]);
  expect(
    await page.evaluate(`{
      const frame = document.createElement("iframe");
      document.body.append(frame);
      typeof frame.contentWindow.banhop;
    }`),
  ).toBe("undefined");
  expect(
    await page.evaluate(`(() => {
      const before = banhop.openExternal;
      try { banhop.openExternal = () => "mine"; } catch { /* refused aloud in strict code */ }
      try { delete window.banhop; } catch { /* the same */ }
      return window.banhop.openExternal === before;
    })()`),
  ).toBe(true);
});

test("nothing that serves development has a say: page address, inspector, Node.js and its options", async () => {
  const asked: string[] = [];
  const elsewhere = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("<h1>elsewhere</h1>");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const folder = mkdtempSync(join(tmpdir(), "banhop-override-"));
  const [script, ran, inspector] = [join(folder, "x.cjs"), join(folder, "ran"), await freePort()];
  const code = `require("node:fs").writeFileSync(${JSON.stringify(ran)}, "")`;
  writeFileSync(script, code);
  const overridden = await launchPackaged(
    {
      BANHOP_SERVER: server.origin,
      ELECTRON_RENDERER_URL: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`,
      ELECTRON_RUN_AS_NODE: "1",
      ELECTRON_ENABLE_LOGGING: "1",
      NODE_OPTIONS: `--require=${script}`,
    },
    [`--inspect=${inspector}`, `--inspect-brk=${inspector}`, "-e", code, script],
  );
  try {
    await overridden.window.untilTrue(`document.querySelector("input[autocomplete=username]")`, 15_000);
    expect(await overridden.window.evaluate("location.href")).toBe("app://banhop/dang-nhap");
    await expect(fetch(`http://127.0.0.1:${inspector}/json`)).rejects.toThrow();
    expect(overridden.output()).not.toContain("Debugger listening");
    expect(existsSync(ran)).toBe(false);
    expect(asked).toEqual([]);
  } finally {
    await overridden.close();
    elsewhere.close();
  }
});

/** The processes that run pages of this app. */
function renderersOf({ userData }: Packaged): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return line.includes("--type=renderer") && line.includes(userData);
    } catch {
      return false; // no process, or one that has just ended
    }
  });
}
