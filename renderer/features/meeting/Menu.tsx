// A button with three dots that opens a short list of acts. Closes with Escape, on leaving it, and after an act.
import { IconDots } from "@tabler/icons-react";
import { useId, useRef, type ReactNode } from "react";

/** The children are buttons. */
export function Menu({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const place = (): void => {
    if (!list.current || !opener.current) return;
    const around = opener.current.getBoundingClientRect();
    list.current.style.insetInlineEnd = `${Math.max(8, window.innerWidth - around.right)}px`;
    const below = window.innerHeight - around.bottom;
    const height = list.current.offsetHeight;
    list.current.style.top = `${below > height + 8 ? around.bottom + 4 : Math.max(8, around.top - height - 4)}px`;
  };
  return (
    <span className="mt-menu">
      <button ref={opener} type="button" className="icon-btn" aria-label={label} title={label} popoverTarget={id}>
        <IconDots className="i" aria-hidden />
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className="mt-menu-list"
        onToggle={(event) => {
          if (event.newState === "open") {
            place();
            list.current?.querySelector("button")?.focus();
          }
        }}
        onClick={() => list.current?.hidePopover()}
      >
        {children}
      </div>
    </span>
  );
}
