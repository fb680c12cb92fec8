import { describe, expect, it } from "vitest";
import { compareNames, initialsOf, suggestUserName } from "./names.ts";

describe("Vietnamese names", () => {
  it("sort by the given name, then by the rest", () => {
    const names = ["Trần Văn Ánh", "Lê Thị Bình", "Nguyễn Văn Anh", "Đỗ Thị Ánh", "Phạm Đăng"];
    names.sort(compareNames);
    expect(names).toEqual(["Nguyễn Văn Anh", "Đỗ Thị Ánh", "Trần Văn Ánh", "Lê Thị Bình", "Phạm Đăng"]);
  });

  it.each([
    ["Bùi Đức Thắng", "ĐT", "thangbd"],
    ["  Nguyễn  Thị Hồng Ân ", "HÂ", "annth"],
    ["Y", "Y", "y"],
  ])("%s", (fullName, initials, userName) => {
    expect(initialsOf(fullName)).toBe(initials);
    expect(suggestUserName(fullName)).toBe(userName);
  });

  it("suggest nothing for an empty name", () => {
    expect(suggestUserName("")).toBe("");
  });
});
