// Answers of the server that are kept on this device, so that what was seen once is there when the network is not: who I
// am, my meetings, one meeting, one paper. They lie in the scope that is recalled with them.
import { contract, type RouteName } from "../../shared/protocol/http/contract.ts";
import { storeScope } from "../../shared/protocol/device-store.ts";
import { deviceStore } from "./device-store.ts";

/** Where the answer of a route is kept; null for one that is not. */
export interface AnswerPlace {
  scope: string;
  name: string;
}

/** What was written last, so that the same answer is not written again every few seconds. */
const written = new Map<string, string>();

export function placeOfAnswer(route: RouteName, params: Record<string, string> = {}): AnswerPlace | null {
  const place = placeFor(route, params);
  return place && storeScope.safeParse(place.scope).success ? place : null; // an id out of an address may be anything
}

function placeFor(route: RouteName, params: Record<string, string>): AnswerPlace | null {
  const name = `answer:${route}`;
  if (route === "whoAmI" || route === "meetings") return { scope: "home", name };
  if (route === "meeting") return { scope: `meeting:${params["meetingId"] ?? ""}`, name };
  return route === "paper" ? { scope: `paper:${params["paperId"] ?? ""}`, name } : null;
}

/** Keeps an answer. A device that does not keep it only works less well without the network. */
export async function keepAnswer({ scope, name }: AnswerPlace, answer: unknown): Promise<void> {
  const text = JSON.stringify(answer);
  const store = deviceStore();
  const key = `${scope} ${name}`;
  if (!store || written.get(key) === text) return;
  const result = await store.replace(scope, name, [new TextEncoder().encode(text)]);
  if (result.ok) written.set(key, text);
}

/** Forgets what was written last: another person's store is open now, or it was emptied. */
export function forgetWrittenAnswers(): void {
  written.clear();
}

/** The kept answer; null when there is none, or it is of an older version of the program. */
export async function keptAnswer(route: RouteName, { scope, name }: AnswerPlace): Promise<unknown> {
  const result = await deviceStore()?.read(scope, name, 0, 1);
  const record = result?.ok ? result.value[0] : undefined;
  if (!record) return null;
  const parsed = contract[route].answer.safeParse(JSON.parse(new TextDecoder().decode(record)));
  return parsed.success ? parsed.data : null;
}
