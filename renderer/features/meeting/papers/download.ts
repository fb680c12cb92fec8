// Saves a paper's file on this device, under its own name.
import { rawRoutes } from "../../../../shared/protocol/http/contract.ts";
import type { Paper } from "../../../../shared/protocol/http/schemas.ts";
import { AppError } from "../../../../shared/protocol/errors.ts";
import { api } from "../../../platform/api.ts";
import { serverUrl } from "../../../platform/server.ts";

/** @throws {AppError} when the server does not give it. */
export async function downloadPaper(paper: Paper): Promise<void> {
  const path = rawRoutes.paperContent.path.replace(":paperId", paper.id);
  const response = await fetch(serverUrl(path), { headers: api.headers() });
  if (!response.ok) throw new AppError(response.status === 404 ? "notFound" : "forbidden");
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = paper.fileName;
  link.click();
  URL.revokeObjectURL(url);
}
