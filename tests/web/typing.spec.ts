// Vietnamese input methods in the fields of the agenda while a second person types in the same field: a composition of
// the system (Telex as macOS, Windows and phones do it) and backspace-and-retype (as UniKey does it). Nothing is lost.
import { type CDPSession, expect as baseExpect, type Locator, test } from "@playwright/test";
import { newMeeting, visit, type Visit } from "../helpers/sample-meeting.ts";
import { type RunningServer, startServer } from "../helpers/start-server.ts";

const expect = baseExpect.configure({ timeout: 15_000 });
test.use({ actionTimeout: 15_000 });
let server: RunningServer;
let mine: Visit;
let theirs: Visit;

test.beforeAll(async ({ browser }) => {
  server = await startServer({ sample: true });
  const path = `/cuoc-hop/${await newMeeting(server)}`;
  mine = await visit(browser, server, "thuky", path);
  theirs = await visit(browser, server, "chutri", path);
  await mine.page.getByRole("button", { name: "Thêm mục" }).first().click();
});
test.afterAll(async () => {
  await Promise.all([mine.context.close(), theirs.context.close()]);
  await server.stop();
});

/** What a Telex composition shows, keystroke by keystroke, until the syllable is finished. */
const SYLLABLES = [
  ["n", "ng", "ngh", "nghi", "nghị"],
  ["q", "qu", "quy", "quyê", "quyết"],
  ["đ", "đi", "điê", "điề", "điều"],
];

/** One keystroke of UniKey: how many letters it takes back, and what it types instead. */
type Stroke = readonly [backspaces: number, letters: string];
const RETYPED: readonly Stroke[] = [
  [0, "v"],
  [0, "a"],
  [1, "â"],
  [0, "n"],
  [2, "ấn"],
  [0, " "],
  [0, "d"],
  [1, "đ"],
  [0, "e"],
  [1, "ê"],
  [1, "ề"],
];

interface Pair {
  field: Locator;
  other: Locator;
  /** The input method of the first window. */
  cdp: CDPSession;
}

const FIELDS = { title: "Tên mục 1", description: "Nội dung mục 1" } as const;

for (const [name, label] of Object.entries(FIELDS)) {
  test(`composing in the ${name} while another types before it`, async () => {
    const pair = await open(label, "Đầu Cuối", 4);
    let before = "";
    for (const syllable of SYLLABLES) {
      for (const shown of syllable) {
        await pair.cdp.send("Input.imeSetComposition", {
          text: shown,
          selectionStart: shown.length,
          selectionEnd: shown.length,
        });
        await insert(pair.other, before.length, "x");
        before += "x";
      }
      await pair.cdp.send("Input.insertText", { text: `${syllable.at(-1) ?? ""} ` });
    }
    const whole = `${before}Đầu nghị quyết điều Cuối`;
    for (const field of [pair.field, pair.other]) await expect(field).toHaveValue(whole);
    expect(await caretOf(pair.field)).toBe(whole.indexOf("Cuối"));
  });

  test(`backspace-and-retype in the ${name} while another types around it`, async () => {
    const pair = await open(label, "Đầu Cuối", 4);
    let before = "";
    for (const [backspaces, letters] of RETYPED) {
      for (let count = 0; count < backspaces; count++) await mine.page.keyboard.press("Backspace");
      await mine.page.keyboard.insertText(letters);
      await insert(pair.other, before.length, "y");
      before += "y";
      await expect(pair.field).toHaveValue(new RegExp(`^${before}Đầu`));
    }
    const whole = `${before}Đầu vấn đềCuối`;
    for (const field of [pair.field, pair.other]) await expect(field).toHaveValue(whole);
    expect(await caretOf(pair.field)).toBe(whole.indexOf("Cuối"));
  });
}

test("two compositions in the same place at the same time both stay", async () => {
  const pair = await open(FIELDS.title, "", 0);
  const otherCdp = await theirs.context.newCDPSession(theirs.page);
  await pair.other.click();
  for (const [mine, theirs] of [
    ["x", "h"],
    ["xo", "ho"],
    ["xó", "hò"],
    ["xóm", "hòa"],
  ] as const) {
    await Promise.all([
      pair.cdp.send("Input.imeSetComposition", { text: mine, selectionStart: mine.length, selectionEnd: mine.length }),
      otherCdp.send("Input.imeSetComposition", {
        text: theirs,
        selectionStart: theirs.length,
        selectionEnd: theirs.length,
      }),
    ]);
  }
  await pair.cdp.send("Input.insertText", { text: "xóm" });
  await otherCdp.send("Input.insertText", { text: "hòa" });
  await expect(pair.field).toHaveValue(/^(xómhòa|hòaxóm)$/);
  await expect(pair.other).toHaveValue(await pair.field.inputValue());
});

/** The same field in both windows, with `text` in it and the caret of the first window at `caret`. */
async function open(label: string, text: string, caret: number): Promise<Pair> {
  const field = mine.page.getByLabel(label, { exact: true });
  const other = theirs.page.getByLabel(label, { exact: true });
  await other.fill(text);
  await expect(field).toHaveValue(text);
  await field.click();
  await field.evaluate((element, at) => (element as HTMLTextAreaElement).setSelectionRange(at, at), caret);
  return { field, other, cdp: await mine.context.newCDPSession(mine.page) };
}

/** Puts letters in at a place as typing does, without the keyboard, so that the first window keeps its own. */
async function insert(field: Locator, at: number, letters: string): Promise<void> {
  await field.evaluate(
    (element, [place, text]) => {
      const area = element as HTMLTextAreaElement;
      area.setRangeText(text, place, place, "end");
      area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    [at, letters] as const,
  );
}

async function caretOf(field: Locator): Promise<number | null> {
  return field.evaluate((element) => (element as HTMLTextAreaElement).selectionStart);
}
