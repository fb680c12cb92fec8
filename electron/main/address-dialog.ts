// Asks for the address of the server, in a window of the shell's own: the page, which could be led astray, has no say in
// whom it talks to. The dialog has no script and no bridge; its form leads nowhere, the answer is read from the attempt.
import { BrowserWindow, session } from "electron";
import { addressPage, type AddressProblem } from "./address-page.ts";
import { parseUrl } from "./security/parse-url.ts";
import { parseServerAddress } from "./security/server-address.ts";
import { lockedPreferences } from "./security/web-preferences.ts";

const ACTION = "app://address/";
/** A server on the same continent answers in a tenth of this. */
const ANSWER_MS = 6_000;

/** Shows the dialog. @param onAddress called once with the address of a server that has answered */
export function askServerAddress(parent: BrowserWindow, current: string, onAddress: (address: string) => void): void {
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 560,
    height: 380,
    resizable: false,
    minimizable: false,
    title: "Địa chỉ máy chủ",
    webPreferences: lockedPreferences(),
  });
  const show = (address: string, problem: AddressProblem | null) => {
    const html = addressPage(ACTION, address, problem);
    if (!window.isDestroyed()) void window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
  };
  window.setMenu(null);
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.webContents.on("will-navigate", (event, url) => {
    event.preventDefault();
    const typed = parseUrl(url)?.searchParams.get("address");
    if (typed === null || typed === undefined) return window.close();
    void judge(typed).then((outcome) => {
      if ("problem" in outcome) return show(typed, outcome.problem);
      if (!window.isDestroyed()) window.close();
      onAddress(outcome.address);
    });
  });
  window.webContents.on("before-input-event", (_event, { type, key }) => {
    if (type === "keyDown" && key === "Escape") window.close();
  });
  show(current, null);
}

async function judge(typed: string): Promise<{ address: string } | { problem: AddressProblem }> {
  const address = parseServerAddress(typed);
  if (!address) return { problem: "not-an-address" };
  return (await isServer(address)) ? { address } : { problem: "no-answer" };
}

async function isServer(address: string): Promise<boolean> {
  try {
    // The session of the windows reaches the present server only.
    const outside = session.fromPartition("address");
    const response = await outside.fetch(`${address}/api/health`, { signal: AbortSignal.timeout(ANSWER_MS) });
    const answer = (await response.json()) as { status?: unknown } | null;
    return answer?.status === "ok";
  } catch (cause) {
    console.error(`no server answers at ${address}`, cause instanceof Error ? cause.message : cause);
    return false;
  }
}
