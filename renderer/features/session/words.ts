// Words of the door.
export const vi = {
  title: "Đăng nhập",
  expired: "Phiên làm việc đã hết. Đăng nhập để trở lại trang đang xem.",
  userName: "Tên đăng nhập",
  password: "Mật khẩu",
  own: "Máy này là của tôi",
  ownText: "Giữ đăng nhập trên máy này. Đừng chọn trên máy dùng chung.",
  signIn: "Đăng nhập",
  forgot: "Quên mật khẩu: báo người quản trị của đơn vị để được đặt lại.",
  sample: "Đơn vị mẫu: bấm tên để vào",
  sampleText: "Chỉ có khi dùng thử trên máy này",
  does: {
    administrator: "{{title}} · quản trị đơn vị",
    secretary: "{{title}} · soạn cuộc họp, gửi tài liệu",
    chair: "{{title}} · điều hành cuộc họp",
    member: "{{title}} · đọc, góp ý",
    guest: "{{title}} · đọc và nghe",
  },
};
export const en: typeof vi = {
  title: "Sign in",
  expired: "The session has ended. Sign in to return to the page.",
  userName: "User name",
  password: "Password",
  own: "This device is mine",
  ownText: "Stay signed in on this device. Not on a shared one.",
  signIn: "Sign in",
  forgot: "Forgotten password: ask the unit's administrator to reset it.",
  sample: "Sample unit: press a name to enter",
  sampleText: "Only while trying it on this machine",
  does: {
    administrator: "{{title}} · administers the unit",
    secretary: "{{title}} · prepares meetings, sends papers",
    chair: "{{title}} · leads the meeting",
    member: "{{title}} · reads and comments",
    guest: "{{title}} · reads and listens",
  },
};
