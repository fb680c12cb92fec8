// The sample unit as plain data: two invented organisations, their people, four meetings
// with papers, and a few marks already on them. No I/O and no ids: whoever seeds an empty
// data folder reads this and makes the rows, rooms and blobs. People are named by user name,
// organisations by key, papers by their file in `papers/`. All text is NFC.

/** Every sample person signs in with this password. */
export const SAMPLE_PASSWORD = "banhop-dung-thu";

/** IANA zone of both sample organisations; hours below are local to it. */
export const SAMPLE_TIME_ZONE = "Asia/Ho_Chi_Minh";

export type SampleOrganisationKey = "lam-giang" | "hai-son";

/** A unit (đơn vị); the two see nothing of one another. */
export interface SampleOrganisation {
  readonly key: SampleOrganisationKey;
  readonly name: string;
}

export type SampleRole = "administrator" | "secretary" | "chair" | "member" | "guest";

/** A person with the role held in the organisation and the usual title (chức danh). */
export interface SamplePerson {
  readonly userName: string;
  readonly fullName: string;
  readonly title: string;
  readonly organisation: SampleOrganisationKey;
  readonly role: SampleRole;
  /** What the sign-in page says beside the name. */
  readonly hint: string;
}

/** Somebody at one meeting, with the role and title they had there. */
export interface SampleParticipant {
  readonly userName: string;
  readonly roleAtMeeting: "chair" | "secretary" | "member" | "guest";
  readonly title: string;
}

/** A paper attached to an agenda item. `file` is its name in `papers/`. */
export interface SamplePaper {
  readonly file: string;
  readonly title: string;
  /** The official number, or an empty string for a text not yet numbered. */
  readonly number: string;
  /** Official abbreviation of the document type: TTr, BC, NQ, QC, PL … */
  readonly kind: string;
  readonly uploadedBy: string;
}

/** An agenda item; sub-items share the duration of their parent. */
export interface SampleAgendaItem {
  readonly title: string;
  readonly durationMinutes: number;
  /** Full name of the presenter, or an empty string. */
  readonly presenter: string;
  readonly description: string;
  readonly subItems: readonly SampleAgendaItem[];
  readonly papers: readonly SamplePaper[];
}

export type SampleStage = "convened" | "live" | "closed";

/** Where a live meeting stands when the sample is made. */
export interface SampleProgress {
  /** The meeting was started so many minutes before the sample is made. */
  readonly startedMinutesAgo: number;
  /** Index in `agenda`, from 0, of the item being discussed. */
  readonly currentItemIndex: number;
  /** User names of those who have checked in. */
  readonly checkedIn: readonly string[];
  /** The presenter, the paper shown and its page (from 1). */
  readonly presenter: string;
  readonly paper: string;
  readonly pageNumber: number;
}

/** A meeting. Its day is `dayOffset` days after the day on which the sample is made. */
export interface SampleMeeting {
  readonly key: string;
  readonly organisation: SampleOrganisationKey;
  readonly title: string;
  readonly kind: string;
  readonly place: string;
  readonly stage: SampleStage;
  readonly dayOffset: number;
  readonly startHour: number;
  readonly startMinute: number;
  readonly plannedMinutes: number;
  readonly chairs: readonly string[];
  readonly secretaries: readonly string[];
  /** Everybody at the meeting, chairs and secretaries included. */
  readonly participants: readonly SampleParticipant[];
  readonly agenda: readonly SampleAgendaItem[];
  /** Present on the live meeting only. */
  readonly progress: SampleProgress | null;
}

export interface SampleReply {
  readonly author: string;
  readonly text: string;
  readonly minutesAgo: number;
}

export type SampleColour = "yellow" | "green" | "blue" | "pink";

/** A shared mark (góp ý chung): a highlight of `quote` with a comment, or without when `text` is empty. */
export interface SampleMark {
  readonly meeting: string;
  readonly author: string;
  readonly paper: string;
  /** From 1. */
  readonly pageNumber: number;
  /** The text as it stands on the page; where it runs over two lines, one space joins them. */
  readonly quote: string;
  readonly text: string;
  readonly colour: SampleColour;
  readonly minutesAgo: number;
  readonly replies: readonly SampleReply[];
  /** Who marked it as settled (đã giải quyết), or null. */
  readonly resolvedBy: string | null;
}

/** A private note (ghi chú riêng): only its author sees it. */
export interface SampleNote {
  readonly meeting: string;
  readonly author: string;
  readonly paper: string;
  readonly pageNumber: number;
  readonly quote: string;
  readonly text: string;
  readonly colour: SampleColour;
  readonly minutesAgo: number;
}

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

