// Opens a paper from the server by ranges, and says why when it does not open.
import { PaperFile } from "./paper-file.ts";
import { loadPdfjs } from "./pdfjs.ts";
import { RANGE_CHUNK, RangeSource, SourceError, type SourceAddress } from "./range-source.ts";

/** Why a paper did not open. */
export type OpenProblem = "locked" | "damaged" | "gone" | "network";

/** Thrown by `openPaperFile`. */
export class OpenError extends Error {
  readonly problem: OpenProblem;
  constructor(problem: OpenProblem, cause: unknown) {
    super(`paper does not open: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** Opens a paper. Only what is looked at is fetched. @throws OpenError */
export async function openPaperFile(address: SourceAddress): Promise<PaperFile> {
  const pdfjs = loadPdfjs();
  const source = await RangeSource.open(address).catch((error: unknown) => {
    throw new OpenError(error instanceof SourceError ? error.state : "network", error);
  });
  const assets = new URL("pdfjs/", new URL("/", document.baseURI)).href;
  const task = pdfjs.getDocument({
    range: source.transport,
    rangeChunkSize: RANGE_CHUNK,
    disableStream: true,
    disableAutoFetch: true,
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
    isEvalSupported: false,
    enableXfa: false,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  try {
    const refused = new Promise<never>((_, refuse) => {
      // While it opens nobody else listens: what the server refuses for good must not wait for ever.
      source.onState((state) => {
        if (state === "gone" || state === "changed") refuse(new SourceError("gone"));
      });
    });
    return new PaperFile(await Promise.race([task.promise, refused]), source);
  } catch (error) {
    source.close();
    await task.destroy();
    throw new OpenError(problemOf(error), error);
  }
}

function problemOf(error: unknown): OpenProblem {
  if (error instanceof SourceError) return error.state;
  return (error as { name?: string }).name === "PasswordException" ? "locked" : "damaged";
}
