// A dialog on the browser's own <dialog>: it keeps the focus, closes with Escape and gives the focus back.
import { useEffect, useId, useRef, type ReactNode } from "react";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** For tables and pasted text. */
  wide?: boolean;
  /** It asks before something that cannot be taken back. */
  asks?: boolean;
}

/** Shown as long as it is rendered. */
export function Dialog({ title, onClose, children, wide = false, asks = false }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? "dialog wide" : "dialog"}
      aria-labelledby={id}
      {...(asks && { role: "alertdialog" })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
