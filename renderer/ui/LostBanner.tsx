// The banner under the top edge while the server does not answer: since when, what still works, and the way back.
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { clockTime } from "./dates.ts";

interface LostBannerProps {
  since: Date;
  /** What still works on this screen. */
  text: string;
  onReconnect: () => void;
}

export function LostBanner({ since, text, onReconnect }: LostBannerProps) {
  const { t } = useTranslation("ui");
  return (
    <div className="banner" role="status">
      <IconPlugConnectedX className="i" aria-hidden />
      <p className="grow">
        <b>{t("lostSince", { time: clockTime(since) })}</b> {text}
      </p>
      <button type="button" className="btn plain" onClick={onReconnect}>
        {t("reconnect")}
      </button>
    </div>
  );
}
