// A person's coin: their colour with their initials; the name is read out and shown on pointing.
import type { ShownPerson } from "./people.ts";

/** `small` sits on a page or in a note. */
export function Coin({ person, small, title }: { person: ShownPerson | undefined; small?: boolean; title?: string }) {
  return (
    <span
      className={`rd-who p${person?.colour ?? 10}${small ? " s" : ""}`}
      role="img"
      aria-label={title ?? person?.name ?? ""}
      title={title ?? person?.name}
    >
      {person?.initials ?? "?"}
    </span>
  );
}
