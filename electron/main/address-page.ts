// The page of the address dialog: one form without any script; what it says and how it looks, nothing of what happens.

export type AddressProblem = "not-an-address" | "no-answer";

const PROBLEMS: Record<AddressProblem, string> = {
  "not-an-address": "Địa chỉ phải có dạng http://máy-chủ:8420 hoặc https://hop.don-vi.vn.",
  "no-answer": "Không có máy chủ Bàn Họp trả lời ở địa chỉ này. Kiểm tra địa chỉ và mạng rồi bấm lại.",
};

const STYLE = `
  :root { color-scheme: light dark; --desk: #efece6; --sheet: #fff; --ink: #211d1a; --line: #857c70; --son: #9b1c20; --need: #8a3a00; }
  @media (prefers-color-scheme: dark) {
    :root { --desk: #1d1a17; --sheet: #2a2622; --ink: #f1ebe2; --line: #9a9086; --son: #b3262b; --need: #ffb86b; }
  }
  body { margin: 0; padding: 28px 32px; background: var(--desk); color: var(--ink); font: 16px/1.5 "Be Vietnam Pro", "Segoe UI", "Noto Sans", system-ui, sans-serif; }
  h1 { font-size: 22px; margin: 0 0 4px; }
  p { margin: 0 0 16px; }
  label { display: block; font-weight: 600; margin-bottom: 6px; }
  input { box-sizing: border-box; width: 100%; min-height: 44px; padding: 0 12px; font: inherit; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
  .need { min-height: 48px; margin: 8px 0 12px; color: var(--need); }
  .row { display: flex; justify-content: flex-end; gap: 12px; }
  button, a { min-height: 44px; padding: 0 20px; border-radius: 8px; font: inherit; font-weight: 600; display: inline-flex; align-items: center; text-decoration: none; }
  button { border: 0; background: var(--son); color: #fff; }
  a { color: inherit; border: 1px solid var(--line); }
  :focus-visible { outline: 3px solid var(--son); outline-offset: 2px; }
`;

/** The page as HTML. @param action where the form leads; the dialog goes no further @param address what stands in it */
export function addressPage(action: string, address: string, problem: AddressProblem | null): string {
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action ${action}">
    <title>Địa chỉ máy chủ</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <form action="${action}" method="get">
      <h1>Địa chỉ máy chủ</h1>
      <p>Hỏi người quản trị đơn vị địa chỉ của máy chủ Bàn Họp.</p>
      <label for="address">Địa chỉ</label>
      <input id="address" name="address" value="${escaped(address)}" autofocus required autocomplete="off" spellcheck="false"${problem ? ' aria-invalid="true" aria-describedby="problem"' : ""}>
      <p class="need" id="problem" role="alert">${problem ? PROBLEMS[problem] : ""}</p>
      <div class="row"><a href="${action}?close">Thôi</a><button>Dùng địa chỉ này</button></div>
    </form>
  </body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
