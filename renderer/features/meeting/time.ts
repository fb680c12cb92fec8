// Times and dates of a meeting, as they are written in Vietnamese papers, in the meeting's own time zone.

/** 08:56 */
export function clockTime(instant: string | Date, timeZone?: string): string {
  return new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone }).format(
    new Date(instant),
  );
}

/** Thứ Năm, 18/6/2026 */
export function dayAndDate(instant: string, timeZone: string, language: string): string {
  const date = new Date(instant);
  const day = new Intl.DateTimeFormat(language, { weekday: "long", timeZone }).format(date);
  return `${day}, ${new Intl.DateTimeFormat("vi-VN", { day: "numeric", month: "numeric", year: "numeric", timeZone }).format(date)}`;
}

/** Whole minutes between two moments, never below nought. */
export function minutesSince(from: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(from)) / 60_000));
}
