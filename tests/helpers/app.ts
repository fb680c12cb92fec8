// The HTTP side of the server inside the test, on a data folder of its own: requests without sockets.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashPassword } from "../../server/auth/passwords.ts";
import { insertPerson } from "../../server/commands/people.ts";
import { readConfig } from "../../server/config.ts";
import { createApp } from "../../server/http/app.ts";
import { openServices } from "../../server/open-services.ts";
import type { Services } from "../../server/services.ts";

/** A body of an answer, whose shape the test knows. */
export type Body = any;

export interface Wish {
  token?: string | undefined;
  /** JSON. */
  body?: unknown;
  /** Bytes or a form, instead of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
  /** The network address it seems to come from. */
  address?: string;
}

export interface Answer {
  status: number;
  body: Body;
  headers: Headers;
  bytes: Buffer;
}

export interface TestApp {
  services: Services;
  call(method: string, path: string, wish?: Wish): Promise<Answer>;
  /** Signs in and answers the token. @throws Error when refused */
  signIn(userName: string, password?: string): Promise<string>;
  /** Makes a unit with one person, `quantri.KEY`, who is administrator and secretary. */
  addUnit(key: string): Promise<Unit>;
  close(): Promise<void>;
}

export interface Unit {
  id: string;
  /** Token of the person who is administrator and secretary. */
  token: string;
  personId: string;
}

/** The password of everybody whom the tests make. */
export const PASSWORD = "mat-khau-thu-nghiem";

/** Opens an empty data folder. */
export function openTestApp(environment: Record<string, string> = {}): TestApp {
  const BANHOP_DATA = mkdtempSync(join(tmpdir(), "banhop-app-"));
  const { services, close } = openServices(readConfig({ BANHOP_DATA, BANHOP_LOG: "silent", ...environment }));
  const app = createApp(services);

  async function call(method: string, path: string, wish: Wish = {}): Promise<Answer> {
    const { token, body, raw, headers, address = "192.0.2.1" } = wish;
    const request = new Request(`http://127.0.0.1${path}`, {
      method,
      headers: {
        host: "127.0.0.1",
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(raw !== undefined && { body: raw, duplex: "half" }),
    });
    const environmentOfNode = { incoming: { socket: { remoteAddress: address } } };
    const answer = await app.fetch(request, environmentOfNode);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: answer.status,
      headers: answer.headers,
      bytes,
      body: isJson ? JSON.parse(bytes.toString()) : null,
    };
  }

  async function signIn(userName: string, password = PASSWORD): Promise<string> {
    const { status, body } = await call("POST", "/api/session", { body: { userName, password } });
    if (status !== 200) throw new Error(`${userName} is not let in: ${status}`);
    return (body as { token: string }).token;
  }

  async function addUnit(key: string): Promise<Unit> {
    const id = services.ids();
    const personId = services.ids();
    const at = services.clock();
    const passwordHash = await hashPassword(PASSWORD);
    await services.db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("organisations")
        .values({ id, name: `Đơn vị ${key}`, time_zone: "Asia/Ho_Chi_Minh", created_at: at.toISOString() })
        .execute();
      const facts = { fullName: `Quản trị ${key}`, title: "", roles: ["administrator" as const, "secretary" as const] };
      const person = { id: personId, userName: `quantri.${key}`, passwordHash, mustChangePassword: false, ...facts };
      await insertPerson(transaction, person, { organisationId: id, at, by: null });
    });
    return { id, personId, token: await signIn(`quantri.${key}`) };
  }

  return { services, call, signIn, addUnit, close };
}
