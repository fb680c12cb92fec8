import { stat } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { hasPapers, paperPath } from "../../tests/helpers/papers.ts";
import { inspect } from "./inspect.ts";
import { degreeOfSecrecy } from "./secrecy.ts";

async function look(name: string) {
  const path = paperPath(name);
  return inspect(path, name, (await stat(path)).size);
}

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
  it("is a stamp on a line of its own, framed, labelled or decomposed", () => {
    expect(degreeOfSecrecy(["Số: 1", " TỐI MẬT "])).toBe("TỐI MẬT");
    expect(degreeOfSecrecy(["[MẬT]"])).toBe("MẬT");
    expect(degreeOfSecrecy(["TUYỆT MẬT".normalize("NFD")])).toBe("TUYỆT MẬT");
  });
  it("is no word inside a sentence", () => {
    expect(degreeOfSecrecy(["bảo vệ bí mật nhà nước", "MẬT TRẬN", "mật"])).toBeNull();
  });
});
