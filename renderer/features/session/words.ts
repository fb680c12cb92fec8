// Words of the door.
export const vi = {
  title: "Đăng nhập",
  userName: "Tên đăng nhập",
  password: "Mật khẩu",
  own: "Máy này là của tôi",
  ownText: "Giữ đăng nhập trên máy này. Đừng chọn trên máy dùng chung.",
  signIn: "Đăng nhập",
  forgot: "Quên mật khẩu: báo người quản trị của đơn vị để được đặt lại.",
  sample: "Đơn vị mẫu: bấm tên để vào",
  sampleText: "Chỉ có khi dùng thử trên máy này",
};
export const en: typeof vi = {
  title: "Sign in",
  userName: "User name",
  password: "Password",
  own: "This device is mine",
  ownText: "Stay signed in on this device. Not on a shared one.",
  signIn: "Sign in",
  forgot: "Forgotten password: ask the unit's administrator to reset it.",
  sample: "Sample unit: press a name to enter",
  sampleText: "Only while trying it on this machine",
};
