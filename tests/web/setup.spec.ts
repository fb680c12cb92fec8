// From an empty data folder: the unit is set up, people are pasted from Excel, one of them signs in with the first
// password, must change it, and finds the settings of the account.
import { expect as baseExpect, type Page, test } from "@playwright/test";
import { complaintsOf } from "../helpers/complaints.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

/** Browsers and a server share two cores. */
const expect = baseExpect.configure({ timeout: 15_000 });
test.use({ actionTimeout: 15_000 });
test.setTimeout(120_000);
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

const TABLE = [
  "Họ tên\tTên đăng nhập\tChức danh\tVai trò",
  "Trần Thị Bình\tbinh.tran\tChánh Văn phòng\tthư ký",
  "Nguyễn Văn An\tan.nguyen\tỦy viên\tđại biểu",
].join("\n");

test("a unit, its people, and one of them", async ({ page, browser }) => {
  const complaints = complaintsOf(page);
  await setUpUnit(page);
  const password = await importPeople(page);
  expect(complaints()).toEqual([]);
  const other = await (await browser.newContext()).newPage();
  const otherComplaints = complaintsOf(other);
  await firstSignIn(other, password);
  await changeLook(other);
  await endAndReturn(other);
  expect(otherComplaints()).toEqual([]);
});

async function setUpUnit(page: Page): Promise<void> {
  await page.goto(server.origin);
  await page.getByRole("button", { name: "Bắt đầu thiết lập" }).click();
  await page.getByLabel("Tên đơn vị").fill("Ủy ban MTTQ Việt Nam xã Hải Sơn");
  await page.getByLabel("Họ tên người quản trị").fill("Đỗ Thị Hạnh");
  await page.getByLabel("Tên đăng nhập").fill("Quản trị");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("ngắn");
  await page.getByRole("button", { name: "Tạo đơn vị" }).click();
  await expect(page.getByText("Tên đăng nhập chưa đúng", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Tên đăng nhập")).toBeFocused();
  await page.getByLabel("Tên đăng nhập").fill("quantri");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("mot hai ba bon");
  await page.getByRole("button", { name: "Tạo đơn vị" }).click();
  await expect(page.getByRole("heading", { name: "Sắp tới" })).toBeVisible();
}

/** Returns the first password of an.nguyen. */
async function importPeople(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Thêm người dùng" }).click();
  await page.getByRole("button", { name: "Dán từ Excel" }).click();
  const dialog = page.getByRole("dialog", { name: "Dán bảng người từ Excel" });
  const add = dialog.getByRole("button", { name: /^Thêm \d+ người$/ });
  await dialog.getByLabel("Bảng dán từ Excel").fill(`${TABLE}\nLê Văn Cường\tquantri\t\tgiám đốc`);
  await expect(dialog.getByText("Tên đăng nhập đã có người dùng.")).toBeVisible();
  await expect(dialog.getByText("Không rõ vai trò “giám đốc”", { exact: false })).toBeVisible();
  await expect(add).toBeDisabled();
  await dialog.getByLabel("Bảng dán từ Excel").fill(TABLE);
  await expect(dialog.getByText("2 dòng đều đúng.")).toBeVisible();
  await add.click();
  const handOver = page.getByRole("alertdialog", { name: "Đã thêm 2 người" });
  const password = await handOver
    .getByRole("row", { name: /an\.nguyen/ })
    .locator("code")
    .innerText();
  await handOver.getByRole("button", { name: "Đã đưa, đóng lại" }).click();
  // By given name: An, Bình, Hạnh; and found without marks.
  await expect(page.locator("table.people tbody th")).toHaveText([/Nguyễn Văn An/, /Trần Thị Bình/, /Đỗ Thị Hạnh/]);
  await page.getByRole("searchbox").fill("binh");
  await expect(page.locator("table.people tbody th")).toHaveText([/Trần Thị Bình/]);
  return password;
}

async function firstSignIn(page: Page, password: string): Promise<void> {
  await page.goto(`${server.origin}/nguoi-dung`);
  await page.getByLabel("Tên đăng nhập").fill("an.nguyen");
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Đổi mật khẩu để bắt đầu" })).toBeVisible();
  await page.goto(`${server.origin}/`);
  await expect(page.getByRole("heading", { name: "Đổi mật khẩu để bắt đầu" })).toBeVisible();
  await page.getByLabel("Mật khẩu đang dùng").fill(password);
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill("bon ba hai mot");
  await page.getByLabel("Gõ lại mật khẩu mới").fill("bon ba hai");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(page.getByText("Hai lần gõ mật khẩu mới không giống nhau.")).toBeVisible();
  await page.getByLabel("Gõ lại mật khẩu mới").fill("bon ba hai mot");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(page.getByRole("heading", { name: "Sắp tới" })).toBeVisible();
  await page.getByRole("button", { name: /^Tài khoản của/ }).click();
  await page.getByText("Tài khoản và cài đặt").click();
  await expect(page.getByRole("heading", { name: "Các máy đang đăng nhập" })).toBeVisible();
  await expect(page.getByText("Máy này", { exact: true })).toBeVisible();
}

async function changeLook(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Tối" }).click();
  await main.getByRole("button", { name: "20" }).click();
  await main.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Devices signed in" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveCSS("font-size", "20px");
  await main.getByRole("button", { name: "Tiếng Việt" }).click();
}

/** A session that ends elsewhere leads to the door, and signing in back to where one was. */
async function endAndReturn(page: Page): Promise<void> {
  const token = await page.evaluate(() => sessionStorage.getItem("banhop.token") ?? "");
  await fetch(`${server.origin}/api/session`, { method: "DELETE", headers: { authorization: `Bearer ${token}` } });
  await page.getByLabel("Mật khẩu đang dùng").fill("bon ba hai mot");
  await page.getByLabel("Mật khẩu mới", { exact: true }).fill("nam sau bay tam");
  await page.getByLabel("Gõ lại mật khẩu mới").fill("nam sau bay tam");
  await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
  await expect(page.getByText("Phiên làm việc đã hết", { exact: false })).toBeVisible();
  await page.getByLabel("Tên đăng nhập").fill("an.nguyen");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("bon ba hai mot");
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
  await expect(page).toHaveURL(`${server.origin}/tai-khoan`);
}
