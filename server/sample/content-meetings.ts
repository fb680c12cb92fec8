// Four meetings with their agendas and papers.
import { samplePeople } from "./content-people.ts";
import type { SampleAgendaItem, SampleMeeting, SamplePaper, SampleParticipant } from "./content-shapes.ts";

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
