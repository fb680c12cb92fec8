// A button that opens a short list of acts. Closes with Escape, on leaving it, and after an act.
import { IconDots } from "@tabler/icons-react";
import { useId, useRef, type ReactNode } from "react";

interface MenuProps {
  /** The words of the button for screen readers. */
  label: string;
  /** What the button shows; three dots when left out. */
  face?: ReactNode;
  /** Buttons, or groups of them. */
  children: ReactNode;
}

/** The menu with its button. */
export function Menu({ label, face, children }: MenuProps) {
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
    <span className="menu">
      <button
        ref={opener}
        type="button"
        className={face === undefined ? "icon-btn" : "btn plain"}
        title={label}
        popoverTarget={id}
      >
        {face ?? <IconDots className="i" aria-hidden />}
        <span className="sr">{label}</span>
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className="menu-list"
        onToggle={(event) => {
          if (event.newState !== "open") return;
          place();
          list.current?.querySelector<HTMLElement>("button, a")?.focus();
        }}
        onClick={({ target }) => {
          if (target instanceof Element && target.closest("button, a")) list.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </span>
  );
}
