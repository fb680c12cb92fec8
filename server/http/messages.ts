// What a failure says to a person, in Vietnamese, for every code of the closed list. Clients with words of their own use
// the code.
import type { ErrorCode } from "../../shared/protocol/errors.ts";

export const errorMessages: Readonly<Record<ErrorCode, string>> = {
  badRequest: "Dữ liệu gửi lên không đúng, kiểm tra lại các ô đã nhập.",
  notSignedIn: "Phiên làm việc đã hết, đăng nhập lại.",
  wrongPassword: "Tên đăng nhập hoặc mật khẩu không đúng.",
  forbidden: "Không có quyền thực hiện việc này.",
  passwordNotOwn: "Mật khẩu do người khác đặt, đổi mật khẩu rồi mới dùng tiếp.",
  foreignOrigin: "Yêu cầu đến từ một trang khác, đã từ chối.",
  notFound: "Không tìm thấy, hoặc không có quyền xem.",
  conflict: "Việc này trái với trạng thái hiện tại, tải lại rồi thử lại.",
  stageNotAllowed: "Cuộc họp đang ở giai đoạn không cho phép việc này.",
  recalled: "Tài liệu hoặc cuộc họp này đã được thu hồi.",
  userNameTaken: "Tên đăng nhập đã có người dùng.",
  alreadySetUp: "Đơn vị đã được thiết lập.",
  tooLarge: "Tệp hoặc dữ liệu quá lớn.",
  unsupportedFile: "Loại tệp này không được hỗ trợ.",
  emptyFile: "Tệp rỗng.",
  truncatedFile: "Tệp bị cắt cụt hoặc hỏng, tải lên lại từ bản gốc.",
  passwordProtectedFile: "Tệp có mật khẩu, bỏ mật khẩu rồi tải lên lại.",
  hostileFile: "Tệp có cấu trúc bất thường, đã từ chối.",
  secretPaper: "Tài liệu có dấu chỉ độ mật, không được đưa lên hệ thống này.",
  importHasErrors: "Bảng còn dòng có lỗi, chưa thêm người nào.",
  rangeNotSatisfiable: "Phần tệp được yêu cầu không tồn tại.",
  tooManyRequests: "Thử quá nhiều lần, chờ một lát rồi thử lại.",
  internal: "Máy chủ gặp lỗi, thử lại sau.",
  storageFull: "Máy chủ hết chỗ lưu, dữ liệu chưa được ghi.",
};
