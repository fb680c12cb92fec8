// Opens the paper's file and closes it again when the reader is left.
import { useEffect, useState } from "react";
import { OpenError, openPaperFile, type OpenProblem } from "./engine/open-paper.ts";
import type { PaperFile } from "./engine/paper-file.ts";
import type { SourceState } from "./engine/range-source.ts";

export interface OpenState {
  file: PaperFile | null;
  problem: OpenProblem | null;
  /** How its bytes come. */
  fetching: SourceState;
}

const closed: OpenState = { file: null, problem: null, fetching: "flowing" };

/** `attempt` counts the presses of "open again". */
export function usePaperFile(url: string, headers: () => Record<string, string>, attempt: number): OpenState {
  const [state, setState] = useState<OpenState & { of: string }>({ ...closed, of: "" });
  const of = `${url}#${attempt}`;
  useEffect(() => {
    let left = false;
    let opened: PaperFile | null = null;
    openPaperFile({ url, headers }).then(
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
  }, [of, url, headers]);
  return state.of === of ? state : closed;
}
