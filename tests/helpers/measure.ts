// Asks a process that was started with the probe what it uses.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Measured } from "./server-probe.ts";

/** Memory after a forced collection (`measure`), or only the processor time (`cpu`), which costs the process nothing. */
export async function measure(child: ChildProcess, question: "measure" | "cpu" = "measure"): Promise<Measured> {
  const answered = once(child, "message");
  child.send(question);
  const [answer] = (await answered) as [Measured];
  return answer;
}
