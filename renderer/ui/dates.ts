// Days and times as people write and read them: 18/6/2026, 14:00, "Thứ Tư, 14:00". Instants are ISO 8601 in UTC; what is
// typed belongs to the time zone of the meeting, not to that of the device.

/** Every unit of the product is in one zone. */
export const VIETNAM = "Asia/Ho_Chi_Minh";

export interface Day {
  year: number;
  month: number;
  day: number;
}
export interface Time {
  hour: number;
  minute: number;
}

/** What two fields say: an instant, nothing, or something that is not right. */
export interface Moment {
  instant: string | null;
  problem: "badDay" | "badTime" | "timeWithoutDay" | "dayWithoutTime" | null;
}

/** Rules: day first, then month, then the year; a year of two digits is of this century, a missing one is the present. */
export function parseDay(text: string, timeZone = VIETNAM): Day | null {
  const parts = /^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{4}|\d{2}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, day, month, typedYear = String(wallClock(new Date(), timeZone).year)] = parts;
  const year = Number(typedYear) + (typedYear.length === 2 ? 2000 : 0);
  const found = { year, month: Number(month), day: Number(day) };
  const check = new Date(Date.UTC(found.year, found.month - 1, found.day));
  return check.getUTCMonth() === found.month - 1 && check.getUTCDate() === found.day ? found : null;
}

/** 14:00, 14h, 14h30, 14.30 and 1430, by the 24-hour clock. */
export function parseTime(text: string): Time | null {
  const parts = /^(\d{1,2})(?:\s*(?:[:h.]|giờ)\s*(\d{2})?|(\d{2}))?$/i.exec(text.trim());
  if (!parts) return null;
  const time = { hour: Number(parts[1]), minute: Number(parts[2] ?? parts[3] ?? 0) };
  return time.hour < 24 && time.minute < 60 ? time : null;
}

/** 18/6/2026 */
export function writeDay({ day, month, year }: Day): string {
  return `${day}/${month}/${year}`;
}

/** 08:05 */
export function writeTime({ hour, minute }: Time): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** Making one costs a hundred times what using it does, and a margin shows hundreds of times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** The wall clock of a zone at an instant. */
export function wallClock(instant: string | Date, timeZone: string): Day & Time {
  const parts = clockOf(timeZone).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  return { year: part("year"), month: part("month"), day: part("day"), hour: part("hour"), minute: part("minute") };
}

/** The instant at which the wall clock of a zone shows this. */
export function instantOf(day: Day, time: Time, timeZone: string): string {
  const asUtc = (wall: Day & Time) => Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);
  const wanted = asUtc({ ...day, ...time });
  const offset = asUtc(wallClock(new Date(wanted), timeZone)) - wanted;
  return new Date(wanted - offset).toISOString();
}

/** Rules: both empty is nothing; one without the other, or one that cannot be read, is a problem. */
export function readMoment(text: { day: string; time: string }, timeZone = VIETNAM): Moment {
  const hasDay = text.day.trim() !== "";
  const hasTime = text.time.trim() !== "";
  const day = parseDay(text.day, timeZone);
  const time = parseTime(text.time);
  if (hasDay && !day) return { instant: null, problem: "badDay" };
  if (hasTime && !time) return { instant: null, problem: "badTime" };
  if (day && time) return { instant: instantOf(day, time, timeZone), problem: null };
  return { instant: null, problem: day ? "dayWithoutTime" : time ? "timeWithoutDay" : null };
}

/** 08:05 at an instant. */
export function clockTime(instant: string | Date, timeZone = VIETNAM): string {
  return writeTime(wallClock(instant, timeZone));
}

/** 18/6/2026 at an instant. */
export function shortDate(instant: string | Date, timeZone = VIETNAM): string {
  return writeDay(wallClock(instant, timeZone));
}

/** 18/6 at an instant. */
export function dayAndMonth(instant: string | Date, timeZone = VIETNAM): string {
  const { day, month } = wallClock(instant, timeZone);
  return `${day}/${month}`;
}

/** Thứ Tư, or Wednesday. */
export function weekday(instant: string | Date, language: string, timeZone = VIETNAM): string {
  return new Intl.DateTimeFormat(language, { weekday: "long", timeZone }).format(new Date(instant));
}

/** tháng 6, or June: in a line of its own, yet no beginning of a sentence. */
export function monthName(instant: string | Date, language: string, timeZone = VIETNAM): string {
  const month = new Intl.DateTimeFormat(language, { month: "long", timeZone }).format(new Date(instant));
  return language === "vi" ? month.toLowerCase() : month;
}

/** Thứ Năm, 18/6/2026 */
export function dayAndDate(instant: string, language: string, timeZone = VIETNAM): string {
  return `${weekday(instant, language, timeZone)}, ${shortDate(instant, timeZone)}`;
}

/** 08:56 today, otherwise 18/6; empty when it is no time. */
export function timeOrDay(instant: string): string {
  if (Number.isNaN(Date.parse(instant))) return "";
  return shortDate(instant) === shortDate(new Date()) ? clockTime(instant) : dayAndMonth(instant);
}

/** Whole minutes between two moments, never below nought. */
export function minutesSince(from: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(from)) / 60_000));
}
