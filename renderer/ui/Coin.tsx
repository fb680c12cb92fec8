// A person's coin: initials on their colour. Never colour alone.
import { initialsOf } from "../../shared/vietnamese/names.ts";
import { useCoinColours } from "./coin-colour.ts";

interface CoinProps {
  personId: string;
  fullName: string;
  size?: "s" | "m" | "l";
  /** Read out; without it a name stands beside the coin. */
  label?: string;
}

export function Coin({ personId, fullName, size = "m", label }: CoinProps) {
  const colourOf = useCoinColours();
  const classes = ["who", `p${colourOf(personId)}`, size === "m" ? "" : size];
  const heard = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <span className={classes.filter(Boolean).join(" ")} title={label ?? fullName} {...heard}>
      {initialsOf(fullName) || "?"}
    </span>
  );
}
