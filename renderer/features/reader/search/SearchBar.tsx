// The search line: what is sought, how many were found, the one before and the one after.
import { IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Search } from "./use-search.ts";

interface Props {
  query: string;
  search: Search;
  pageCount: number;
  at: number;
  onQuery: (query: string) => void;
  onStep: (step: 1 | -1) => void;
  onClose: () => void;
}

export function SearchBar({ query, search, pageCount, at, onQuery, onStep, onClose }: Props) {
  const { t } = useTranslation("reader");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const count = search.finds.length;
  const searching = query.trim() !== "" && search.seen < pageCount;
  const result =
    count > 0
      ? t("search.count", { at: at + 1, count })
      : searching
        ? t("search.searching", { done: search.seen, total: pageCount })
        : t("search.none");
  return (
    <div className="rd-search" role="search">
      <input
        ref={field}
        type="search"
        value={query}
        placeholder={t("search.label")}
        aria-label={t("search.label")}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
          if (event.key === "Escape") onClose();
        }}
      />
      <span className="meta" role="status">
        {query.trim() === "" ? "" : result}
      </span>
      <button
        type="button"
        className="icon-btn"
        aria-label={t("search.previous")}
        disabled={count === 0}
        onClick={() => onStep(-1)}
      >
        <IconChevronUp size={22} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-btn"
        aria-label={t("search.next")}
        disabled={count === 0}
        onClick={() => onStep(1)}
      >
        <IconChevronDown size={22} aria-hidden="true" />
      </button>
      <button type="button" className="icon-btn" aria-label={t("search.close")} onClick={onClose}>
        <IconX size={22} aria-hidden="true" />
      </button>
    </div>
  );
}
