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

/** For a field of type datetime-local, in this device's zone. */
export function toLocalField(instant: string | null): string {
  if (instant === null) return "";
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** From a field of type datetime-local; null when it is empty. */
export function fromLocalField(value: string): string | null {
  return value === "" ? null : new Date(value).toISOString();
}
