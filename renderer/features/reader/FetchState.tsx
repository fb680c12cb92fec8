// Says when pages do not come, or when the paper is not what it was any more.
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SourceState } from "./engine/range-source.ts";

interface Props {
  state: SourceState;
  onRetry: () => void;
  onReopen: () => void;
}

export function FetchState({ state, onRetry, onReopen }: Props) {
  const { t } = useTranslation("reader");
  if (state === "flowing") return null;
  return (
    <div className="rd-fetch" role="alert">
      <IconAlertTriangle size={22} aria-hidden="true" />
      <p>{t(`fetch.${state}`)}</p>
      {state !== "gone" && (
        <button type="button" className="btn" onClick={state === "waiting" ? onRetry : onReopen}>
          {state === "waiting" ? t("fetch.retry") : t("open.retry")}
        </button>
      )}
    </div>
  );
}
