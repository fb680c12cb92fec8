// People are found without marks, and listed by given name.
import { expect, test } from "vitest";
import { findPeople } from "./order.ts";

const person = (fullName: string) => ({
  id: fullName,
  fullName,
  userName: "x",
  title: "",
  roles: ["member" as const],
  disabled: false,
});

test("a name is found without marks, and with marks only when they agree", () => {
  const people = [person("Đỗ Thị Hạnh"), person("Đào Hành")];
  const found = (query: string) => findPeople(people, query).map(({ fullName }) => fullName);
  expect(found("do thi hanh")).toEqual(["Đỗ Thị Hạnh"]);
  expect(found("hành")).toEqual(["Đào Hành"]);
  expect(found(" ")).toEqual(["Đào Hành", "Đỗ Thị Hạnh"]);
});
