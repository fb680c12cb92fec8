// Others' pointers on one page, while they hold them.
import { IconPointer } from "@tabler/icons-react";
import { useCoinColours } from "../../../ui/coin-colour.ts";
import { colourClass, type People, shortName } from "../people.ts";
import type { Reader } from "./use-presence.ts";

export function Pointers({ readers, people, page }: { readers: readonly Reader[]; people: People; page: number }) {
  const colourOf = useCoinColours();
  return readers.map(({ personId, pointer }) => {
    const person = people.get(personId);
    if (pointer?.pageIndex !== page) return null;
    return (
      <span
        key={personId}
        className={`rd-pointer ${colourClass(colourOf(personId))}`}
        style={{ left: `${pointer.x * 100}%`, top: `${pointer.y * 100}%` }}
      >
        <IconPointer size={22} aria-hidden="true" />
        <span>{shortName(person?.name ?? "")}</span>
      </span>
    );
  });
}
