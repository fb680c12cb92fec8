// A new meeting in the sample unit, and browsers of its people, for tests that click through it.
import { type Browser, type BrowserContext, type Page } from "@playwright/test";
import type { RunningServer } from "./start-server.ts";

/** Everybody in the sample has this password. */
const PASSWORD = "banhop-dung-thu";

/** Answers are looked into freely by tests; the contract is checked elsewhere. */

export type Answer = any;

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Errors of the page and its console, in the order they came. */
  complaints: string[];
}

/** Signs in and gives the token. */
export async function signIn(server: RunningServer, userName: string): Promise<string> {
  const { token } = await call(server, "POST", "/api/session", null, { userName, password: PASSWORD });
  return token as string;
}

/** Calls the server. @throws Error with its answer when that is none of 2xx. */
export async function call(
  server: RunningServer,
  method: string,
  path: string,
  token: string | null,
  body?: unknown,
): Promise<Answer> {
  const answer = await fetch(server.origin + path, {
    method,
    headers: { "content-type": "application/json", ...(token !== null && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return await answer.json();
}

/** A meeting of secretary, chair and member tomorrow; gives its id. */
export async function newMeeting(server: RunningServer): Promise<string> {
  const token = await signIn(server, "thuky");
  const me = await call(server, "GET", "/api/session", token);
  const unit = me.person.memberships[0].organisationId as string;
  const { people } = await call(server, "GET", `/api/organisations/${unit}/people`, token);
  const idOf = (userName: string): string =>
    people.find((one: { userName: string }) => one.userName === userName).id as string;
  const start = new Date(Date.now() + 86_400_000).toISOString();
  const { meeting } = await call(server, "POST", "/api/meetings", token, { title: "Họp thử", place: "Phòng 1", start });
  const participants = [
    { personId: idOf("thuky"), role: "secretary" },
    { personId: idOf("chutri"), role: "chair" },
    { personId: idOf("daibieu1"), role: "member" },
  ];
  await call(server, "PUT", `/api/meetings/${meeting.id as string}/participants`, token, { participants });
  return meeting.id as string;
}

/** Opens an address in a window of its own, as this person. */
export async function visit(
  browser: Browser,
  server: RunningServer,
  userName: string,
  path: string,
  options: { width?: number; height?: number; ownDevice?: boolean; hasTouch?: boolean } = {},
): Promise<Visit> {
  const token = await signIn(server, userName);
  const viewport = { width: options.width ?? 1366, height: options.height ?? 768 };
  const context = await browser.newContext({ viewport, hasTouch: options.hasTouch ?? false });
  const place = options.ownDevice ? "localStorage" : "sessionStorage";
  await context.addInitScript(
    ([where, value]) => {
      if (sessionStorage.getItem("given") === null)
        window[where as "localStorage"].setItem("banhop.token", value ?? "");
      sessionStorage.setItem("given", "1");
    },
    [place, token],
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(server.origin + path);
  return { context, page, complaints };
}
