import { expect, test } from "vitest";
import type { PageText } from "./page-text.ts";
import { PageTextBuilder } from "./page-text-builder.ts";
import { paragraphsOf } from "./paragraphs.ts";

/** Lines of letters 5 wide and 10 high; leading spaces indent. `turned` writes up the page instead of along it. */
function set(lines: readonly (string | { text: string; size: number })[], turned = false): PageText {
  const builder = new PageTextBuilder();
  lines.forEach((line, row) => {
    const { text, size } = typeof line === "string" ? { text: line, size: 10 } : line;
    Array.from(text).forEach((unicode, i) => {
      if (unicode === " ") return;
      const [along, across] = [50 + (i * size) / 2, 700 - row * 14];
      const [x, y] = turned ? [-across, along] : [along, across];
      const [advanceX, advanceY] = turned ? [0, size / 2] : [size / 2, 0];
      const [upX, upY] = turned ? [-size, 0] : [0, size];
      builder.add({ unicode, x, y, advanceX, advanceY, upX, upY, ascent: 0.9, descent: -0.2 });
    });
  });
  return builder.finish();
}

const read = (page: PageText): string[] =>
  paragraphsOf(page).map(({ start, end }) => page.text.slice(start, end).replaceAll("\n", " "));

const lines = [
  "2",
  "    Sau sắp xếp, toàn tỉnh có 312 trụ sở không còn",
  "sử dụng đúng công năng, trong đó 47 nơi đã xuống",
  "cấp.",
  "    Nhân dân ở 29 xã đề nghị được biết phương án",
  "a) Bảo đảm công khai và lấy ý kiến của Nhân dân",
  "b) Theo dõi đến khi có trả lời bằng văn bản, rồi",
  "gửi đến cơ quan có thẩm quyền của tỉnh để biết.",
];
const paragraphs = [
  "Sau sắp xếp, toàn tỉnh có 312 trụ sở không còn sử dụng đúng công năng, trong đó 47 nơi đã xuống cấp.",
  "Nhân dân ở 29 xã đề nghị được biết phương án",
  "a) Bảo đảm công khai và lấy ý kiến của Nhân dân",
  "b) Theo dõi đến khi có trả lời bằng văn bản, rồi gửi đến cơ quan có thẩm quyền của tỉnh để biết.",
];

test("joins lines that run on and leaves the page number out", () => {
  expect(read(set(lines))).toEqual(paragraphs);
});

test("reads a page that is turned", () => {
  expect(read(set(lines, true))).toEqual(paragraphs);
});

test("keeps a heading of larger letters apart, and an empty page empty", () => {
  const heading = { text: "Tình hình Nhân dân trong", size: 14 };
  const body = "tỉnh ổn định và đời sống được nâng lên từng bước";
  expect(read(set([heading, body]))).toEqual([heading.text, body]);
  expect(read(set([]))).toEqual([]);
});
