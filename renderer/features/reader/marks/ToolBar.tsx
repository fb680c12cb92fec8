// The marking tools, beside the layer that is being written in.
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconHighlight,
  IconLock,
  IconMessagePlus,
  IconUsers,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Layer } from "./use-history.ts";
import type { PaperMarks } from "./use-paper-marks.ts";

export type Tool = "highlight" | "comment";

interface Props {
  layer: Layer;
  mayComment: boolean;
  tool: Tool | null;
  marks: PaperMarks;
  onLayer: (layer: Layer) => void;
  onTool: (tool: Tool) => void;
}

export function ToolBar({ layer, mayComment, tool, marks, onLayer, onTool }: Props) {
  const { t } = useTranslation("reader");
  return (
    <div className="rd-tools" role="toolbar" aria-label={t("tools.label")} aria-orientation="vertical">
      <LayerButton kind="ink" on={layer === "shared"} off={!mayComment} onClick={() => onLayer("shared")}>
        <IconUsers size={22} stroke={1.75} aria-hidden="true" />
        {t("tools.shared")}
      </LayerButton>
      <LayerButton kind="pencil" on={layer === "private"} onClick={() => onLayer("private")}>
        <IconLock size={22} stroke={1.75} aria-hidden="true" />
        {t("tools.private")}
      </LayerButton>
      <hr />
      <ToolButton on={tool === "highlight"} onClick={() => onTool("highlight")}>
        <IconHighlight size={24} stroke={1.75} aria-hidden="true" />
        {t("tools.highlight")}
      </ToolButton>
      <ToolButton on={tool === "comment"} onClick={() => onTool("comment")}>
        <IconMessagePlus size={24} stroke={1.75} aria-hidden="true" />
        {layer === "private" ? t("tools.note") : t("tools.comment")}
      </ToolButton>
      <hr />
      <ToolButton off={!marks.canUndo} onClick={marks.undo}>
        <IconArrowBackUp size={24} stroke={1.75} aria-hidden="true" />
        {t("tools.undo")}
      </ToolButton>
      <ToolButton off={!marks.canRedo} onClick={marks.redo}>
        <IconArrowForwardUp size={24} stroke={1.75} aria-hidden="true" />
        {t("tools.redo")}
      </ToolButton>
    </div>
  );
}

interface ButtonProps {
  on?: boolean;
  off?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** Pressing a tool must not take the selection away that it is about to mark. */
const keepSelection = (event: React.MouseEvent): void => event.preventDefault();

function ToolButton({ on, off, onClick, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={`rd-tool${on ? " on" : ""}`}
      aria-pressed={on}
      disabled={off}
      onMouseDown={keepSelection}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function LayerButton({ kind, on, off, onClick, children }: ButtonProps & { kind: "ink" | "pencil" }) {
  return (
    <button
      type="button"
      className={`rd-layer ${kind}${on ? " on" : ""}`}
      aria-pressed={on}
      disabled={off}
      onMouseDown={keepSelection}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
