// A long paper in Vietnamese, printed by the browser itself: real fonts, a page tree, text, a table on some pages.
import type { Browser } from "@playwright/test";

const clauses = [
  "Sau sắp xếp, toàn tỉnh có 312 trụ sở và nhà văn hóa không còn sử dụng đúng công năng, trong đó 47 nơi đã xuống cấp.",
  "Qua tiếp xúc, Nhân dân ở 29 xã, phường đề nghị được biết phương án sử dụng, ưu tiên làm nơi sinh hoạt cộng đồng.",
  "Bảo đảm mọi phương án sử dụng, chuyển đổi, thanh lý đều được công khai và lấy ý kiến Nhân dân nơi có tài sản.",
  "Phát huy vai trò của Ban Công tác Mặt trận ở khu dân cư và Ban Giám sát đầu tư của cộng đồng, không chồng chéo.",
  "Kết quả giám sát được gửi đến cơ quan có thẩm quyền, theo dõi đến khi có trả lời bằng văn bản.",
];
/** A page of administrative text has about 2,000 letters; more would run over to a second page. */
const PARAGRAPHS = 15;
const TABLE_ROWS = 10;

/** The PDF; every tenth page has a table. */
export async function printLongPaper(browser: Browser, pages: number): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    await page.setContent(`<html lang="vi"><style>
      body { font: 13pt/1.4 Tinos, "Liberation Serif", serif; margin: 0; text-align: justify }
      section { break-after: page } p { margin: 0 0 6pt; text-indent: 1cm }
      table { border-collapse: collapse; width: 100% } td { border: 1px solid; padding: 2pt 4pt }
    </style>${Array.from({ length: pages }, (_, i) => sheet(i)).join("")}</html>`);
    return await page.pdf({ format: "A4", margin: { top: "2cm", bottom: "2cm", left: "3cm", right: "1.5cm" } });
  } finally {
    await page.close();
  }
}

function sheet(index: number): string {
  const withTable = index % 10 === 9;
  const count = withTable ? PARAGRAPHS - TABLE_ROWS : PARAGRAPHS;
  const text = Array.from(
    { length: count },
    (_, n) => `<p>${n + 1}. ${clauses[(index + n) % clauses.length] ?? ""}</p>`,
  );
  const row = (n: number): string => `<tr><td>${n}</td><td>Xã Mường Vang ${index}</td><td>${n * 17}</td></tr>`;
  const table = `<table>${Array.from({ length: TABLE_ROWS }, (_, n) => row(n + 1)).join("")}</table>`;
  return `<section><h3>Điều ${index + 1}. Vấn đề sử dụng trụ sở</h3>${text.join("")}${withTable ? table : ""}</section>`;
}
