// Marks and private notes that lie on the papers already.
import type { SampleMark, SampleNote } from "./content-shapes.ts";

export const sampleMarks: readonly SampleMark[] = [
  {
    meeting: "hoi-nghi-lan-thu-tu",
    author: "daibieu5",
    paper: "to-trinh-24-giam-sat.pdf",
    pageNumber: 1,
    quote: "312 trụ sở và nhà văn hóa",
    text: "Con số 312 gồm cả nhà văn hóa thôn ghép chưa? Phụ lục ghi 309.",
    colour: "yellow",
    minutesAgo: 64,
    replies: [
      {
        author: "daibieu1",
        text: "Đã gồm. Phụ lục thiếu 03 nhà văn hóa thôn ghép của xã Mường Vang vì chưa có hồ sơ nhà, đất.",
        minutesAgo: 58,
      },
      {
        author: "daibieu7",
        text: "Xã hứa gửi hồ sơ trong tháng này. Đề nghị ghi rõ vào chú thích của Bảng 1.",
        minutesAgo: 51,
      },
    ],
    resolvedBy: null,
  },
  {
    meeting: "hoi-nghi-lan-thu-tu",
    author: "daibieu4",
    paper: "to-trinh-24-giam-sat.pdf",
    pageNumber: 2,
    quote: "lấy ý kiến Nhân dân nơi có tài sản trong thời hạn 15 ngày",
    text: "15 ngày là ngắn với thôn vùng cao. Đề nghị “ít nhất 20 ngày”.",
    colour: "pink",
    minutesAgo: 22,
    replies: [],
    resolvedBy: null,
  },
  {
    meeting: "hoi-nghi-lan-thu-tu",
    author: "daibieu6",
    paper: "to-trinh-24-giam-sat.pdf",
    pageNumber: 2,
    quote: "việc công khai danh mục tại trụ sở và nhà sinh hoạt cộng đồng",
    text: "Thêm kênh góp ý trực tuyến.",
    colour: "blue",
    minutesAgo: 28,
    replies: [
      {
        author: "daibieu1",
        text: "Điểm b khoản 2 Điều 5 dự thảo Nghị quyết đã có trang thông tin điện tử của cấp xã.",
        minutesAgo: 25,
      },
    ],
    resolvedBy: "daibieu6",
  },
  {
    meeting: "hoi-nghi-lan-thu-tu",
    author: "daibieu8",
    paper: "bao-cao-118-sau-thang.pdf",
    pageNumber: 2,
    quote: "hoàn thành 612 trên 640 căn",
    text: "Đề nghị nêu tên 07 xã còn chậm để các tổ chức thành viên cùng hỗ trợ.",
    colour: "green",
    minutesAgo: 130,
    replies: [],
    resolvedBy: null,
  },
];

export const sampleNotes: readonly SampleNote[] = [
  {
    meeting: "hoi-nghi-lan-thu-tu",
    author: "daibieu3",
    paper: "to-trinh-24-giam-sat.pdf",
    pageNumber: 1,
    quote: "47 nơi đã xuống cấp",
    text: "Hỏi lại: xã Mường Vang đã có 3 nhà văn hóa bỏ không từ tháng 9.",
    colour: "yellow",
    minutesAgo: 156,
  },
  {
    meeting: "hoi-nghi-lan-thu-tu",
    author: "daibieu3",
    paper: "to-trinh-24-giam-sat.pdf",
    pageNumber: 3,
    quote: "làm việc trực tiếp tại 12 xã, phường",
    text: "Phường Lam Thành có trong 12 nơi không? Nếu có thì chuẩn bị hồ sơ trước.",
    colour: "yellow",
    minutesAgo: 150,
  },
];
