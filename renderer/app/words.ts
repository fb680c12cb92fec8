// Words of the shell.
export const vi = {
  name: "Bàn Họp",
  home: "Trang chủ",
  account: "Tài khoản của {{name}}",
  light: "Nền sáng",
  dark: "Nền tối",
  textSize: "Cỡ chữ {{size}}",
  language: "English",
  signOut: "Đăng xuất",
  connected: "Đã nối máy chủ",
  loading: "Đang mở",
  failed: "Màn hình này không mở được",
  retry: "Mở lại",
};
export const en: typeof vi = {
  name: "Bàn Họp",
  home: "Home",
  account: "Account of {{name}}",
  light: "Light",
  dark: "Dark",
  textSize: "Text size {{size}}",
  language: "Tiếng Việt",
  signOut: "Sign out",
  connected: "Connected to the server",
  loading: "Opening",
  failed: "This screen could not be opened",
  retry: "Open again",
};
