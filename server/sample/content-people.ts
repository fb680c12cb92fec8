// Two invented units and their people.
import type { SampleOrganisation, SamplePerson } from "./content-shapes.ts";

/** Every sample person signs in with this password. */
export const SAMPLE_PASSWORD = "banhop-dung-thu";

/** IANA zone of both sample organisations; hours below are local to it. */
export const SAMPLE_TIME_ZONE = "Asia/Ho_Chi_Minh";

export const sampleOrganisations: readonly SampleOrganisation[] = [
  { key: "lam-giang", name: "Ủy ban MTTQ Việt Nam tỉnh Lam Giang" },
  { key: "hai-son", name: "Ủy ban MTTQ Việt Nam tỉnh Hải Sơn" },
];

const MEMBER_HINT = "Đại biểu: đọc, góp ý, biểu quyết";

export const samplePeople: readonly SamplePerson[] = [
  {
    userName: "thuky",
    fullName: "Phạm Thùy Linh",
    title: "Phó Chánh Văn phòng",
    organisation: "lam-giang",
    role: "secretary",
    hint: "Thư ký: soạn cuộc họp, ghi biên bản",
  },
  {
    userName: "chutri",
    fullName: "Trần Văn Khánh",
    title: "Chủ tịch Ủy ban MTTQ Việt Nam tỉnh",
    organisation: "lam-giang",
    role: "chair",
    hint: "Chủ tọa: điều hành, mở biểu quyết",
  },
  member("daibieu1", "Nguyễn Thị Minh Châu", "Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh"),
  member("daibieu2", "Lê Quang Vinh", "Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh"),
  member("daibieu3", "Bùi Đức Thắng", "Chủ tịch Ủy ban MTTQ Việt Nam phường Lam Thành"),
  member("daibieu4", "Vũ Thị Ngọc Lan", "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh"),
  member("daibieu5", "Hoàng Văn Đệ", "Chủ tịch Hội Nông dân tỉnh"),
  member("daibieu6", "Trịnh Hải Yến", "Bí thư Tỉnh đoàn"),
  member("daibieu7", "Đinh Công Sự", "Người có uy tín, xã Mường Vang"),
  member("daibieu8", "Lương Minh Khôi", "Chủ tịch Liên đoàn Lao động tỉnh"),
  {
    userName: "khach",
    fullName: "Cao Thị Mến",
    title: "Phó Trưởng phòng Quản lý giá và công sản, Sở Tài chính",
    organisation: "lam-giang",
    role: "guest",
    hint: "Khách mời: đọc và nghe",
  },
  {
    userName: "quantri",
    fullName: "Đỗ Thị Hạnh",
    title: "Chuyên viên Văn phòng",
    organisation: "lam-giang",
    role: "administrator",
    hint: "Quản trị đơn vị",
  },
  {
    userName: "thuky.khac",
    fullName: "Mai Xuân Trường",
    title: "Chánh Văn phòng",
    organisation: "hai-son",
    role: "secretary",
    hint: "Thư ký của đơn vị khác",
  },
  {
    userName: "daibieu.khac",
    fullName: "Hồ Thị Diệu Hiền",
    title: "Phó Chủ tịch Thường trực Ủy ban MTTQ Việt Nam tỉnh",
    organisation: "hai-son",
    role: "member",
    hint: "Đại biểu của đơn vị khác",
  },
];

function member(userName: string, fullName: string, title: string): SamplePerson {
  return {
    userName,
    fullName,
    title,
    organisation: "lam-giang",
    role: "member",
    hint: MEMBER_HINT,
  };
}
