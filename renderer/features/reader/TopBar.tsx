// The upper edge: where the reader is, who else is here, what is saved, and how the pages are seen.
import { Menu } from "@mantine/core";
import {
  IconAdjustments,
  IconArrowLeft,
  IconLayoutSidebar,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Paper } from "../../../shared/protocol/http/schemas.ts";
import { AccountMenu } from "../../ui/AccountMenu.tsx";
import { percentOf } from "./pages/layout.ts";
import type { Desk } from "./pages/use-desk.ts";

/** Percentages offered in the menu. */
const PERCENTS = [75, 100, 125, 150, 200] as const;

interface Props {
  paper: Paper;
  meetingTitle: string;
  desk: Desk;
  pageCount: number;
  here: ReactNode;
  saved: ReactNode;
  panelOpen: boolean;
  onPage: (page: number) => void;
  onTurn: () => void;
  onSearch: () => void;
  onPanel: () => void;
}

export function TopBar(props: Props) {
  const { t } = useTranslation("reader");
  const { paper, meetingTitle, desk, pageCount, here, saved, onSearch, onPanel } = props;
  return (
    <header className="top rd-top">
      <Link className="icon-btn" to={`/cuoc-hop/${paper.meetingId}`} aria-label={t("back")}>
        <IconArrowLeft size={22} aria-hidden="true" />
      </Link>
      <div className="where">
        <h1 className="clip">{paper.number === "" ? paper.title : paper.number}</h1>
        <p className="meta clip">
          <span className="only-m">{t("page.where", { page: desk.page + 1, count: pageCount })}</span>
          <span className="hide-m">{paper.number === "" ? meetingTitle : `${paper.title} · ${meetingTitle}`}</span>
        </p>
      </div>
      <PageBox page={desk.page} count={pageCount} onPage={props.onPage} />
      {here}
      {saved}
      <button
        type="button"
        className="icon-btn only-t"
        aria-label={t("view.panel")}
        aria-expanded={props.panelOpen}
        onClick={onPanel}
      >
        <IconLayoutSidebar size={22} aria-hidden="true" />
      </button>
      <button type="button" className="icon-btn" aria-label={t("view.search")} onClick={onSearch}>
        <IconSearch size={22} aria-hidden="true" />
      </button>
      <button type="button" className="icon-btn hide-t" aria-label={t("view.zoomOut")} onClick={desk.zoomOut}>
        <IconZoomOut size={22} aria-hidden="true" />
      </button>
      <button type="button" className="icon-btn hide-t" aria-label={t("view.zoomIn")} onClick={desk.zoomIn}>
        <IconZoomIn size={22} aria-hidden="true" />
      </button>
      <ViewMenu desk={desk} onTurn={props.onTurn} />
      <span className="hide-m">
        <AccountMenu small />
      </span>
    </header>
  );
}

function ViewMenu({ desk, onTurn }: { desk: Desk; onTurn: () => void }) {
  const { t } = useTranslation("reader");
  const mark = (on: boolean): "true" | undefined => (on ? "true" : undefined);
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className="icon-btn" aria-label={t("view.more")}>
          <IconAdjustments size={22} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("view.percent", { percent: percentOf(desk.scale) })}</Menu.Label>
        <Menu.Item aria-current={mark(desk.zoom === "width")} onClick={() => desk.setZoom("width")}>
          {t("view.width")}
        </Menu.Item>
        <Menu.Item aria-current={mark(desk.zoom === "page")} onClick={() => desk.setZoom("page")}>
          {t("view.page")}
        </Menu.Item>
        {PERCENTS.map((percent) => (
          <Menu.Item key={percent} aria-current={mark(desk.zoom === percent)} onClick={() => desk.setZoom(percent)}>
            {t("view.percent", { percent })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} onClick={desk.zoomOut}>
          {t("view.zoomOut")}
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={desk.zoomIn}>
          {t("view.zoomIn")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={onTurn}>{t("view.turn")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Shows the page in hand; what is typed counts when Enter is pressed or the box is left. */
function PageBox({ page, count, onPage }: { page: number; count: number; onPage: (page: number) => void }) {
  const { t } = useTranslation("reader");
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const go = (): void => {
    const wanted = Number.parseInt(typed ?? "", 10);
    if (wanted >= 1 && wanted <= count) onPage(wanted - 1);
    setTyped(null);
  };
  return (
    <form
      className="rd-pagebox hide-m"
      onSubmit={(event) => {
        event.preventDefault();
        // Leaving the box goes there, and gives the keys back to the page.
        field.current?.blur();
      }}
    >
      <input
        ref={field}
        inputMode="numeric"
        aria-label={t("page.box")}
        value={typed ?? String(page + 1)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value.replace(/\D/gu, ""))}
        onBlur={go}
      />
      <span className="meta">{t("page.of", { count })}</span>
    </form>
  );
}
