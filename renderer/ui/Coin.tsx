// A person's coin: initials on their colour. Never colour alone.

/** Last middle name and given name, as people are called: "Bùi Đức Thắng" → "ĐT". */
export function initialsOf(fullName: string): string {
  return fullName
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word[0]?.toLocaleUpperCase("vi") ?? "")
    .join("");
}

/** `position` is the order of joining, from 0; twelve colours repeat. */
export function Coin({
  fullName,
  position,
  size = "m",
}: {
  fullName: string;
  position: number;
  size?: "s" | "m" | "l";
}) {
  return (
    <span className={`who p${(position % 12) + 1} ${size === "m" ? "" : size}`} title={fullName} aria-hidden="true">
      {initialsOf(fullName)}
    </span>
  );
}
