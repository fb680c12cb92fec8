// What each reason for which the server closes a connection means to the person. The keys are those of `closeCodes`.
import type { CloseReason } from "../../shared/protocol/sync.ts";

interface Words {
  close: Record<CloseReason, string>;
}

export const vi: Words = {
  close: {
    malformed: "Máy chủ không đọc được dữ liệu gửi lên",
    ticketExpired: "Phiên kết nối đã hết hạn, đang kết nối lại",
    notAllowed: "Không có quyền ghi vào đây",
    clientIdTaken: "Trùng mã phiên với người khác, đang lấy mã mới",
    recalled: "Tài liệu hoặc cuộc họp này đã được thu hồi",
    frameTooLarge: "Nội dung gửi một lần quá lớn",
    tooManyClientIds: "Gửi lên từ quá nhiều phiên làm việc",
    documentTooLarge: "Nội dung dùng chung đã đạt dung lượng tối đa",
    doesNotFit: "Máy chủ không nhận nội dung sai quy định",
    tooFast: "Gửi quá nhanh, máy chủ đã ngắt kết nối",
    tooManyRooms: "Mở quá nhiều tài liệu cùng lúc",
    refusedTooOften: "Bị từ chối nhiều lần, thử lại sau một phút",
    serverStopping: "Máy chủ đang dừng, sẽ tự kết nối lại",
    storageFailed: "Máy chủ chưa ghi được vào ổ đĩa, sẽ tự gửi lại",
    comeAgain: "Đang kết nối lại để đồng bộ",
  },
};

export const en: Words = {
  close: {
    malformed: "The server could not read what was sent",
    ticketExpired: "The connection has expired, connecting again",
    notAllowed: "Writing here is not allowed",
    clientIdTaken: "Another person has the same session number, taking a new one",
    recalled: "This paper or meeting has been recalled",
    frameTooLarge: "Too much was sent at once",
    tooManyClientIds: "Sent from too many working sessions",
    documentTooLarge: "The shared content has reached its largest size",
    doesNotFit: "The server did not take content that breaks the rules",
    tooFast: "Sent too fast, the server has hung up",
    tooManyRooms: "Too many papers are open at once",
    refusedTooOften: "Refused too often, try again in a minute",
    serverStopping: "The server is stopping, it will be connected again",
    storageFailed: "The server could not write to its disk, it will be sent again",
    comeAgain: "Connecting again to synchronise",
  },
};
