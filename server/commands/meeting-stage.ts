// Moving a meeting from stage to stage. Which moves there are is told by shared/domain/meeting-stage.ts.
import { nextStage, type MeetingStage, type StageAction } from "../../shared/domain/meeting-stage.ts";
import { AppError } from "../../shared/protocol/errors.ts";
import type { Services } from "../services.ts";
import { appendAudit } from "../storage/audit.ts";
import { projectFloor } from "./floor.ts";
import { meetingIn } from "./meeting-row.ts";

/** Moves the meeting on; the reason is shown to everybody until it moves again. @throws AppError stageNotAllowed */
export async function changeStage(
  services: Services,
  by: string,
  id: string,
  move: { action: StageAction; reason?: string | undefined },
): Promise<void> {
  const { action } = move;
  const reason = (move.reason ?? "").normalize("NFC");
  const at = services.clock();
  await services.db.transaction().execute(async (transaction) => {
    const meeting = await meetingIn(transaction, id);
    const stage = nextStage(meeting.stage, action);
    if (stage === null) throw new AppError("stageNotAllowed", { stage: meeting.stage, action });
    await transaction
      .updateTable("meetings")
      .set({ stage, stage_reason: reason, ...timesOf(action, stage, at) })
      .where("id", "=", id)
      .execute();
    await appendAudit(transaction, {
      at,
      organisationId: meeting.organisation_id,
      personId: by,
      action: "stageChanged",
      subject: id,
      details: { from: meeting.stage, to: stage, ...(reason !== "" && { reason }) },
    });
  });
  services.sync.recheck();
  await projectFloor(services, id, "meeting");
}

function timesOf(action: StageAction, stage: MeetingStage, at: Date) {
  if (action === "convene") return { convened_at: at.toISOString() };
  if (stage === "preparing") return { convened_at: null };
  if (action === "start") return { started_at: at.toISOString() };
  return stage === "closed" ? { closed_at: at.toISOString() } : {};
}
