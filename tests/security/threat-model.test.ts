// The threat model names tests by file and title; a title that was changed or a test that is gone is found here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const NAMED = /`([\w./-]+\.(?:spec|test)\.ts)`: "([^"]+)"/g;

test("every test that the threat model names exists", () => {
  const text = readFileSync(join(root, "docs/threat-model.md"), "utf8");
  const named = [...text.matchAll(NAMED)].map(([, file = "", title = ""]) => ({ file, title }));
  const rows = text.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---"));
  expect(named.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !row.includes("held by") && row.match(NAMED) === null)).toEqual([]);
  const gone = named.filter(({ file, title }) => !readFileSync(join(root, file), "utf8").includes(`"${title}"`));
  expect(gone).toEqual([]);
});
