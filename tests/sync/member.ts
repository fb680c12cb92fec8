// Somebody of the sample unit, signed in over HTTP.
import { contract } from "../../shared/protocol/http/contract.ts";
import type { RunningServer } from "../helpers/start-server.ts";

export interface Member {
  personId: string;
  /** The first unit they belong to. */
  organisationId: string;
  token: string;
  syncUrl: string;
  /** A fresh ticket. */
  ticket(): Promise<string>;
  /** The shared layer of the first paper of the meeting that is live. */
  livePaperRoom(): Promise<string>;
  /** The meeting that is live. */
  liveMeetingId(): Promise<string>;
  call(method: string, path: string, body?: unknown): Promise<Response>;
}

/** Signs in with the password of the sample. */
export async function memberOf(server: RunningServer, userName: string): Promise<Member> {
  const call = (token: string | null) => (method: string, path: string, body?: unknown) =>
    fetch(server.origin + path, {
      method,
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const answer = await call(null)("POST", "/api/session", { userName, password: "banhop-dung-thu" });
  const { token, person } = contract.signIn.answer.parse(await answer.json());
  const signedIn = call(token);
  async function liveMeetingId(): Promise<string> {
    const { meetings } = contract.meetings.answer.parse(await (await signedIn("GET", "/api/meetings")).json());
    return meetings.find(({ stage }) => stage === "live")?.id ?? "none";
  }
  return {
    personId: person.id,
    organisationId: person.memberships[0]?.organisationId ?? "none",
    token,
    syncUrl: `${server.origin.replace("http", "ws")}/sync`,
    call: signedIn,
    liveMeetingId,
    async ticket() {
      const answer = await signedIn("POST", "/api/sync/ticket");
      return contract.syncTicket.answer.parse(await answer.json()).ticket;
    },
    async livePaperRoom() {
      const found = await signedIn("GET", `/api/meetings/${await liveMeetingId()}`);
      const { papers } = contract.meeting.answer.parse(await found.json());
      return `annotations:${papers[0]?.id ?? "none"}`;
    },
  };
}
