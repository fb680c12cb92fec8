// How the stages of a meeting are grouped on the home page.
import type { MeetingStage } from "../../../shared/domain/meeting-stage.ts";

/** Going on now. */
export const LIVE: readonly MeetingStage[] = ["live", "paused"];
/** Over, whichever way. */
export const PAST: readonly MeetingStage[] = ["closed", "archived", "cancelled"];
