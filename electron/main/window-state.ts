// Remembers the window's place from one start to the next, in a small file among the user's data.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { screen, type BrowserWindow } from "electron";
import { isReachable, parsePlace, type WindowPlace } from "./window-place.ts";

/** Dragging a window gives hundreds of events; one write after it has come to rest is enough. */
const REST_MS = 400;

/** The remembered place, if there is one that can still be seen. */
export function rememberedPlace(file: string): WindowPlace | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined; // the first start
  }
  const place = parsePlace(text);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  return place && isReachable(place, screens) ? place : undefined;
}

/** Writes the place down whenever it has changed, and when the window closes. */
export function rememberPlace(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    writePlace(file, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  const writeLater = () => {
    clearTimeout(timer);
    timer = setTimeout(write, REST_MS);
  };
  window.on("resize", writeLater);
  window.on("move", writeLater);
  window.on("maximize", writeLater);
  window.on("unmaximize", writeLater);
  window.on("close", write);
}

function writePlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(place));
    renameSync(`${file}.new`, file); // never half a file
  } catch (cause) {
    console.error("the window's place is not remembered", cause); // a full disk must not keep a window from closing
  }
}
