import { readdirSync } from "node:fs";
import { mkdtemp, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadImage } from "@napi-rs/canvas";
import { afterAll, describe, expect, it } from "vitest";
import { hasPapers, paperPath } from "../../tests/helpers/papers.ts";
import { inspect } from "./inspect.ts";
import { openPdfThreads } from "./pdf-threads.ts";
import { degreeOfSecrecy } from "./secrecy.ts";

const threads = openPdfThreads();
afterAll(() => threads.close());

async function lookAt(file: string, fileName: string) {
  return inspect(threads, { file, fileName, sizeBytes: (await stat(file)).size });
}

function look(name: string) {
  return lookAt(paperPath(name), name);
}

/** A PDF with pieces of text; `~` shows as Ậ. */
async function writePdf(pages: { x: number; y: number; text: string }[][], size = "595 842"): Promise<string> {
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [126 /Acircumflexdotbelow] >> >>",
  ];
  for (const [at, lines] of pages.entries()) {
    const content = lines.map(({ x, y, text }) => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET`).join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  const file = join(await mkdtemp(join(tmpdir(), "banhop-pdf-")), "paper.pdf");
  await writeFile(file, `%PDF-1.4\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`);
  return file;
}

it.each(["1 14400", "14400 1"])("draws a page of %s points without filling the memory", async (size) => {
  const file = await writePdf([[{ x: 0, y: 0, text: "a" }]], size);
  const { thumbnail } = await lookAt(file, "strip.pdf");
  const { width, height } = await loadImage(Buffer.from(thumbnail ?? []));
  expect([width > 0, width <= 400, height > 0, height <= 1200]).toEqual([true, true, true, true]);
});

describe.runIf(hasPapers())("inspection of uploads", () => {
  it.each([
    ["damaged-truncated.pdf", "truncatedFile"],
    ["empty.pdf", "emptyFile"],
    ["not-a-pdf.pdf", "unsupportedFile"],
    ["encrypted-matkhau.pdf", "passwordProtectedFile"],
  ])("refuses %s as %s", async (name, code) => {
    await expect(look(name)).rejects.toMatchObject({ code });
  });

  it.each([
    ["owner-only.pdf", 2],
    ["damaged-xref.pdf", 2],
    ["long-300.pdf", 300],
  ])("opens %s with %i pages and draws the first", async (name, pageCount) => {
    const found = await look(name);
    expect(found).toMatchObject({ mediaType: "application/pdf", pageCount });
    expect(Buffer.from(found.thumbnail ?? []).toString("latin1", 8, 12)).toBe("WEBP");
  });
});

describe("degree of secrecy", () => {
  it("is a stamp on a line of its own, framed, labelled, decomposed or letter-spaced", () => {
    expect(degreeOfSecrecy(["Số: 1", " TỐI MẬT "])).toBe("TỐI MẬT");
    expect(degreeOfSecrecy(["[MẬT]"])).toBe("MẬT");
    expect(degreeOfSecrecy(["ĐỘ MẬT: MẬT"])).toBe("MẬT");
    expect(degreeOfSecrecy(["TUYỆT MẬT".normalize("NFD")])).toBe("TUYỆT MẬT");
    expect(degreeOfSecrecy(["T Ố I  M Ậ T"])).toBe("TỐI MẬT");
  });
  it("is known in the fonts before Unicode", () => {
    expect(degreeOfSecrecy(["tuyÖt mËt"])).toBe("TUYỆT MẬT");
    expect(degreeOfSecrecy(["TOÁI MAÄT"])).toBe("TỐI MẬT");
  });
  it("is no word inside a sentence, and no table of all degrees", () => {
    expect(degreeOfSecrecy(["bảo vệ bí mật nhà nước", "MẬT TRẬN", "mật"])).toBeNull();
    expect(degreeOfSecrecy(["TUYỆT MẬT", "TỐI MẬT", "MẬT"])).toBeNull();
  });

  it("is looked for in the head of every page", async () => {
    const plain = [{ x: 60, y: 780, text: "So: 1/BC" }];
    const file = await writePdf([plain, plain, [...plain, { x: 90, y: 750, text: "M~T" }]]);
    await expect(lookAt(file, "a.pdf")).rejects.toMatchObject({
      code: "secretPaper",
      details: { degree: "MẬT", pageNumber: 3 },
    });
  });

  it("is not taken from the body of a page", async () => {
    const file = await writePdf([[{ x: 90, y: 300, text: "M~T" }]]);
    expect(await lookAt(file, "a.pdf")).toMatchObject({ pageCount: 1 });
  });

  it.runIf(hasPapers())(
    "is found in no real paper, however much they speak of secrecy",
    { timeout: 60_000 },
    async () => {
      const folder = join(import.meta.dirname, "../sample/papers");
      const samples = readdirSync(folder).map((name) => join(folder, name));
      const real = [
        "bao-cao",
        "chuong-trinh",
        "du-thao-v1",
        "du-thao-v2",
        "to-trinh",
        "nfd",
        "vntime-encoded",
        "rotated",
      ];
      for (const file of [...samples, ...real.map((name) => paperPath(`${name}.pdf`))]) {
        expect(await lookAt(file, "a.pdf"), file).toMatchObject({ mediaType: "application/pdf" });
      }
    },
  );
});

describe("threads for PDFs", () => {
  it("give up after the time limit, and the next file gets a thread", async () => {
    const hasty = openPdfThreads(1);
    const file = await writePdf([[]]);
    const asked = inspect(hasty, { file, fileName: "a.pdf", sizeBytes: 1 });
    await expect(asked).rejects.toMatchObject({ code: "hostileFile" });
    await hasty.close();
    expect(await lookAt(file, "a.pdf")).toMatchObject({ pageCount: 1 });
  });

  it("refuse more pages than anybody reads", async () => {
    const page = [{ x: 1, y: 1, text: "" }];
    const file = await writePdf(Array.from({ length: 3_001 }, () => page));
    await expect(lookAt(file, "a.pdf")).rejects.toMatchObject({ code: "tooLarge", details: { reason: "pages" } });
  });

  it("answer a queue longer than their number", async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 5 }, async (_, at) => lookAt(await writePdf([[{ x: 1, y: 1, text: String(at) }]]), "a.pdf")),
    );
    expect(answers.every(({ status }) => status === "fulfilled")).toBe(true);
  });
});
