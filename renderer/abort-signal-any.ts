// AbortSignal.any, which Chrome before 116 lacks: for the page and for the PDF worker.
if (typeof AbortSignal.any !== "function") {
  AbortSignal.any = (signals: Iterable<AbortSignal>): AbortSignal => {
    const controller = new AbortController();
    for (const signal of signals) {
      if (signal.aborted) controller.abort(signal.reason);
      else
        signal.addEventListener("abort", () => controller.abort(signal.reason), {
          once: true,
          signal: controller.signal,
        });
    }
    return controller.signal;
  };
}