/** The live meeting: papers, marks, a presenter on page 1. */
const liveMeeting: SampleMeeting = {
  key: "hoi-nghi-lan-thu-tu",
  organisation: "lam-giang",
  title: "Hội nghị Ủy ban MTTQ Việt Nam tỉnh lần thứ tư",
  kind: "Hội nghị Ủy ban",
  place: "Phòng họp số 2",
  stage: "live",
  dayOffset: 0,
  startHour: 8,
  startMinute: 0,
  plannedMinutes: 216,
  chairs: ["chutri"],
  secretaries: ["thuky"],
  participants: participants([
    "chutri",
    "thuky",
    "daibieu1",
    "daibieu2",
    "daibieu3",
    "daibieu4",
    "daibieu5",
    "daibieu6",
    "daibieu7",
    "daibieu8",
    "khach",
  ]),
  agenda: [
    item("Chào cờ, giới thiệu đại biểu", 10, "Phạm Thùy Linh"),
    item("Báo cáo công tác Mặt trận 6 tháng đầu năm", 46, "Lê Quang Vinh", {
      description:
        "Nghe báo cáo và thảo luận về kết quả 6 tháng, kiến nghị sau giám sát quá hạn trả lời, nhiệm vụ 6 tháng cuối năm.",
      papers: [
        paper(
          "bao-cao-118-sau-thang.pdf",
          "Báo cáo kết quả công tác Mặt trận 6 tháng đầu năm, nhiệm vụ trọng tâm 6 tháng cuối năm 2026",
          "118/BC-MTTQ-BTT",
          "BC",
        ),
      ],
    }),
    item("Dự thảo Nghị quyết giám sát việc sử dụng trụ sở, nhà văn hóa dôi dư", 50, "Nguyễn Thị Minh Châu", {
      description:
        "Xin ý kiến về thời hạn lấy ý kiến Nhân dân, 29 nơi chưa có phương án và cơ cấu 03 đoàn giám sát; biểu quyết thông qua Nghị quyết.",
      subItems: [
        item("Trình bày Tờ trình và dự thảo Nghị quyết", 15, "Nguyễn Thị Minh Châu"),
        item("Thảo luận", 25, "", {
          description: "Mỗi ý kiến không quá 5 phút, đăng ký theo thứ tự.",
        }),
        item("Tiếp thu, giải trình và biểu quyết", 10, "Trần Văn Khánh"),
      ],
      papers: [
        paper(
          "to-trinh-24-giam-sat.pdf",
          "Tờ trình về việc ban hành Nghị quyết giám sát, phản biện xã hội đối với việc sử dụng trụ sở, nhà văn hóa dôi dư",
          "24/TTr-MTTQ-BTT",
          "TTr",
        ),
        paper(
          "du-thao-nghi-quyet.pdf",
          "Dự thảo Nghị quyết về giám sát, phản biện xã hội đối với việc sử dụng trụ sở, nhà văn hóa dôi dư",
          "",
          "NQ",
        ),
        paper("phu-luc-danh-muc.pdf", "Phụ lục: danh mục trụ sở, nhà văn hóa dôi dư", "", "PL"),
      ],
    }),
    item("Giải lao", 15, ""),
    item("Phân bổ Quỹ “Vì người nghèo” tỉnh năm 2026", 35, "Lê Quang Vinh", {
      description: "Xem xét phương án phân bổ 6.500 triệu đồng và mức dự phòng; biểu quyết thông qua.",
      papers: [
        paper(
          "to-trinh-26-quy-vi-nguoi-ngheo.pdf",
          "Tờ trình về việc phân bổ Quỹ “Vì người nghèo” cấp tỉnh 6 tháng cuối năm 2026",
          "26/TTr-MTTQ-BTT",
          "TTr",
        ),
      ],
    }),
    item("Quy chế phối hợp công tác với Ủy ban nhân dân tỉnh", 40, "Nguyễn Thị Minh Châu", {
      description: "Cho ý kiến về dự thảo Quy chế trước khi hai bên ký.",
      papers: [
        paper(
          "du-thao-quy-che-phoi-hop.pdf",
          "Dự thảo Quy chế phối hợp công tác giữa Ủy ban nhân dân tỉnh và Ủy ban MTTQ Việt Nam tỉnh",
          "01/QCPH/UBND-UBMTTQ",
          "QC",
        ),
      ],
    }),
    item("Kết luận, bế mạc", 20, "Trần Văn Khánh"),
  ],
  progress: {
    startedMinutesAgo: 88,
    currentItemIndex: 2,
    checkedIn: ["chutri", "thuky", "daibieu1", "daibieu2", "daibieu4", "daibieu5", "daibieu6"],
    presenter: "daibieu1",
    paper: "to-trinh-24-giam-sat.pdf",
    pageNumber: 1,
  },
};

