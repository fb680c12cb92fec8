// Fetches the bytes pdf.js asks for, range by range. pdf.js never asks twice for a range that failed, so a cut network
// must not reach it: a range is tried again until it comes, or until the server says for good that it will not.
import type { KeptFile } from "../../../offline/kept-file.ts";
import { loadPdfjs } from "./pdfjs.ts";

/** How the bytes come: as asked for, waiting for the network, no longer allowed, or of another file than was opened. */
export type SourceState = "flowing" | "waiting" | "gone" | "changed";

/** Bytes asked for at once; small enough that the first page of a long paper comes before the rest. */
export const RANGE_CHUNK = 65_536;
/** Pauses between tries, in milliseconds; the last one repeats. Coming back online ends a pause. */
const PAUSES = [300, 1000, 2000, 4000, 8000] as const;
/** A range that has not come by then is lost in a dead connection. */
const RANGE_MS = 20_000;

const refused = new Set([401, 403, 404, 410]);

/** Where a paper is fetched from; headers are asked for anew each time, since a session may be renewed. */
export interface SourceAddress {
  url: string;
  headers: () => Record<string, string>;
  /** The file on this device, when the whole of it is there. */
  kept: () => Promise<KeptFile | null>;
}

/** Thrown when the first bytes do not come. */
export class SourceError extends Error {
  readonly state: "gone" | "network";
  constructor(state: "gone" | "network", cause?: unknown) {
    super(`no bytes: ${state}`, { cause });
    this.state = state;
  }
}

/** What pdf.js needs of a file that arrives in ranges. */
export type RangeTransport = InstanceType<ReturnType<typeof loadPdfjs>["PDFDataRangeTransport"]>;

/** One file at the server. */
export class RangeSource {
  readonly transport: RangeTransport;
  readonly #address: SourceAddress;
  readonly #etag: string | null;
  readonly #kept: KeptFile | null;
  readonly #closed = new AbortController();
  readonly #wanted = new Set<number>();
  #state: SourceState = "flowing";
  #listener: (state: SourceState) => void = () => undefined;
  #wake: () => void = () => undefined;
  #woken: Promise<void> = Promise.resolve();

  private constructor(address: SourceAddress, first: FirstBytes) {
    this.#address = address;
    this.#etag = first.etag;
    this.#kept = first.kept;
    const { PDFDataRangeTransport } = loadPdfjs();
    this.transport = new PDFDataRangeTransport(first.length, first.bytes);
    this.transport.requestDataRange = (begin, end) => void this.#deliver(begin, end);
    this.transport.abort = () => this.close();
    this.#sleepAnew();
    window.addEventListener("online", this.retry, { signal: this.#closed.signal });
  }

  /** Fetches the first bytes. @throws SourceError */
  static async open(address: SourceAddress): Promise<RangeSource> {
    return new RangeSource(address, (await readFirst(await address.kept())) ?? (await fetchFirst(address)));
  }

  get state(): SourceState {
    return this.#state;
  }

  /** One listener hears of every change. */
  onState(listener: (state: SourceState) => void): void {
    this.#listener = listener;
  }

  /** Ends the pause before the next try. */
  readonly retry = (): void => {
    this.#wake();
    this.#sleepAnew();
  };

  close(): void {
    this.#closed.abort();
    this.retry();
  }

  async #deliver(begin: number, end: number): Promise<void> {
    this.#wanted.add(begin);
    for (let tries = 0; !this.#over(); tries++) {
      const bytes = await this.#fetch(begin, end);
      if (this.#over()) return;
      if (bytes) {
        this.#wanted.delete(begin);
        if (this.#wanted.size === 0 || this.#state === "waiting") this.#become("flowing");
        this.transport.onDataRange(begin, bytes);
        return;
      }
      this.#become("waiting");
      await this.#pause(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0);
    }
  }

  /** The bytes; null when they may come later. */
  async #fetch(begin: number, end: number): Promise<Uint8Array | null> {
    const here = await this.#kept?.read(begin, end);
    if (here) return here;
    const signal = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(RANGE_MS)]);
    const headers = {
      ...this.#address.headers(),
      range: `bytes=${begin}-${end - 1}`,
      ...(this.#etag !== null && { "if-range": this.#etag }),
    };
    try {
      const answer = await fetch(this.#address.url, { headers, signal });
      if (answer.status === 206) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      if (refused.has(answer.status)) this.#become("gone");
      else if (answer.status === 200 || answer.status === 416) this.#become("changed");
      return null;
    } catch {
      return null; // a dead connection: tried again after a pause
    }
  }

  #over(): boolean {
    return this.#closed.signal.aborted || this.#state === "gone" || this.#state === "changed";
  }

  #become(state: SourceState): void {
    if (this.#state === state || this.#over()) return;
    this.#state = state;
    this.#listener(state);
  }

  #sleepAnew(): void {
    this.#woken = new Promise((wake) => (this.#wake = wake));
  }

  async #pause(ms: number): Promise<void> {
    let timer = 0;
    const slept = new Promise<void>((done) => (timer = window.setTimeout(done, ms)));
    await Promise.race([slept, this.#woken]);
    window.clearTimeout(timer);
  }
}

interface FirstBytes {
  bytes: Uint8Array;
  length: number;
  etag: string | null;
  kept: KeptFile | null;
}

async function readFirst(kept: KeptFile | null): Promise<FirstBytes | null> {
  const bytes = await kept?.read(0, Math.min(RANGE_CHUNK, kept.length));
  return kept && bytes ? { bytes, length: kept.length, etag: kept.etag, kept } : null;
}

async function fetchFirst({ url, headers }: SourceAddress): Promise<FirstBytes> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      headers: { ...headers(), range: `bytes=0-${RANGE_CHUNK - 1}` },
      signal: AbortSignal.timeout(RANGE_MS),
    });
    if (answer.ok) {
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const total = Number(/\/(\d+)$/u.exec(answer.headers.get("content-range") ?? "")?.[1] ?? bytes.length);
      return { bytes, length: total, etag: answer.headers.get("etag"), kept: null };
    }
  } catch (error) {
    throw new SourceError("network", error);
  }
  throw new SourceError(refused.has(answer.status) ? "gone" : "network");
}
