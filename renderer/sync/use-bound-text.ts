// Binds an input or a textarea to a shared text. Rules: BT1 only the middle that changed is written, at once; BT2 while an
// input method composes, nothing is written into the field, for that would break the composition: what others wrote
// meanwhile is taken in when it ends; BT3 a remote edit moves the cursor with its letters.
import { useCallback, useEffect, useRef, type RefObject } from "react";
import type * as Y from "yjs";
import { moveCursor, textChange } from "./text-difference.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Gives the ref for the field. `act` makes a change that can be undone; `changed` hears of every value that comes from the text. */
export function useBoundText<F extends Field>(
  text: Y.Text | undefined,
  act: (change: () => void) => void,
  changed?: (field: F) => void,
): RefObject<F | null> {
  const ref = useRef<F>(null);
  const tell = useRef(changed);
  useEffect(() => void (tell.current = changed));
  const write = useCallback(
    (change: (text: Y.Text) => void) => {
      if (text) act(() => change(text));
    },
    [text, act],
  );
  useEffect(() => {
    const field = ref.current;
    if (!field || !text) return;
    return bind(field, text, write, () => tell.current?.(field));
  }, [text, write]);
  return ref;
}

function bind(
  field: Field,
  text: Y.Text,
  write: (change: (text: Y.Text) => void) => void,
  tell: () => void,
): () => void {
  let shown = text.toJSON();
  let composing = false;
  field.value = shown;
  tell();

  // What was typed is the difference to what this field showed; the shared text may have moved on during a composition.
  const typed = (): void => {
    const change = textChange(shown, field.value, field.selectionEnd ?? field.value.length);
    if (!change) return;
    const remote = textChange(shown, text.toJSON());
    const at = remote ? moveCursor(change.at, remote) : change.at;
    const end = remote ? moveCursor(change.at + change.removed, remote) : change.at + change.removed;
    write((target) => {
      if (end > at) target.delete(at, end - at);
      target.insert(at, change.inserted);
    });
    shown = field.value;
  };
  const show = (): void => {
    const value = text.toJSON();
    const change = textChange(field.value, value);
    shown = value;
    if (!change) return;
    const { selectionStart, selectionEnd } = field;
    field.value = value;
    tell();
    if (document.activeElement === field && selectionStart !== null && selectionEnd !== null)
      field.setSelectionRange(moveCursor(selectionStart, change), moveCursor(selectionEnd, change));
  };
  const onInput = (): void => {
    if (composing) return;
    typed();
    show();
  };
  const onStart = (): void => void (composing = true);
  const onEnd = (): void => {
    composing = false;
    onInput();
  };
  const onText = (): void => {
    if (!composing) show();
  };
  field.addEventListener("input", onInput);
  field.addEventListener("compositionstart", onStart);
  field.addEventListener("compositionend", onEnd);
  text.observe(onText);
  return () => {
    field.removeEventListener("input", onInput);
    field.removeEventListener("compositionstart", onStart);
    field.removeEventListener("compositionend", onEnd);
    text.unobserve(onText);
  };
}
