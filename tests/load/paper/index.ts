// The reader on a paper of 300 pages with 2,000 marks, beside bare pdf.js in the same run: first page, bytes, scrolling,
// canvases, memory. Absolute times depend on the machine; the ratios are what counts.
import { chromium, type Browser, type Page } from "@playwright/test";
import { startServer, type RunningServer } from "../../helpers/start-server.ts";
import { openBare, type Bare } from "./bare-page.ts";
import { printLongPaper } from "./long-paper.ts";
import { addMarks, type MarkedMeeting, meetingWithPaper } from "./marked-meeting.ts";
import { memoryOf, type ScrollCost, scrollThereAndBack } from "./scroll.ts";

/** One line of the report. */
export interface PaperRow {
  name: string;
  ours: number;
  /** Bare pdf.js; null where it has no such thing. */
  bare: number | null;
  unit: "ms" | "MB" | "frames" | "canvases" | "ratio";
  /** In words; null when the row is only told. */
  target: string | null;
  met: boolean | null;
}

const PAGES = 300;
const MARKS = 2000;
/** The best of this many: a busy machine only makes things slower. */
const TRIES = 3;
const FIRST_PAGE_RATIO = 1.3;
/** More than this grows on the second way there and back: something is kept that should not be. */
const MEMORY_RATIO = 1.15;
/** What is in sight, one page on each side, and thumbnails. */
const MOST_CANVASES = 24;
const OPEN_MS = 60_000;
const MB = 1 << 20;
/** The width our page has in a window of 1366. */
const BARE_SCALE = 790 / 595;

interface Stage {
  browser: Browser;
  server: RunningServer;
  meeting: MarkedMeeting;
  size: number;
}

/** Runs everything; takes a few minutes. The page must have been built. */
export async function runPaper(): Promise<PaperRow[]> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const server = await startServer({ sample: true });
  try {
    const pdf = await printLongPaper(browser, PAGES);
    const meeting = await meetingWithPaper(server, pdf);
    const stage = { browser, server, meeting, size: pdf.length };
    const first = await firstPageRows(stage);
    await addMarks(server, meeting, MARKS, PAGES);
    return [...first, ...(await scrollRows(stage))];
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function firstPageRows(stage: Stage): Promise<PaperRow[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  let bytes = 0;
  for (let n = 0; n < TRIES; n++) {
    bare.push(await inWindow(stage, async (page) => await bareFirstPage(page, stage)));
    const opened = await inWindow(stage, async (page) => await ourFirstPage(page, stage));
    ours.push(opened.ms);
    bytes = Math.max(bytes, opened.bytes);
  }
  const [best, beside] = [Math.min(...ours), Math.min(...bare)];
  return [
    row("first page after the click", best, beside, "ms", `≤ ${FIRST_PAGE_RATIO}×`, best <= beside * FIRST_PAGE_RATIO),
    row("bytes fetched for it", bytes / MB, stage.size / MB, "MB", "< half the file", bytes < stage.size / 2),
  ];
}

async function scrollRows(stage: Stage): Promise<PaperRow[]> {
  const bare = await inWindow(stage, async (page) => {
    await bareFirstPage(page, stage);
    await page.evaluate(() => (window as unknown as { bare: Bare }).bare.spread());
    return scrollThereAndBack(page, "#all");
  });
  return await inWindow(stage, async (page) => {
    await ourFirstPage(page, stage);
    const first = await scrollThereAndBack(page, ".rd-scroll");
    const before = await memoryOf(page);
    const second = await scrollThereAndBack(page, ".rd-scroll");
    const after = await memoryOf(page);
    return [...costRows(best(first, second), bare), ...memoryRows(before, after)];
  });
}

function best(a: ScrollCost, b: ScrollCost): ScrollCost {
  return {
    frames: a.frames,
    long: Math.min(a.long, b.long),
    longestMs: Math.min(a.longestMs, b.longestMs),
    canvases: Math.max(a.canvases, b.canvases),
    canvasBytes: Math.max(a.canvasBytes, b.canvasBytes),
  };
}

function costRows(ours: ScrollCost, bare: ScrollCost): PaperRow[] {
  const share = (cost: ScrollCost): number => cost.long / cost.frames;
  return [
    row(`frames over 50 ms of ${ours.frames}`, ours.long, bare.long, "frames", null, null),
    row("the same as a share", share(ours), share(bare), "ratio", "≤ bare + 2 %", share(ours) <= share(bare) + 0.02),
    row("longest frame", ours.longestMs, bare.longestMs, "ms", null, null),
    row(
      "canvases at once",
      ours.canvases,
      bare.canvases,
      "canvases",
      `≤ ${MOST_CANVASES}`,
      ours.canvases <= MOST_CANVASES,
    ),
    row("their pixels", ours.canvasBytes / MB, bare.canvasBytes / MB, "MB", "≤ 64 MB", ours.canvasBytes <= 64 * MB),
  ];
}

function memoryRows(before: Memory, after: Memory): PaperRow[] {
  const flat = (from: number, to: number): boolean => to <= from * MEMORY_RATIO;
  return [
    row("heap after one way there and back", before.heap / MB, null, "MB", null, null),
    row("heap after two", after.heap / MB, null, "MB", `≤ ${MEMORY_RATIO}×`, flat(before.heap, after.heap)),
    row("process after one", before.process / MB, null, "MB", null, null),
    row("process after two", after.process / MB, null, "MB", `≤ ${MEMORY_RATIO}×`, flat(before.process, after.process)),
  ];
}

type Memory = Awaited<ReturnType<typeof memoryOf>>;

function row(
  name: string,
  ours: number,
  bare: number | null,
  unit: PaperRow["unit"],
  target: string | null,
  met: boolean | null,
): PaperRow {
  return { name, ours, bare, unit, target, met };
}

async function inWindow<T>({ browser, meeting }: Stage, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  try {
    await context.addInitScript((token) => sessionStorage.setItem("banhop.token", token), meeting.token);
    const page = await context.newPage();
    page.setDefaultTimeout(OPEN_MS);
    return await use(page);
  } finally {
    await context.close();
  }
}

async function bareFirstPage(page: Page, { server, meeting }: Stage): Promise<number> {
  await openBare(page, server.origin);
  const url = `${server.origin}/api/papers/${meeting.paperId}/content`;
  return page.evaluate(
    ([url, token, scale]) => (window as unknown as { bare: Bare }).bare.firstPage(url, token, scale),
    [url, meeting.token, BARE_SCALE] as const,
  );
}

/** From the click on the paper in the meeting to its first page drawn. */
async function ourFirstPage(page: Page, { server, meeting }: Stage): Promise<{ ms: number; bytes: number }> {
  let bytes = 0;
  page.on("response", (answer) => {
    if (answer.url().endsWith("/content")) bytes += Number(answer.headers()["content-length"] ?? 0);
  });
  await page.goto(`${server.origin}/cuoc-hop/${meeting.meetingId}`);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  const ms = await page.evaluate(async (path) => {
    const start = performance.now();
    history.pushState(null, "", path);
    window.dispatchEvent(new PopStateEvent("popstate"));
    while (!document.querySelector('[data-page="0"] canvas')) await new Promise(requestAnimationFrame);
    return performance.now() - start;
  }, `/tai-lieu/${meeting.paperId}`);
  return { ms, bytes };
}
