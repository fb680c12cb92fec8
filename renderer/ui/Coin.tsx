// A person's coin: initials on their colour. Never colour alone.
import { initialsOf } from "../../shared/vietnamese/names.ts";
import { coinColour } from "./coin-colour.ts";

interface CoinProps {
  personId: string;
  fullName: string;
  size?: "s" | "m" | "l";
}

export function Coin({ personId, fullName, size = "m" }: CoinProps) {
  const classes = ["who", `p${coinColour(personId)}`, size === "m" ? "" : size];
  return (
    <span className={classes.filter(Boolean).join(" ")} title={fullName} aria-hidden="true">
      {initialsOf(fullName)}
    </span>
  );
}
