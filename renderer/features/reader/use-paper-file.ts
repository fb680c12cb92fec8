// Opens the paper's file and closes it again when the reader is left.
import { useEffect, useState } from "react";
import { OpenError, openPaperFile, type OpenProblem } from "./engine/open-paper.ts";
import type { PaperFile } from "./engine/paper-file.ts";
import type { SourceAddress, SourceState } from "./engine/range-source.ts";

export interface OpenState {
  file: PaperFile | null;
  problem: OpenProblem | null;
  /** How its bytes come. */
  fetching: SourceState;
}

const closed: OpenState = { file: null, problem: null, fetching: "flowing" };

/** `attempt` counts the presses of "open again". */
export function usePaperFile({ url, headers, kept }: SourceAddress, attempt: number): OpenState {
  const [state, setState] = useState<OpenState & { of: string }>({ ...closed, of: "" });
  const of = `${url}#${attempt}`;
  useEffect(() => {
    let left = false;
    let opened: PaperFile | null = null;
    openPaperFile({ url, headers, kept }).then(
      (file) => {
        if (left) return void file.close();
        opened = file;
        file.onState((fetching) => !left && setState({ file, problem: null, fetching, of }));
      },
      (error: unknown) => {
        if (!left) setState({ ...closed, problem: error instanceof OpenError ? error.problem : "damaged", of });
      },
    );
    return () => {
      left = true;
      void opened?.close();
    };
  }, [of, url, headers, kept]);
  return state.of === of ? state : closed;
}
