// The application menu in Vietnamese: the system's own commands by their role, ours as commands to the page.
import type { MenuItemConstructorOptions } from "electron";
import type { MenuCommand } from "../../shared/protocol/desktop-bridge.ts";

export interface MenuActions {
  send: (command: MenuCommand) => void;
  showAbout: () => void;
  changeServer: () => void;
}

const separator: MenuItemConstructorOptions = { type: "separator" };

/** The whole menu. @param isDevelopment adds the tools for developers */
export function menuTemplate(actions: MenuActions, isDevelopment: boolean): MenuItemConstructorOptions[] {
  return [
    { label: "&Tệp", submenu: fileMenu(actions) },
    { label: "&Sửa", submenu: editMenu(actions) },
    { label: "&Xem", submenu: viewMenu(actions, isDevelopment) },
    { label: "&Cửa sổ", submenu: windowMenu() },
    { label: "Trợ &giúp", submenu: helpMenu(actions) },
  ];
}

function fileMenu({ send, changeServer }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: "Trang chủ", accelerator: "Alt+Home", click: () => send("home") },
    { label: "Cài đặt", accelerator: "CmdOrCtrl+,", click: () => send("settings") },
    { label: "Địa chỉ máy chủ…", click: changeServer },
    separator,
    { label: "Đăng xuất", click: () => send("sign-out") },
    { label: "Thoát", role: "quit", accelerator: "CmdOrCtrl+Q" },
  ];
}

function editMenu({ send }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: "Hoàn tác", role: "undo" },
    { label: "Làm lại", role: "redo" },
    separator,
    { label: "Cắt", role: "cut" },
    { label: "Sao chép", role: "copy" },
    { label: "Dán", role: "paste" },
    { label: "Dán không kèm định dạng", role: "pasteAndMatchStyle" },
    { label: "Xóa", role: "delete" },
    { label: "Chọn tất cả", role: "selectAll" },
    separator,
    { label: "Tìm", accelerator: "CmdOrCtrl+F", click: () => send("search") },
  ];
}

function viewMenu({ send }: MenuActions, isDevelopment: boolean): MenuItemConstructorOptions[] {
  return [
    { label: "Quay lại", accelerator: "Alt+Left", click: () => send("back") },
    separator,
    { label: "Phóng to", role: "zoomIn", accelerator: "CmdOrCtrl+Plus" },
    // The key with the plus sign without Shift, as most keyboards have it.
    { label: "Phóng to", role: "zoomIn", accelerator: "CmdOrCtrl+=", visible: false, acceleratorWorksWhenHidden: true },
    { label: "Thu nhỏ", role: "zoomOut" },
    { label: "Cỡ ban đầu", role: "resetZoom" },
    separator,
    { label: "Toàn màn hình", role: "togglefullscreen" },
    { label: "Tải lại trang", role: "reload" },
    ...(isDevelopment ? [{ label: "Công cụ lập trình", role: "toggleDevTools" } as const] : []),
  ];
}

function windowMenu(): MenuItemConstructorOptions[] {
  return [
    { label: "Thu nhỏ cửa sổ", role: "minimize" },
    { label: "Đóng cửa sổ", role: "close" },
  ];
}

function helpMenu({ send, showAbout }: MenuActions): MenuItemConstructorOptions[] {
  return [
    { label: "Phím tắt", accelerator: "F1", click: () => send("keyboard-help") },
    { label: "Giới thiệu Bàn Họp", click: showAbout },
  ];
}
