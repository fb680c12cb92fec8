// Whoever goes along with the presenter goes along to another paper, too. `?theo=1` in the address begins that way.
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import type { Follow } from "./use-follow.ts";

/** Only to papers this person may read; otherwise the table edge says where the presenter is. */
export function useGoAlong(
  { following, leading, wants, presentation }: Follow,
  paperId: string,
  papers: readonly { id: string }[],
  goTo: (paperId: string) => void,
): void {
  const [search] = useSearchParams();
  const along = useRef(search.get("theo") === "1");
  useEffect(() => {
    if (following) along.current = true;
    if (!wants || leading) along.current = false;
  }, [following, wants, leading]);
  const other = presentation && presentation.paperId !== paperId ? presentation.paperId : null;
  useEffect(() => {
    if (other !== null && along.current && papers.some(({ id }) => id === other)) goTo(other);
  }, [other, papers, goTo]);
}
