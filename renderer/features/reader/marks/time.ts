// Times in the margin, as Vietnamese papers write them.

const clock = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat("vi-VN", { day: "numeric", month: "numeric" });

/** 08:56 today, otherwise 18/6. */
export function timeOf(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return at.toDateString() === new Date().toDateString() ? clock.format(at) : day.format(at);
}
