// A place where files may be dropped; it shows itself while files are over it.
import { useState, type DragEvent, type ReactNode } from "react";

interface DropZoneProps {
  enabled: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** Only files are taken; dragging an agenda item passes by. */
export function DropZone({ enabled, onFiles, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  if (!enabled) return <>{children}</>;
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes("Files");
  return (
    <div
      className={isOver ? "mt-drop over" : "mt-drop"}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
