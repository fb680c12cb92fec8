// The measure of the measure: a page with nothing but pdf.js, drawing and scrolling the same paper from the same server.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";

const build = join(import.meta.dirname, "../../../node_modules/pdfjs-dist/legacy/build");

/** What the bare page offers to `evaluate`. */
export interface Bare {
  /** Loads pdf.js, opens the paper, draws its first page; milliseconds. */
  firstPage(url: string, token: string, scale: number): Promise<number>;
  /** Lays all pages under one another and draws those in sight. */
  spread(): void;
}

const script = `
  let pdf, scale, file;
  const show = async (box, index) => {
    const page = await file.getPage(index + 1);
    const viewport = page.getViewport({ scale: scale * devicePixelRatio });
    const canvas = document.createElement("canvas");
    canvas.width = viewport.width; canvas.height = viewport.height;
    box.replaceChildren(canvas);
    await page.render({ canvas, viewport }).promise;
  };
  window.bare = {
    async firstPage(url, token, wanted) {
      const start = performance.now();
      scale = wanted;
      pdf = await import("/bare/pdf.min.mjs");
      pdf.GlobalWorkerOptions.workerSrc = "/bare/pdf.worker.min.mjs";
      file = await pdf.getDocument({ url, httpHeaders: { authorization: "Bearer " + token }, disableAutoFetch: true,
        disableStream: true, cMapUrl: "/pdfjs/cmaps/", standardFontDataUrl: "/pdfjs/standard_fonts/" }).promise;
      await show(document.querySelector("#all"), 0);
      return performance.now() - start;
    },
    async spread() {
      const all = document.querySelector("#all");
      const view = (await file.getPage(1)).getViewport({ scale });
      all.replaceChildren();
      const watch = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) void show(target, Number(target.dataset.page)).catch(() => {});
          else target.replaceChildren();
        }
      }, { root: all, rootMargin: "400px" });
      for (let i = 0; i < file.numPages; i++) {
        const box = document.createElement("div");
        box.dataset.page = i;
        box.style.cssText = "width:" + view.width + "px;height:" + view.height + "px;margin:16px auto";
        all.append(box);
        watch.observe(box);
      }
    },
  };`;
const html = `<!doctype html><meta charset="utf-8"><style>body{margin:0}#all{height:100vh;overflow:auto}
canvas{width:100%;height:100%}</style><div id="all"></div><script type="module">${script}</script>`;

/** Opens the bare page under the server's own address, so that both fetch alike. */
export async function openBare(page: Page, origin: string): Promise<void> {
  await page.route(`${origin}/bare/*`, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    if (name === "page") return route.fulfill({ contentType: "text/html", body: html });
    return route.fulfill({ contentType: "text/javascript", body: await readFile(join(build, name)) });
  });
  await page.goto(`${origin}/bare/page`);
  await page.waitForFunction(() => "bare" in window);
}
