// Threads in which PDFs are opened, so that a file built to crash, to grow or to take for ever hurts its own thread only.
// A thread is warm for the next file when it has answered well, and is thrown away when it has not.
import { Worker } from "node:worker_threads";
import type { Quote, WantedQuote } from "../../shared/paper/quote.ts";

/** A 300-page paper takes two seconds; what takes longer than this is built to take for ever. */
const LIMIT_MS = 40_000;
/** pdf.js needs about 150 MB for 300 pages. */
const MEMORY_MB = 512;
/** Secretaries upload several papers at once; more threads than this would leave no processor to the meeting. */
const MAX_THREADS = 2;
/** A warm thread holds some 100 MB; between two uploads of one sitting there is less time than this. */
const REST_MS = 10_000;

/** Where a quote stands on its page. */
export interface PlacedQuote {
  /** Eight numbers a quad, in PDF user space. */
  quads: number[];
  quote: Quote;
}

export type PdfRequest =
  | { kind: "inspect"; file: string }
  | { kind: "place"; file: string; quotes: readonly (WantedQuote & { pageIndex: number })[] };

/** What a thread finds. `locked` and `damaged` answer either request. */
export type PdfAnswer =
  | { is: "sound"; pageCount: number; thumbnail: Uint8Array }
  | { is: "placed"; found: (PlacedQuote | null)[] }
  | { is: "secret"; degree: string; pageNumber: number }
  | { is: "tooLong"; most: number }
  | { is: "locked" }
  | { is: "damaged" };

export interface PdfThreads {
  /** Answers when a thread is free. @throws Error when the file broke the thread or took too long */
  ask(request: PdfRequest): Promise<PdfAnswer>;
  /** Ends all threads. Idempotent. */
  close(): Promise<void>;
}

interface Job {
  request: PdfRequest;
  resolve: (answer: PdfAnswer) => void;
  reject: (error: Error) => void;
}

/** One thread and what it is doing. */
interface Thread {
  worker: Worker;
  job: Job | null;
  /** Runs out when the job takes too long, or when nothing has been asked for a while. */
  timer: NodeJS.Timeout | undefined;
}

/** No thread is started before the first request. */
export function openPdfThreads(limitMs = LIMIT_MS): PdfThreads {
  const waiting: Job[] = [];
  const threads = new Set<Thread>();

  function start(): Thread {
    const worker = new Worker(new URL("./pdf-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true, // pdf.js warns about damaged files; the answer says it better
    });
    const thread: Thread = { worker, job: null, timer: undefined };
    threads.add(thread);
    worker.on("message", (answer: PdfAnswer) => rest(thread, answer));
    // Also of a resting thread, and more than once: a broken file may do its harm late.
    worker.on("error", (error) => void end(thread, error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => void end(thread, new Error("the thread ended")));
    return thread;
  }

  async function end(thread: Thread, why: Error): Promise<void> {
    const { worker, job } = thread;
    clearTimeout(thread.timer);
    thread.timer = undefined; // from now on it is not found idle
    thread.job = null;
    job?.reject(why);
    if (!threads.has(thread)) return;
    await worker.terminate();
    threads.delete(thread);
    next();
  }

  function rest(thread: Thread, answer: PdfAnswer): void {
    const { worker, job } = thread;
    clearTimeout(thread.timer);
    thread.job = null;
    thread.timer = setTimeout(() => void end(thread, new Error("rested")), REST_MS).unref();
    worker.unref();
    job?.resolve(answer);
    next();
  }

  function next(): void {
    const idle = [...threads].find(({ job, timer }) => job === null && timer !== undefined);
    if (waiting.length === 0 || (!idle && threads.size >= MAX_THREADS)) return;
    const job = waiting.shift();
    if (job) run(idle ?? start(), job);
  }

  function run(thread: Thread, job: Job): void {
    clearTimeout(thread.timer);
    thread.job = job;
    thread.timer = setTimeout(() => void end(thread, new Error(`no answer within ${limitMs} ms`)), limitMs);
    thread.worker.ref();
    thread.worker.postMessage(job.request);
  }

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        next();
      }),
    async close() {
      const why = new Error("the server stops");
      for (const { reject } of waiting.splice(0)) reject(why);
      await Promise.all([...threads].map((thread) => end(thread, why)));
    },
  };
}
