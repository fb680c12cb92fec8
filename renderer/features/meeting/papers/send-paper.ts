// Sends one file to the server with progress; XMLHttpRequest, since fetch tells nothing about what has been sent.
import { rawRoutes } from "../../../../shared/protocol/http/contract.ts";
import { AppError, errorStatus, type ErrorBody, type ErrorCode } from "../../../../shared/protocol/errors.ts";
import { api } from "../../../platform/api.ts";
import { serverUrl } from "../../../platform/server.ts";

/** The server refuses more; asking here saves the wait. */
export const MAX_PAPER_BYTES = 200 * 1024 * 1024;

export interface Sending {
  done: Promise<void>;
  cancel: () => void;
}

/** Begins at once. `done` rejects with an AppError, or with code `internal` and `cancelled` when it was stopped. */
export function sendPaper(
  meetingId: string,
  file: File,
  itemId: string | null,
  progress: (sent: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => (request.status < 300 ? resolve() : reject(errorOf(request.responseText)));
    request.onerror = () => reject(new AppError("internal", { network: true }));
    request.onabort = () => reject(new AppError("internal", { cancelled: true }));
  });
  const query = new URLSearchParams({ title: titleOf(file.name), ...(itemId !== null && { itemId }) });
  const path = rawRoutes.uploadPaper.path.replace(":meetingId", encodeURIComponent(meetingId));
  request.open("POST", `${serverUrl(path)}?${query.toString()}`);
  for (const [name, value] of Object.entries(api.headers())) request.setRequestHeader(name, value);
  const form = new FormData();
  form.append("file", file);
  request.send(form);
  return { done, cancel: () => request.abort() };
}

/** A file's name as a title: without its ending, underscores as spaces, composed. */
function titleOf(fileName: string): string {
  const title = fileName
    .replace(/\.[^.]{1,5}$/, "")
    .replaceAll("_", " ")
    .normalize("NFC")
    .trim();
  return (title || fileName).slice(0, 300);
}

function errorOf(text: string): AppError {
  try {
    const { code, details } = (JSON.parse(text) as ErrorBody).error;
    return new AppError(isCode(code) ? code : "internal", details);
  } catch (error) {
    return new AppError("internal", {}, { cause: error });
  }
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorStatus, code);
}
