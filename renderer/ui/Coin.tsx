// A person's coin: initials on their colour. Never colour alone.
import { initialsOf } from "../../shared/vietnamese/names.ts";

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
