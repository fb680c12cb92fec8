// When things of the sample happened, seen from the moment it is made.
import { SAMPLE_TIME_ZONE, type SampleMeeting } from "./content.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975. */
const OFFSET_MS = 7 * HOUR_MS;

/** The planned start; a live meeting began when its progress says, so that the running times fit. */
export function startOf(meeting: SampleMeeting, now: Date): Date {
  if (meeting.progress) return new Date(utcMinutesAgo(now, meeting.progress.startedMinutesAgo));
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: SAMPLE_TIME_ZONE }).format(now);
  const midnight = Date.parse(`${day}T00:00:00Z`) - OFFSET_MS + meeting.dayOffset * DAY_MS;
  return new Date(midnight + meeting.startHour * HOUR_MS + meeting.startMinute * MINUTE_MS);
}

/** ISO 8601 UTC. */
export function utcMinutesAgo(now: Date, minutes: number): string {
  return new Date(now.getTime() - minutes * MINUTE_MS).toISOString();
}
