// The dark edge at the bottom of every screen while a meeting is live: what the meeting is doing. It says nothing by
// itself; each screen hands it the words and the buttons.
import { IconPresentation } from "@tabler/icons-react";
import type { ReactNode } from "react";

export interface TableEdgeProps {
  /** The name of the region for screen readers. */
  label: string;
  /** The item that is being discussed. */
  title: string;
  /** How long it has been discussed. */
  detail: string;
  /** Who presents what, and whether this screen follows. */
  presenting?: { title: string; detail: string } | undefined;
  /** Stands before who presents; without it, a sign does. */
  coin?: ReactNode;
  /** One or two buttons, made with the class `btn`. */
  children?: ReactNode;
}

/** The table edge. */
export function TableEdge({ label, title, detail, presenting, coin, children }: TableEdgeProps) {
  return (
    <footer className="edge" aria-label={label}>
      <div className="edge-now" style={{ minWidth: 0 }}>
        <div className="live clip">{title}</div>
        <div className="meta num clip">{detail}</div>
      </div>
      <i className="sep hide-m" />
      <div className="row grow edge-presenting" style={{ minWidth: 0 }} role="status">
        {presenting && (
          <>
            {coin ?? <IconPresentation className="i hide-m" aria-hidden />}
            <div className="grow" style={{ minWidth: 0 }}>
              <div className="clip">
                <b>{presenting.title}</b>
              </div>
              <div className="meta clip">{presenting.detail}</div>
            </div>
          </>
        )}
      </div>
      {children}
    </footer>
  );
}
