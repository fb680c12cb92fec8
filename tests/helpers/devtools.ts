// A window spoken to over the DevTools protocol: Playwright cannot drive a packed app, whose fuses refuse --inspect.
import { until } from "./until.ts";

interface Answer {
  id?: number;
  method?: string;
  params?: any;
  result?: any;
  error?: { message: string };
}

/** One page behind a DevTools port. */
export interface DevTools {
  /** Sends a command. @throws Error with the protocol's own words */
  send(method: string, params?: object): Promise<any>;
  /** What an expression gives in the page; a promise is waited for. @throws Error when it throws there */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until an expression gives something truthy. */
  untilTrue(expression: string, deadlineMs?: number): Promise<void>;
  /** What the page has reported of this kind so far. */
  events(method: string): any[];
  close(): void;
}

/** The pages, workers and frames behind a port, as the browser lists them. */
export async function targetsOf(port: number): Promise<{ type: string; url: string; webSocketDebuggerUrl: string }[]> {
  return (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as Awaited<ReturnType<typeof targetsOf>>;
}

/** Connects to the first page behind a port, as soon as there is one. */
export async function connectDevTools(port: number): Promise<DevTools> {
  const target = await until(
    async () => (await targetsOf(port)).find(({ type, url }) => type === "page" && url !== ""),
    "a window",
    20_000, // a cold start on a busy machine
  );
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  const waiting = new Map<number, (answer: Answer) => void>();
  const seen: Answer[] = [];
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) seen.push(answer);
    else waiting.get(answer.id)?.(answer);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error("no answer from the window"));
  });
  let last = 0;
  const send = async (method: string, params: object = {}) => {
    const id = ++last;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  };
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await send("Runtime.enable");
  return {
    send,
    evaluate,
    untilTrue: async (expression, deadlineMs) => {
      const isTrue = `Promise.resolve(${expression}).then(Boolean)`; // an element itself cannot be sent
      await until(() => evaluate(isTrue), expression, deadlineMs);
    },
    events: (method) => seen.filter((event) => event.method === method).map((event) => event.params),
    close: () => socket.close(),
  };
}