const tomorrowMeeting: SampleMeeting = {
  key: "hiep-thuong-bo-sung",
  organisation: "lam-giang",
  title: "Hội nghị hiệp thương cử bổ sung ủy viên",
  kind: "Hội nghị hiệp thương",
  place: "Phòng họp số 2",
  stage: "convened",
  dayOffset: 1,
  startHour: 14,
  startMinute: 0,
  plannedMinutes: 120,
  chairs: ["chutri", "daibieu1"],
  secretaries: ["thuky"],
  participants: participants(
    ["chutri", "daibieu1", "thuky", "daibieu2", "daibieu3", "daibieu4", "daibieu5", "daibieu6", "daibieu7", "daibieu8"],
    ["daibieu1"],
  ),
  agenda: [
    item("Tuyên bố lý do, giới thiệu đại biểu", 10, "Phạm Thùy Linh"),
    item("Báo cáo công tác chuẩn bị hiệp thương", 20, "Trần Văn Khánh", {
      description: "Số lượng, cơ cấu, tiêu chuẩn và danh sách 04 người được giới thiệu.",
      papers: [
        paper(
          "bao-cao-121-chuan-bi-hiep-thuong.pdf",
          "Báo cáo công tác chuẩn bị hiệp thương cử bổ sung ủy viên",
          "121/BC-MTTQ-BTT",
          "BC",
        ),
      ],
    }),
    item("Thảo luận về từng người được giới thiệu", 40, "Nguyễn Thị Minh Châu", {
      description: "Trường hợp có ý kiến khác nhau thì bỏ phiếu kín.",
    }),
    item("Cử Tổ kiểm phiếu, bỏ phiếu", 30, "Trần Văn Khánh"),
    item("Công bố kết quả, bế mạc", 20, "Trần Văn Khánh"),
  ],
  progress: null,
};

const closedMeeting: SampleMeeting = {
  key: "ban-thuong-truc-thang-5",
  organisation: "lam-giang",
  title: "Hội nghị Ban Thường trực mở rộng",
  kind: "Hội nghị Ban Thường trực",
  place: "Hội trường tầng 3",
  stage: "closed",
  dayOffset: -21,
  startHour: 8,
  startMinute: 0,
  plannedMinutes: 150,
  chairs: ["chutri"],
  secretaries: ["thuky"],
  participants: participants(["chutri", "thuky", "daibieu1", "daibieu2", "daibieu3", "daibieu4"]),
  agenda: [
    item("Đánh giá công tác trong tháng", 60, "Lê Quang Vinh"),
    item("Chuẩn bị nội dung Hội nghị Ủy ban lần thứ tư", 60, "Nguyễn Thị Minh Châu"),
    item("Kết luận", 30, "Trần Văn Khánh", {
      description: "Thông báo kết luận được gửi sau Hội nghị.",
      papers: [
        paper(
          "thong-bao-19-ket-luan.pdf",
          "Thông báo kết luận Hội nghị Ban Thường trực mở rộng tháng 5 năm 2026",
          "19/TB-MTTQ-BTT",
          "TB",
        ),
      ],
    }),
  ],
  progress: null,
};

const otherUnitMeeting: SampleMeeting = {
  key: "hai-son-ngay-hoi",
  organisation: "hai-son",
  title: "Hội nghị triển khai Ngày hội Đại đoàn kết toàn dân tộc",
  kind: "Hội nghị triển khai",
  place: "Phòng họp tầng 2",
  stage: "convened",
  dayOffset: 2,
  startHour: 8,
  startMinute: 30,
  plannedMinutes: 90,
  chairs: ["daibieu.khac"],
  secretaries: ["thuky.khac"],
  participants: participants(["daibieu.khac", "thuky.khac"], ["daibieu.khac"]),
  agenda: [
    item("Quán triệt Kế hoạch tổ chức Ngày hội", 45, "Hồ Thị Diệu Hiền", {
      papers: [
        paper(
          "ke-hoach-16-hai-son.pdf",
          "Kế hoạch tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư năm 2026",
          "16/KH-MTTQ-UB",
          "KH",
          "thuky.khac",
        ),
      ],
    }),
    item("Thảo luận, phân công", 45, "Hồ Thị Diệu Hiền"),
  ],
  progress: null,
};

export const sampleMeetings: readonly SampleMeeting[] = [liveMeeting, tomorrowMeeting, closedMeeting, otherUnitMeeting];

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

/** Takes role and title from the person; `alsoChairs` are members who chair this meeting. */
function participants(userNames: readonly string[], alsoChairs: readonly string[] = []): SampleParticipant[] {
  return userNames.map((userName) => {
    const person = samplePeople.find((candidate) => candidate.userName === userName);
    if (!person || person.role === "administrator") {
      throw new Error(`Sample participant ${userName} is not somebody who attends meetings`);
    }
    const roleAtMeeting = alsoChairs.includes(userName) ? "chair" : person.role;
    return { userName, roleAtMeeting, title: person.title };
  });
}

function item(
  title: string,
  durationMinutes: number,
  presenter: string,
  more: Partial<Pick<SampleAgendaItem, "description" | "subItems" | "papers">> = {},
): SampleAgendaItem {
  return {
    title,
    durationMinutes,
    presenter,
    description: more.description ?? "",
    subItems: more.subItems ?? [],
    papers: more.papers ?? [],
  };
}

function paper(file: string, title: string, number: string, kind: string, uploadedBy = "thuky"): SamplePaper {
  return { file, title, number, kind, uploadedBy };
}
