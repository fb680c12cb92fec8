// Scrolls a long paper from its top to its end and back and watches what it costs.
import { readFile } from "node:fs/promises";
import type { CDPSession, Page } from "@playwright/test";

/** What one way there and back cost. */
export interface ScrollCost {
  frames: number;
  /** Frames that took longer than LONG_MS, and the longest. */
  long: number;
  longestMs: number;
  /** Most canvases at once, and most bytes of their pixels. */
  canvases: number;
  canvasBytes: number;
}

/** Slower than this is felt as a jerk. */
const LONG_MS = 50;
/** A flick: a page of A4 every frame or two. */
const STEP_PX = 800;
/** Now and then the eye rests, so that pages are drawn and what is kept of them is seen. */
const STEPS_TO_REST = 20;
const REST_MS = 400;

/** Runs in the page. */
export async function scrollThereAndBack(page: Page, selector: string): Promise<ScrollCost> {
  return page.evaluate(
    async ({ selector, step, limit, stepsToRest, restMs }) => {
      const element = document.querySelector(selector)!;
      const cost = { frames: 0, long: 0, longestMs: 0, canvases: 0, canvasBytes: 0 };
      let before = 0;
      const frame = async (): Promise<void> => {
        const now = await new Promise<number>((done) => requestAnimationFrame(done));
        const took = before === 0 ? 0 : now - before;
        cost.frames++;
        cost.longestMs = Math.max(cost.longestMs, took);
        if (took > limit) cost.long++;
        before = now;
      };
      const look = (): void => {
        const all = [...document.querySelectorAll("canvas")].filter((canvas) => canvas.width > 0);
        cost.canvases = Math.max(cost.canvases, all.length);
        const bytes = all.reduce((sum, canvas) => sum + canvas.width * canvas.height * 4, 0);
        cost.canvasBytes = Math.max(cost.canvasBytes, bytes);
      };
      await frame();
      for (const direction of [1, -1]) {
        for (let steps = 1; ; steps++) {
          const from = element.scrollTop;
          element.scrollTop += direction * step;
          await frame();
          if (element.scrollTop === from) break;
          if (steps % stepsToRest !== 0) continue;
          for (const rest = before + restMs; before < rest;) await frame();
          look();
        }
      }
      return cost;
    },
    { selector, step: STEP_PX, limit: LONG_MS, stepsToRest: STEPS_TO_REST, restMs: REST_MS },
  );
}

/** Bytes of the page's own heap after a forced collection, and of its process. */
export async function memoryOf(page: Page): Promise<{ heap: number; process: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const process = await residentBytes(page);
  await session.detach();
  return { heap: usedSize, process };
}

/** The largest renderer of this browser; 0 where there is no /proc. */
async function residentBytes(page: Page): Promise<number> {
  const session: CDPSession = await page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  const sizes = await Promise.all(renderers.map(({ id }) => residentOf(id)));
  return Math.max(0, ...sizes);
}

async function residentOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? 0) * 1024;
}
