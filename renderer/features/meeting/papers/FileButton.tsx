// A button that lets files be chosen, several at once.
import { IconUpload } from "@tabler/icons-react";
import { useRef } from "react";

/** Hands over a copy of the chosen files. */
export function FileButton({ label, onFiles }: { label: string; onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn" onClick={() => input.current?.click()}>
        <IconUpload className="i" aria-hidden /> {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
    </>
  );
}
