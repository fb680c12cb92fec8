// Opens the paper's file and closes it again when the reader is left.
import { useEffect, useState } from "react";
import { OpenError, openPaperFile, type OpenProblem, type PaperFile } from "./engine/paper-file.ts";

export interface OpenState {
  file: PaperFile | null;
  problem: OpenProblem | null;
}

/** `attempt` counts the presses of "open again". */
export function usePaperFile(url: string, headers: () => Record<string, string>, attempt: number): OpenState {
  const [state, setState] = useState<OpenState & { of: string }>({ file: null, problem: null, of: "" });
  const of = `${url}#${attempt}`;
  useEffect(() => {
    let left = false;
    let opened: PaperFile | null = null;
    openPaperFile({ url, headers: headers() }).then(
      (file) => {
        if (left) return void file.close();
        opened = file;
        setState({ file, problem: null, of });
      },
      (error: unknown) => {
        if (!left) setState({ file: null, problem: error instanceof OpenError ? error.problem : "damaged", of });
      },
    );
    return () => {
      left = true;
      void opened?.close();
    };
  }, [of, url, headers]);
  return state.of === of ? state : { file: null, problem: null };
}
