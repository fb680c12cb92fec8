// Days and times on the home page, in the meeting's own time zone.

function format(instant: string, timeZone: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone, ...options }).format(new Date(instant));
}

/** 14:00 */
export function clockOf(instant: string, timeZone: string): string {
  return format(instant, timeZone, "en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** Thứ Ba, 14:00: the day stands before the time, which Intl does the other way round in Vietnamese. */
export function weekdayAndTime(instant: string, timeZone: string, language: string): string {
  return `${format(instant, timeZone, language, { weekday: "long" })}, ${clockOf(instant, timeZone)}`;
}

/** 23 */
export function dayPart(instant: string, timeZone: string): string {
  return format(instant, timeZone, "en-GB", { day: "2-digit" });
}

/** tháng 6: in a line of its own, yet no beginning of a sentence. */
export function monthPart(instant: string, timeZone: string, language: string): string {
  const month = format(instant, timeZone, language, { month: "long" });
  return language === "vi" ? month.toLowerCase() : month;
}

/** 23/6 */
export function dayAndMonth(instant: string, timeZone: string): string {
  return format(instant, timeZone, "vi", { day: "numeric", month: "numeric" });
}
