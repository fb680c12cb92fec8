// Uploads a paper through the door that everybody uses.
import type { RunningServer } from "./start-server.ts";

/** Gives the paper's id. @throws Error with the server's answer */
export async function uploadPaper(
  server: RunningServer,
  token: string,
  meetingId: string,
  pdf: Uint8Array,
): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([new Uint8Array(pdf)], { type: "application/pdf" }), "tai-lieu.pdf");
  const answer = await fetch(`${server.origin}/api/meetings/${meetingId}/papers?title=Tài liệu thử`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
  const { paper } = (await answer.json()) as { paper: { id: string } };
  return paper.id;
}
