// What a failure says to its reader in both languages when the server's own words do not fit, and the short sign of each
// to read out to an administrator.
import type { ErrorCode } from "../../shared/protocol/errors.ts";
import type { Language } from "./preferences.ts";

/** The codes of the server, and the one case in which it does not answer. */
export type Failure = ErrorCode | "network";

interface Words {
  sign: string;
  vi: string;
  en: string;
}

export const failures: Readonly<Record<Failure, Words>> = {
  network: of("MC-01", "Không nối được máy chủ.", "The server does not answer."),
  internal: of("MC-02", "Máy chủ gặp lỗi, thử lại sau.", "The server failed. Try again later."),
  storageFull: of(
    "MC-03",
    "Máy chủ hết chỗ lưu, dữ liệu chưa được ghi.",
    "The server's disk is full, nothing was stored.",
  ),
  tooManyRequests: of("MC-04", "Thử quá nhiều lần, chờ một lát rồi thử lại.", "Too many tries. Wait a little."),
  badRequest: of("DL-01", "Dữ liệu gửi lên không đúng, kiểm tra lại các ô đã nhập.", "Some fields are not right."),
  conflict: of("DL-02", "Việc này trái với trạng thái hiện tại.", "This does not fit the present state."),
  stageNotAllowed: of("DL-03", "Giai đoạn của cuộc họp không cho phép việc này.", "Not at this stage of the meeting."),
  recalled: of("DL-07", "Tài liệu hoặc cuộc họp này đã được thu hồi.", "This paper or meeting has been recalled."),
  userNameTaken: of("DL-04", "Tên đăng nhập đã có người dùng.", "The user name is taken."),
  alreadySetUp: of("DL-05", "Đơn vị đã được thiết lập.", "The unit has been set up already."),
  importHasErrors: of(
    "DL-06",
    "Bảng còn dòng có lỗi, chưa thêm người nào.",
    "Some rows have errors, nobody was added.",
  ),
  notSignedIn: of("TK-01", "Phiên làm việc đã hết, đăng nhập lại.", "The session has ended. Sign in again."),
  wrongPassword: of("TK-02", "Tên đăng nhập hoặc mật khẩu không đúng.", "Wrong user name or password."),
  passwordNotOwn: of(
    "TK-06",
    "Mật khẩu do người khác đặt, đổi mật khẩu rồi mới dùng tiếp.",
    "This password was given by somebody else: change it before going on.",
  ),
  forbidden: of("TK-03", "Không có quyền thực hiện việc này.", "No right to do this."),
  foreignOrigin: of("TK-04", "Yêu cầu đến từ một trang khác, đã từ chối.", "Refused: the request came from elsewhere."),
  notFound: of("TK-05", "Không tìm thấy, hoặc không có quyền xem.", "Not found, or no right to see it."),
  tooLarge: of("TL-01", "Tệp hoặc dữ liệu quá lớn.", "The file or the data is too large."),
  unsupportedFile: of("TL-02", "Loại tệp này không được hỗ trợ.", "This kind of file is not supported."),
  emptyFile: of("TL-03", "Tệp rỗng.", "The file is empty."),
  truncatedFile: of("TL-04", "Tệp bị cắt cụt hoặc hỏng.", "The file is truncated or damaged."),
  hostileFile: of("TL-05", "Tệp có cấu trúc bất thường, đã từ chối.", "Refused: the file is built strangely."),
  secretPaper: of(
    "TL-06",
    "Tài liệu có dấu chỉ độ mật, không được đưa lên hệ thống này.",
    "Refused: the paper bears a degree of secrecy.",
  ),
  passwordProtectedFile: of("TL-07", "Tệp có mật khẩu.", "The file has a password."),
  rangeNotSatisfiable: of("TL-08", "Phần tệp được yêu cầu không tồn tại.", "That part of the file does not exist."),
};

function of(sign: string, vi: string, en: string): Words {
  return { sign, vi, en };
}

/** The words for a failure in a language. */
export function wordsOf(failure: Failure, language: Language): string {
  return failures[failure][language];
}
