// Copies a text and says so in its own label.
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface CopyButtonProps {
  text: string;
  /** What it copies, when "Copy" alone does not say it. */
  label?: string;
}

/** Where the browser has no clipboard (a page without TLS), the text is selected by a hidden field instead. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const { t } = useTranslation("ui");
  const [done, setDone] = useState(false);
  const copy = async (field: HTMLElement) => {
    setDone(await copyText(text, field));
  };
  return (
    <button type="button" className="btn" onClick={(event) => void copy(event.currentTarget)}>
      {done ? <IconCheck className="i" aria-hidden /> : <IconCopy className="i" aria-hidden />}
      <span aria-live="polite">{done ? t("copied") : (label ?? t("copy"))}</span>
    </button>
  );
}

async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => copyByField(text, near),
    );
  }
  return copyByField(text, near);
}

function copyByField(text: string, near: HTMLElement): boolean {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "sr";
  near.after(field); // inside the same dialog, since a modal one makes the rest inert
  field.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on a page without TLS; all browsers have it
  const done = document.execCommand("copy");
  field.remove();
  near.focus();
  return done;
}
