// Day and time as people here write them: 25/11/2026 and 14:30 or 14 giờ 30, in this device's time zone.

const DAY = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const TIME = /^(\d{1,2})(?:(?::|\.|h|\s*giờ\s*)(\d{2})?)?$/i;

/** 25/11/2026 in the parts of an instant; empty for null. */
export function dayOf(instant: string | null): string {
  if (instant === null) return "";
  const date = new Date(instant);
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}

/** 14:30; empty for null. */
export function timeOf(instant: string | null): string {
  if (instant === null) return "";
  const date = new Date(instant);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The instant (ISO 8601, UTC) of a day and a time as typed, or null when either cannot be understood. */
export function readDateTime(day: string, time: string): string | null {
  const days = DAY.exec(day.trim());
  const times = TIME.exec(time.trim());
  if (!days || !times) return null;
  const [date, month, typedYear] = days.slice(1).map(Number) as [number, number, number];
  const [hour, minute] = [Number(times[1]), Number(times[2] ?? 0)];
  const year = typedYear < 100 ? 2000 + typedYear : typedYear;
  const moment = new Date(year, month - 1, date, hour, minute);
  const isReal = moment.getMonth() === month - 1 && moment.getDate() === date && hour < 24 && minute < 60;
  return isReal ? moment.toISOString() : null;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
